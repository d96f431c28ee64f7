// The organization's custom fields: which exist, which refuse duplicates, and how they are read and shown.
import type { Collection } from '../../document-store.ts';
import type { Json } from './blank.ts';
import type { CustomFieldValues } from './body.ts';
import type { Kept } from './documents.ts';
import { invalidValue, refused } from './envelope.ts';

/** Modules with a custom field in the sandbox's organization. */
export type FieldModule =
  | 'contacts'
  | 'invoices'
  | 'salesorders'
  | 'customerpayments'
  | 'creditnotes'
  | 'items'
  | 'expenses';

interface FieldDefinition {
  readonly id: string;
  readonly module: FieldModule;
  readonly apiName: string;
  readonly label: string;
  /** "Do not allow duplicates", which X-Upsert needs. */
  readonly isUnique: boolean;
  /** Of a drop-down; any text is taken where there are none. */
  readonly options?: readonly string[];
  /** Switched off: still on old records, but not to be written. */
  readonly isOff?: boolean;
}

const PAYMENT_STATUSES = ['Open', 'Authorized', 'Paid', 'Refunded', 'Void'];

const definitions: readonly FieldDefinition[] = [
  field(1, 'contacts', 'cf_tallybridge_customer', 'Tallybridge Customer', true),
  field(2, 'invoices', 'cf_tallybridge_invoice', 'Tallybridge Invoice', true),
  field(3, 'salesorders', 'cf_tallybridge_order', 'Tallybridge Order', true),
  field(4, 'customerpayments', 'cf_tallybridge_payment', 'Tallybridge Payment', true),
  field(5, 'creditnotes', 'cf_tallybridge_credit_note', 'Tallybridge Credit Note', true),
  field(6, 'invoices', 'cf_purchase_order', 'Purchase Order', false),
  {
    ...field(7, 'invoices', 'cf_payment_status', 'Payment Status', false),
    options: PAYMENT_STATUSES,
  },
  {
    ...field(8, 'customerpayments', 'cf_payment_status', 'Payment Status', false),
    options: PAYMENT_STATUSES,
  },
  field(9, 'customerpayments', 'cf_authorization_code', 'Authorization Code', false),
  field(10, 'contacts', 'cf_customer_profile_id', 'Customer Profile ID', false),
  { ...field(11, 'salesorders', 'cf_old_channel', 'Old Channel', false), isOff: true },
  field(12, 'items', 'cf_warehouse_bin', 'Warehouse Bin', false),
];

function field(
  index: number,
  module: FieldModule,
  apiName: string,
  label: string,
  isUnique: boolean,
): FieldDefinition {
  return {
    id: `460000000000045${String(index).padStart(3, '0')}`,
    module,
    apiName,
    label,
    isUnique,
  };
}

function ofModule(module: FieldModule): readonly FieldDefinition[] {
  return definitions.filter((one) => one.module === module);
}

/**
 * The record's values after a request. A value names its field by `customfield_id`, `api_name`,
 * `label` or `index`; an unknown field is refused, a duplicate in a unique one too (its code is not known).
 */
export function readCustomFields<T extends Kept>(
  module: FieldModule,
  given: CustomFieldValues | undefined,
  collection: Collection<T>,
  before?: T,
): Record<string, string> {
  const values: Record<string, string> = { ...before?.customFields };
  for (const entry of given ?? []) {
    const definition = ofModule(module).find(
      (one, index) =>
        one.id === entry.customfield_id ||
        one.apiName === entry.api_name ||
        one.label === entry.label ||
        index + 1 === entry.index,
    );
    if (definition === undefined || definition.isOff) throw invalidValue('custom_fields');
    const value = entry.value === null || entry.value === undefined ? '' : String(entry.value);
    if (value !== '' && definition.options?.includes(value) === false) {
      throw invalidValue(definition.label);
    }
    const holder =
      value === '' ? undefined : findByCustomField(collection, definition.apiName, value);
    if (definition.isUnique && holder !== undefined && holder.id !== before?.id) {
      throw refused(`The value of ${definition.label} already exists.`);
    }
    if (value === '') delete values[definition.apiName];
    else values[definition.apiName] = value;
  }
  return values;
}

/** The key and value of X-Unique-Identifier-*; the field must exist and refuse duplicates. */
export function uniqueField(module: FieldModule, key: string): string {
  const definition = ofModule(module).find((one) => one.apiName === key && one.isUnique);
  if (definition === undefined) throw invalidValue('X-Unique-Identifier-Key');
  return definition.apiName;
}

export function findByCustomField<T extends Kept>(
  collection: Collection<T>,
  apiName: string,
  value: string,
): T | undefined {
  return collection.list().find((record) => record.customFields[apiName] === value);
}

/** `custom_fields` and `custom_field_hash` of a record. */
export function customFieldView(module: FieldModule, record: Kept): Json {
  const custom_fields: Json[] = [];
  const custom_field_hash: Json = {};
  ofModule(module).forEach((definition, index) => {
    const value = record.customFields[definition.apiName];
    if (value === undefined) return;
    custom_fields.push({
      customfield_id: definition.id,
      field_id: definition.id,
      api_name: definition.apiName,
      label: definition.label,
      index: index + 1,
      placeholder: definition.apiName,
      data_type: dataType(definition),
      is_active: true,
      show_on_pdf: false,
      edit_on_portal: false,
      show_in_all_pdf: false,
      edit_on_store: false,
      search_entity: module.replace(/s$/, ''),
      value,
      value_formatted: value,
    });
    custom_field_hash[definition.apiName] = value;
    custom_field_hash[`${definition.apiName}_unformatted`] = value;
  });
  return { custom_fields, custom_field_hash };
}

/** What a list's `page_context` names as the module's custom fields. */
export function customFieldList(module: string): Json[] {
  return definitions
    .filter((one) => one.module === module)
    .map((one, index) => ({
      customfield_id: one.id,
      field_id: one.id,
      api_name: one.apiName,
      label: one.label,
      index: index + 1,
      data_type: dataType(one),
      is_active: !one.isOff,
      is_mandatory: false,
      is_unique: one.isUnique,
    }));
}

/** What the settings pages call the modules. */
const entities: Readonly<Record<string, FieldModule>> = {
  contact: 'contacts',
  invoice: 'invoices',
  salesorder: 'salesorders',
  customer_payment: 'customerpayments',
  creditnote: 'creditnotes',
  item: 'items',
  expense: 'expenses',
};

/** `GET /settings/preferences/customfields?entity=`: in no specification; live clients read it so. */
export function customFieldSettings(entity: string | undefined): Json {
  const module = Object.hasOwn(entities, entity ?? '') ? entities[entity ?? ''] : undefined;
  if (module === undefined) throw invalidValue('entity');
  return {
    customfields: ofModule(module).map((one, index) => ({
      ...customFieldList(module)[index],
      entity,
      max_length: one.options === undefined ? 255 : null,
      is_basecurrency_amount: false,
      show_on_pdf: false,
      ...(one.options === undefined
        ? {}
        : {
            values: one.options.map((name, order) => ({ order: order + 1, name, is_active: true })),
          }),
    })),
  };
}

function dataType({ options }: FieldDefinition): string {
  return options === undefined ? 'string' : 'dropdown';
}
