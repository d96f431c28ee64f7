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
  intended: ['sent', 'failed', 'unknown', 'succeeded', 'declined', 'voided'],
  sent: ['succeeded', 'declined', 'failed', 'unknown', 'needs-inspection', 'voided'],
  unknown: ['succeeded', 'declined', 'failed', 'needs-inspection', 'voided'],
  'needs-inspection': ['succeeded', 'declined', 'failed', 'voided'],
  // A refund that was given up and then turns up at the gateway is corrected; the opposite is not.
  declined: ['failed', 'succeeded', 'voided'],
  failed: ['succeeded', 'voided'],
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

/** Over: certain, and nobody asks about it by itself any more. */
export function isOver(state: MovementState): boolean {
  return state === 'succeeded' || state === 'voided';
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

/**
 * What has certainly been captured and not certainly been voided again: what the books are to hold. A void without an answer
 * keeps people from giving the money back twice (`refundLimits`); it is none yet.
 */
export function certainCapturedMinor(entries: readonly MovementEntry[]): number {
  return entries.reduce((sum, { kind, state, amountMinor }) => {
    if (state !== 'succeeded') return sum;
    return kind === 'capture' ? sum + amountMinor : kind === 'void' ? sum - amountMinor : sum;
  }, 0);
}

/** What had certainly been captured before the voids, with the later of them left out one by one; without today's sum. */
export function earlierCapturedMinor(entries: readonly MovementEntry[]): readonly number[] {
  const today = certainCapturedMinor(entries);
  const voids = entries.filter(({ kind, state }) => kind === 'void' && state === 'succeeded');
  const gross = today + voids.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return voids.map((_, kept) =>
    voids.slice(0, kept).reduce((left, { amountMinor }) => left - amountMinor, gross),
  );
}

const DAY_MS = 24 * 3_600_000;
/** Docs: a merchant transaction id is known for 60 days. A day less, as clocks differ. */
const MTI_KNOWN_MS = 59 * DAY_MS;

/** What is known of a refund that was sent, never answered, and is not found at the gateway. All times epoch ms. */
export interface LostRefund {
  readonly amountMinor: number;
  readonly sentAt: number;
  readonly paidAt: number;
  /** For so many days after that the processor takes a refund. */
  readonly refundDays: number;
  readonly isPaymentGivenBack: boolean;
  /** A dispute over the payment began after the refund was asked for. */
  readonly isDisputedSince: boolean;
  /** The payment's other movements. */
  readonly others: readonly MovementEntry[];
}

/**
 * What to do about it. `send-again`: the gateway refuses the repeated merchant transaction id if it has acted. `call-back`: what was
 * right when it was asked for no longer is, so it is voided by that id, should it ever have arrived. `leave`: the gateway
 * knows the id no longer, so that neither is safe and only a person can tell.
 */
export function judgeLostRefund(
  lost: LostRefund,
  now: number,
): 'send-again' | 'call-back' | 'leave' {
  if (now - lost.sentAt >= MTI_KNOWN_MS) return 'leave';
  const fits = lost.amountMinor <= refundLimits(lost.others).leftMinor;
  const isTooLate = now - lost.paidAt >= lost.refundDays * DAY_MS;
  const isWrongNow = lost.isPaymentGivenBack || lost.isDisputedSince || isTooLate || !fits;
  return isWrongNow ? 'call-back' : 'send-again';
}
