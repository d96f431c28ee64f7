// Money under any amount and currency: notation, arithmetic and splitting lose and invent nothing.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Currency, exponentOf } from '../../../functions/core/domain/currency.ts';
import {
  AMOUNT_MINOR_MAX,
  add,
  allocate,
  type Money,
  money,
  parseDecimal,
  subtract,
  toDecimal,
} from '../../../functions/core/domain/money.ts';

const currency = fc.constantFrom<Currency>('JPY', 'USD', 'EUR', 'KWD', 'BHD', 'KRW', 'INR');
const minor = fc.integer({ min: -AMOUNT_MINOR_MAX, max: AMOUNT_MINOR_MAX });
const amount = fc.tuple(minor, currency).map(([units, code]) => money(units, code));
const small = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

/** Exact reading by big integers, independent of the code under test. */
function unitsOf(text: string, exponent: number): bigint {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const units = BigInt(whole + fraction.slice(0, exponent).padEnd(exponent, '0'));
  return text.startsWith('-') ? -units : units;
}

describe('decimal notation', () => {
  test('reads back what it wrote', () =>
    fc.assert(
      fc.property(amount, (value) => {
        expect(parseDecimal(toDecimal(value), value.currency)).toEqual(value);
      }),
    ));

  test('has exactly the decimals of the currency and the exact value', () =>
    fc.assert(
      fc.property(amount, (value) => {
        const text = toDecimal(value);
        const exponent = exponentOf(value.currency);
        expect(text).toMatch(
          exponent === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${exponent}}$`),
        );
        expect(unitsOf(text, exponent)).toBe(BigInt(value.minor));
      }),
    ));

  test('takes further decimals only when they are zeros', () =>
    fc.assert(
      fc.property(small, currency, fc.stringMatching(/^\d{1,3}$/), (units, code, extra) => {
        const value = money(units, code);
        const exponent = exponentOf(code);
        const text = `${toDecimal(value)}${exponent === 0 ? '.' : ''}${extra}`;
        expect(parseDecimal(text, code)).toEqual(/^0+$/.test(extra) ? value : undefined);
      }),
    ));

  test('never reads text that is not a plain decimal', () =>
    fc.assert(
      fc.property(fc.string(), currency, (text, code) => {
        const plain = /^-?\d{1,15}(\.\d{1,6})?$/.test(text.trim());
        if (!plain) expect(parseDecimal(text, code)).toBeUndefined();
      }),
    ));
});

describe('arithmetic', () => {
  test('adds and takes away exactly', () =>
    fc.assert(
      fc.property(small, small, currency, (a, b, code) => {
        const sum = add(money(a, code), money(b, code));
        expect(sum.minor).toBe(a + b);
        expect(subtract(sum, money(b, code)).minor).toBe(a);
      }),
    ));

  test('refuses two currencies', () =>
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        fc.pre(a.currency !== b.currency);
        expect(() => add(a, b)).toThrow(RangeError);
        expect(() => subtract(a, b)).toThrow(RangeError);
      }),
    ));
});

describe('splitting by weights', () => {
  const weights = fc
    .array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 12 })
    .filter((list) => list.some((weight) => weight > 0));

  const sum = (parts: readonly Money[]) => parts.reduce((total, part) => total + part.minor, 0);

  test('gives parts that sum to the whole', () =>
    fc.assert(
      fc.property(amount, weights, (whole, list) => {
        const parts = allocate(whole, list);
        expect(parts).toHaveLength(list.length);
        expect(sum(parts)).toBe(whole.minor);
        expect(parts.every((part) => part.currency === whole.currency)).toBe(true);
      }),
    ));

  test('gives each part its share to within one unit', () =>
    fc.assert(
      fc.property(amount, weights, (whole, list) => {
        const total = list.reduce((all, weight) => all + BigInt(weight), 0n);
        allocate(whole, list).forEach((part, index) => {
          const exact = BigInt(whole.minor) * BigInt(list[index] ?? 0);
          const error = BigInt(part.minor) * total - exact;
          expect(error < total && error > -total).toBe(true);
        });
      }),
    ));

  test('gives nothing to a weight of zero and no less to a larger weight', () =>
    fc.assert(
      fc.property(fc.nat({ max: AMOUNT_MINOR_MAX }), weights, (units, list) => {
        const parts = allocate(money(units, 'USD'), list);
        const ranked = list
          .map((weight, index) => ({ weight, minor: parts[index]?.minor ?? 0 }))
          .sort((a, b) => a.weight - b.weight || a.minor - b.minor);
        ranked.forEach((part, index) => {
          if (part.weight === 0) expect(part.minor).toBe(0);
          expect(part.minor).toBeGreaterThanOrEqual(ranked[index - 1]?.minor ?? 0);
        });
      }),
    ));
});
