// How long finished work is kept, and its purge in bites. Payments, movements, the audit chain and the company's own
// documents have no period here: they go when the company leaves. What is unfinished, unknown or dead always stays.
import type { InstallationId } from '../domain/ids.ts';
import type { Clock } from '../ports/platform.ts';
import type { Query, Store } from '../ports/store.ts';
import type { Row, TableName } from '../store/schema.ts';
import { isDue, moveCursor, readCursors } from './cursors.ts';
import { ROWS_AT_ONCE } from './installation-rows.ts';

interface Period {
  readonly table: TableName;
  /** The indexed column that says since when a row is over. */
  readonly since: string;
  readonly days: number;
  /** States of rows that nobody needs any more; all when absent. */
  readonly states?: readonly string[];
}

/**
 * Announcements with their bodies: longer than any sender repeats one. Runs with their results and approvals: as long as
 * a payment can be refunded (180 days) or disputed (540 days).
 */
export const retention: readonly Period[] = [
  { table: 'Inbox', since: 'finished_at', days: 90, states: ['done', 'skipped'] },
  { table: 'Runs', since: 'finished_at', days: 550, states: ['done', 'skipped'] },
  { table: 'Approvals', since: 'decided_at', days: 550 },
  { table: 'Alarms', since: 'cleared_at', days: 90, states: ['cleared'] },
  // Over when their last token is; a month in which a copy that comes late is still known as one.
  { table: 'Sessions', since: 'expires_at', days: 30 },
  { table: 'DayClaims', since: 'claimed_at', days: 40 },
  // Of a product that nobody has looked at for as long: it is read anew when somebody does.
  { table: 'Catalogs', since: 'read_at', days: 180 },
];

/** Rows of the whole project; no installation can have this name, as theirs have no dot. */
export const PROJECT = '.project' as InstallationId;
const EACH_MS = 3_600_000;
const DAY_MS = 24 * 3_600_000;

type RetentionPorts = { readonly store: Store; readonly clock: Clock };

/**
 * Deletes what is over for longer than its period. Each table is looked at once an hour, from where the purge has come
 * to: rows that stay for good are not read again and again.
 * @returns how many rows were deleted.
 */
export async function purgeOld(ports: RetentionPorts, isTimeLeft: () => boolean): Promise<number> {
  const now = ports.clock.now();
  const cursors = await readCursors(
    ports.store,
    PROJECT,
    retention.map(({ table }) => nameOf(table)),
  );
  let deleted = 0;
  for (const period of retention) {
    let cursor = cursors.get(nameOf(period.table));
    if (!isDue(cursor, EACH_MS, now)) continue;
    const until = now - period.days * DAY_MS;
    for (let from = cursor?.position ?? 0, isAll = false; !isAll && isTimeLeft(); ) {
      const bite = await purgeBite(ports.store, period, from, until);
      deleted += bite.deleted;
      isAll = bite.isAll;
      from = bite.reached;
      cursor = await moveCursor(ports, PROJECT, nameOf(period.table), cursor, from);
    }
  }
  return deleted;
}

function nameOf(table: TableName): string {
  return `retention|${table}`;
}

async function purgeBite(
  store: Store,
  { table, since, states }: Period,
  from: number,
  until: number,
): Promise<{ readonly deleted: number; readonly isAll: boolean; readonly reached: number }> {
  const where = [
    [since, '>=', from],
    [since, '<=', until],
  ];
  const query = { where, orderBy: [since, 'asc'], limit: ROWS_AT_ONCE } as unknown;
  const rows = await store.select(table, query as Query<TableName>);
  const over = rows.filter((row) => states === undefined || states.includes(stateOf(row)));
  for (const row of over) if (table === 'Runs') await deleteTasks(store, row as Row<'Runs'>);
  if (over.length > 0) {
    await store.deleteAll(
      table,
      over.map((row) => row.ROWID),
    );
  }
  const isAll = rows.length < ROWS_AT_ONCE;
  const last = Number((rows.at(-1) as Readonly<Record<string, unknown>> | undefined)?.[since]);
  // A whole page that stays and has one time: nothing else would ever get its turn.
  const isStuck = over.length === 0 && last === from;
  return {
    deleted: over.length,
    isAll,
    reached: isAll ? Math.max(from, until) : isStuck ? last + 1 : last,
  };
}

function stateOf(row: Row<TableName>): string {
  return 'state' in row ? String(row.state) : '';
}

/** Before the run itself: a crash in between leaves a run that is purged the next time. */
async function deleteTasks(store: Store, { run_key }: Row<'Runs'>): Promise<void> {
  for (let full = true; full; ) {
    const rows = await store.select('Tasks', {
      where: [['run_key', '=', run_key]],
      limit: ROWS_AT_ONCE,
    });
    if (rows.length > 0) {
      await store.deleteAll(
        'Tasks',
        rows.map((row) => row.ROWID),
      );
    }
    full = rows.length === ROWS_AT_ONCE;
  }
}
