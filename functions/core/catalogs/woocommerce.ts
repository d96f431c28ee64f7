// The fields of WooCommerce's orders, customers and refunds.
import { fieldCatalog } from './field-table.ts';

/** The people and addresses of orders and customers. */
const PEOPLE = ['Billing', 'Shipping'].map(personOf).join('');

function personOf(side: string): string {
  const path = side.toLowerCase();
  return `
${path}.first_name | text | ${side} first name
${path}.last_name | text | ${side} last name
${path}.company | text | ${side} company
${path}.address_1 | text | ${side} address 1
${path}.address_2 | text | ${side} address 2
${path}.city | text | ${side} city
${path}.state | region | ${side} state
${path}.postcode | postal-code | ${side} postcode
${path}.country | country | ${side} country
${path}.phone | phone | ${side} phone
`;
}

/** `GET /wp-json/wc/v3/orders/{id}`. */
export const wooOrder = fieldCatalog(
  'woocommerce',
  'order',
  'WooCommerce order',
  `
id | id | Order ID
number | text | Order number
parent_id | id | Parent order ID
order_key | text | Order key
created_via | text | Created via
version | text | WooCommerce version
status | choice | Status | pending, processing, on-hold, completed, cancelled, refunded, failed
currency | currency | Currency
date_created_gmt | instant | Date created
date_modified_gmt | instant | Date modified
date_paid_gmt | instant | Date paid
date_completed_gmt | instant | Date completed
discount_total | amount | Discount total
discount_tax | amount | Discount tax
shipping_total | amount | Shipping total
shipping_tax | amount | Shipping tax
cart_tax | amount | Cart tax
total | amount | Order total
total_tax | amount | Total tax
prices_include_tax | boolean | Prices include tax
customer_id | id | Customer ID
customer_ip_address | text | Customer IP address
customer_user_agent | text | Customer user agent
customer_note | text | Customer note
payment_method | text | Payment method
payment_method_title | text | Payment method title
transaction_id | text | Transaction ID
cart_hash | text | Cart hash
payment_url | url | Payment link
billing.email | email | Billing email
${PEOPLE}
line_items | list | Line items
line_items[].product_id | id | Line: product ID
line_items[].variation_id | id | Line: variation ID
line_items[].sku | text | Line: SKU
line_items[].name | text | Line: product name
line_items[].quantity | number | Line: quantity
line_items[].price | amount | Line: price
line_items[].subtotal | amount | Line: subtotal
line_items[].total | amount | Line: total
line_items[].total_tax | amount | Line: total tax
line_items[].tax_class | text | Line: tax class
tax_lines[].rate_code | text | Tax: rate code
tax_lines[].label | text | Tax: label
tax_lines[].rate_percent | number | Tax: rate percent
shipping_lines[].method_id | text | Shipping: method ID
shipping_lines[].method_title | text | Shipping: method title
shipping_lines[].total | amount | Shipping: total
fee_lines[].name | text | Fee: name
fee_lines[].total | amount | Fee: total
coupon_lines[].code | text | Coupon: code
coupon_lines[].discount | amount | Coupon: discount
refunds[].id | id | Refund: ID
refunds[].reason | text | Refund: reason
refunds[].total | amount | Refund: total
meta_data | list | Meta data
`,
);

/** `GET /wp-json/wc/v3/customers/{id}`. */
export const wooCustomer = fieldCatalog(
  'woocommerce',
  'customer',
  'WooCommerce customer',
  `
id | id | Customer ID
email | email | Email
first_name | text | First name
last_name | text | Last name
username | text | Username
role | text | Role
date_created_gmt | instant | Date created
date_modified_gmt | instant | Date modified
is_paying_customer | boolean | Paying customer
avatar_url | url | Avatar
billing.email | email | Billing email
${PEOPLE}
meta_data | list | Meta data
`,
);

/** `GET /wp-json/wc/v3/orders/{id}/refunds/{id}`. */
export const wooRefund = fieldCatalog(
  'woocommerce',
  'refund',
  'WooCommerce refund',
  `
id | id | Refund ID
parent_id | id | Order ID
date_created_gmt | instant | Date created
amount | amount | Refund amount
reason | text | Refund reason
refunded_by | id | Refunded by (user ID)
refunded_payment | boolean | Refunded at the gateway
line_items | list | Line items
line_items[].product_id | id | Line: product ID
line_items[].sku | text | Line: SKU
line_items[].name | text | Line: product name
line_items[].quantity | number | Line: quantity
line_items[].price | amount | Line: price
line_items[].total | amount | Line: total
line_items[].total_tax | amount | Line: total tax
shipping_lines[].total | amount | Shipping: total
meta_data | list | Meta data
`,
);
