// The fields of a Cybersource transaction that a mapping may read.
import { fieldCatalog } from './field-table.ts';

/** As `GET /tss/v2/transactions/{id}` and the payment answers name them. */
export const cybersourcePayment = fieldCatalog(
  'cybersource',
  'payment',
  'Cybersource payment',
  `
id | id 26 | Transaction ID
rootId | id 26 | ID of the first transaction in the chain
reconciliationId | text 60 | Reconciliation ID
merchantId | text 30 | Merchant ID
submitTimeUtc | instant | Submitted at
status | choice | Status | AUTHORIZED, PARTIAL_AUTHORIZED, AUTHORIZED_PENDING_REVIEW, AUTHORIZED_RISK_DECLINED, PENDING_AUTHENTICATION, PENDING_REVIEW, DECLINED, INVALID_REQUEST, PENDING, TRANSMITTED, REVERSED, VOIDED
applicationInformation.reasonCode | number | Reason code
applicationInformation.rFlag | text | Reply flag
errorInformation.reason | text 50 | Decline reason
errorInformation.message | text 255 | Decline message
clientReferenceInformation.code | text 50 | Merchant reference code
clientReferenceInformation.transactionId | text 60 | Merchant transaction identifier
clientReferenceInformation.comments | text 255 | Comments
clientReferenceInformation.applicationName | text | Calling application
buyerInformation.merchantCustomerId | text 100 | Customer ID at the merchant
orderInformation.amountDetails.totalAmount | amount | Total amount
orderInformation.amountDetails.currency | currency | Currency
orderInformation.amountDetails.taxAmount | amount | Tax amount
orderInformation.amountDetails.authorizedAmount | amount | Authorized amount
orderInformation.amountDetails.settlementAmount | amount | Settlement amount
orderInformation.amountDetails.settlementCurrency | currency | Settlement currency
orderInformation.amountDetails.refundBalance | amount | Amount still refundable
orderInformation.amountDetails.surcharge.amount | amount | Surcharge
orderInformation.billTo.firstName | text 60 | Billing first name
orderInformation.billTo.lastName | text 60 | Billing last name
orderInformation.billTo.company | text 60 | Billing company
orderInformation.billTo.address1 | text 60 | Billing address line 1
orderInformation.billTo.address2 | text 60 | Billing address line 2
orderInformation.billTo.locality | text 50 | Billing city
orderInformation.billTo.administrativeArea | region 20 | Billing state or province
orderInformation.billTo.postalCode | postal-code 10 | Billing postal code
orderInformation.billTo.country | country 2 | Billing country
orderInformation.billTo.email | email 255 | Billing e-mail
orderInformation.billTo.phoneNumber | phone 15 | Billing phone
orderInformation.shipTo.firstName | text 60 | Shipping first name
orderInformation.shipTo.lastName | text 60 | Shipping last name
orderInformation.shipTo.company | text 60 | Shipping company
orderInformation.shipTo.address1 | text 60 | Shipping address line 1
orderInformation.shipTo.address2 | text 60 | Shipping address line 2
orderInformation.shipTo.locality | text 50 | Shipping city
orderInformation.shipTo.administrativeArea | region 20 | Shipping state or province
orderInformation.shipTo.postalCode | postal-code 10 | Shipping postal code
orderInformation.shipTo.country | country 2 | Shipping country
orderInformation.shipTo.phoneNumber | phone 15 | Shipping phone
orderInformation.shippingDetails.shippingMethod | text 10 | Shipping method
orderInformation.lineItems | list | Line items
orderInformation.lineItems[].productCode | text 255 | Line: product code
orderInformation.lineItems[].productName | text 255 | Line: product name
orderInformation.lineItems[].productSku | text 255 | Line: product SKU
orderInformation.lineItems[].quantity | number | Line: quantity
orderInformation.lineItems[].unitPrice | amount | Line: unit price
orderInformation.lineItems[].taxAmount | amount | Line: tax amount
paymentInformation.paymentType.name | text | Payment type
paymentInformation.paymentType.method | text | Payment method
paymentInformation.card.type | choice | Card type | 001=Visa, 002=Mastercard, 003=American Express, 004=Discover, 005=Diners Club, 007=JCB, 042=Maestro, 062=UnionPay
paymentInformation.card.brandName | text | Card brand
paymentInformation.card.prefix | text 6 | Card prefix (BIN)
paymentInformation.card.suffix | text 4 | Card last four digits
paymentInformation.card.expirationMonth | text 2 | Card expiration month
paymentInformation.card.expirationYear | text 4 | Card expiration year
paymentInformation.bank.routingNumber | text 9 | Bank routing number
paymentInformation.bank.iban | text 50 | IBAN
paymentInformation.bank.account.suffix | text 4 | Bank account last four digits
paymentInformation.customer.id | id 32 | Customer token
paymentInformation.paymentInstrument.id | id 32 | Payment instrument token
paymentInformation.instrumentIdentifier.id | id 32 | Instrument identifier
paymentInformation.issuerInformation.name | text | Issuing bank
paymentInformation.issuerInformation.country | country | Issuer country
processingInformation.commerceIndicator | text 20 | Commerce indicator
processingInformation.paymentSolution | text 12 | Payment solution (wallet)
processorInformation.processor.name | text 30 | Processor
processorInformation.approvalCode | text 6 | Authorization code
processorInformation.responseCode | text 10 | Processor response code
processorInformation.networkTransactionId | text 60 | Network transaction ID
processorInformation.retrievalReferenceNumber | text 20 | Retrieval reference number
processorInformation.systemTraceAuditNumber | text 6 | System trace audit number
processorInformation.avs.code | text 1 | AVS result
processorInformation.cardVerification.resultCode | text 1 | CVN result
consumerAuthenticationInformation.eciRaw | text 2 | 3-D Secure ECI
consumerAuthenticationInformation.cavv | text 40 | 3-D Secure CAVV
riskInformation.score.result | number | Fraud score
riskInformation.score.factorCodes | list | Fraud factor codes
riskInformation.profile.name | text 30 | Fraud profile
riskInformation.profile.decision | choice | Fraud decision | ACCEPT, REVIEW, REJECT
deviceInformation.ipAddress | text 48 | IP address
merchantInformation.merchantDescriptor.name | text 23 | Statement descriptor
pointOfSaleInformation.terminalId | text 8 | Terminal ID
installmentInformation.numberOfInstallments | number | Number of instalments
merchantDefinedInformation | list | Merchant-defined data
`,
);
