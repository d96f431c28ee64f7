// A payment's states; a rank settles what arrives doubled, late or out of order.

export const paymentStates = [
  'created',
  'needs-inspection',
  'pending-review',
  'authorized',
  'partially-captured',
  'captured',
  'settled',
  'disputed',
  'won',
  'lost',
  'declined',
  'reversed',
  'expired',
  'voided',
] as const;
export type PaymentState = (typeof paymentStates)[number];

export const paymentMethods = ['card', 'bank-debit', 'wallet', 'other'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/**
 * How much a state says: readings arrive doubled and in any order, and whichever says most stays. Money that is certainly held
 * (captured) says more than a decline or reversal, which may be about the rest; a batch that went out can't be voided any more.
 */
const rank: Readonly<Record<PaymentState, number>> = {
  created: 0,
  'needs-inspection': 1,
  'pending-review': 2,
  authorized: 3,
  expired: 4,
  declined: 5,
  reversed: 6,
  'partially-captured': 7,
  captured: 8,
  voided: 9,
  settled: 10,
  disputed: 11,
  won: 11,
  lost: 11,
};

/** A dispute may end and begin again: which of the three it is follows from all of its reports together. */
const afterDispute: Partial<Record<PaymentState, readonly PaymentState[]>> = {
  disputed: ['won', 'lost'],
  won: ['disputed'],
  lost: ['won'],
};

/** Whether newer truth `next` may replace `current`: staying is no change, going back never happens. */
export function mayFollow(current: PaymentState, next: PaymentState): boolean {
  return rank[next] > rank[current] || (afterDispute[current]?.includes(next) ?? false);
}

/** What the source said, folded onto what we hold: older or unreachable states change nothing. */
export function applyState(current: PaymentState, read: PaymentState): PaymentState {
  return mayFollow(current, read) ? read : current;
}

/** States in which the company holds the customer's money. */
export function isPaid(state: PaymentState): boolean {
  switch (state) {
    case 'captured':
    case 'partially-captured':
    case 'settled':
    case 'disputed':
    case 'won':
      return true;
    case 'created':
    case 'needs-inspection':
    case 'pending-review':
    case 'authorized':
    case 'lost':
    case 'declined':
    case 'reversed':
    case 'expired':
    case 'voided':
      return false;
  }
}

/** States in which the money never came or has gone back as a whole. */
export function isGivenBack(state: PaymentState): boolean {
  return state === 'declined' || state === 'reversed' || state === 'voided' || state === 'expired';
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Most changes come within days of the payment; some processors never report a settlement. */
const CHANGES_MS = 3 * DAY_MS;
const LATE_CHANGES_MS = 60 * DAY_MS;

/** For how long a reading of a payment in this state stays good; undefined where nothing is waited for any more. */
function goodForMs(state: PaymentState): number | undefined {
  switch (state) {
    case 'pending-review':
    case 'created':
    case 'needs-inspection':
      return HOUR_MS / 4;
    case 'authorized':
    case 'partially-captured':
    case 'captured':
      return 6 * HOUR_MS;
    case 'settled':
    case 'disputed':
    case 'won':
    case 'lost':
    case 'declined':
    case 'reversed':
    case 'expired':
    case 'voided':
      return undefined;
  }
}

/**
 * When a payment should be read again although nobody announced a change of it; undefined when it need not be.
 * @param submittedAt when it was made, @param readAt when it was read last (epoch ms).
 */
export function nextReadingAt(
  state: PaymentState,
  submittedAt: number,
  readAt: number,
): number | undefined {
  const goodMs = goodForMs(state);
  if (goodMs === undefined) return undefined;
  if (readAt + goodMs < submittedAt + CHANGES_MS) return readAt + goodMs;
  const late = readAt + CHANGES_MS;
  return late < submittedAt + LATE_CHANGES_MS ? late : undefined;
}
