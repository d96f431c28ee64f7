// Reads the order that a payment's reference names, at the shop.
import * as z from 'zod/mini';
import { problem } from '../../domain/problem.ts';
import { ok, refused } from '../../domain/result.ts';
import { defineAction } from './define-action.ts';
import { orderShape } from './shapes.ts';

export const readShopOrder = defineAction({
  name: 'read-shop-order',
  sentence: 'read the shop order {reference}',
  about: ['payment', 'order'],
  input: z.object({ reference: z.string() }),
  output: z.object({ orderId: z.string(), order: orderShape }),
  scopes: [],
  calls: { shop: 1 },
  causes: [],
  async run({ company, subject }, { reference }) {
    const { shop } = company;
    const unknown = refused(problem('order-not-found', 'fix-input', { reference }));
    if (shop === undefined) return unknown;
    const order = await shop.readOrder(reference);
    if (!order.ok) return order.problem.code === 'not-found' ? unknown : order;
    const paidIn = subject.payment?.currency ?? order.value.currency;
    if (order.value.currency !== paidIn) {
      return refused(problem('currency-mismatch', 'fix-input', { currency: paidIn }));
    }
    const { id, lines } = order.value;
    return ok({ output: { orderId: id, order: { ...order.value, lines: [...lines] } } });
  },
});
