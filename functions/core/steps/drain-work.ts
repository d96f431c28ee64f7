// The worker's loop: events with the runs that they set off, movements of unknown outcome, runs whose time has come.
import { cardDataProblemOf } from '../domain/card-data.ts';
import { problem } from '../domain/problem.ts';
import type { Row } from '../store/schema.ts';
import { emptyHand, type Hand, type TakenRun } from '../work/hand.ts';
import { claimEvent, claimRun, type LeasedTable } from '../work/lease.ts';
import { resolveDueCharges } from './charges/resolve-charges.ts';
import { type BatchWork, drainBatch } from './drain-batch.ts';
import { processEvent } from './process-event.ts';
import { resolveDueMovements } from './resolve-unknown.ts';
import { restAfterProblem } from './rest-after-problem.ts';
import { type FlowPorts, runFlow } from './run-flow.ts';

/** What a worker was woken for: `events` leaves out the look for work that only time brings. */
export type WorkScope = 'all' | 'events';

/**
 * Works until nothing is due or `deadline` (epoch ms) has come. Whoever stores work wakes a worker afterwards, so
 * nothing is missed by not looking once more.
 * @param inWork lanes and events that this process works on; workers in one process that share it need not ask the store.
 * @returns whether something may still be due.
 */
export async function drainWork(
  ports: FlowPorts,
  deadline: number,
  scope: WorkScope = 'all',
  inWork = new Set<string>(),
): Promise<{ readonly more: boolean }> {
  for (;;) {
    const events = await drainEvents(ports, deadline, inWork);
    const movements = scope === 'all' ? await resolveDueMovements(ports, deadline) : 0;
    const charges = scope === 'all' ? await resolveDueCharges(ports, deadline) : 0;
    // A run that was carried on has freed its lane, in which others may have been left waiting.
    if (scope === 'all' || events.touchedRuns) await drainRuns(ports, deadline, inWork);
    if (ports.clock.now() >= deadline) return { more: true };
    if (!events.full && movements + charges === 0) return { more: false };
  }
}

/** One batch of events; those about one thing in turn, as each re-reads the same truth. */
async function drainEvents(
  ports: FlowPorts,
  deadline: number,
  inWork: Set<string>,
): Promise<{ readonly full: boolean; readonly touchedRuns: boolean }> {
  let touchedRuns = false;
  const { full } = await drainBatch(ports, 'Inbox', deadline, {
    groupOf: (event) => event.subject ?? event.event_key,
    async takeUp(event) {
      const hand = await takeUpEvent(ports, event, inWork);
      touchedRuns ||= hand !== undefined && (hand.left || hand.taken.length > 0);
      return hand !== undefined;
    },
  });
  return { full, touchedRuns };
}

/**
 * Batches of runs until none can be taken up, those of a lane in turn; a lane that is busy elsewhere is left to whoever
 * works on it, as they look for its runs afterwards.
 */
async function drainRuns(ports: FlowPorts, deadline: number, inWork: Set<string>): Promise<void> {
  const left = new Set<string>();
  const work: BatchWork<'Runs'> = {
    groupOf: ({ lane }) => lane,
    isLeft: (lane) => left.has(lane) || inWork.has(lane),
    async takeUp(run) {
      const taken = await during(inWork, run.lane, () => takeUpRun(ports, run));
      if (!taken) left.add(run.lane);
      return taken;
    },
  };
  for (let worked = 1; worked > 0 && ports.clock.now() < deadline; ) {
    ({ worked } = await drainBatch(ports, 'Runs', deadline, work));
  }
}

async function during<R>(inWork: Set<string>, what: string, work: () => Promise<R>): Promise<R> {
  inWork.add(what);
  return work().finally(() => inWork.delete(what));
}

/** Works on an event and carries on the runs that it set off; undefined when someone else was quicker. */
export async function takeUpEvent(
  ports: FlowPorts,
  event: Row<'Inbox'>,
  inWork = new Set<string>(),
): Promise<Hand | undefined> {
  if (inWork.has(event.event_key)) return undefined;
  return during(inWork, event.event_key, async () => {
    const mine = await claimEvent(ports, event);
    if (mine === undefined) return undefined;
    const hand = emptyHand(inWork);
    await processEvent({ ...ports, hand }, mine).catch((error: unknown) =>
      putBack(ports, 'Inbox', mine, error),
    );
    for (const taken of hand.taken) {
      await during(inWork, taken.run.lane, () => carryOn(ports, taken));
    }
    return hand;
  });
}

/** Works on a run; false when someone else does or its lane is busy. */
export async function takeUpRun(ports: FlowPorts, run: Row<'Runs'>): Promise<boolean> {
  const mine = await claimRun(ports, run);
  // A run that has never been taken up has no results of earlier tries; one that was put back may count none either.
  const fresh = !run.lease_until;
  if (mine !== undefined) await carryOn(ports, { run: mine, fresh });
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
