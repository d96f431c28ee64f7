// What of one row is about a person, and the row without it.
import type { Patch, Store } from '../../ports/store.ts';
import type { Row } from '../../store/schema.ts';
import { packText, unpackBody, unpackText } from '../../work/packed-text.ts';
import { fromSafeText } from '../../work/safe-text.ts';

/** How a person is recognized. */
export interface Person {
  /** Mail address, its hash, ids of the records in Zoho; lower case. */
  readonly texts: readonly string[];
  /** Ids of the person's payments and orders. */
  readonly subjects: ReadonlySet<string>;
}

/** Where customers' data may lie beside the payments, in the order in which it is searched. */
export const searchedTables = ['Inbox', 'Tasks', 'Runs', 'Approvals', 'Alarms'] as const;
export type SearchedTable = (typeof searchedTables)[number];

const OVER = ['done', 'dead', 'skipped'];
const NO_RESULT = packText('{"output":{},"path":[]}');

/** Whether the row names the person, or is about one of their payments. */
export function isAbout<T extends SearchedTable>(
  table: T,
  row: Row<T>,
  { texts, subjects }: Person,
): boolean {
  const held = row as Readonly<Record<string, unknown>>;
  const body = 'body' in held ? unpackBody(held) : '';
  const words = Object.entries(held).flatMap(([name, value]) =>
    typeof value === 'string' && !name.startsWith('body') ? [plain(name, value)] : [],
  );
  const all = [...words, body].join('\n').toLowerCase();
  if (texts.some((text) => all.includes(text))) return true;
  if (table === 'Inbox') return subjects.has(String(held.subject ?? ''));
  if (table !== 'Runs' && table !== 'Tasks') return false;
  return String(held.run_key)
    .split('|')
    .some((part) => subjects.has(part));
}

function plain(name: string, value: string): string {
  const isPacked =
    (name === 'result' || name === 'inverse' || name === 'exchange') && /^[pz]:/.test(value);
  return isPacked ? unpackText(value) : fromSafeText(value);
}

/** @returns how many rows were changed: none when work that needs the data is not finished. */
export async function forgetIn<T extends SearchedTable>(
  store: Store,
  table: T,
  row: Row<T>,
): Promise<0 | 1> {
  const { ROWID } = row;
  switch (table) {
    case 'Inbox':
      return forgetEvent(store, row as Row<'Inbox'>);
    case 'Runs':
      return forgetRun(store, row as Row<'Runs'>);
    case 'Tasks':
      return forgetTask(store, row as Row<'Tasks'>);
    case 'Approvals':
      return change(store, 'Approvals', ROWID, { ask: '', reason: '' });
    default:
      // An alarm that is still true is raised again.
      await store.delete(table, ROWID);
      return 1;
  }
}

/** Its key stays, so that the same announcement is known when it comes again. */
async function forgetEvent(store: Store, row: Row<'Inbox'>): Promise<0 | 1> {
  const isBare = unpackBody(row) === '' && row.exchange === undefined;
  if (!OVER.includes(row.state) || isBare) return 0;
  const bare = { body: packText(''), body_2: '', body_3: '', exchange: '' };
  return change(store, 'Inbox', row.ROWID, bare);
}

async function forgetRun(store: Store, row: Row<'Runs'>): Promise<0 | 1> {
  const isBare = row.outcome === undefined && row.exchange === undefined;
  if (!OVER.includes(row.state) || isBare) return 0;
  return change(store, 'Runs', row.ROWID, { outcome: '', exchange: '' });
}

async function forgetTask(store: Store, row: Row<'Tasks'>): Promise<0 | 1> {
  if (row.result === undefined || row.result === NO_RESULT) return 0;
  const run = await store.find('Runs', 'run_key', row.run_key);
  // A run that is dead may be replayed: then it reads anew what it needs.
  if (run !== undefined && !OVER.includes(run.state)) return 0;
  return change(store, 'Tasks', row.ROWID, { result: NO_RESULT });
}

async function change<T extends SearchedTable>(
  store: Store,
  table: T,
  rowId: string,
  patch: Patch<T>,
): Promise<1> {
  await store.update(table, rowId, patch);
  return 1;
}
