// Runs of flows: one row per run, one per finished node, woken when what they wait for has changed.
import type { InstallationId } from '../domain/ids.ts';
import type { Problem } from '../domain/problem.ts';
import type { Store } from '../ports/store.ts';
import type { NewRow, Row } from '../store/schema.ts';
import type { Hand } from './hand.ts';
import {
  claimSleepingRun,
  laneLock,
  leasedTables,
  NEVER_MS,
  newLease,
  release,
  type WorkPorts,
} from './lease.ts';
import type { Movement } from './movement-log.ts';
import { packText, unpackText } from './packed-text.ts';
import type { PaymentNote, PaymentRow } from './payment-records.ts';

const EMPTY_RESULT = 'p:{"output":{},"path":[]}';

/** What a payment holds as its run's state once that has ended. */
export const RUN_OVER = 'over';

export interface RunRequest {
  readonly installation: InstallationId;
  readonly flow: string;
  readonly flowVersion: number;
  /** What the run is about: with the flow it makes the run's key, so that there is one run of each. */
  readonly subject: string;
  /** Runs of one lane wait for each other. */
  readonly lane: string;
  readonly input: object;
}

export function runKey(installation: InstallationId, flow: string, subject: string): string {
  return `${installation}|${flow}|${subject}`;
}

/** What is known of the run's subject when it starts or wakes, and whose hand it may be carried on in. */
export interface AtHand {
  readonly hand?: Hand;
  readonly payment?: PaymentRow;
  readonly movement?: Movement;
}

/**
 * Starts a run, unless it was started before. One store write; a second one when it is to be carried on in hand and its
 * lane is busy, or it is known.
 */
export async function startRun(
  ports: WorkPorts,
  run: RunRequest,
  { hand, ...about }: AtHand = {},
): Promise<'started' | 'known'> {
  const row = newRun(ports, run);
  const isFree = hand !== undefined && !hand.inWork.has(run.lane);
  if (isFree) {
    const leased = {
      ...row,
      ...newLease(ports),
      state: leasedTables.Runs.busy,
      attempts: 1,
      lane_lock: laneLock(run.lane),
    };
    hand.inWork.add(run.lane);
    const taken = await ports.store.insert('Runs', leased).catch((failure: unknown) => {
      hand.inWork.delete(run.lane);
      throw failure;
    });
    if (taken.kind === 'inserted') {
      hand.taken.push({ run: taken.row, fresh: true, ...about });
      return 'started';
    }
    hand.inWork.delete(run.lane);
  }
  if (hand !== undefined) hand.left = true;
  const inserted = await ports.store.insert('Runs', row);
  return inserted.kind === 'inserted' ? 'started' : 'known';
}

function newRun(ports: WorkPorts, run: RunRequest): NewRow<'Runs'> {
  const now = ports.clock.now();
  const key = runKey(run.installation, run.flow, run.subject);
  return {
    run_key: key,
    installation: run.installation,
    flow: run.flow,
    flow_version: run.flowVersion,
    lane: run.lane,
    lane_lock: key,
    input: JSON.stringify(run.input),
    state: leasedTables.Runs.idle,
    due_at: now,
    attempts: 0,
    created_at: now,
  };
}

/** Enters a run that is not to go on by itself, and why, unless it was started before. One store write. */
export async function layAside(
  ports: WorkPorts,
  run: RunRequest,
  state: 'skipped' | 'dead',
  why: Problem,
): Promise<void> {
  await ports.store.insert('Runs', {
    ...newRun(ports, run),
    state,
    problem: JSON.stringify(why),
    due_at: NEVER_MS,
    finished_at: ports.clock.now(),
  });
}

/** Carries a sleeping run on in hand; makes it due now when its lane is busy. */
export async function wakeInHand(
  ports: WorkPorts,
  run: { readonly run_key: string; readonly lane: string },
  hand: Hand,
  payment: PaymentRow,
): Promise<void> {
  const taken = await claimSleepingRun(ports, run);
  if (taken !== undefined) hand.taken.push({ run: taken, fresh: false, payment });
  else if (await makeDue(ports, run.run_key)) hand.left = true;
}

/** Makes a sleeping run due now; whether it slept. */
export async function makeDue(ports: WorkPorts, key: string): Promise<boolean> {
  const woken = await ports.store.updateWhere('Runs', { due_at: ports.clock.now() }, [
    ['run_key', '=', key],
    ['state', '=', 'waiting'],
  ]);
  return woken === 'updated';
}

/** A run that has just gone to sleep wakes this soon, unless it was seen that nothing had happened meanwhile. */
const LIGHT_SLEEP_MS = 10 * 60_000;

/**
 * Lets a leased run sleep until `dueAt` or until somebody wakes it. Who changed what it waits for while it was awake
 * could not wake it: `hasMissed` looks for that afterwards, and until it has looked the sleep is a light one, so that
 * a crash in between costs minutes. One to two store writes.
 */
export async function sleep(
  ports: WorkPorts,
  run: Row<'Runs'>,
  dueAt: number,
  hasMissed: () => Promise<boolean>,
): Promise<void> {
  const lightlyTill = Math.min(dueAt, ports.clock.now() + LIGHT_SLEEP_MS);
  // Nothing was begun and left open, so the next try is a first one again.
  const patch = { attempts: 0, problem: '' };
  await release(ports, 'Runs', run, { state: 'waiting', dueAt: lightlyTill, patch });
  if (await hasMissed()) {
    await makeDue(ports, run.run_key);
    return;
  }
  if (lightlyTill === dueAt) return;
  await ports.store.updateWhere('Runs', { due_at: dueAt }, [
    ['run_key', '=', run.run_key],
    ['state', '=', 'waiting'],
    ['due_at', '=', lightlyTill],
  ]);
}

/** Makes all sleeping runs of a lane due now; whether there were any. */
export async function wakeLane(ports: WorkPorts, lane: string): Promise<boolean> {
  const woken = await ports.store.updateWhere('Runs', { due_at: ports.clock.now() }, [
    ['lane', '=', lane],
    ['state', '=', 'waiting'],
  ]);
  return woken === 'updated';
}

/** The result of one place of a run, as it is kept. */
export interface FinishedNode {
  readonly output: Readonly<Record<string, unknown>>;
  /** The decisions that the run had taken by then. */
  readonly path: readonly string[];
  readonly inverse?: Readonly<Record<string, unknown>>;
  readonly note?: PaymentNote;
}

/** Kept results by place. */
export async function readFinished(store: Store, key: string): Promise<Map<string, FinishedNode>> {
  const rows = await store.select('Tasks', { where: [['run_key', '=', key]] });
  return new Map(rows.map((row) => [row.node, finishedNode(row)]));
}

/** What would undo each record that a run has written. */
export async function readInverses(
  store: Store,
  key: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const rows = await store.select('Tasks', { where: [['run_key', '=', key]] });
  return rows.flatMap(({ inverse }) =>
    inverse ? [JSON.parse(unpackText(inverse)) as Readonly<Record<string, unknown>>] : [],
  );
}

function finishedNode(row: Row<'Tasks'>): FinishedNode {
  return JSON.parse(unpackText(row.result ?? EMPTY_RESULT)) as FinishedNode;
}

/** Keeps the result of a place; the first one stays. One store write. */
export async function keepFinished(
  ports: WorkPorts,
  run: Pick<Row<'Runs'>, 'run_key' | 'installation'>,
  place: string,
  action: string,
  { inverse, ...result }: FinishedNode,
): Promise<'kept' | 'known'> {
  const inserted = await ports.store.insert('Tasks', {
    task_key: `${run.run_key}|${place}`,
    run_key: run.run_key,
    installation: run.installation,
    node: place,
    action,
    result: packText(JSON.stringify(result)),
    ...(inverse === undefined ? {} : { inverse: packText(JSON.stringify(inverse)) }),
    created_at: ports.clock.now(),
  });
  return inserted.kind === 'inserted' ? 'kept' : 'known';
}

/** Keeps the result of a place and answers the one that stays. */
export async function settleFinished(
  ports: WorkPorts,
  run: Pick<Row<'Runs'>, 'run_key' | 'installation'>,
  place: string,
  action: string,
  result: FinishedNode,
): Promise<FinishedNode> {
  if ((await keepFinished(ports, run, place, action, result)) === 'kept') return result;
  const row = await ports.store.find('Tasks', 'task_key', `${run.run_key}|${place}`);
  return row === undefined ? result : finishedNode(row);
}
