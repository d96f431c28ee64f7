// Movements by example: which state may follow which, and the numbers behind a refund.
import { describe, expect, test } from 'vitest';
import {
  certainCapturedMinor,
  earlierCapturedMinor,
  holdsAmount,
  judgeLostRefund,
  type LostRefund,
  type MovementState,
  mayBecome,
  movementStates,
  refundLimits,
} from '../../../functions/core/domain/movement.ts';

const allowed: Readonly<Record<MovementState, readonly MovementState[]>> = {
  intended: ['sent', 'failed', 'unknown', 'succeeded', 'declined', 'voided'],
  sent: ['succeeded', 'declined', 'failed', 'unknown', 'needs-inspection', 'voided'],
  unknown: ['succeeded', 'declined', 'failed', 'needs-inspection', 'voided'],
  'needs-inspection': ['succeeded', 'declined', 'failed', 'voided'],
  succeeded: ['voided'],
  voided: [],
  declined: ['failed', 'succeeded', 'voided'],
  failed: ['succeeded', 'voided'],
};

describe('a movement', () => {
  const pairs = movementStates.flatMap((from) => movementStates.map((to) => [from, to] as const));

  test.each(pairs)('that is %s becomes %s only as the table says', (from, to) => {
    expect(mayBecome(from, to)).toBe(allowed[from].includes(to));
  });

  test('keeps its amount in every state but a plain no and a void', () => {
    const free = movementStates.filter((state) => !holdsAmount(state));
    expect(free).toEqual(['declined', 'failed', 'voided']);
  });
});

describe('the numbers behind a refund', () => {
  const capture = { kind: 'capture', state: 'succeeded', amountMinor: 10_000 } as const;

  test('tell apart refunded, pending, unknown and disputed', () => {
    const limits = refundLimits([
      capture,
      { kind: 'refund', state: 'succeeded', amountMinor: 1_000 },
      { kind: 'refund', state: 'intended', amountMinor: 100 },
      { kind: 'refund', state: 'sent', amountMinor: 200 },
      { kind: 'refund', state: 'needs-inspection', amountMinor: 300 },
      { kind: 'refund', state: 'unknown', amountMinor: 2_000 },
      { kind: 'refund', state: 'declined', amountMinor: 5_000 },
      { kind: 'refund', state: 'voided', amountMinor: 5_000 },
      { kind: 'dispute', state: 'succeeded', amountMinor: 3_000 },
    ]);
    expect(limits).toEqual({
      capturedMinor: 10_000,
      refundedMinor: 1_000,
      pendingMinor: 600,
      unknownMinor: 2_000,
      disputedMinor: 3_000,
      leftMinor: 3_400,
    });
  });

  test('count a capture only when it is certain, and a void of it at once', () => {
    expect(refundLimits([{ ...capture, state: 'unknown' }]).leftMinor).toBe(0);
    const voided = [capture, { kind: 'void', state: 'unknown', amountMinor: 10_000 } as const];
    expect(refundLimits(voided)).toMatchObject({ capturedMinor: 0, leftMinor: 0 });
  });

  test('stay at zero when a refund that was given up turns up after all', () => {
    const late = { kind: 'refund', state: 'succeeded', amountMinor: 10_000 } as const;
    expect(refundLimits([capture, late, late]).leftMinor).toBe(0);
  });

  test('are all zero for a payment without captures', () => {
    expect(new Set(Object.values(refundLimits([])))).toEqual(new Set([0]));
  });
});

describe('what the books are to hold', () => {
  const capture = { kind: 'capture', state: 'succeeded', amountMinor: 4_000 } as const;
  const voided = (amountMinor: number, state: MovementState = 'succeeded') =>
    ({ kind: 'void', state, amountMinor }) as const;

  test.each([
    ['no void', [capture], 4_000, []],
    ['a void', [capture, voided(1_500)], 2_500, [4_000]],
    ['two voids', [capture, voided(1_500), voided(500)], 2_000, [4_000, 2_500]],
    ['a void without an answer', [capture, voided(1_500, 'unknown')], 4_000, []],
  ])('%s', (_, entries, today, earlier) => {
    expect(certainCapturedMinor(entries)).toBe(today);
    expect(earlierCapturedMinor(entries)).toEqual(earlier);
  });
});

describe('a refund that was sent and is not found', () => {
  const DAY_MS = 24 * 3_600_000;
  const now = 1_795_000_000_000;
  const lost: LostRefund = {
    amountMinor: 1_000,
    sentAt: now - 3_600_000,
    paidAt: now - 10 * DAY_MS,
    refundDays: 180,
    isPaymentGivenBack: false,
    isDisputedSince: false,
    others: [{ kind: 'capture', state: 'succeeded', amountMinor: 1_000 }],
  };
  const other = { kind: 'refund', state: 'succeeded', amountMinor: 1 } as const;

  test.each<[string, Partial<LostRefund>, string]>([
    ['nothing has changed', {}, 'send-again'],
    [
      'its amount is just what is left',
      { amountMinor: 999, others: [...lost.others, other] },
      'send-again',
    ],
    ['others have taken the money', { others: [...lost.others, other] }, 'call-back'],
    ['a dispute has begun', { isDisputedSince: true }, 'call-back'],
    ['the payment was given back', { isPaymentGivenBack: true }, 'call-back'],
    ['the last day of the refund window', { paidAt: now - 180 * DAY_MS + 1 }, 'send-again'],
    ['the refund window is over', { paidAt: now - 180 * DAY_MS }, 'call-back'],
    [
      'the window of a processor that takes refunds for 60 days is over',
      { refundDays: 60, paidAt: now - 60 * DAY_MS },
      'call-back',
    ],
    ['the gateway still knows its id', { sentAt: now - 59 * DAY_MS + 1 }, 'send-again'],
    ['the gateway may have forgotten its id', { sentAt: now - 59 * DAY_MS }, 'leave'],
    ['both', { sentAt: now - 59 * DAY_MS, isDisputedSince: true }, 'leave'],
  ])('when %s', (_, change, verdict) => {
    expect(judgeLostRefund({ ...lost, ...change }, now)).toBe(verdict);
  });
});
