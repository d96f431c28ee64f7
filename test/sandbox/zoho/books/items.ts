// Items: what is sold, by SKU.
import { z } from 'zod';
import { booksTime, orgDate } from '../zoho-time.ts';
import { accountOr, systemAccounts } from './accounts.ts';
import { blank, type Json, locks } from './blank.ts';
import { customFieldValues, decimal, parse, text } from './body.ts';
import { type BooksOrg, found } from './books-org.ts';
import { decimalText } from './currencies.ts';
import { customFieldView, readCustomFields } from './custom-fields.ts';
import type { Item } from './documents.ts';
import { alreadyExists, invalidValue, refused } from './envelope.ts';
import { taxKeys, taxOf } from './taxes.ts';

const itemBody = z.object({
  name: text.optional(),
  rate: decimal.optional(),
  sku: text.optional(),
  unit: text.optional(),
  description: text.optional(),
  tax_id: text.optional(),
  account_id: text.optional(),
  product_type: z.enum(['goods', 'service', 'digital_service']).optional(),
  item_type: z.enum(['sales', 'purchases', 'sales_and_purchases', 'inventory']).optional(),
  custom_fields: customFieldValues.optional(),
});

export function itemOf(org: BooksOrg, id: string): Item {
  return found(org.items, id, 'Item');
}

export function createItem(org: BooksOrg, body: unknown, by: string): Item {
  const given = parse(itemBody, body);
  if (given.name === undefined || given.name === '') throw invalidValue('name');
  if (given.rate === undefined) throw invalidValue('rate');
  refuseTaken(org, given.name, given.sku ?? '');
  return org.save(org.items, {
    ...org.kept(by),
    customFields: readCustomFields('items', given.custom_fields, org.items),
    name: given.name,
    sku: given.sku ?? '',
    unit: given.unit ?? '',
    description: given.description ?? '',
    rate: decimalText(given.rate),
    taxId: taxOf(org, given.tax_id ?? '')?.id ?? '',
    accountId: accountOr(org, given.account_id, 'account_id', systemAccounts.sales).id,
    productType: given.product_type ?? 'goods',
    itemType: given.item_type ?? 'sales',
    status: 'active',
    groupId: org.id(),
  });
}

export function updateItem(org: BooksOrg, id: string, body: unknown): Item {
  const before = itemOf(org, id);
  const given = parse(itemBody, body);
  const name = given.name ?? before.name;
  const sku = given.sku ?? before.sku;
  refuseTaken(org, name, sku, id);
  return org.save(org.items, {
    ...before,
    customFields: readCustomFields('items', given.custom_fields, org.items, before),
    name,
    sku,
    unit: given.unit ?? before.unit,
    description: given.description ?? before.description,
    rate: given.rate === undefined ? before.rate : decimalText(given.rate),
    taxId: given.tax_id === undefined ? before.taxId : (taxOf(org, given.tax_id)?.id ?? ''),
    accountId: accountOr(org, given.account_id ?? before.accountId, 'account_id', '').id,
    productType: given.product_type ?? before.productType,
    itemType: given.item_type ?? before.itemType,
  });
}

export function deleteItem(org: BooksOrg, id: string): void {
  itemOf(org, id);
  const used = [org.invoices, org.salesOrders, org.creditNotes].some((collection) =>
    collection
      .list()
      .some((one: { readonly lines: readonly { readonly itemId: string }[] }) =>
        one.lines.some((line) => line.itemId === id),
      ),
  );
  if (used) throw refused('Items that are part of a transaction cannot be deleted.');
  org.items.delete(id);
}

function refuseTaken(org: BooksOrg, name: string, sku: string, ownId = ''): void {
  for (const item of org.items.list()) {
    if (item.id === ownId) continue;
    if (item.name.toLowerCase() === name.toLowerCase()) throw alreadyExists('Item', name);
    if (sku !== '' && item.sku === sku) throw alreadyExists('SKU', sku);
  }
}

function shared(org: BooksOrg, item: Item): Json {
  const rate = Number(item.rate);
  return {
    item_id: item.id,
    name: item.name,
    sku: item.sku,
    status: item.status,
    source: 'api',
    is_linked_with_zohocrm: false,
    zcrm_product_id: '',
    unit: item.unit,
    description: item.description,
    rate,
    account_id: item.accountId,
    account_name: org.accounts.get(item.accountId)?.name ?? '',
    ...taxKeys(org, item.taxId),
    can_be_sold: item.itemType !== 'purchases',
    can_be_purchased: item.itemType.includes('purchases'),
    track_inventory: item.itemType === 'inventory',
    item_type: item.itemType,
    product_type: item.productType,
    purchase_rate: 0,
    created_time: booksTime(item.createdAt, org.timeZone),
    last_modified_time: booksTime(item.modifiedAt, org.timeZone),
    tags: [],
  };
}

export function itemView(org: BooksOrg, item: Item): Json {
  const rate = Number(item.rate);
  return {
    ...blank({
      empty: `brand manufacturer product_subtype purpose_of_use image_name image_type crm_owner_id
        tax_status tax_start_date tax_end_date tax_groups_details tax_country_code tax_information
        is_tax_expired purchase_tax_information associated_template_id purchase_description
        sales_margin purchase_account_id purchase_account_name offline_created_date_with_time
        minimum_order_quantity maximum_order_quantity attribute_name1 attribute_name2
        attribute_name3 attribute_option_name1 attribute_option_name2 attribute_option_name3
        default_hosted_page_url`,
      no: 'is_default_tax_applied is_fulfillable is_modifier_item has_variant',
      lists: 'documents price_brackets sales_channels integration_references',
      objects: 'item_code locked_fields',
    }),
    ...shared(org, item),
    ...locks(),
    ...customFieldView('items', item),
    group_id: item.groupId,
    unit_id: '460000000000093022',
    tax_type: item.taxId === '' ? '' : 'tax',
    pricebook_rate: rate,
    pricing_scheme: 'unit',
    default_price_brackets: [{ start_quantity: 1, end_quantity: 1, pricebook_rate: rate }],
    sales_rate: rate,
    created_at: orgDate(item.createdAt, org.timeZone),
  };
}

export function itemRow(org: BooksOrg, item: Item): Json {
  const { tax_type: _, ...row } = shared(org, item);
  return {
    ...blank({
      empty: `purchase_account_id purchase_account_name purchase_description image_name image_type
        image_document_id product_subtype purpose_of_use vendor_name`,
      no: 'has_attachment',
    }),
    ...row,
    item_name: item.name,
  };
}
