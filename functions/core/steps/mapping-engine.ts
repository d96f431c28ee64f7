// Mappings as runs use them: the document, the fields and tables that it speaks of, and the rates that it asks for.
import type { InstallationId } from '../domain/ids.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import type { FlowData } from '../flows/expression.ts';
import { fieldAt, sourceField } from '../mapping/context.ts';
import { type MappingDocument, readMapping } from '../mapping/document.ts';
import { type LookupTable, lookupTable } from '../mapping/lookup-table.ts';
import { mapWithRates } from '../mapping/map-with-rates.ts';
import { nestValues } from '../mapping/path.ts';
import { mayWrite } from '../mapping/posted-fields.ts';
import { shippedMapping, shippedTables } from '../mapping/shipped.ts';
import type { MappingValue } from '../mapping/value.ts';
import type { Company } from '../ports/company.ts';
import type { Store } from '../ports/store.ts';
import { staffWords } from '../texts/staff-words.ts';
import { findVersion, SHIPPED_VERSION_MAX, type StoredDocument } from '../work/documents.ts';
import { type CatalogOf, standardCatalogOf } from './catalog-of.ts';

export { createCatalogOf, standardCatalogOf } from './catalog-of.ts';
export { liveFields, readKeptFields } from './kept-fields.ts';

/** That version of a mapping; without one the shipped mapping, or what the installation has under another id. */
export async function findMapping(
  store: Store,
  installation: InstallationId,
  own: readonly StoredDocument[],
  id: string,
  version: number | undefined,
): Promise<MappingDocument | undefined> {
  const shipped = shippedMapping(id);
  const latest = own.find((one) => one.kind === 'mapping' && one.id === id);
  if (version === undefined) return shipped ?? (latest && readStored(latest));
  if (version <= SHIPPED_VERSION_MAX) return shipped?.version === version ? shipped : undefined;
  if (latest?.version === version) return readStored(latest);
  const stored = await findVersion(store, { installation, kind: 'mapping', id }, version);
  return stored && readMapping(stored.body);
}

/** What was read of the latest documents, as long as the library keeps them. */
const readDocuments = new WeakMap<StoredDocument, MappingDocument>();

function readStored(stored: StoredDocument): MappingDocument {
  const document = readDocuments.get(stored) ?? readMapping(stored.body);
  readDocuments.set(stored, document);
  return document;
}

/** The record that the mapping makes of the sources; the first problem or open question stops it. */
export async function translate(
  company: Company,
  own: readonly StoredDocument[],
  document: MappingDocument,
  sources: FlowData,
  catalogOf: CatalogOf,
): Promise<Result<FlowData>> {
  const context = {
    target: catalogOf(document.target),
    sources: document.sources.map(catalogOf),
    timeZone: company.timeZone,
    tables: tablesOf(own),
    words: await staffWords(company.language),
  };
  const mapped = await mapWithRates(document, sources, context, company.rates);
  if (!mapped.ok) return mapped;
  const [stopped] = [...mapped.value.problems, ...mapped.value.asks];
  return stopped === undefined
    ? ok(nestValues(writable(document, mapped.value.values)))
    : refused(stopped);
}

/** What was published before a field became ours alone stays without effect. */
function writable(
  document: MappingDocument,
  values: Readonly<Record<string, MappingValue>>,
): Readonly<Record<string, MappingValue>> {
  const kept = Object.entries(values).filter(([path]) =>
    mayWrite(document, path.replace(/\[\d+\]/, '[]')),
  );
  return Object.fromEntries(kept);
}

const tablesKept = new WeakMap<readonly StoredDocument[], ReadonlyMap<string, LookupTable>>();

/** Shipped tables, each replaced by the installation's own of the same name. */
function tablesOf(own: readonly StoredDocument[]): ReadonlyMap<string, LookupTable> {
  const known = tablesKept.get(own);
  if (known !== undefined) return known;
  const tables = new Map(shippedTables());
  tablesKept.set(own, tables);
  for (const { kind, state, body } of own) {
    if (kind !== 'table' || state !== 'published') continue;
    const table = lookupTable.parse(body);
    tables.set(table.name, table);
  }
  return tables;
}

/** Whether a mapping names fields that only the organization itself could have. */
export function namesOwnFields({ target, sources, rules }: MappingDocument): boolean {
  const into = standardCatalogOf(target);
  const from = sources.map(standardCatalogOf);
  return rules.some(
    (rule) =>
      rule.to.some(({ path }) => fieldAt(into, path) === undefined) ||
      rule.from.some(({ path }) => sourceField(from, path) === undefined),
  );
}
