// The order that one action leaves for another: taken as a whole, or not at all.

import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { orderShape } from '../../../../functions/core/steps/actions/shapes.ts';
import { order } from '../../mapping/sample-records.ts';
import { order as plainOrder } from '../fake-transactions.ts';

const { paymentMethod: _, transactionId: __, customerNote: ___, ...shopOrder } = order;
const { email, firstName, lastName, company, phone, billing, shipping } = order.customer;
const whole = {
  ...shopOrder,
  customer: { email, firstName, lastName, company, phone, billing, shipping },
};

describe('an order', () => {
  it.each([
    ['with all that a shop may tell', whole],
    ['with the least', plainOrder('1001', 4_000)],
  ])('%s comes through as it was, from JSON too', (_name, given) => {
    expect(z.parse(orderShape, JSON.parse(JSON.stringify(given)))).toEqual(given);
  });

  it.each([
    ['without a total', { total: undefined }],
    ['with half a cent', { tax: { minor: 0.5, currency: 'USD' } }],
    ['in no currency', { currency: 'XXQ' }],
    ['with a line without a name', { lines: [{ sku: '', quantity: 1, total: order.total }] }],
    ['without an e-mail field', { customer: { firstName, lastName } }],
  ])('%s is refused', (_name, change) => {
    expect(z.safeParse(orderShape, { ...whole, ...change }).success).toBe(false);
  });
});
