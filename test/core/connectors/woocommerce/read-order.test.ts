// Reading shop orders: exact amounts, people, addresses, and what makes an order unreadable.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOrder } from '../../../../functions/core/connectors/woocommerce/read-order.ts';
import { money, toDecimal } from '../../../../functions/core/domain/money.ts';
import type { Order } from '../../../../functions/core/domain/order.ts';
import { shopOrder } from './scripted-shop.ts';

const eur = (minor: number) => ({ minor, currency: 'EUR' });

function orderOf(json: unknown): Order {
  const read = readOrder(json);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value.order;
}

function sumOf(order: Order): number {
  const lines = order.lines.reduce((sum, line) => sum + line.total.minor, 0);
  return lines + order.shipping.minor + order.tax.minor;
}

describe('a shop order', () => {
  test('is read whole', () => {
    expect(readOrder(shopOrder({ transaction_id: '795' }))).toEqual({
      ok: true,
      value: {
        transactionId: '795',
        order: {
          id: '1042',
          number: '1042',
          status: 'pending',
          currency: 'EUR',
          customer: {
            email: 'Ada@example.com',
            firstName: 'Ada',
            lastName: 'Byron',
            phone: '+44 20 7946 0000',
            billing: { line1: '12 Square', city: 'London', postalCode: 'SW1Y 4JH', country: 'GB' },
          },
          lines: [
            { sku: 'MUG-1', name: 'Mug', quantity: 2, total: eur(2000) },
            { sku: '', name: 'Gift wrap', quantity: 1, total: eur(550) },
            { sku: '', name: 'Card fee', quantity: 1, total: eur(100) },
          ],
          shipping: eur(490),
          tax: eur(628),
          total: eur(3768),
          placedAt: Date.UTC(2026, 10, 22, 12, 20),
        },
      },
    });
  });

  test('tells the tax of each line by the order’s own names for it', () => {
    const taxLines = [
      { rate_id: 7, label: 'State tax', rate_percent: 6.25 },
      { rate_id: 8, rate_code: 'CITY-1', rate_percent: 1 },
    ];
    const line = (total_tax: string, ...ids: number[]) => ({
      name: 'Mug',
      quantity: 1,
      total: '10.00',
      total_tax,
      taxes: ids.map((id) => ({ id, total: total_tax })),
    });
    const line_items = [line('0.63', 7), line('0.73', 7, 8), line('0.00'), line('0.10', 99)];
    const { lines } = orderOf(shopOrder({ tax_lines: taxLines, line_items, fee_lines: [] }));
    const plain = { sku: '', name: 'Mug', quantity: 1, total: eur(1000) };
    expect(lines).toEqual([
      { ...plain, tax: eur(63), taxName: 'State tax', taxRate: '6.25' },
      { ...plain, tax: eur(73), taxName: 'State tax + CITY-1' },
      plain,
      plain,
    ]);
  });

  test('keeps a shipping address of its own', () => {
    const shipping = {
      address_1: '1 Dock',
      address_2: 'B',
      city: 'Cork',
      state: 'CO',
      country: 'IE',
    };
    expect(orderOf(shopOrder({ shipping })).customer.shipping).toEqual({
      line1: '1 Dock',
      line2: 'B',
      city: 'Cork',
      region: 'CO',
      postalCode: '',
      country: 'IE',
    });
  });

  test('in yen has no decimals, whether the shop writes them or not', () => {
    const lines = [{ sku: 'A', name: 'A', quantity: 1, total: '1500' }];
    const yen = { currency: 'JPY', line_items: lines, fee_lines: [], shipping_total: '0' };
    const order = orderOf(shopOrder({ ...yen, total: '1650.00', total_tax: '150' }));
    expect(order.total).toEqual({ minor: 1650, currency: 'JPY' });
    expect(sumOf(order)).toBe(1650);
  });

  test('without taxes or shipping has zeros', () => {
    const order = orderOf(shopOrder({ total_tax: '', shipping_total: undefined, total: '26.50' }));
    expect([order.tax.minor, order.shipping.minor]).toEqual([0, 0]);
  });

  test('counts a rounding remainder of the shop as tax, so that the parts make the total', () => {
    const lines = ['8.33', '8.33', '8.33'].map((total, i) => ({
      sku: `S${i}`,
      quantity: 1,
      total,
    }));
    const parts = { line_items: lines, fee_lines: [], shipping_total: '0.00', total_tax: '5.00' };
    const order = orderOf(shopOrder({ ...parts, total: '30.00' }));
    expect(order.tax).toEqual(eur(501));
    expect(sumOf(order)).toBe(3000);
  });

  test('leaves a difference that is no rounding to be seen', () => {
    const order = orderOf(shopOrder({ total: '30.00' }));
    expect(order.tax).toEqual(eur(628));
    expect(sumOf(order)).not.toBe(order.total.minor);
  });

  test('may have a discount as a fee below zero', () => {
    const fees = [{ name: 'Voucher', total: '-5.00' }];
    const order = orderOf(shopOrder({ fee_lines: fees, total: '31.68' }));
    expect(order.lines.at(-1)?.total).toEqual(eur(-500));
    expect(sumOf(order)).toBe(3168);
  });

  test.each([
    ['order', { id: undefined }],
    ['order', { status: '' }],
    ['currency', { currency: 'POINTS' }],
    ['total', { total: '37.685' }],
    ['total', { total: '1.234,00' }],
    ['shipping_total', { shipping_total: 'free' }],
    ['total_tax', { total_tax: '6.2811' }],
    ['line_items', { line_items: [{ sku: 'A', quantity: 3, total: '8.3333' }] }],
    ['line_items', { line_items: [{ sku: 'A', quantity: 0, total: '8.33' }] }],
    ['line_items', { line_items: [{ sku: 'A', quantity: 'two', total: '8.33' }] }],
  ])('is refused, naming %s, for %j', (field, change) => {
    expect(readOrder(shopOrder(change))).toEqual({
      ok: false,
      problem: {
        code: 'shop-refused',
        remedy: 'fix-setup',
        facts: { detail: `${field} of the order is not readable` },
      },
    });
  });

  test.each([null, [], 'text', 7])('is refused when the answer is %j', (json) => {
    expect(readOrder(json).ok).toBe(false);
  });

  const units = fc.integer({ min: 0, max: 10_000_000 });

  test('of exact parts is read exactly, whatever the amounts', () =>
    fc.assert(
      fc.property(fc.array(units, { minLength: 1 }), units, units, (totals, shipping, tax) => {
        const text = (minor: number) => toDecimal(money(minor, 'EUR'));
        const total = totals.reduce((sum, line) => sum + line, shipping + tax);
        const order = orderOf(
          shopOrder({
            line_items: totals.map((line) => ({ sku: 'A', quantity: 3, total: text(line) })),
            fee_lines: [],
            shipping_total: text(shipping),
            total_tax: text(tax),
            total: text(total),
          }),
        );
        expect(order.lines.map((line) => line.total.minor)).toEqual(totals);
        expect([order.shipping.minor, order.tax.minor, order.total.minor]).toEqual([
          shipping,
          tax,
          total,
        ]);
      }),
    ));
});
