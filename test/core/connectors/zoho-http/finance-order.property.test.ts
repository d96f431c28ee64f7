// Whatever the order: the document adds up to it, exactly, with the decimals that Zoho calculates with.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amountNumber,
  readAmount,
} from '../../../../functions/core/connectors/zoho-http/finance-amounts.ts';
import {
  exactLines,
  orderBody,
  orderTotal,
} from '../../../../functions/core/connectors/zoho-http/finance-order.ts';
import { exponentOf } from '../../../../functions/core/domain/currency.ts';
import { AMOUNT_MINOR_MAX, money, toDecimal } from '../../../../functions/core/domain/money.ts';

const currency = fc.constantFrom('USD', 'EUR', 'JPY', 'KWD');
const minor = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.integer({ min: -AMOUNT_MINOR_MAX, max: AMOUNT_MINOR_MAX }),
);
const quantity = fc.oneof(
  fc.integer({ min: 1, max: 10_000 }),
  fc.constantFrom(0, 0.5, 1.5, -2, Number.MAX_SAFE_INTEGER),
);

/** A JSON number in minor units by its digits alone, as an exact receiver would read it. */
function minorOf(value: number, exponent: number): bigint {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(JSON.stringify(value));
  if (match === null) throw new Error(`${value} is not written as a plain decimal`);
  const fraction = match[3] ?? '';
  if (fraction.length > exponent) throw new Error(`${value} has too many decimals`);
  return BigInt(`${match[1]}${match[2]}${fraction.padEnd(exponent, '0')}`);
}

describe('amounts', () => {
  it('go out as a JSON number and come back as the same amount', () => {
    fc.assert(
      fc.property(minor, currency, (units, code) => {
        const amount = money(units, code);
        const text = JSON.stringify({ rate: amountNumber(amount) });
        const { rate } = JSON.parse(text) as { rate: number };
        expect(minorOf(rate, exponentOf(code))).toBe(BigInt(units));
        expect(readAmount(rate, code)).toEqual(money(units === 0 ? 0 : units, code));
        expect(readAmount(toDecimal(amount), code)?.minor).toBe(units === 0 ? 0 : units);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('lines', () => {
  it('multiply to the line total, piece for piece', () => {
    fc.assert(
      fc.property(minor, currency, quantity, (units, code, count) => {
        const total = money(units, code);
        const lines = exactLines({ name: 'Cup', quantity: count, total });
        const sum = lines.reduce(
          (all, line) => all + BigInt(line.rate.minor) * BigInt(line.quantity),
          0n,
        );
        expect(sum).toBe(BigInt(units));
        const pieces = lines.reduce((all, line) => all + line.quantity, 0);
        expect(pieces).toBe(Number.isInteger(count) && count >= 1 ? count : 1);
        expect(lines.length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 1_000 },
    );
  });

  it('with shipping and tax make the order total', () => {
    const small = fc.integer({ min: 0, max: 10_000_000 });
    const line = fc.record({ total: small, quantity: fc.integer({ min: 1, max: 60 }) });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 8 }),
        small,
        small,
        currency,
        (lines, shipping, tax, code) => {
          const order = {
            customerId: '1',
            date: '2026-11-02',
            reference: '1001',
            lines: lines.map((one, index) => ({
              name: `Line ${index}`,
              quantity: one.quantity,
              total: money(one.total, code),
            })),
            shipping: money(shipping, code),
            tax: money(tax, code),
            taxWords: { all: 'Tax', rest: 'Other tax' },
          };
          const body = orderBody(order);
          const units = (value: number) => minorOf(value, exponentOf(code));
          const sum = body.line_items.reduce(
            (all, item) => all + units(item.rate) * BigInt(item.quantity),
            units(body.shipping_charge ?? 0) + units(body.adjustment ?? 0),
          );
          expect(sum).toBe(BigInt(orderTotal(order).minor));
        },
      ),
      { numRuns: 500 },
    );
  });
});
