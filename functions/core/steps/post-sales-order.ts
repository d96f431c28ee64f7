// Writes the shop's order into Inventory as a sales order.
import { ok } from '../domain/result.ts';
import type { ScopedAction } from './action-input.ts';
import { orderDraft } from './order-draft.ts';

export const postSalesOrder: ScopedAction = async (scope, input, effect) => {
  const order = await orderDraft(scope, input);
  if (!order.ok) return order;
  const { orderId, draft } = order.value;
  const write = { uniqueKey: `so-${orderId}`, retried: effect.retried };
  const saved = await scope.company.salesOrders.saveSalesOrder(write, draft);
  if (!saved.ok) return saved;
  return ok({
    output: {
      salesOrderId: saved.value.id,
      salesOrderNumber: saved.value.number,
      lineIds: saved.value.lineIds,
    },
    inverse: { void: 'sales-order', id: saved.value.id },
  });
};
