// Leases: a due row is worked on by one worker at a time, and a lane's rows one after the other.
import type { Clock, Random } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import type { Row } from '../store/schema.ts';

/** Tables whose rows are leased, with the words for waiting and being worked on. */
export const leasedTables = {
  Inbox: { key: 'event_key', idle: 'received', busy: 'processing' },
  Runs: { key: 'run_key', idle: 'ready', busy: 'running' },
} as const;
export type LeasedTable = keyof typeof leasedTables;

/** Longer than the slowest row (a run of a dozen calls that all time out late), short enough to heal soon. */
export const LEASE_MS = 4 * 60_000;

export interface WorkPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
}

export function randomToken(random: Random): string {
  return Buffer.from(random.bytes(16)).toString('hex');
}

function keyOf(table: LeasedTable, row: Row<LeasedTable>): string {
  return table === 'Inbox' ? (row as Row<'Inbox'>).event_key : (row as Row<'Runs'>).run_key;
}

/**
 * Rows whose time has come: idle, sleeping and parked ones, and busy ones whose lease ran out (claiming sets `due_at` to
 * the lease's end, so they need no query of their own).
 */
export function selectDue<T extends LeasedTable>(
  ports: WorkPorts,
  table: T,
  limit: number,
): Promise<Row<T>[]> {
  const { idle, busy } = leasedTables[table];
  const query = {
    where: [
      ['state', 'in', [idle, busy, 'waiting', 'parked']],
      ['due_at', '<=', ports.clock.now()],
    ],
    orderBy: ['due_at', 'asc'],
    limit,
  };
  return ports.store.select<T>(table, query as never);
}

/**
 * Takes the lease of a row, or undefined when someone else has it or its lane is busy. The lane's lock is a unique
 * column, so two workers can't both hold it; who owns the row is read back by a token of our own.
 */
export async function claim<T extends LeasedTable>(
  ports: WorkPorts,
  table: T,
  row: Row<T>,
): Promise<Row<T> | undefined> {
  const { key, busy } = leasedTables[table];
  const seen = row as Row<LeasedTable>;
  const token = randomToken(ports.random);
  const until = ports.clock.now() + LEASE_MS;
  const changed = await ports.store.updateWhere(
    table,
    {
      state: busy,
      lease_token: token,
      lease_until: until,
      due_at: until,
      attempts: (seen.attempts ?? 0) + 1,
      lane_lock: `lane|${seen.lane ?? keyOf(table, seen)}`,
    } as never,
    [
      [key, '=', keyOf(table, seen)],
      ['attempts', '=', seen.attempts ?? 0],
      ['due_at', '=', seen.due_at ?? 0],
    ] as never,
  );
  if (changed === 'duplicate') return undefined;
  const mine = await ports.store.find<T>(table, key as never, keyOf(table, seen));
  return mine !== undefined && (mine as Row<LeasedTable>).lease_token === token ? mine : undefined;
}

/** Ends the lease: the row rests in `state`, due again at `dueAt` if it is to be worked on once more. */
export async function release(
  ports: WorkPorts,
  table: LeasedTable,
  row: Row<LeasedTable>,
  end: {
    readonly state: string;
    readonly dueAt?: number;
    readonly problem?: string;
    readonly patch?: object;
  },
): Promise<void> {
  const over = end.state === 'done' || end.state === 'dead' || end.state === 'skipped';
  await ports.store.update(table, row.ROWID, {
    state: end.state,
    due_at: end.dueAt ?? 0,
    lease_token: '',
    lane_lock: keyOf(table, row),
    ...(end.problem === undefined ? {} : { problem: end.problem }),
    ...(over ? { finished_at: ports.clock.now() } : {}),
    ...end.patch,
  } as never);
}
