// Decides whether a panel is worth reading again by itself, and when.
import type { PaymentView } from '../../functions/core/contract/panel.ts';

/** Pauses between quiet readings after something happened; after the last one the panel rests. */
const pausesMs = [2_000, 5_000, 10_000, 20_000, 40_000, 60_000, 60_000, 60_000];

/** Pause before the quiet reading number `attempt` (0 first), or undefined when it is enough. */
export function pauseBefore(attempt: number): number | undefined {
  return pausesMs[attempt];
}

/** Whether a movement is under way: sent and not settled either way, or done and not yet in the books. */
export function isUnderWay(payments: readonly PaymentView[]): boolean {
  return payments.some((payment) =>
    payment.timeline.some(
      (entry) =>
        entry.kind !== 'payment' &&
        entry.kind !== 'dispute' &&
        (entry.booked?.kind === 'waiting' ||
          entry.state === 'intended' ||
          entry.state === 'sent' ||
          entry.state === 'unknown'),
    ),
  );
}
