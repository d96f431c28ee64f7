// Fees by contract: what is kept of a capture, and what of it stays when a part is voided.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  feeAfterVoid,
  feeOfCapture,
  feeOfCaptures,
  standingCaptures,
} from '../../../functions/core/domain/fee.ts';
import { AMOUNT_MINOR_MAX } from '../../../functions/core/domain/money.ts';

const usual = { basisPoints: 290, fixedMinor: 30 };
const amount = fc.integer({ min: 1, max: AMOUNT_MINOR_MAX });
const terms = fc.record({
  basisPoints: fc.integer({ min: 0, max: 10_000 }),
  fixedMinor: fc.integer({ min: 0, max: 1_000_000 }),
});

describe('the fee of a capture', () => {
  it.each([
    ['2.90 % of 100.00 and 0.30', usual, 10_000, 320],
    ['half a cent is rounded up', { basisPoints: 50, fixedMinor: 0 }, 100, 1],
    ['less than half a cent is rounded down', { basisPoints: 49, fixedMinor: 0 }, 100, 0],
    ['a fixed part above the amount takes no more than the amount', usual, 20, 20],
    ['without terms nothing is kept', { basisPoints: 0, fixedMinor: 0 }, 10_000, 0],
    [
      'the largest amount is exact',
      { basisPoints: 1, fixedMinor: 0 },
      AMOUNT_MINOR_MAX,
      100_000_000_000,
    ],
  ])('%s', (_, fee, amountMinor, wanted) => {
    expect(feeOfCapture(fee, amountMinor)).toBe(wanted);
  });

  it('is whole, never below zero, never above the amount, and no farther than half a unit from the share', () => {
    fc.assert(
      fc.property(terms, amount, (fee, amountMinor) => {
        const minor = feeOfCapture(fee, amountMinor);
        expect(Number.isSafeInteger(minor)).toBe(true);
        expect(minor).toBeGreaterThanOrEqual(0);
        expect(minor).toBeLessThanOrEqual(amountMinor);
        if (minor === amountMinor) return;
        const exact = BigInt(amountMinor) * BigInt(fee.basisPoints);
        const off = 10_000n * BigInt(minor - fee.fixedMinor) - exact;
        expect(off > -5_000n && off <= 5_000n).toBe(true);
      }),
    );
  });
});

describe('the captures that stand', () => {
  const capture = (gatewayId: string, amountMinor: number) =>
    ({ kind: 'capture', state: 'succeeded', amountMinor, gatewayId }) as const;
  const voided = (amountMinor: number, targetId?: string) =>
    ({ kind: 'void', state: 'succeeded', amountMinor, ...(targetId && { targetId }) }) as const;
  const both = [capture('a', 1_500), capture('b', 2_500)];

  it.each([
    ['none voided', both, [1_500, 2_500]],
    ['one voided by its id', [...both, voided(1_500, 'a')], [2_500]],
    ['one voided by its amount alone', [...both, voided(2_500)], [1_500]],
    ['both voided', [...both, voided(1_500, 'a'), voided(2_500, 'b')], []],
    ['a void that fits none: the rest counts as one', [...both, voided(1_000)], [3_000]],
    ['the void of a refund takes nothing', [...both, voided(0, 'r')], [1_500, 2_500]],
  ])('%s', (_, movements, wanted) => {
    expect(standingCaptures(movements)).toEqual(wanted);
  });
});

describe('the fee after a void', () => {
  it.each([
    ['of one of two captures is what the contract says of the other', usual, 103],
    ['without terms is its share', undefined, 111],
  ])('%s', (_, fee, wanted) => {
    const booked = { bookedMinor: 4_000, bookedFeeMinor: 177, leftMinor: 2_500 };
    expect(feeOfCaptures(usual, [1_500, 2_500])).toBe(177);
    expect(feeAfterVoid(booked, fee, [2_500])).toBe(wanted);
  });

  it('is never more than was booked, nor goes down by more than the payment, whatever the terms', () => {
    const parts = fc.array(
      amount.map((minor) => Math.ceil(minor / 10)),
      {
        minLength: 2,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(parts, fc.option(terms, { nil: undefined }), terms, (captures, after, before) => {
        const standing = captures.slice(1);
        const bookedMinor = captures.reduce((sum, one) => sum + one, 0);
        const leftMinor = standing.reduce((sum, one) => sum + one, 0);
        const bookedFeeMinor = feeOfCaptures(before, captures);
        const minor = feeAfterVoid({ bookedMinor, bookedFeeMinor, leftMinor }, after, standing);
        expect(minor).toBeLessThanOrEqual(Math.min(bookedFeeMinor, leftMinor));
        expect(bookedFeeMinor - minor).toBeLessThanOrEqual(bookedMinor - leftMinor);
        const same = feeAfterVoid({ bookedMinor, bookedFeeMinor, leftMinor }, before, standing);
        expect(same).toBe(feeOfCaptures(before, standing));
      }),
    );
  });
});
