// Tells the shop where the order's payment stands.
import * as z from 'zod/mini';
import { ok } from '../../domain/result.ts';
import { defineAction } from './define-action.ts';

export const setOrderOutcome = defineAction({
  name: 'set-order-outcome',
  sentence: 'set the shop order to {outcome}',
  about: ['payment', 'order'],
  input: z.object({
    orderId: z.string(),
    outcome: z.enum(['processing', 'on-hold', 'failed', 'cancelled']),
    gatewayId: z.string(),
  }),
  output: z.object({ status: z.string() }),
  scopes: [],
  calls: { shop: 2 },
  causes: ['order.changed'],
  async run({ company: { shop } }, { orderId, outcome, gatewayId }) {
    if (shop === undefined) return ok({ output: { status: 'no-shop' } });
    const set = await shop.setOrderOutcome(orderId, outcome, gatewayId);
    return set.ok ? ok({ output: { status: set.value.status } }) : set;
  },
});
