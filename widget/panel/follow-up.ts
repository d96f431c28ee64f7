// Decides whether a panel is worth reading again by itself, and when.
import type { PaymentView } from '../../functions/core/contract/panel.ts';

/** Pauses between quiet readings after something happened; after the last one the panel rests. */
const pausesMs = [2_000, 5_000, 10_000, 20_000, 40_000, 60_000, 60_000, 60_000];

/** Pause before the quiet reading number `attempt` (0 first), or undefined when it is enough. */
export function pauseBefore(attempt: number): number | undefined {
  return pausesMs[attempt];
}

/**
 * Whether something is under way: a movement that is sent and not settled either way, or done and not yet in the books;
 * a request that waits, or was approved and is not sent yet.
 */
export function isUnderWay(payments: readonly PaymentView[]): boolean {
  return payments.some((payment) => isRequestOpen(payment) || isMovementOpen(payment));
}

function isRequestOpen({ requests, timeline }: PaymentView): boolean {
  return requests.some(
    ({ state, problem, intentId }) =>
      state === 'open' ||
      (state === 'approved' &&
        problem === undefined &&
        !timeline.some((entry) => entry.intentId === intentId)),
  );
}

function isMovementOpen({ timeline }: PaymentView): boolean {
  return timeline.some(
    (entry) =>
      entry.kind !== 'payment' &&
      entry.kind !== 'dispute' &&
      (entry.booked?.kind === 'waiting' ||
        entry.state === 'intended' ||
        entry.state === 'sent' ||
        entry.state === 'unknown'),
  );
}
