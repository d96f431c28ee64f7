// A payment's states and which change may follow which; a rank settles what arrives out of order.

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

const after: Readonly<Record<PaymentState, readonly PaymentState[]>> = {
  created: [
    'needs-inspection',
    'pending-review',
    'authorized',
    'partially-captured',
    'captured',
    'settled',
    'declined',
    'voided',
    'reversed',
    'expired',
  ],
  'needs-inspection': [
    'pending-review',
    'authorized',
    'partially-captured',
    'captured',
    'settled',
    'declined',
    'voided',
    'reversed',
    'expired',
  ],
  'pending-review': [
    'authorized',
    'partially-captured',
    'captured',
    'settled',
    'declined',
    'reversed',
    'expired',
    'voided',
  ],
  authorized: ['partially-captured', 'captured', 'settled', 'reversed', 'expired', 'voided'],
  'partially-captured': ['captured', 'settled', 'reversed', 'voided', 'disputed'],
  captured: ['settled', 'voided', 'disputed'],
  settled: ['disputed'],
  disputed: ['won', 'lost'],
  won: ['disputed'],
  lost: ['won'],
  declined: [],
  reversed: [],
  expired: [],
  voided: [],
};

/** Whether newer truth `next` may replace `current`: staying is no change, going back never happens. */
export function mayFollow(current: PaymentState, next: PaymentState): boolean {
  return after[current].includes(next);
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
