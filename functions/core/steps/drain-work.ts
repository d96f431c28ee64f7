// The worker's loop: events with the runs that they set off, movements of unknown outcome, runs whose time has come.
import { cardDataProblemOf } from '../domain/card-data.ts';
import { problem } from '../domain/problem.ts';
import type { Row } from '../store/schema.ts';
import { emptyHand, type Hand, type TakenRun } from '../work/hand.ts';
import { claimEvent, claimRun, type LeasedTable, selectDue } from '../work/lease.ts';
import { resolveDueCharges } from './charges/resolve-charges.ts';
import { processEvent } from './process-event.ts';
import { resolveDueMovements } from './resolve-unknown.ts';
import { restAfterProblem } from './rest-after-problem.ts';
import { type FlowPorts, runFlow } from './run-flow.ts';

const BATCH = 50;
/** Rows side by side: Zoho allows few calls at once. */
const SIDE_BY_SIDE = 6;

/** What a worker was woken for: `events` leaves out the look for work that only time brings. */
export type WorkScope = 'all' | 'events';

/**
 * Works until nothing is due or `deadline` (epoch ms) has come. Whoever stores work wakes a worker afterwards, so
 * nothing is missed by not looking once more.
 * @returns whether something may still be due.
 */
export async function drainWork(
  ports: FlowPorts,
  deadline: number,
  scope: WorkScope = 'all',
): Promise<{ readonly more: boolean }> {
  const busyLanes = new Set<string>();
  for (;;) {
    const events = await drainEvents(ports, deadline, busyLanes);
    const movements = scope === 'all' ? await resolveDueMovements(ports, deadline) : 0;
    const charges = scope === 'all' ? await resolveDueCharges(ports, deadline) : 0;
    // A run that was carried on has freed its lane, in which others may have been left waiting.
    if (scope === 'all' || events.touchedRuns) await drainRuns(ports, deadline);
    if (ports.clock.now() >= deadline) return { more: true };
    if (!events.full && movements + charges === 0) return { more: false };
  }
}

/** One batch of events; those about one thing in turn, as each re-reads the same truth. */
async function drainEvents(
  ports: FlowPorts,
  deadline: number,
  busyLanes: Set<string>,
): Promise<{ readonly full: boolean; readonly touchedRuns: boolean }> {
  const due = await selectDue(ports, 'Inbox', BATCH);
  const bySubject = [...Map.groupBy(due, (event) => event.subject ?? event.event_key).values()];
  let touchedRuns = false;
  await sideBySide(bySubject, async (events) => {
    for (const event of events) {
      if (ports.clock.now() >= deadline) return;
      const hand = await takeUpEvent(ports, event, busyLanes);
      touchedRuns ||= hand.left || hand.taken.length > 0;
    }
  });
  return { full: due.length === BATCH, touchedRuns };
}

/**
 * Batches of runs until none can be taken up, those of a lane in turn; a run whose lane is busy elsewhere is left to
 * whoever works on that lane.
 */
async function drainRuns(ports: FlowPorts, deadline: number): Promise<void> {
  for (let worked = 1; worked > 0 && ports.clock.now() < deadline; ) {
    const due = await selectDue(ports, 'Runs', BATCH);
    const byLane = [...Map.groupBy(due, (run) => run.lane).values()];
    worked = 0;
    await sideBySide(byLane, async (runs) => {
      for (const run of runs) {
        if (ports.clock.now() < deadline && (await takeUpRun(ports, run))) worked += 1;
      }
    });
  }
}

async function sideBySide<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const workOn = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(SIDE_BY_SIDE, items.length) }, workOn));
}

/** Works on an event, unless someone else does, and carries on the runs that it set off. */
export async function takeUpEvent(
  ports: FlowPorts,
  event: Row<'Inbox'>,
  busyLanes = new Set<string>(),
): Promise<Hand> {
  const hand = emptyHand(busyLanes);
  const mine = await claimEvent(ports, event);
  if (mine === undefined) return hand;
  await processEvent({ ...ports, hand }, mine).catch((error: unknown) =>
    putBack(ports, 'Inbox', mine, error),
  );
  for (const taken of hand.taken) {
    busyLanes.add(taken.run.lane);
    await carryOn(ports, taken);
    busyLanes.delete(taken.run.lane);
  }
  return hand;
}

/** Works on a run; false when someone else does or its lane is busy. */
export async function takeUpRun(ports: FlowPorts, run: Row<'Runs'>): Promise<boolean> {
  const mine = await claimRun(ports, run);
  if (mine !== undefined) await carryOn(ports, { run: mine, fresh: false });
  return mine !== undefined;
}

function carryOn(ports: FlowPorts, taken: TakenRun): Promise<void> {
  return runFlow(ports, taken).catch((error: unknown) => putBack(ports, 'Runs', taken.run, error));
}

/**
 * The store failed or we have a fault of our own: the row is tried again later. If even putting it back fails, its
 * lease ends by itself.
 */
async function putBack<T extends LeasedTable>(
  ports: FlowPorts,
  table: T,
  row: Row<T>,
  error: unknown,
): Promise<void> {
  const code = error instanceof Error ? error.name : 'unknown';
  ports.log.error('work on a row failed', { operation: table, code });
  const reference = error instanceof Error ? error.message.slice(0, 200) : code;
  const found = cardDataProblemOf(error) ?? problem('internal-error', 'retry', { reference });
  await restAfterProblem(ports, table, row as Row<LeasedTable>, found).catch(() => undefined);
}
