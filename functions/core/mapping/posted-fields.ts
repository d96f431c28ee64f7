// What the mappings that posting works with may write; amounts, accounts, items and keys are written by Tallybridge alone.
import type { MappingDocument, MappingRecord } from './document.ts';

interface Posted {
  readonly target: MappingRecord;
  /** Objects of our own model that are at hand when the record is posted. */
  readonly sources: readonly string[];
  /** Paths that may be written, `x.*` for all below; everything but `never` when absent. */
  readonly only?: readonly string[];
  readonly never?: readonly string[];
}

const REST_OF_DOCUMENT = [
  'reference_number',
  'date',
  'notes',
  'terms',
  'template_id',
  'location_id',
  'salesperson_id',
  'salesperson_name',
  'custom_fields.*',
];
const ORDER_LINES = ['name', 'description', 'unit', 'tax_id', 'account_id', 'warehouse_id'].map(
  (field) => `line_items[].${field}`,
);
const ADDRESSES = ['billing_address.*', 'shipping_address.*'];

const invoice: Posted = {
  target: { product: 'books', object: 'invoice' },
  sources: ['order', 'payment', 'customer'],
  only: [
    ...REST_OF_DOCUMENT,
    ...ADDRESSES,
    ...ORDER_LINES,
    'invoice_number',
    'due_date',
    'payment_terms',
    'payment_terms_label',
    'subject_content',
    'sales_channel',
    'zcrm_potential_id',
  ],
};
const salesOrder: Posted = {
  target: { product: 'inventory', object: 'sales-order' },
  sources: ['order', 'payment', 'customer'],
  only: [
    ...REST_OF_DOCUMENT,
    ...ADDRESSES,
    ...ORDER_LINES,
    'salesorder_number',
    'shipment_date',
    'delivery_method',
    'delivery_method_id',
  ],
};

const posted: Readonly<Record<string, Posted>> = {
  'order-to-books-invoice': invoice,
  'payment-to-books-invoice': invoice,
  'order-to-inventory-sales-order': salesOrder,
  'payment-to-inventory-sales-order': salesOrder,
  'payment-to-books-payment': {
    target: { product: 'books', object: 'customer-payment' },
    sources: ['payment'],
    only: [
      'reference_number',
      'date',
      'payment_mode',
      'description',
      'card_type',
      'last_four_digits',
      'online_transaction_id',
      'payment_gateway',
      'location_id',
      'template_id',
      'sales_person_name',
      'custom_fields.*',
    ],
  },
  'refund-to-books-credit-note': {
    target: { product: 'books', object: 'credit-note' },
    sources: ['movement', 'payment'],
    only: [...REST_OF_DOCUMENT, 'reason', 'refund_mode'],
  },
  'customer-to-books-contact': {
    target: { product: 'books', object: 'contact' },
    sources: ['customer', 'payment'],
    never: [
      'contact_id',
      'contact_type',
      'currency_id',
      'currency_code',
      'opening_balance_amount',
      'outstanding_receivable_amount',
      'unused_credits_receivable_amount',
      'credit_limit',
      'status',
      'created_time',
      'last_modified_time',
    ],
  },
  'customer-to-crm-contact': {
    target: { product: 'crm', object: 'contact' },
    sources: ['customer', 'payment'],
    never: ['id', 'Account_Name', 'Full_Name', 'Created_Time', 'Modified_Time'],
  },
  'case-to-desk-ticket': {
    target: { product: 'desk', object: 'ticket' },
    sources: ['case', 'payment'],
    never: [
      'id',
      'ticketNumber',
      'contactId',
      'statusType',
      'webUrl',
      'createdTime',
      'modifiedTime',
    ],
  },
};

/** Custom fields that carry our keys: they make writes safe to repeat. */
const OUR_KEY = /^(custom_fields|cf)\.cf_tallybridge_/;

type Named = Pick<MappingDocument, 'id'>;

/** Undefined for mappings that only translate. */
function postedBy({ id }: Named): Posted | undefined {
  return Object.hasOwn(posted, id) ? posted[id] : undefined;
}

/** The record that is written with this mapping; undefined for mappings that posting doesn't work with. */
export function postedRecord(document: Named): MappingRecord | undefined {
  return postedBy(document)?.target;
}

/** Whether the mapping may fill that field of its target. */
export function mayWrite(document: Named, path: string): boolean {
  const rules = postedBy(document);
  if (rules === undefined) return true;
  if (OUR_KEY.test(path)) return false;
  const { only, never } = rules;
  if (only !== undefined) return only.some((one) => covers(one, path));
  return !never?.includes(path);
}

/** Sources that nobody gives the mapping when it is used for posting. */
export function sourcesNotGiven(document: MappingDocument): readonly string[] {
  const rules = postedBy(document);
  if (rules === undefined) return [];
  return document.sources
    .filter(({ product, object }) => product !== 'canonical' || !rules.sources.includes(object))
    .map(({ object }) => object);
}

function covers(allowed: string, path: string): boolean {
  return allowed.endsWith('.*') ? path.startsWith(allowed.slice(0, -1)) : path === allowed;
}
