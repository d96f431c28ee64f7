// The fields of Zoho Books' contacts, items and bank transactions.
import { SIDE_ADDRESSES } from './address-table.ts';
import { fieldCatalog } from './field-table.ts';

/** `POST /contacts` and its answer. */
export const booksContact = fieldCatalog(
  'books',
  'contact',
  'Books contact',
  `
contact_id | id | Contact ID
*contact_name | text 200 | Display name
company_name | text 200 | Company name
contact_type | choice | Contact type | customer, vendor
customer_sub_type | choice | Customer type | individual, business
contact_number | text | Customer number
first_name | text 100 | First name
last_name | text 100 | Last name
contact_salutation | text 25 | Salutation
designation | text 50 | Designation
department | text 50 | Department
email | email 100 | E-mail
phone | phone 50 | Work phone
mobile | phone 50 | Mobile
website | url 100 | Website
language_code | text | Language
currency_id | id | Currency ID
currency_code | currency | Currency
payment_terms | number | Payment terms (days)
payment_terms_label | text 100 | Payment terms
credit_limit | amount | Credit limit
opening_balance_amount | amount | Opening balance
outstanding_receivable_amount | amount | Outstanding receivables
unused_credits_receivable_amount | amount | Unused credits
tax_id_value | text | Tax ID
is_taxable | boolean | Taxable
is_portal_enabled | boolean | Portal enabled
payment_reminder_enabled | boolean | Payment reminders
owner_name | text | Contact owner
pricebook_id | id | Price list ID
zcrm_account_id | id | CRM account ID
zcrm_contact_id | id | CRM contact ID
facebook | text 100 | Facebook
twitter | text 100 | Twitter
notes | text | Remarks
status | choice | Status | active, inactive
created_time | instant | Created at
last_modified_time | instant | Last modified at
${SIDE_ADDRESSES}`,
);

/** `POST /items` and its answer. */
export const booksItem = fieldCatalog(
  'books',
  'item',
  'Books item',
  `
item_id | id | Item ID
*name | text 100 | Name
sku | text 100 | SKU
description | text 2000 | Sales description
*rate | amount | Selling price
unit | text | Unit
product_type | choice | Product type | goods, service, digital_service
item_type | choice | Item type | sales, purchases, sales_and_purchases, inventory
status | choice | Status | active, inactive
account_id | id | Sales account ID
account_name | text | Sales account
tax_id | id | Tax ID
tax_name | text | Tax name
tax_percentage | number | Tax percentage
is_taxable | boolean | Taxable
purchase_rate | amount | Purchase price
purchase_description | text 2000 | Purchase description
purchase_account_id | id | Purchase account ID
vendor_id | id | Preferred vendor ID
vendor_name | text | Preferred vendor
brand | text | Brand
manufacturer | text | Manufacturer
track_inventory | boolean | Track inventory
minimum_order_quantity | number | Minimum order quantity
image_name | text | Image
created_time | instant | Created at
last_modified_time | instant | Last modified at
`,
);

/** `POST /banktransactions` and its answer. */
export const booksBankTransaction = fieldCatalog(
  'books',
  'bank-transaction',
  'Books bank transaction',
  `
transaction_id | id | Transaction ID
*transaction_type | choice | Transaction type | deposit, refund, transfer_fund, card_payment, expense_refund, other_income, interest_income
from_account_id | id | From account ID
to_account_id | id | To account ID
*amount | amount | Amount
bank_charges | amount | Bank charges
*date | date | Date
payment_mode | text | Payment mode
reference_number | text 100 | Reference number
description | text | Description
payee | text | Payee
customer_id | id | Customer ID
vendor_id | id | Vendor ID
currency_id | id | Currency ID
currency_code | currency | Currency
exchange_rate | number | Exchange rate
tax_id | id | Tax ID
debit_or_credit | choice | Debit or credit | debit, credit
status | choice | Status | uncategorized, manually_added, matched, excluded, categorized
imported_transaction_id | id | Imported statement line ID
`,
);
