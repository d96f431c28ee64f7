// The catalogs that test mappings speak of: every standard one, and the custom fields of the shipped mappings.
import { staticCatalogs } from '../../../functions/core/catalogs/static-catalogs.ts';
import { canonicalCatalogs } from '../../../functions/core/mapping/canonical-catalogs.ts';
import type { FieldCatalog } from '../../../functions/core/mapping/catalog-field.ts';
import type { MappingContext } from '../../../functions/core/mapping/context.ts';
import type { MappingDocument, MappingRecord } from '../../../functions/core/mapping/document.ts';
import { shippedTables } from '../../../functions/core/mapping/shipped.ts';

const customFields = [
  ['transaction_id', 'Transaction id'],
  ['payment_status', 'Card payment status'],
  ['authorization_code', 'Approval code'],
  ['payment_mode', 'Card payment mode'],
  ['card_type', 'Card brand'],
  ['card_last_four', 'Card ends in'],
  ['customer_profile_id', 'Gateway customer'],
].map(([name = '', label = '']) => ({
  path: `custom_fields.cf_${name}`,
  label,
  type: 'text' as const,
  lengthMax: 100,
  custom: true as const,
}));

/** The catalog of a record, custom fields included for the finance products. */
export function catalogOf({ product, object }: MappingRecord): FieldCatalog {
  const all = [...canonicalCatalogs, ...staticCatalogs];
  const found = all.find((one) => one.product === product && one.object === object);
  if (found === undefined) throw new RangeError(`no catalog of ${product} ${object}`);
  const finance = product === 'books' || product === 'inventory';
  return finance ? { ...found, fields: [...found.fields, ...customFields] } : found;
}

export function catalogsOf(document: MappingDocument) {
  return {
    target: catalogOf(document.target),
    sources: document.sources.map(catalogOf),
    tables: shippedTables(),
  };
}

export function contextOf(document: MappingDocument): MappingContext {
  return { ...catalogsOf(document), timeZone: 'America/Los_Angeles' };
}
