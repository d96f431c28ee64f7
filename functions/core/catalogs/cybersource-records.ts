// The fields of Cybersource's other records: refund, customer, dispute, settlement line, fraud case.
import { fieldCatalog } from './field-table.ts';

/** As the refund answers name them. */
export const cybersourceRefund = fieldCatalog(
  'cybersource',
  'refund',
  'Cybersource refund',
  `
id | id 26 | Refund transaction ID
submitTimeUtc | instant | Submitted at
status | choice | Status | PENDING, TRANSMITTED, DECLINED, INVALID_REQUEST
reconciliationId | text 60 | Reconciliation ID
clientReferenceInformation.code | text 50 | Merchant reference code
clientReferenceInformation.submitLocalDateTime | instant | Submitted at (local time)
refundAmountDetails.refundAmount | amount | Refund amount
refundAmountDetails.currency | currency | Currency
orderInformation.amountDetails.settlementAmount | amount | Settlement amount
orderInformation.amountDetails.settlementCurrency | currency | Settlement currency
orderInformation.amountDetails.exchangeRate | number | Exchange rate
processorInformation.approvalCode | text 6 | Authorization code
processorInformation.responseCode | text 10 | Processor response code
processorInformation.networkTransactionId | text 60 | Network transaction ID
processorInformation.settlementDate | date | Settlement date
errorInformation.reason | text 50 | Refusal reason
errorInformation.message | text 255 | Refusal message
`,
);

/** A customer of the token vault with the default payment instrument and shipping address. */
export const cybersourceCustomer = fieldCatalog(
  'cybersource',
  'customer',
  'Cybersource customer',
  `
id | id 32 | Customer token
objectInformation.title | text 60 | Title
objectInformation.comment | text 150 | Comment
buyerInformation.merchantCustomerID | text 100 | Customer ID at the merchant
buyerInformation.email | email 255 | Buyer e-mail
clientReferenceInformation.code | text 50 | Merchant reference code
defaultPaymentInstrument.id | id 32 | Payment instrument token
defaultPaymentInstrument.state | choice | Payment instrument state | ACTIVE, CLOSED
defaultPaymentInstrument.card.type | text | Card type
defaultPaymentInstrument.card.number | text 19 | Masked card number
defaultPaymentInstrument.card.expirationMonth | text 2 | Card expiration month
defaultPaymentInstrument.card.expirationYear | text 4 | Card expiration year
defaultPaymentInstrument.buyerInformation.companyTaxID | text 9 | Company tax ID
defaultPaymentInstrument.buyerInformation.currency | currency | Buyer currency
defaultPaymentInstrument.buyerInformation.dateOfBirth | date | Date of birth
defaultPaymentInstrument.billTo.firstName | text 60 | Billing first name
defaultPaymentInstrument.billTo.lastName | text 60 | Billing last name
defaultPaymentInstrument.billTo.company | text 60 | Billing company
defaultPaymentInstrument.billTo.address1 | text 60 | Billing address line 1
defaultPaymentInstrument.billTo.address2 | text 60 | Billing address line 2
defaultPaymentInstrument.billTo.locality | text 50 | Billing city
defaultPaymentInstrument.billTo.administrativeArea | region 20 | Billing state or province
defaultPaymentInstrument.billTo.postalCode | postal-code 10 | Billing postal code
defaultPaymentInstrument.billTo.country | country 2 | Billing country
defaultPaymentInstrument.billTo.email | email 255 | Billing e-mail
defaultPaymentInstrument.billTo.phoneNumber | phone 30 | Billing phone
defaultPaymentInstrument.instrumentIdentifier.id | id 32 | Instrument identifier
defaultShippingAddress.id | id 32 | Shipping address token
defaultShippingAddress.shipTo.firstName | text 60 | Shipping first name
defaultShippingAddress.shipTo.lastName | text 60 | Shipping last name
defaultShippingAddress.shipTo.company | text 60 | Shipping company
defaultShippingAddress.shipTo.address1 | text 60 | Shipping address line 1
defaultShippingAddress.shipTo.address2 | text 60 | Shipping address line 2
defaultShippingAddress.shipTo.locality | text 50 | Shipping city
defaultShippingAddress.shipTo.administrativeArea | region 20 | Shipping state or province
defaultShippingAddress.shipTo.postalCode | postal-code 10 | Shipping postal code
defaultShippingAddress.shipTo.country | country 2 | Shipping country
defaultShippingAddress.shipTo.email | email 255 | Shipping e-mail
defaultShippingAddress.shipTo.phoneNumber | phone 15 | Shipping phone
merchantDefinedInformation | list | Merchant-defined data
`,
);

/** A row of `GET /reporting/v3/chargeback-details`. */
export const cybersourceDispute = fieldCatalog(
  'cybersource',
  'dispute',
  'Cybersource dispute',
  `
requestId | id 26 | Request ID of the disputed transaction
processorMerchantId | text | Processor merchant ID
merchantName | text | Merchant name
transactionReferenceNumber | text 60 | Transaction reference number
merchantReferenceNumber | text 50 | Merchant reference number
natureOfDispute | text | Nature of the dispute
alertType | text | Alert type
amount | amount | Disputed amount
currencyCode | currency | Currency
sign | text | Sign of the amount
action | text | Action
actionDescription | text | Action description
cardType | text | Card type
originalSettlementTime | instant | Original settlement time
trackingNumber | text | Tracking number (case number)
responseDueTime | instant | Response due
time | instant | Dispute time
customerId | text | Customer ID
reasonCode | text | Dispute reason code
representmentCPTime | instant | Representment time
applications | text | Applications
eventRequestedTime | instant | Event requested at
preDisputeFlag | boolean | Before-dispute alert
`,
);

/** One request of the settlement reports, with its fees: the sections of `purchase-refund-details` joined by request. */
export const cybersourceSettlementLine = fieldCatalog(
  'cybersource',
  'settlement-line',
  'Cybersource settlement line',
  `
requestId | id 26 | Request ID
cybersourceMerchantId | text | Merchant ID
processorMerchantId | text | Processor merchant ID
groupName | text | Reporting group
transactionReferenceNumber | text 60 | Transaction reference number
merchantReferenceNumber | text 50 | Merchant reference number
transactionType | choice | Transaction type | ics_bill=Capture, ics_credit=Refund
submissionTime | instant | Submitted at
amount | amount | Amount
currencyCode | currency | Currency
paymentMethod | text | Payment method
paymentType | text | Payment type
walletType | text | Wallet
cardType | text | Card type
accountSuffix | text 4 | Card last four digits
cybersourceBatchTime | instant | Batch time
cybersourceBatchId | text | Batch ID
debitNetwork | text | Debit network
status | text | Settlement status
settlementTime | instant | Settled at
reasonCode | text | Settlement reason code
errorText | text | Settlement error
totalFee | amount | Total fee
feeCurrency | currency | Fee currency
interchangeDescription | text | Interchange description
interchangePerItemFee | amount | Interchange fee per item
interchangePercentage | number | Interchange percentage
discountAmount | amount | Merchant discount amount
discountPercentage | number | Merchant discount percentage
duesAssessments | amount | Dues and assessments
fundingAmount | amount | Funding amount
fundingCurrency | currency | Funding currency
`,
);

/** A case of Decision Manager: the reviewed payment and what the analyst decided. */
export const cybersourceFraudCase = fieldCatalog(
  'cybersource',
  'fraud-case',
  'Cybersource fraud case',
  `
requestId | id 26 | Request ID
merchantReferenceNumber | text 50 | Merchant reference number
conversionTime | instant | Decided at
originalDecision | choice | Original decision | REVIEW, REJECT, ACCEPT
newDecision | choice | New decision | ACCEPT, REJECT
reviewer | text | Reviewer
reviewerComments | text | Reviewer comments
queue | text | Review queue
profile | text | Risk profile
casePriority | number | Case priority
riskScore | number | Risk score
factorCodes | list | Risk factor codes
rules | list | Rules that fired
amount | amount | Amount
currency | currency | Currency
billTo.firstName | text 60 | Billing first name
billTo.lastName | text 60 | Billing last name
billTo.email | email 255 | Billing e-mail
billTo.phoneNumber | phone 15 | Billing phone
billTo.country | country 2 | Billing country
cardType | text | Card type
cardSuffix | text 4 | Card last four digits
ipAddress | text 48 | IP address
notes[].time | instant | Note: time
notes[].addedBy | text | Note: added by
notes[].comments | text | Note: comments
`,
);
