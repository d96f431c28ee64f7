// Cursors: how far each poll has read. A cursor only passes what was stored, so a failure reads the same again.
import type { InstallationId } from '../domain/ids.ts';
import type { Clock } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import type { Row } from '../store/schema.ts';

export type Cursor = Row<'Cursors'>;

function cursorKey(installation: InstallationId, name: string): string {
  return `${installation}|${name}`;
}

/** An installation's cursors by name. */
export type Cursors = ReadonlyMap<string, Cursor>;

/** What the store reads at once. */
const READ_MAX = 300;
/** Of whom all cursors fit into one read, unless they have many merchant ids. */
const INSTALLATIONS_AT_ONCE = 25;

/** The named cursors in one read; those that were never moved are missing. */
export async function readCursors(
  store: Store,
  installation: InstallationId,
  names: readonly string[],
): Promise<Cursors> {
  if (names.length === 0) return new Map();
  const keys = names.map((name) => cursorKey(installation, name));
  const rows = await store.select('Cursors', { where: [['cursor_key', 'in', keys]] });
  return new Map(rows.map((row) => [nameOf(row), row]));
}

/**
 * All cursors of many installations, in few reads. An installation whose cursors may not all have fitted into one is left out, as
 * one that has none is.
 */
export async function readAllCursors(
  store: Store,
  installations: readonly InstallationId[],
): Promise<ReadonlyMap<string, Cursors>> {
  const found = new Map<string, Cursors>();
  for (let first = 0; first < installations.length; first += INSTALLATIONS_AT_ONCE) {
    const some = installations.slice(first, first + INSTALLATIONS_AT_ONCE);
    const rows = await store.select('Cursors', { where: [['installation', 'in', some]] });
    if (rows.length === READ_MAX) continue;
    const groups = Map.groupBy(rows, (row) => row.installation);
    for (const [installation, own] of groups) {
      found.set(installation, new Map(own.map((row) => [nameOf(row), row])));
    }
  }
  return found;
}

function nameOf(row: Cursor): string {
  return row.cursor_key.slice(row.cursor_key.indexOf('|') + 1);
}

/**
 * @param position epoch ms up to which everything is stored.
 * @returns the cursor to move next time; undefined when somebody else has just made it.
 */
export async function moveCursor(
  ports: { readonly store: Store; readonly clock: Clock },
  installation: InstallationId,
  name: string,
  known: Cursor | undefined,
  position: number,
): Promise<Cursor | undefined> {
  const columns = { position, updated_at: ports.clock.now() };
  if (known !== undefined) {
    await ports.store.update('Cursors', known.ROWID, columns);
    return { ...known, ...columns };
  }
  const key = cursorKey(installation, name);
  const inserted = await ports.store.insert('Cursors', {
    cursor_key: key,
    installation,
    ...columns,
  });
  return inserted.kind === 'inserted' ? inserted.row : undefined;
}

/** Whether the poll that moves this cursor has not run for so long. */
export function isDue(cursor: Cursor | undefined, eachMs: number, now: number): boolean {
  return cursor === undefined || now - (cursor.updated_at ?? 0) >= eachMs;
}
