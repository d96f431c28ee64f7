// The fields of Zoho Inventory's sales orders and items.
import { SIDE_ADDRESSES } from './address-table.ts';
import { fieldCatalog } from './field-table.ts';

/** `POST /salesorders` and its answer. */
export const inventorySalesOrder = fieldCatalog(
  'inventory',
  'sales-order',
  'Inventory sales order',
  `
salesorder_id | id | Sales order ID
salesorder_number | text 100 | Sales order number
reference_number | text 50 | Reference number
*customer_id | id | Customer ID
customer_name | text 200 | Customer name
date | date | Order date
shipment_date | date | Expected shipment date
status | choice | Status | draft, confirmed, closed, void
currency_id | id | Currency ID
currency_code | currency | Currency
exchange_rate | number | Exchange rate
discount | amount | Discount
discount_type | choice | Discount type | entity_level, item_level
is_inclusive_tax | boolean | Tax included
sub_total | amount | Subtotal
tax_total | amount | Tax total
shipping_charge | amount | Shipping charge
adjustment | amount | Adjustment
adjustment_description | text | Adjustment description
total | amount | Total
delivery_method | text | Delivery method
delivery_method_id | id | Delivery method ID
salesperson_id | id | Salesperson ID
salesperson_name | text 200 | Salesperson
pricebook_id | id | Price list ID
location_id | id | Location ID
template_id | id | Template ID
estimate_id | id | Estimate ID
notes | text 5000 | Customer notes
terms | text 10000 | Terms and conditions
documents | list | Attachments
created_time | instant | Created at
last_modified_time | instant | Last modified at
*line_items | list | Line items
line_items[].item_id | id | Line: item ID
line_items[].sku | text | Line: SKU
line_items[].name | text 100 | Line: name
line_items[].description | text 2000 | Line: description
line_items[].quantity | number | Line: quantity
line_items[].unit | text 100 | Line: unit
line_items[].rate | amount | Line: rate
line_items[].discount | amount | Line: discount
line_items[].tax_id | id | Line: tax ID
line_items[].tax_percentage | number | Line: tax percentage
line_items[].item_total | amount | Line: total
line_items[].warehouse_id | id | Line: warehouse ID
${SIDE_ADDRESSES}`,
);

/** `POST /items` and its answer. */
export const inventoryItem = fieldCatalog(
  'inventory',
  'item',
  'Inventory item',
  `
item_id | id | Item ID
group_id | id | Item group ID
group_name | text | Item group
*name | text 100 | Name
sku | text 100 | SKU
upc | text | UPC
ean | text | EAN
isbn | text | ISBN
part_number | text | Part number
description | text 2000 | Sales description
*rate | amount | Selling price
purchase_rate | amount | Cost price
purchase_description | text 2000 | Purchase description
unit | text | Unit
item_type | choice | Item type | inventory, sales, purchases, sales_and_purchases
product_type | choice | Product type | goods, service
brand | text | Brand
manufacturer | text | Manufacturer
vendor_id | id | Preferred vendor ID
vendor_name | text | Preferred vendor
initial_stock | number | Opening stock
initial_stock_rate | amount | Opening stock rate
stock_on_hand | number | Stock on hand
available_stock | number | Available stock
reorder_level | number | Reorder level
tax_id | id | Tax ID
tax_percentage | number | Tax percentage
is_taxable | boolean | Taxable
is_returnable | boolean | Returnable
account_id | id | Sales account ID
purchase_account_id | id | Purchase account ID
inventory_account_id | id | Inventory account ID
package_details.weight | number | Weight
package_details.length | number | Length
package_details.width | number | Width
package_details.height | number | Height
image_name | text | Image
status | choice | Status | active, inactive
created_time | instant | Created at
last_modified_time | instant | Last modified at
`,
);
