// Movements of a payment's money, their states, and the rule that never lets more out than came in.

export const movementKinds = ['capture', 'refund', 'void', 'reversal', 'dispute'] as const;
export type MovementKind = (typeof movementKinds)[number];

export const movementStates = [
  'intended', // on disk, not yet sent
  'sent', // about to be sent, or sent and not yet answered
  'unknown', // sent, and what became of it is not known: holds its amount
  'succeeded',
  'declined',
  'failed',
  'needs-inspection', // answered with a status that we don't know: holds its amount
  'voided', // succeeded, then called back before the batch went out
] as const;
export type MovementState = (typeof movementStates)[number];

const after: Readonly<Record<MovementState, readonly MovementState[]>> = {
  intended: ['sent', 'failed', 'unknown', 'succeeded', 'declined'],
  sent: ['succeeded', 'declined', 'failed', 'unknown', 'needs-inspection'],
  unknown: ['succeeded', 'declined', 'failed', 'needs-inspection'],
  'needs-inspection': ['succeeded', 'declined', 'failed'],
  // A refund that was given up and then turns up at the gateway is corrected; the opposite is not.
  failed: ['succeeded'],
  declined: ['succeeded'],
  succeeded: ['voided'],
  voided: [],
};

export function mayBecome(current: MovementState, next: MovementState): boolean {
  return after[current].includes(next);
}

/** Whether the movement's amount counts: only a plain no frees it. */
export function holdsAmount(state: MovementState): boolean {
  switch (state) {
    case 'intended':
    case 'sent':
    case 'unknown':
    case 'succeeded':
    case 'needs-inspection':
      return true;
    case 'declined':
    case 'failed':
    case 'voided':
      return false;
  }
}

/** One entry of a payment's movement log, as far as limits need it. */
export interface MovementEntry {
  readonly kind: MovementKind;
  readonly state: MovementState;
  readonly amountMinor: number;
}

/** The live numbers behind a refund, all in minor units of the payment's currency. */
export interface RefundLimits {
  readonly capturedMinor: number;
  readonly refundedMinor: number;
  /** Refunds on their way: intended, sent, or answered with something that we don't know. */
  readonly pendingMinor: number;
  readonly unknownMinor: number;
  readonly disputedMinor: number;
  /** What may still be refunded; never below zero. */
  readonly leftMinor: number;
}

/**
 * The balance rule (design: sum of pending, unknown and succeeded refunds plus open disputes never exceeds
 * what was captured): captures count only once they are certain, everything that may leave counts at once.
 * A void of the captured money is an entry of its own; a refund that was called back is in state `voided`.
 */
export function refundLimits(entries: readonly MovementEntry[]): RefundLimits {
  const sum = (wanted: (entry: MovementEntry) => boolean) =>
    entries.reduce((total, entry) => (wanted(entry) ? total + entry.amountMinor : total), 0);
  const capturedMinor = sum((e) => e.kind === 'capture' && e.state === 'succeeded');
  const voidedMinor = sum((e) => e.kind === 'void' && holdsAmount(e.state));
  const refundedMinor = sum((e) => e.kind === 'refund' && e.state === 'succeeded');
  const unknownMinor = sum((e) => e.kind === 'refund' && e.state === 'unknown');
  const pendingMinor = sum(
    (e) =>
      e.kind === 'refund' &&
      (e.state === 'intended' || e.state === 'sent' || e.state === 'needs-inspection'),
  );
  const disputedMinor = sum((e) => e.kind === 'dispute' && holdsAmount(e.state));
  const out = voidedMinor + refundedMinor + unknownMinor + pendingMinor + disputedMinor;
  return {
    capturedMinor: Math.max(0, capturedMinor - voidedMinor),
    refundedMinor,
    pendingMinor,
    unknownMinor,
    disputedMinor,
    leftMinor: Math.max(0, capturedMinor - out),
  };
}
