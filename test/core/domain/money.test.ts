// Money by example: what is read, what is refused.
import { describe, expect, test } from 'vitest';
import { exponentOf, isCurrency } from '../../../functions/core/domain/currency.ts';
import {
  AMOUNT_MINOR_MAX,
  allocate,
  isZero,
  money,
  parseDecimal,
  toDecimal,
} from '../../../functions/core/domain/money.ts';

describe('currencies', () => {
  test.each([
    ['USD', 2],
    ['EUR', 2],
    ['INR', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['ISK', 0],
    ['KWD', 3],
    ['BHD', 3],
    ['TND', 3],
  ])('%s has %s decimals', (code, exponent) => {
    expect(exponentOf(code)).toBe(exponent);
  });

  test.each(['usd', 'US', 'USDT', 'XXX', '', 'toString'])('%j is not a currency', (code) => {
    expect(isCurrency(code)).toBe(false);
    expect(() => exponentOf(code)).toThrow(RangeError);
  });
});

describe('an amount', () => {
  test.each([
    ['40.00', 'USD', 4000],
    ['40', 'USD', 4000],
    ['40.5', 'USD', 4050],
    ['0.01', 'USD', 1],
    ['-3', 'EUR', -300],
    ['-0.00', 'EUR', 0],
    ['007', 'EUR', 700],
    [' 19.99 ', 'EUR', 1999],
    ['1500', 'JPY', 1500],
    ['1500.00', 'JPY', 1500],
    ['0.005', 'KWD', 5],
    ['9999999999999.99', 'USD', AMOUNT_MINOR_MAX],
  ])('%s %s is %s minor units', (text, currency, units) => {
    expect(parseDecimal(text, currency)?.minor).toBe(units);
  });

  test.each([
    ['1.005', 'USD'],
    ['0.5', 'JPY'],
    ['1,000.00', 'USD'],
    ['1e3', 'USD'],
    ['+1', 'USD'],
    ['.5', 'USD'],
    ['1.', 'USD'],
    ['1.0000000', 'USD'],
    ['', 'USD'],
    ['NaN', 'USD'],
    ['１２', 'USD'],
    ['10000000000000.00', 'USD'],
    ['9999999999999999', 'JPY'],
    ['1.00', 'XXX'],
  ])('%j %s is not read', (text, currency) => {
    expect(parseDecimal(text, currency)).toBeUndefined();
  });

  test.each([
    [5, 'USD', '0.05'],
    [-5, 'USD', '-0.05'],
    [0, 'USD', '0.00'],
    [-0, 'USD', '0.00'],
    [1, 'KWD', '0.001'],
    [1500, 'JPY', '1500'],
    [-1500, 'JPY', '-1500'],
  ])('of %s minor units in %s is written %s', (units, currency, text) => {
    expect(toDecimal({ minor: units, currency })).toBe(text);
  });

  test.each([0.1, Number.NaN, Number.POSITIVE_INFINITY, AMOUNT_MINOR_MAX + 1, 2 ** 53])(
    'of %s is refused',
    (units) => {
      expect(() => money(units, 'USD')).toThrow(RangeError);
    },
  );

  test('knows zero', () => {
    expect(isZero(money(0, 'USD'))).toBe(true);
    expect(isZero(money(1, 'USD'))).toBe(false);
  });
});

describe('splitting', () => {
  test('gives the odd units to the largest remainders, earlier parts first', () => {
    const parts = (units: number, weights: number[]) =>
      allocate(money(units, 'USD'), weights).map((part) => part.minor);
    expect(parts(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(parts(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(parts(10, [0, 3, 7])).toEqual([0, 3, 7]);
    expect(parts(1, [1, 2])).toEqual([0, 1]);
    expect(parts(5, [1])).toEqual([5]);
  });

  test('needs a weight', () => {
    expect(() => allocate(money(1, 'USD'), [])).toThrow(RangeError);
    expect(() => allocate(money(1, 'USD'), [0, 0])).toThrow(RangeError);
    expect(() => allocate(money(1, 'USD'), [0.5])).toThrow(RangeError);
  });
});
