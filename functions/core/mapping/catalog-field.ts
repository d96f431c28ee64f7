// One field of a product's record as mappings and suggestions see it, and the catalog that lists them.

/** What a field may hold. An `amount` is an exact decimal text; `instant` has a time, `date` has none. */
export const catalogFieldTypes = [
  'text',
  'number',
  'amount',
  'currency',
  'date',
  'instant',
  'boolean',
  'choice',
  'email',
  'phone',
  'country',
  'region',
  'postal-code',
  'id',
  'url',
  'list',
  'object',
] as const;
export type CatalogFieldType = (typeof catalogFieldTypes)[number];

/** One value that a choice field knows, and the words people see for it. */
export interface CatalogChoice {
  value: string;
  label: string;
}

/** A field by its dotted path; `custom` marks one that the organization added itself. */
export interface CatalogField {
  path: string;
  label: string;
  type: CatalogFieldType;
  required?: true;
  /** In characters, as the product counts them. */
  lengthMax?: number;
  choices?: readonly CatalogChoice[];
  custom?: true;
  samples?: readonly string[];
  description?: string;
}

/** Whose records a catalog describes; `canonical` is Tallybridge's own model between them. */
export type CatalogProduct =
  | 'canonical'
  | 'cybersource'
  | 'books'
  | 'inventory'
  | 'crm'
  | 'desk'
  | 'woocommerce';

/** Every field of one kind of record of one product. */
export interface FieldCatalog {
  object: string;
  product: CatalogProduct;
  label: string;
  fields: readonly CatalogField[];
}
