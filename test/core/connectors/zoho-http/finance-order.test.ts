// The body of sales orders and invoices.
import { describe, expect, it } from 'vitest';
import { orderBody } from '../../../../functions/core/connectors/zoho-http/finance-order.ts';
import { money } from '../../../../functions/core/domain/money.ts';

const order = {
  customerId: '46001',
  date: '2026-11-02',
  reference: '1001',
  lines: [
    { itemId: '46101', name: 'Cup', quantity: 3, total: money(1000, 'USD') },
    { name: 'Engraving', quantity: 1.5, total: money(750, 'USD') },
  ],
  shipping: money(495, 'USD'),
  tax: money(0, 'USD'),
  taxWords: { all: 'Steuer', rest: 'Rest der Steuer' },
};

describe('orderBody', () => {
  it('spreads a total that does not divide over pieces of two prices', () => {
    expect(JSON.parse(JSON.stringify(orderBody(order)))).toEqual({
      customer_id: '46001',
      date: '2026-11-02',
      reference_number: '1001',
      line_items: [
        { item_id: '46101', quantity: 2, rate: 3.33, tax_id: '' },
        { item_id: '46101', quantity: 1, rate: 3.34, tax_id: '' },
        { name: 'Engraving', description: '1.5 × Engraving', quantity: 1, rate: 7.5 },
      ],
      shipping_charge: 4.95,
    });
  });

  it('puts the shop’s tax into the adjustment', () => {
    expect(orderBody({ ...order, tax: money(83, 'USD') })).toMatchObject({
      adjustment: 0.83,
      adjustment_description: 'Steuer',
    });
  });

  it('bills the lines of the sales order that was made of the same order', () => {
    const { line_items } = orderBody(order, ['901', '902', '903']);
    expect(line_items.map((line) => line.salesorder_item_id)).toEqual(['901', '902', '903']);
  });

  it('bills no lines of a sales order that has other lines by now', () => {
    const { line_items } = orderBody(order, ['901', '902']);
    expect(line_items.map((line) => line.salesorder_item_id)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
