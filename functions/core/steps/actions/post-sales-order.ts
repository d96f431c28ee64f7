// Writes the shop's order into Inventory as a sales order.
import * as z from 'zod/mini';
import { ok } from '../../domain/result.ts';
import { defineAction } from './define-action.ts';
import { orderDraft } from './order-draft.ts';
import { orderShape } from './shapes.ts';

export const postSalesOrder = defineAction({
  name: 'post-sales-order',
  sentence: 'write the sales order into Inventory',
  about: ['payment', 'order'],
  input: z.object({ order: orderShape, customerId: z.string() }),
  output: z.object({
    salesOrderId: z.string(),
    salesOrderNumber: z.string(),
    lineIds: z.array(z.string()),
  }),
  scopes: ['ZohoInventory.salesorders.ALL', 'ZohoInventory.items.READ'],
  calls: { inventory: 2, books: 1 },
  inverse: 'void the sales order',
  causes: ['sales-order.created'],
  async run(scope, { order, customerId }, effect) {
    const draft = await orderDraft(scope, order, customerId);
    if (!draft.ok) return draft;
    const write = { uniqueKey: `so-${order.id}`, retried: effect.retried };
    const saved = await scope.company.salesOrders.saveSalesOrder(write, draft.value);
    if (!saved.ok) return saved;
    const { id, number, lineIds } = saved.value;
    return ok({
      output: { salesOrderId: id, salesOrderNumber: number, lineIds: [...lineIds] },
      inverse: { void: 'sales-order', id },
    });
  },
});
