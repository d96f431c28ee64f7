// Shared lookup tables among the documents.
import type { FaultView } from '../../contract/documents.ts';
import { type LookupTable, lookupTable } from '../../mapping/lookup-table.ts';
import { validateMapping } from '../../mapping/validate-mapping.ts';
import type { DocumentTexts } from '../../texts/document-texts.ts';
import type { DocumentType } from './document-type.ts';
import { tablesIn } from './mapping-type.ts';
import { shapeFaults } from './shape-words.ts';
import type { Surroundings } from './surroundings.ts';

export const tableType: DocumentType = {
  word: 'table',
  idField: 'name',
  faults(body, around) {
    const table = lookupTable.safeParse(body);
    if (!table.success) return shapeFaults('table', body, table.error.issues);
    if (Object.keys(table.data.entries).length === 0) {
      return [{ severity: 'error', sentence: 'The table has no entries.' }];
    }
    return brokenMappings(table.data, around);
  },
  outline(body, { texts }) {
    const table = lookupTable.safeParse(body);
    return table.success ? [...linesOf(table.data, texts.documents).values()] : [];
  },
  diff(before, after, { texts }) {
    const [was, is] = [lookupTable.safeParse(before), lookupTable.safeParse(after)];
    return was.success && is.success ? tableChanges(was.data, is.data, texts.documents) : undefined;
  },
  pin: (body) => body,
  content(body) {
    const { version: _, ...content } = body as Partial<LookupTable>;
    return content;
  },
  references: () => [],
};

/** A line for each entry by its key; `''` is the key of all others. */
function linesOf(
  { entries, otherwise }: LookupTable,
  { table }: DocumentTexts,
): ReadonlyMap<string, string> {
  const lines = Object.entries(entries).map(([from, to]) => [from, `${from} -> ${to}`] as const);
  return new Map(
    otherwise === undefined ? lines : [...lines, ['', table.others(String(otherwise))] as const],
  );
}

function tableChanges(
  before: LookupTable,
  after: LookupTable,
  words: DocumentTexts,
): readonly string[] {
  const { table } = words;
  const [was, is] = [linesOf(before, words), linesOf(after, words)];
  const changes = [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [old, now] = [was.get(key), is.get(key)];
    if (old === now) return [];
    if (old === undefined) return [table.added(now ?? '')];
    return [now === undefined ? table.removed(old) : table.changed(old, now)];
  });
  return before.title === after.title
    ? changes
    : [table.title(before.title, after.title), ...changes];
}

/** Runs use a table as it is now, so a mapping that was fine must not break by a change of it. */
function brokenMappings(table: LookupTable, around: Surroundings): readonly FaultView[] {
  const changed = new Map(around.tables).set(table.name, table);
  return [...around.mappings.values()].flatMap((mapping): readonly FaultView[] => {
    if (!tablesIn(mapping).has(table.name)) return [];
    const fields = {
      target: around.catalogOf(mapping.target),
      sources: mapping.sources.map(around.catalogOf),
    };
    const errors = (tables: ReadonlyMap<string, LookupTable>) =>
      validateMapping(mapping, { ...fields, tables })
        .filter(({ severity }) => severity === 'error')
        .map(({ message, rule }) => `“${mapping.title}”, rule ${rule}: ${message}`);
    const before = new Set(errors(around.tables));
    return errors(changed)
      .filter((sentence) => !before.has(sentence))
      .map((sentence) => ({ severity: 'error', sentence }));
  });
}
