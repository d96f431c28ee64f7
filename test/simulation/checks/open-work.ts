// What is still to be done in the store, and when it is due.
import {
  isBookingFlow,
  refundToBooksFlow,
  voidToBooksFlow,
} from '../../../functions/core/flows/flow-ids.ts';
import type { Store } from '../../../functions/core/ports/store.ts';
import type { Row } from '../../../functions/core/store/schema.ts';

/** When the first open row is due (epoch ms); undefined when nothing is open. */
export async function readDueAt(store: Store): Promise<number | undefined> {
  const first = { orderBy: ['due_at', 'asc'], limit: 1 } as const;
  const [events, movements, charges, runs] = await Promise.all([
    store.select('Inbox', {
      where: [['state', 'in', ['received', 'processing', 'parked']]],
      ...first,
    }),
    store.select('Movements', {
      where: [['state', 'in', ['intended', 'sent', 'unknown']]],
      ...first,
    }),
    store.select('Charges', {
      where: [['state', 'in', ['requested', 'sent', 'unknown', 'in-review', 'retrying']]],
      ...first,
    }),
    store.select('Runs', { where: [['attempts', '>=', 0]] }),
  ]);
  const open = runs.filter((run) => !isOver(run) && !waitsForOver(run, runs));
  const dueAt = [...events, ...movements, ...charges, ...open].map((row) => row.due_at ?? 0);
  return dueAt.length === 0 ? undefined : Math.min(...dueAt);
}

/** Nothing more happens by itself. */
function isOver({ state }: Row<'Runs'>): boolean {
  return state === 'done' || state === 'dead' || state === 'skipped';
}

/** A refund or void waits for its payment to come into the books, and nothing will bring it there. */
export function waitsForOver(run: Row<'Runs'>, runs: readonly Row<'Runs'>[]): boolean {
  const follows: readonly string[] = [refundToBooksFlow.id, voidToBooksFlow.id];
  if (!follows.includes(run.flow) || run.state !== 'waiting') return false;
  const { paymentKey } = inputOf(run);
  return !runs.some(
    (one) =>
      isBookingFlow(one.flow) &&
      inputOf(one).paymentKey === paymentKey &&
      one.state !== 'dead' &&
      one.state !== 'skipped',
  );
}

/** What a run is about. */
export function inputOf(run: Row<'Runs'>): { readonly paymentKey: string } {
  return JSON.parse(run.input ?? '{}') as { paymentKey: string };
}
