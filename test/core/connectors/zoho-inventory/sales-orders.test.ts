// Sales orders in Inventory, which has no upsert.
import { describe, expect, it } from 'vitest';
import { createSalesOrders } from '../../../../functions/core/connectors/zoho-inventory/sales-orders.ts';
import { money } from '../../../../functions/core/domain/money.ts';
import type { HttpOutcome } from '../../../../functions/core/ports/platform.ts';
import { bodyOf, done, failed, lineOf, zohoScript } from '../zoho-http/zoho-script.ts';

const draft = {
  customerId: '46001',
  date: '2026-11-02',
  reference: '1001',
  lines: [{ itemId: '46101', name: 'Cup', quantity: 3, total: money(1000, 'JPY') }],
  shipping: money(500, 'JPY'),
  tax: money(150, 'JPY'),
  taxWords: { all: 'Tax', rest: 'Other tax and rounding' },
};
const salesorder = {
  salesorder_id: '46601',
  salesorder_number: 'SO-00007',
  status: 'draft',
  currency_code: 'JPY',
  total: 1650,
  line_items: [{ line_item_id: '46701' }, { line_item_id: '46702' }],
};
const row = {
  salesorder_id: '46601',
  customer_id: '46001',
  reference_number: '1001',
  total: 1650,
};
const saved = { id: '46601', number: 'SO-00007', lineIds: ['46701', '46702'] };

function setUp(...outcomes: HttpOutcome[]) {
  const script = zohoScript(...outcomes);
  const orders = createSalesOrders({
    ...script,
    apiUrl: 'https://api.test',
    organizationId: '10234695',
  });
  const save = (retried: boolean) =>
    orders.saveSalesOrder({ uniqueKey: 'order:1001', retried }, draft);
  return { save, calls: script.calls, sent: script.transport.sent };
}

describe('saveSalesOrder', () => {
  it('creates the order with our key', async () => {
    const { save, sent } = setUp(done({ salesorder }, 201));
    expect(await save(false)).toEqual({ ok: true, value: saved });
    expect(lineOf(sent[0])).toBe('POST /inventory/v1/salesorders');
    expect(bodyOf(sent[0])).toEqual({
      customer_id: '46001',
      date: '2026-11-02',
      reference_number: '1001',
      line_items: [
        { item_id: '46101', quantity: 2, rate: 333, tax_id: '' },
        { item_id: '46101', quantity: 1, rate: 334, tax_id: '' },
      ],
      shipping_charge: 500,
      adjustment: 150,
      adjustment_description: 'Tax',
      custom_fields: [{ api_name: 'cf_tallybridge_order', value: 'order:1001' }],
    });
  });

  it('does without the key where the organization has no such field', async () => {
    const refusal = failed(400, 4, 'Invalid value passed for custom_fields');
    const { save, sent } = setUp(refusal, done({ salesorder }, 201));
    expect(await save(false)).toEqual({ ok: true, value: saved });
    expect(bodyOf(sent[1]).custom_fields).toBeUndefined();
  });

  it('hands on other refusals', async () => {
    const { save, sent } = setUp(failed(400, 4, 'Invalid value passed for customer_id'));
    expect(await save(false)).toMatchObject({
      problem: { code: 'zoho-refused', facts: { product: 'Zoho Inventory' } },
    });
    expect(sent).toHaveLength(1);
  });

  it('tried again, finds the order by its reference and reads its lines', async () => {
    const { save, calls } = setUp(done({ salesorders: [row] }), done({ salesorder }));
    expect(await save(true)).toEqual({ ok: true, value: saved });
    expect(calls).toEqual(['inventory find-sales-order', 'inventory read-sales-order']);
  });

  it('tried again, does not take somebody else’s order of the same reference', async () => {
    const other = { ...row, customer_id: '46002' };
    const list = done({ salesorders: [other] });
    const { save, calls } = setUp(list, list, done({ salesorder }, 201));
    expect(await save(true)).toEqual({ ok: true, value: saved });
    expect(calls.at(-1)).toBe('inventory save-sales-order');
  });

  it('tried again, hands on that the search failed instead of making a second order', async () => {
    const { save, sent } = setUp(failed(429, 1070));
    expect(await save(true)).toMatchObject({ problem: { code: 'zoho-busy', retryAfterMs: 3_000 } });
    expect(sent).toHaveLength(1);
  });

  it('stops at a draft over another amount than the order', async () => {
    const { save } = setUp(done({ salesorder: { ...salesorder, total: 1815 } }, 201));
    expect(await save(false)).toMatchObject({
      problem: { code: 'document-mismatch', facts: { order: '1650 JPY', booked: '1815 JPY' } },
    });
  });

  it('an amount that does not fit the currency counts as no answer', async () => {
    const { save } = setUp(done({ salesorder: { ...salesorder, total: 1650.5 } }, 201));
    expect(await save(false)).toMatchObject({ problem: { code: 'zoho-unavailable' } });
  });
});
