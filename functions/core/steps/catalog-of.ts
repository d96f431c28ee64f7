// The fields of any record that mappings speak of: the standard ones, and those that its organization has.
import { joinCatalog } from '../catalogs/join-catalog.ts';
import { findStaticCatalog } from '../catalogs/static-catalogs.ts';
import { canonicalCatalogs } from '../mapping/canonical-catalogs.ts';
import type { CatalogField, FieldCatalog } from '../mapping/catalog-field.ts';
import type { MappingRecord } from '../mapping/document.ts';

/** A record's catalog, the same one each time; an unknown record has no fields, so that each is a problem in words. */
export type CatalogOf = (record: MappingRecord) => FieldCatalog;

export function recordKey({ product, object }: MappingRecord): string {
  return `${product}|${object}`;
}

/** @param live what organizations have said of their records, by `product|object`. */
export function createCatalogOf(live: ReadonlyMap<string, readonly CatalogField[]>): CatalogOf {
  const joined = new Map<string, FieldCatalog>();
  return (record) => {
    const key = recordKey(record);
    let catalog = joined.get(key);
    if (catalog === undefined) {
      const fields = live.get(key);
      const standard = standardCatalogOf(record);
      catalog = fields === undefined ? standard : joinCatalog(standard, fields);
      joined.set(key, catalog);
    }
    return catalog;
  };
}

/** What every organization has. */
export function standardCatalogOf({ product, object }: MappingRecord): FieldCatalog {
  return (
    canonicalCatalogs.find((one) => one.product === product && one.object === object) ??
    findStaticCatalog(product, object) ?? { product, object, label: object, fields: [] }
  );
}
