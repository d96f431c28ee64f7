// The worker's loop: events, then runs, then movements of unknown outcome, until nothing is due or time is up.
import { problem } from '../domain/problem.ts';
import type { Row } from '../store/schema.ts';
import { claim, type LeasedTable, selectDue } from '../work/lease.ts';
import { processEvent } from './process-event.ts';
import { resolveDueMovements } from './resolve-unknown.ts';
import { restAfterProblem } from './rest-after-problem.ts';
import { type FlowPorts, runFlow } from './run-flow.ts';

const BATCH = 25;
/** Rows side by side: Zoho allows few calls at once. */
const SIDE_BY_SIDE = 4;

/**
 * Works until nothing is due or `deadline` (epoch ms) has come.
 * @returns whether something may still be due.
 */
export async function drainWork(
  ports: FlowPorts,
  deadline: number,
): Promise<{ readonly more: boolean }> {
  while (ports.clock.now() < deadline) {
    const worked =
      (await drainTable(ports, 'Inbox', deadline, (row) => processEvent(ports, row))) +
      (await drainTable(ports, 'Runs', deadline, (row) => runFlow(ports, row))) +
      (await resolveDueMovements(ports, deadline));
    if (worked === 0) return { more: false };
  }
  return { more: true };
}

/** One batch of a table; a row whose lane is busy is left to whoever works on that lane. */
async function drainTable<T extends LeasedTable>(
  ports: FlowPorts,
  table: T,
  deadline: number,
  work: (row: Row<T>) => Promise<void>,
): Promise<number> {
  const queue = await selectDue(ports, table, BATCH);
  let worked = 0;
  const workOn = async () => {
    for (let row = queue.shift(); row !== undefined; row = queue.shift()) {
      if (ports.clock.now() >= deadline) return;
      const claimed = await claim(ports, table, row);
      if (claimed === undefined) continue;
      worked += 1;
      await work(claimed).catch((error: unknown) => putBack(ports, table, claimed, error));
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, workOn));
  return worked;
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
  const found = problem('internal-error', 'retry', { reference });
  await restAfterProblem(ports, table, row as Row<LeasedTable>, found).catch(() => undefined);
}
