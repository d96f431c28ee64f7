// The decision table of what is offered on a payment: its situations, each with the answer for every action.
import type { LoggedMovement, OfferFacts } from '../../../functions/core/domain/movement-offers.ts';

export const DAY_MS = 86_400_000;
export const NOW = Date.UTC(2026, 10, 20);
const PAID = NOW - 3_600_000;

let number = 0;
export function moved(
  kind: LoggedMovement['kind'],
  amountMinor: number,
  more: Partial<LoggedMovement> = {},
): LoggedMovement {
  number += 1;
  const id = more.gatewayId ?? `m${number}`;
  return { id, gatewayId: id, kind, state: 'succeeded', amountMinor, at: PAID, ...more };
}

const sale = moved('capture', 10_000, { gatewayId: 'sale' });
const oldSale = moved('capture', 10_000, { gatewayId: 'sale', at: NOW - 3 * DAY_MS });

export const base: OfferFacts = {
  state: 'captured',
  authorizedMinor: 10_000,
  submittedAt: PAID,
  mayMove: true,
  movements: [sale],
};

export const refund = (amountMinor: number, more: Partial<LoggedMovement> = {}) =>
  moved('refund', amountMinor, { targetId: 'sale', gatewayId: 'refund', ...more });

/** Each with what is offered of: capture, reverse, void, refund, void-refund. */
export const offerRows: readonly [string, Partial<OfferFacts>, readonly string[]][] = [
  [
    'an authorization: capture it, or let it go',
    { state: 'authorized', movements: [] },
    [
      'recommended 10000',
      'possible 10000',
      'nothing-captured',
      'nothing-captured',
      'no-refund-to-void',
    ],
  ],
  [
    'an authorization of eight days: the bank may refuse',
    { state: 'authorized', movements: [], submittedAt: NOW - 8 * DAY_MS },
    [
      'recommended 10000 (authorization-may-have-lapsed)',
      'possible 10000',
      'nothing-captured',
      'nothing-captured',
      'no-refund-to-void',
    ],
  ],
  [
    'an authorization whose capture is on its way',
    { state: 'authorized', movements: [moved('capture', 10_000, { state: 'unknown' })] },
    [
      'captured-in-full',
      'captured-already',
      'nothing-captured',
      'nothing-captured',
      'no-refund-to-void',
    ],
  ],
  [
    'an authorization whose reversal is on its way',
    { state: 'authorized', movements: [moved('reversal', 10_000, { state: 'sent' })] },
    [
      'movement-under-way',
      'movement-under-way',
      'nothing-captured',
      'nothing-captured',
      'no-refund-to-void',
    ],
  ],
  [
    'held for review: it can only be let go',
    { state: 'pending-review', movements: [] },
    ['in-review', 'possible 10000', 'in-review', 'in-review', 'no-refund-to-void'],
  ],
  [
    'captured in part, today: capture the rest, void what was captured',
    {
      state: 'partially-captured',
      movements: [moved('capture', 4_000, { gatewayId: 'first' })],
    },
    [
      'recommended 6000',
      'captured-already',
      'recommended 4000',
      'possible 4000',
      'no-refund-to-void',
    ],
  ],
  [
    'a sale of today: void it, the batch has not gone out',
    {},
    [
      'captured-in-full',
      'captured-already',
      'recommended 10000',
      'possible 10000',
      'no-refund-to-void',
    ],
  ],
  [
    'a sale of three days: refund it',
    { movements: [oldSale], submittedAt: NOW - 3 * DAY_MS },
    [
      'captured-in-full',
      'captured-already',
      'in-the-batch',
      'recommended 10000',
      'no-refund-to-void',
    ],
  ],
  [
    'settled within the day: refund it',
    { state: 'settled' },
    [
      'captured-in-full',
      'captured-already',
      'in-the-batch',
      'recommended 10000',
      'no-refund-to-void',
    ],
  ],
  [
    'refunded in part, today',
    { movements: [sale, refund(2_500)] },
    [
      'captured-in-full',
      'captured-already',
      'refunded-already',
      'recommended 7500',
      'possible 2500',
    ],
  ],
  [
    'refunded in full, days ago',
    { state: 'settled', movements: [oldSale, refund(10_000, { at: NOW - 2 * DAY_MS })] },
    ['captured-in-full', 'captured-already', 'in-the-batch', 'nothing-left', 'in-the-batch'],
  ],
  [
    'the outcome of a refund is unknown: it holds its amount',
    { state: 'settled', movements: [oldSale, refund(9_000, { state: 'unknown' })] },
    [
      'captured-in-full',
      'captured-already',
      'in-the-batch',
      'recommended 1000',
      'no-refund-to-void',
    ],
  ],
  [
    'a declined refund frees its amount',
    { state: 'settled', movements: [oldSale, refund(9_000, { state: 'declined' })] },
    [
      'captured-in-full',
      'captured-already',
      'in-the-batch',
      'recommended 10000',
      'no-refund-to-void',
    ],
  ],
  [
    'a dispute over all of it: a refund would pay twice',
    { state: 'disputed', movements: [oldSale, moved('dispute', 10_000)] },
    ['captured-in-full', 'captured-already', 'in-the-batch', 'disputed', 'no-refund-to-void'],
  ],
  [
    'a dispute over a part of it: the rest can be refunded, and it is said',
    { state: 'disputed', movements: [oldSale, moved('dispute', 4_000)] },
    [
      'captured-in-full',
      'captured-already',
      'in-the-batch',
      'recommended 6000 (dispute-open)',
      'no-refund-to-void',
    ],
  ],
  [
    'ninety days old: some processors refuse, so it is said',
    { state: 'settled', movements: [oldSale], submittedAt: NOW - 90 * DAY_MS },
    [
      'captured-in-full',
      'captured-already',
      'in-the-batch',
      'recommended 10000 (late-refund)',
      'no-refund-to-void',
    ],
  ],
  [
    'over 180 days old: no processor refunds it',
    { state: 'settled', movements: [oldSale], submittedAt: NOW - 181 * DAY_MS },
    ['captured-in-full', 'captured-already', 'in-the-batch', 'window-over', 'no-refund-to-void'],
  ],
  [
    'seventy days old, and the processor is known to take refunds for 60',
    {
      state: 'settled',
      movements: [oldSale],
      submittedAt: NOW - 70 * DAY_MS,
      processor: 'other',
    },
    ['captured-in-full', 'captured-already', 'in-the-batch', 'window-over', 'no-refund-to-void'],
  ],
  [
    'ninety days old, and the processor is known to take refunds for 180: nothing needs to be said',
    {
      state: 'settled',
      movements: [oldSale],
      submittedAt: NOW - 90 * DAY_MS,
      processor: 'visa-platform-connect',
    },
    [
      'captured-in-full',
      'captured-already',
      'in-the-batch',
      'recommended 10000',
      'no-refund-to-void',
    ],
  ],
  [
    'an authorization that the gateway says has expired',
    { state: 'expired', movements: [] },
    ['not-authorized', 'given-back', 'given-back', 'given-back', 'no-refund-to-void'],
  ],
  [
    'captured in part and settled: the rest can be captured, what was captured refunded',
    {
      state: 'partially-captured',
      movements: [moved('capture', 4_000, { gatewayId: 'first', at: NOW - 2 * DAY_MS })],
      submittedAt: NOW - 3 * DAY_MS,
    },
    [
      'recommended 6000',
      'captured-already',
      'in-the-batch',
      'recommended 4000',
      'no-refund-to-void',
    ],
  ],
  [
    'a capture of yesterday evening, after the batch: it cannot be voided although nobody reported a settlement',
    {
      movements: [moved('capture', 10_000, { gatewayId: 'sale', at: NOW - 25 * 3_600_000 })],
      submittedAt: NOW - 25 * 3_600_000,
    },
    [
      'captured-in-full',
      'captured-already',
      'in-the-batch',
      'recommended 10000',
      'no-refund-to-void',
    ],
  ],
  [
    'a capture that was answered with a status that we don’t know holds its amount, and nothing of it can go back yet',
    {
      state: 'authorized',
      movements: [moved('capture', 10_000, { state: 'needs-inspection' })],
    },
    [
      'captured-in-full',
      'captured-already',
      'nothing-captured',
      'nothing-captured',
      'no-refund-to-void',
    ],
  ],
  [
    'a refund that was answered with a status that we don’t know holds its amount',
    {
      state: 'settled',
      movements: [oldSale, refund(4_000, { state: 'needs-inspection' })],
    },
    [
      'captured-in-full',
      'captured-already',
      'in-the-batch',
      'recommended 6000',
      'no-refund-to-void',
    ],
  ],
  [
    'a dispute that was won gives its amount back',
    { state: 'won', movements: [oldSale, moved('dispute', 10_000, { state: 'voided' })] },
    [
      'captured-in-full',
      'captured-already',
      'in-the-batch',
      'recommended 10000',
      'no-refund-to-void',
    ],
  ],
  [
    'declined: there is nothing to move',
    { state: 'declined', movements: [] },
    ['not-authorized', 'given-back', 'given-back', 'given-back', 'no-refund-to-void'],
  ],
  [
    'voided: it went back as a whole',
    { state: 'voided', movements: [sale, moved('void', 10_000, { targetId: 'sale' })] },
    ['captured-in-full', 'given-back', 'given-back', 'given-back', 'no-refund-to-void'],
  ],
  [
    'a person who may only look',
    { mayMove: false },
    ['not-your-role', 'not-your-role', 'not-your-role', 'not-your-role', 'not-your-role'],
  ],
  [
    'a state that we don’t know',
    { state: 'needs-inspection', movements: [] },
    [
      'not-authorized',
      'not-authorized',
      'nothing-captured',
      'nothing-captured',
      'no-refund-to-void',
    ],
  ],
];
