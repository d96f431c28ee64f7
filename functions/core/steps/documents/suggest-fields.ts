// Proposes source fields for every field of a record that no rule fills yet; nothing leaves for it.
import type { FieldSuggestion, SuggestReply, SuggestRequest } from '../../contract/documents.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { FieldCatalog } from '../../mapping/catalog-field.ts';
import { fieldAt } from '../../mapping/context.ts';
import { type MappingDocument, mappingSchema } from '../../mapping/document.ts';
import { shippedMappings } from '../../mapping/shipped.ts';
import type { Decisions } from '../../suggestions/decisions.ts';
import type { SuggestionField } from '../../suggestions/field-profile.ts';
import { suggest } from '../../suggestions/suggest.ts';
import { allVersions } from '../../work/documents.ts';
import { type CatalogOf, createCatalogOf } from '../catalog-of.ts';
import { liveFields, readKeptFields } from '../kept-fields.ts';
import { type FieldPorts, meetFields } from '../read-fields.ts';
import { notAdministrator, type Visit } from './administrator.ts';

/** Ranked proposals with confidence and reason, or why there are none. Three store reads. */
export async function suggestFields(
  ports: FieldPorts,
  visit: Visit,
  { target, sources, mapped = [] }: SuggestRequest,
): Promise<Result<SuggestReply>> {
  const stopped = notAdministrator(visit);
  if (stopped !== undefined) return refused(stopped);
  const records = [target, ...sources];
  await meetFields(ports, visit.installation, records);
  const catalogOf = createCatalogOf(
    liveFields(await readKeptFields(ports.store, visit.installation)),
  );
  const catalogs = records.map(catalogOf);
  const unknown = catalogs.find(({ fields }) => fields.length === 0);
  if (unknown !== undefined) {
    const what = `The record ${unknown.object} of ${unknown.product}`;
    return refused(problem('not-found', 'fix-input', { what }));
  }
  const [into, ...from] = catalogs;
  const fields = from.flatMap(fieldsOf);
  const decisions = decisionsOf(
    (await allVersions(ports.store, visit.installation, 'mapping')).flatMap(({ body }) => {
      const mapping = mappingSchema.safeParse(body);
      return mapping.success ? [mapping.data] : [];
    }),
    catalogOf,
  );
  const open = (into === undefined ? [] : fieldsOf(into)).filter(
    ({ path }) => !mapped.some((one) => one === path || path.startsWith(`${one}.`)),
  );
  return ok({ fields: open.map((field) => suggestFor(field, fields, decisions)) });
}

interface RecordField extends SuggestionField {
  readonly object: string;
}

function suggestFor(
  field: SuggestionField,
  sources: readonly RecordField[],
  decisions: Decisions,
): FieldSuggestion {
  const { path, label, required = false } = field;
  const found = suggest(field, sources, decisions);
  if (found.kind === 'no-match') {
    return { path, label, required, proposals: [], noMatch: found.reason };
  }
  const proposals = found.proposals.map(({ source, confidence, reason }) => ({
    path: `${source.object}.${source.path}`,
    label: source.label,
    confidence,
    reason,
  }));
  return { path, label, required, proposals };
}

function fieldsOf({ product, object, fields }: FieldCatalog): readonly RecordField[] {
  return fields.map((field) => ({ ...field, product, object }));
}

/**
 * What people decided, read from the mappings that they published: a pair that the latest version of one has was
 * accepted, one that an earlier version had and the latest has not was turned down.
 * @param versions of all mappings, the newest first.
 */
function decisionsOf(
  versions: readonly MappingDocument[],
  catalogOf: CatalogOf,
): Required<Decisions> {
  const accepted: Pair[] = [];
  const earlier: Pair[] = [];
  const seen = new Set<string>();
  for (const mapping of versions) {
    const isLatest = !seen.has(mapping.id);
    seen.add(mapping.id);
    (isLatest ? accepted : earlier).push(...pairsOf(mapping, catalogOf));
  }
  for (const id of seen) {
    const shipped = shippedMappings().get(id);
    if (shipped !== undefined) earlier.push(...pairsOf(shipped, catalogOf));
  }
  const stays = new Set(accepted.map(pairKey));
  return { accepted, rejected: earlier.filter((pair) => !stays.has(pairKey(pair))) };
}

interface Pair {
  readonly target: SuggestionField;
  readonly source: SuggestionField;
}

function pairKey({ target, source }: Pair): string {
  return [target, source].map(({ product, object, path }) => `${product}/${object}/${path}`).join();
}

/** Rules with one source, which stand for "this goes there"; pieces of a value say nothing about the field. */
function pairsOf(
  { rules, sources, target }: MappingDocument,
  catalogOf: CatalogOf,
): readonly Pair[] {
  return rules.flatMap(({ to, from }) => {
    const [source, ...others] = from;
    if (source === undefined || others.length > 0 || source.part !== undefined) return [];
    const dot = source.path.indexOf('.');
    const record = sources.find(({ object }) => object === source.path.slice(0, dot));
    if (record === undefined) return [];
    const given = decidedField(record, source.path.slice(dot + 1), catalogOf);
    return to.flatMap(({ path, part }) =>
      part === undefined ? [{ target: decidedField(target, path, catalogOf), source: given }] : [],
    );
  });
}

function decidedField(
  record: MappingDocument['target'],
  path: string,
  catalogOf: CatalogOf,
): SuggestionField {
  const known = fieldAt(catalogOf(record), path);
  return { ...(known ?? { path, label: path, type: 'text' }), ...record };
}
