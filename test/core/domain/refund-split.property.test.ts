// A refund over several captures: nothing lost, nothing over, and no more parts than needed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CaptureRoom, splitRefund } from '../../../functions/core/domain/refund-split.ts';

const rooms = fc
  .array(
    fc
      .tuple(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 0, max: 100_000 }))
      .map(([capturedMinor, room]) => ({
        capturedMinor,
        roomMinor: Math.min(room, capturedMinor),
      })),
    { maxLength: 8 },
  )
  .map((all) => all.map((one, index): CaptureRoom => ({ id: `c${index}`, ...one })));

const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, one) => sum + one, 0);

/** As few captures as can hold the amount: the largest rooms first. */
function fewest(captures: readonly CaptureRoom[], amountMinor: number): number {
  const sorted = captures.map((one) => one.roomMinor).sort((a, b) => b - a);
  return sorted.findIndex((_, index) => sumOf(sorted.slice(0, index + 1)) >= amountMinor) + 1;
}

describe('splitRefund', () => {
  it('says no exactly when the captures don’t have it', () => {
    fc.assert(
      fc.property(rooms, fc.integer({ min: -5, max: 500_000 }), (captures, amountMinor) => {
        const there = sumOf(captures.map((one) => one.roomMinor));
        const parts = splitRefund(captures, amountMinor);
        expect(parts === undefined).toBe(amountMinor <= 0 || amountMinor > there);
      }),
    );
  });

  it('takes just the amount, from each capture once and never more than it has, in as few parts as can be', () => {
    fc.assert(
      fc.property(rooms, fc.double({ min: 0.001, max: 1, noNaN: true }), (captures, share) => {
        const there = sumOf(captures.map((one) => one.roomMinor));
        fc.pre(there > 0);
        const amountMinor = Math.max(1, Math.floor(there * share));
        const parts = splitRefund(captures, amountMinor) ?? [];
        expect(sumOf(parts.map((one) => one.amountMinor))).toBe(amountMinor);
        expect(new Set(parts.map((one) => one.captureId)).size).toBe(parts.length);
        for (const part of parts) {
          const capture = captures.find((one) => one.id === part.captureId);
          expect(part.amountMinor).toBeGreaterThan(0);
          expect(part.amountMinor).toBeLessThanOrEqual(capture?.roomMinor ?? 0);
        }
        expect(parts).toHaveLength(fewest(captures, amountMinor));
      }),
    );
  });

  const whole = { id: 'whole', capturedMinor: 500, roomMinor: 500 };
  it.each<[string, CaptureRoom[], number, string]>([
    [
      'the untouched capture of just this amount',
      [whole, { id: 'x', capturedMinor: 900, roomMinor: 500 }],
      500,
      'whole',
    ],
    [
      'else the smallest that holds it',
      [{ id: 'big', capturedMinor: 900, roomMinor: 900 }, whole],
      400,
      'whole',
    ],
  ])('chooses %s', (_, captures, amountMinor, id) => {
    expect(splitRefund(captures, amountMinor)).toEqual([{ captureId: id, amountMinor }]);
  });
});
