// Leases: a due row is worked on by one worker at a time, and a lane's runs one after the other.
import type { Clock, Random } from '../ports/platform.ts';
import type { Condition, Patch, Store } from '../ports/store.ts';
import type { Row } from '../store/schema.ts';

/** Tables whose rows are leased, with the words for waiting and being worked on. */
export const leasedTables = {
  Inbox: { key: 'event_key', idle: 'received', busy: 'processing' },
  Runs: { key: 'run_key', idle: 'ready', busy: 'running' },
} as const;
export type LeasedTable = keyof typeof leasedTables;

/** Longer than the slowest row (a run of a dozen calls that all time out late), short enough to heal soon. */
export const LEASE_MS = 4 * 60_000;

/** `due_at` of what is finished: later than any time. */
export const NEVER_MS = Number.MAX_SAFE_INTEGER;

/** States in which a row is finished. */
const OVER = ['done', 'dead', 'skipped'];
/** Statements at once for what an older version has finished; each mends 300 rows. */
const MENDED_TURNS = 20;

export interface WorkPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
}

export function randomToken(random: Random): string {
  return Buffer.from(random.bytes(16)).toString('hex');
}

/**
 * Rows whose time has come: idle, sleeping and parked ones, and busy ones whose lease ran out (claiming sets `due_at` to
 * the lease's end). What is finished is never due, so one index finds them however many rows there are.
 */
export async function selectDue<T extends LeasedTable>(
  ports: WorkPorts,
  table: T,
  limit: number,
): Promise<Row<T>[]> {
  for (let turn = 0; turn < MENDED_TURNS; turn += 1) {
    const where = [['due_at', '<=', ports.clock.now()]];
    const query = { where, orderBy: ['due_at', 'asc'], limit };
    const due = await ports.store.select<T>(table, query as never);
    if (!due.some((row) => OVER.includes((row as Row<LeasedTable>).state))) return due;
    // An older version left `due_at` at 0 when a row was finished.
    const over = [...where, ['state', 'in', OVER]];
    await ports.store.updateWhere<T>(table, { due_at: NEVER_MS } as never, over as never);
  }
  return [];
}

/** Rows whose lease ran out, the longest ago first: their worker is gone. */
export function selectLapsed<T extends LeasedTable>(
  { store, clock }: WorkPorts,
  table: T,
  limit: number,
): Promise<Row<T>[]> {
  const where = [
    ['due_at', '<=', clock.now()],
    ['state', '=', leasedTables[table].busy],
  ];
  return store.select<T>(table, { where, orderBy: ['due_at', 'asc'], limit } as never);
}

/** The columns of a lease that begins now. */
export function newLease(ports: WorkPorts) {
  const until = ports.clock.now() + LEASE_MS;
  return { lease_token: randomToken(ports.random), lease_until: until, due_at: until };
}

/** The lock of a lane is a unique column, so that two of its runs can't both be worked on. */
export function laneLock(lane: string): string {
  return `lane|${lane}`;
}

/**
 * Takes the lease of an event, or undefined when someone else has it. The answer of the statement is believed when it
 * says yes: an event that two workers take up does no harm, as both re-read the same truth.
 */
export async function claimEvent(
  ports: WorkPorts,
  event: Row<'Inbox'>,
): Promise<Row<'Inbox'> | undefined> {
  const lease: Patch<'Inbox'> = {
    ...newLease(ports),
    state: leasedTables.Inbox.busy,
    attempts: (event.attempts ?? 0) + 1,
  };
  const changed = await ports.store.updateWhere('Inbox', lease, unchanged('event_key', event));
  if (changed === 'updated') return { ...event, ...lease };
  const now = await ports.store.find('Inbox', 'event_key', event.event_key);
  return now?.lease_token === lease.lease_token ? now : undefined;
}

/**
 * Takes the lease of a run, or undefined when someone else has it or its lane is busy. Who owns it is read back by a
 * token of our own: a run writes in other people's books.
 */
export async function claimRun(
  ports: WorkPorts,
  run: Row<'Runs'>,
): Promise<Row<'Runs'> | undefined> {
  return takeRun(ports, run, (run.attempts ?? 0) + 1, unchanged('run_key', run));
}

/** Takes the lease of a run that sleeps, if it does and its lane is free. */
export async function claimSleepingRun(
  ports: WorkPorts,
  run: { readonly run_key: string; readonly lane: string },
): Promise<Row<'Runs'> | undefined> {
  return takeRun(ports, run, 1, [
    ['run_key', '=', run.run_key],
    ['state', '=', 'waiting'],
  ]);
}

async function takeRun(
  ports: WorkPorts,
  { run_key, lane }: { readonly run_key: string; readonly lane: string },
  attempts: number,
  where: readonly Condition<'Runs'>[],
): Promise<Row<'Runs'> | undefined> {
  const lease = newLease(ports);
  const changed = await ports.store.updateWhere(
    'Runs',
    { ...lease, state: leasedTables.Runs.busy, attempts, lane_lock: laneLock(lane) },
    where,
  );
  if (changed === 'duplicate') return undefined;
  const now = await ports.store.find('Runs', 'run_key', run_key);
  return now?.lease_token === lease.lease_token ? now : undefined;
}

/** Nobody has taken the row up since it was read. */
function unchanged<T extends LeasedTable>(key: string, row: Row<T>): readonly Condition<T>[] {
  const seen = row as Row<LeasedTable> & Readonly<Record<string, unknown>>;
  return [
    [key, '=', seen[key]],
    ['attempts', '=', seen.attempts ?? 0],
    ['due_at', '=', seen.due_at ?? 0],
  ] as never;
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
  const over = OVER.includes(end.state);
  await ports.store.update(table, row.ROWID, {
    state: end.state,
    due_at: end.dueAt ?? NEVER_MS,
    lease_token: '',
    ...('run_key' in row ? { lane_lock: row.run_key } : {}),
    ...(end.problem === undefined ? {} : { problem: end.problem }),
    ...(over ? { finished_at: ports.clock.now() } : {}),
    ...end.patch,
  } as never);
}
