// The fields of Zoho Books' sales documents: invoice, customer payment, credit note.
import { SIDE_ADDRESSES } from './address-table.ts';
import { fieldCatalog } from './field-table.ts';

/** The lines that invoices and credit notes share. */
const LINES = `
line_items | list | Line items
line_items[].item_id | id | Line: item ID
line_items[].name | text 100 | Line: name
line_items[].description | text 2000 | Line: description
line_items[].quantity | number | Line: quantity
line_items[].unit | text 100 | Line: unit
line_items[].rate | amount | Line: rate
line_items[].discount | amount | Line: discount
line_items[].tax_id | id | Line: tax ID
line_items[].tax_name | text | Line: tax name
line_items[].tax_percentage | number | Line: tax percentage
line_items[].item_total | amount | Line: total
line_items[].account_id | id | Line: account ID
`;

/** `POST /invoices` and its answer. */
export const booksInvoice = fieldCatalog(
  'books',
  'invoice',
  'Books invoice',
  `
invoice_id | id | Invoice ID
invoice_number | text 100 | Invoice number
reference_number | text 50 | Order number (reference)
*customer_id | id | Customer ID
customer_name | text 200 | Customer name
email | email 100 | Customer e-mail
date | date | Invoice date
due_date | date | Due date
payment_terms | number | Payment terms (days)
payment_terms_label | text 100 | Payment terms
payment_expected_date | date | Payment expected on
last_payment_date | date | Last payment date
status | choice | Status | draft, sent, viewed, overdue, partially_paid, paid, void
currency_id | id | Currency ID
currency_code | currency | Currency
exchange_rate | number | Exchange rate
discount | amount | Discount
discount_type | choice | Discount type | entity_level, item_level
is_discount_before_tax | boolean | Discount before tax
is_inclusive_tax | boolean | Tax included
sub_total | amount | Subtotal
tax_total | amount | Tax total
shipping_charge | amount | Shipping charge
adjustment | amount | Adjustment
adjustment_description | text | Adjustment description
total | amount | Total
balance | amount | Balance due
payment_made | amount | Payment made
credits_applied | amount | Credits applied
write_off_amount | amount | Written off
salesperson_id | id | Salesperson ID
salesperson_name | text 200 | Salesperson
salesorder_id | id | Sales order ID
salesorder_number | text | Sales order number
zcrm_potential_id | id | CRM deal ID
recurring_invoice_id | id | Recurring invoice ID
project_id | id | Project ID
location_id | id | Location ID
template_id | id | Template ID
template_name | text | Template
notes | text 5000 | Customer notes
terms | text 10000 | Terms and conditions
subject_content | text | Subject
invoice_url | url | Invoice link
sales_channel | text | Sales channel
created_time | instant | Created at
last_modified_time | instant | Last modified at
${SIDE_ADDRESSES}${LINES}`,
);

/** `POST /customerpayments` and its answer. */
export const booksCustomerPayment = fieldCatalog(
  'books',
  'customer-payment',
  'Books customer payment',
  `
payment_id | id | Payment ID
payment_number | text | Payment number
*customer_id | id | Customer ID
customer_name | text 200 | Customer name
*payment_mode | choice | Payment mode | check=Check, cash=Cash, creditcard=Credit card, banktransfer=Bank transfer, bankremittance=Bank remittance, autotransaction=Auto transaction, others=Others
*amount | amount | Amount received
*date | date | Payment date
reference_number | text 50 | Reference number
description | text 500 | Notes
exchange_rate | number | Exchange rate
currency_code | currency | Currency
account_id | id | Deposit to (account ID)
account_name | text | Deposit to
bank_charges | amount | Bank charges
bank_charges_account_id | id | Bank charges account ID
tax_account_id | id | Tax account ID
tax_amount_withheld | amount | Tax withheld
discount_amount | amount | Discount
unused_amount | amount | Unused amount
payment_status | text | Payment status
settlement_status | text | Settlement status
card_type | text | Card type
last_four_digits | text 4 | Card last four digits
online_transaction_id | text | Online transaction ID
payment_gateway | text | Payment gateway
retainerinvoice_id | id | Retainer invoice ID
location_id | id | Location ID
sales_person_name | text | Salesperson
template_id | id | Template ID
invoices | list | Invoices paid
invoices[].invoice_id | id | Applied to: invoice ID
invoices[].invoice_number | text | Applied to: invoice number
invoices[].amount_applied | amount | Applied to: amount
invoices[].tax_amount_withheld | amount | Applied to: tax withheld
created_time | instant | Created at
`,
);

/** `POST /creditnotes` and its answer. */
export const booksCreditNote = fieldCatalog(
  'books',
  'credit-note',
  'Books credit note',
  `
creditnote_id | id | Credit note ID
creditnote_number | text 100 | Credit note number
reference_number | text 50 | Reference number
*customer_id | id | Customer ID
customer_name | text 200 | Customer name
*date | date | Credit note date
status | choice | Status | draft, open, closed, void
currency_id | id | Currency ID
currency_code | currency | Currency
exchange_rate | number | Exchange rate
invoice_id | id | Invoice ID
invoice_number | text | Invoice number
reason | text | Reason
sub_total | amount | Subtotal
tax_total | amount | Tax total
shipping_charge | amount | Shipping charge
adjustment | amount | Adjustment
discount | amount | Discount
total | amount | Total
balance | amount | Credits remaining
total_credits_used | amount | Credits used
total_refunded_amount | amount | Refunded amount
salesperson_name | text 200 | Salesperson
is_inclusive_tax | boolean | Tax included
location_id | id | Location ID
template_id | id | Template ID
notes | text 5000 | Customer notes
terms | text 10000 | Terms and conditions
refund_mode | text | Refund mode
refund_from_account_id | id | Refund from (account ID)
created_time | instant | Created at
${LINES}`,
);
