// One catalog of what every organization has and what this one has.
import type { CatalogField, FieldCatalog } from '../mapping/catalog-field.ts';

/**
 * The standard catalog with the connected organization's own fields. Where both name a path the live one wins (its
 * label, choices and length are what people see there) but keeps what it leaves out; new fields follow at the end.
 */
export function joinCatalog(standard: FieldCatalog, live: readonly CatalogField[]): FieldCatalog {
  const fields = new Map(standard.fields.map((field) => [field.path, field]));
  for (const field of live) fields.set(field.path, { ...fields.get(field.path), ...field });
  return { ...standard, fields: [...fields.values()] };
}
