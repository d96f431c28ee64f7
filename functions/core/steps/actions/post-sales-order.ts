// Writes the shop's order into Inventory as a sales order.
import * as z from 'zod/mini';
import { ok, refused } from '../../domain/result.ts';
import { defineAction } from './define-action.ts';
import { forgetCustomer } from './find-or-create-customer.ts';
import { orderDraft } from './order-draft.ts';
import { orderShape } from './shapes.ts';

const mappings = ['order-to-inventory-sales-order', 'payment-to-inventory-sales-order'];

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
  scopes: [
    'ZohoInventory.salesorders.CREATE',
    'ZohoInventory.salesorders.READ',
    'ZohoInventory.salesorders.UPDATE',
    'ZohoInventory.items.READ',
  ],
  calls: { inventory: 2, books: 1 },
  inverse: 'void the sales order',
  causes: ['sales-order.created'],
  async run(scope, { order, customerId }, effect) {
    const draft = await orderDraft(scope, order, customerId, mappings);
    if (!draft.ok) return draft;
    const write = { uniqueKey: `so-${order.id}`, retried: effect.retried };
    const saved = await scope.company.salesOrders.saveSalesOrder(write, draft.value);
    if (!saved.ok) {
      if (saved.problem.code !== 'not-found') return saved;
      // The customer was deleted in Books since we met them: the next try finds or creates them anew.
      await forgetCustomer(scope, order);
      return refused({ ...saved.problem, remedy: 'retry' });
    }
    const { id, number, lineIds } = saved.value;
    return ok({
      output: { salesOrderId: id, salesOrderNumber: number, lineIds: [...lineIds] },
      inverse: { void: 'sales-order', id },
    });
  },
});
