// Mappings as runs use them: the document, the fields and tables that it speaks of, and the rates that it asks for.
import { findStaticCatalog } from '../catalogs/static-catalogs.ts';
import type { InstallationId } from '../domain/ids.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import type { FlowData } from '../flows/expression.ts';
import { canonicalCatalogs } from '../mapping/canonical-catalogs.ts';
import type { FieldCatalog } from '../mapping/catalog-field.ts';
import { type MappingDocument, type MappingRecord, readMapping } from '../mapping/document.ts';
import { type LookupTable, lookupTable } from '../mapping/lookup-table.ts';
import { mapWithRates } from '../mapping/map-with-rates.ts';
import { nestValues } from '../mapping/path.ts';
import { shippedMapping, shippedTables } from '../mapping/shipped.ts';
import type { Company } from '../ports/company.ts';
import type { Store } from '../ports/store.ts';
import { findVersion, SHIPPED_VERSION_MAX, type StoredDocument } from '../work/documents.ts';

/** That version of a mapping, or the current one: the installation's own before the shipped one. */
export async function findMapping(
  store: Store,
  installation: InstallationId,
  own: readonly StoredDocument[],
  id: string,
  version: number | undefined,
): Promise<MappingDocument | undefined> {
  const shipped = shippedMapping(id);
  const latest = own.find((one) => one.kind === 'mapping' && one.id === id);
  if (version === undefined) return latest === undefined ? shipped : readMapping(latest.body);
  if (version <= SHIPPED_VERSION_MAX) return shipped?.version === version ? shipped : undefined;
  if (latest?.version === version) return readMapping(latest.body);
  const stored = await findVersion(store, { installation, kind: 'mapping', id }, version);
  return stored && readMapping(stored.body);
}

/** The record that the mapping makes of the sources; the first problem or open question stops it. */
export async function translate(
  company: Company,
  own: readonly StoredDocument[],
  document: MappingDocument,
  sources: FlowData,
): Promise<Result<FlowData>> {
  const context = {
    target: catalogOf(document.target),
    sources: document.sources.map(catalogOf),
    timeZone: company.timeZone,
    tables: tablesOf(own),
  };
  const mapped = await mapWithRates(document, sources, context, company.rates);
  if (!mapped.ok) return mapped;
  const [stopped] = [...mapped.value.problems, ...mapped.value.asks];
  return stopped === undefined ? ok(nestValues(mapped.value.values)) : refused(stopped);
}

/** Shipped tables, each replaced by the installation's own of the same name. */
function tablesOf(own: readonly StoredDocument[]): ReadonlyMap<string, LookupTable> {
  const tables = new Map(shippedTables());
  for (const { kind, state, body } of own) {
    if (kind !== 'table' || state !== 'published') continue;
    const table = lookupTable.parse(body);
    tables.set(table.name, table);
  }
  return tables;
}

/** The standard fields of a record; an unknown record has none, so that each of its fields is a problem in words. */
export function catalogOf({ product, object }: MappingRecord): FieldCatalog {
  return (
    canonicalCatalogs.find((one) => one.product === product && one.object === object) ??
    findStaticCatalog(product, object) ?? { product, object, label: object, fields: [] }
  );
}
