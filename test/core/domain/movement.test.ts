// Movements by example: which state may follow which, and the numbers behind a refund.
import { describe, expect, test } from 'vitest';
import {
  holdsAmount,
  type MovementState,
  mayBecome,
  movementStates,
  refundLimits,
} from '../../../functions/core/domain/movement.ts';

const allowed: Readonly<Record<MovementState, readonly MovementState[]>> = {
  intended: ['sent', 'failed', 'unknown', 'succeeded', 'declined'],
  sent: ['succeeded', 'declined', 'failed', 'unknown', 'needs-inspection'],
  unknown: ['succeeded', 'declined', 'failed', 'needs-inspection'],
  'needs-inspection': ['succeeded', 'declined', 'failed'],
  succeeded: ['voided'],
  voided: [],
  declined: ['succeeded'],
  failed: ['succeeded'],
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
