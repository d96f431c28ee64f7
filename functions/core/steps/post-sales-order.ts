// Writes the shop's order into Inventory as a sales order.
import { dateIn } from '../domain/calendar.ts';
import type { Order } from '../domain/order.ts';
import { ok } from '../domain/result.ts';
import { objectInput, type ScopedAction, textInput } from './action-input.ts';
import { orderLines } from './order-lines.ts';

export const postSalesOrder: ScopedAction = async (scope, input, effect) => {
  const order = objectInput<Order>(input, 'order');
  const lines = await orderLines(scope, order);
  if (!lines.ok) return lines;
  const saved = await scope.company.salesOrders.saveSalesOrder(
    { uniqueKey: `so-${order.id}`, retried: effect.retried },
    {
      customerId: textInput(input, 'customerId'),
      date: dateIn(scope.company.timeZone, order.placedAt),
      reference: order.number,
      lines: lines.value,
      shipping: order.shipping,
      tax: order.tax,
    },
  );
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
