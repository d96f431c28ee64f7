// One batch of due rows, several at once, while other workers may be at the same rows.
import type { Row } from '../store/schema.ts';
import {
  type LeasedTable,
  leasedTables,
  selectDue,
  selectLapsed,
  type WorkPorts,
} from '../work/lease.ts';
import { sideBySide } from '../work/side-by-side.ts';

const BATCH = 50;
/** Rows side by side: Zoho allows few calls at once. */
const SIDE_BY_SIDE = 6;

export interface BatchWork<T extends LeasedTable> {
  /** Rows of one group are worked on in turn. */
  groupOf(row: Row<T>): string;
  /** Somebody is working on the group, and will look for what is left of it. */
  isLeft?(group: string): boolean;
  /** False when someone else was quicker. */
  takeUp(row: Row<T>): Promise<boolean>;
}

/**
 * Works on one batch of what is due. Workers that are woken together see the same rows: where another was quicker, the
 * rest of the group is left to it, and we go on at any other place with what is still due.
 * @param deadline epoch ms after which no row is taken up.
 * @returns how many rows were worked on, and whether there may be more than the batch.
 */
export async function drainBatch<T extends LeasedTable>(
  ports: WorkPorts,
  table: T,
  deadline: number,
  { groupOf, isLeft = () => false, takeUp }: BatchWork<T>,
): Promise<{ readonly full: boolean; readonly worked: number }> {
  const due = await selectDue(ports, table, BATCH);
  let full = due.length === BATCH;
  let worked = 0;
  // Whose lease ran out still locks its lane: it comes first, also when all of the batch waits for that.
  const lapsed =
    full && table === 'Runs' ? await selectLapsed(ports, table, BATCH) : due.filter(isLapsed);
  const idle = due.filter((row) => !isLapsed(row));
  let queue = [...Map.groupBy([...lapsed, ...idle], groupOf)];
  let looking: Promise<void> | undefined;

  function isLapsed(row: Row<T>): boolean {
    return (row as Row<LeasedTable>).state === leasedTables[table].busy;
  }
  async function lookAgain(): Promise<void> {
    const still = await selectDue(ports, table, BATCH);
    full ||= still.length === BATCH;
    const ids = new Set(still.map(({ ROWID }) => ROWID));
    const left = queue.filter(([, [first]]) => first !== undefined && ids.has(first.ROWID));
    queue = fromAnywhere(ports, left);
    looking = undefined;
  }
  async function workOn(rows: readonly Row<T>[]): Promise<void> {
    for (const row of rows) {
      if (ports.clock.now() >= deadline) return;
      if (await takeUp(row)) worked += 1;
      else {
        if (queue.length > 0) looking ??= lookAgain();
        return looking;
      }
    }
  }
  const next = () => queue.shift();
  await sideBySide(next, SIDE_BY_SIDE, async ([group, rows]) => {
    if (!isLeft(group)) await workOn(rows);
  });
  return { full, worked };
}

/** In their order, beginning at any of them, so that those who were in each other's way part. */
function fromAnywhere<T>({ random }: WorkPorts, queue: readonly T[]): T[] {
  const at = (random.bytes(1)[0] ?? 0) % Math.max(1, queue.length);
  return [...queue.slice(at), ...queue.slice(0, at)];
}
