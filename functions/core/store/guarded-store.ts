// A store that takes no card data: rows that hold some are not written; what only tells of trouble is written with it blotted out.
import {
  CardDataRefused,
  cardDataProblem,
  findCardData,
  maskCardData,
} from '../domain/card-data.ts';
import type { Store } from '../ports/store.ts';
import { columnsOf } from './row-values.ts';
import type { TableName } from './schema.ts';

/** A body that is longer than a column goes on in the next. */
const BODY = ['body', 'body_2', 'body_3'];
/** Refusing these would hide what had to be told, or lose what was announced. */
const BLOTTED_TABLES: readonly TableName[] = ['Inbox', 'Alarms'];
const BLOTTED_COLUMNS = ['problem', 'exchange'];
const SAFE_TEXT_MARK = 'b64.';
const REMOVED = '[card data removed]';

/**
 * Wraps a store.
 * @param unpack reads a packed text; anything else as it is.
 * @returns one whose writes throw CardDataRefused instead of being made.
 */
export function guardStore(store: Store, unpack: (text: string) => string): Store {
  const guard = <R extends object>(table: TableName, row: R) => guarded(table, row, unpack);
  return {
    find: (...args) => store.find(...args),
    select: (...args) => store.select(...args),
    delete: (...args) => store.delete(...args),
    deleteAll: (...args) => store.deleteAll(...args),
    insert: async (table, row) => store.insert(table, guard(table, row)),
    update: async (table, rowId, patch) => store.update(table, rowId, guard(table, patch)),
    updateWhere: async (table, patch, where) =>
      store.updateWhere(table, guard(table, patch), where),
  };
}

function guarded<R extends object>(table: TableName, row: R, unpack: (text: string) => string): R {
  const texts = textsOf(table, row, unpack);
  // One text, as a number may be spread over columns.
  const found = findCardData(JSON.stringify(texts));
  if (found === undefined) return row;
  const blotted = blot(table, row as Readonly<Record<string, unknown>>, texts);
  const left = findCardData(JSON.stringify(textsOf(table, blotted, unpack)));
  if (left !== undefined) throw new CardDataRefused(left, `a row of ${table}`);
  return blotted as R;
}

/** What can be read in a row by column; sealed columns can't. */
function textsOf(
  table: TableName,
  row: object,
  unpack: (text: string) => string,
): Record<string, string> {
  const columns = columnsOf(table);
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(row)) {
    if (typeof value !== 'string' || columns[name]?.type === 'encrypted text') continue;
    const isMore = BODY.indexOf(name) > 0 && texts.body !== undefined;
    if (isMore) texts.body += value;
    else texts[name] = value;
  }
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, unpack(text)]));
}

function blot(
  table: TableName,
  row: Readonly<Record<string, unknown>>,
  texts: Readonly<Record<string, string>>,
): object {
  const isTelling = (name: string) =>
    BLOTTED_TABLES.includes(table) || BLOTTED_COLUMNS.includes(name);
  const changed = Object.entries(texts).flatMap(([name, text]) => {
    const found = isTelling(name) ? findCardData(text) : undefined;
    if (found === undefined) return [];
    const field = found.field || name;
    const isProblem = name === 'problem';
    const problem = JSON.stringify(cardDataProblem({ ...found, field }, `a row of ${table}`));
    return [[name, isProblem ? sameForm(row[name], problem) : blottedText(row[name], text)]];
  });
  const more = changed.some(([name]) => name === 'body') ? { body_2: '', body_3: '' } : {};
  return { ...row, ...more, ...Object.fromEntries(changed) };
}

/** A problem must stay one that can be read. */
function sameForm(before: unknown, problem: string): string {
  const isSafe = typeof before === 'string' && before.startsWith(SAFE_TEXT_MARK);
  return isSafe ? SAFE_TEXT_MARK + btoa(problem) : problem;
}

/** What was packed is removed whole: whoever packs blots out first. */
function blottedText(before: unknown, text: string): string {
  return before === text ? maskCardData(text) : `p:${REMOVED}`;
}
