// Writes the invoice of a shop order into Books, from its sales order.
import { dateIn } from '../domain/calendar.ts';
import type { Order } from '../domain/order.ts';
import { ok } from '../domain/result.ts';
import { notePayment, objectInput, type ScopedAction, textInput } from './action-input.ts';
import { orderLines } from './order-lines.ts';

export const postInvoice: ScopedAction = async (scope, input, effect) => {
  const order = objectInput<Order>(input, 'order');
  const lines = await orderLines(scope, order);
  if (!lines.ok) return lines;
  const invoice = await scope.company.ledger.saveInvoice(
    { uniqueKey: `inv-${order.id}`, retried: effect.retried },
    {
      customerId: textInput(input, 'customerId'),
      date: dateIn(scope.company.timeZone, order.placedAt),
      reference: order.number,
      lines: lines.value,
      shipping: order.shipping,
      tax: order.tax,
      salesOrder: {
        id: textInput(input, 'salesOrderId'),
        lineIds: objectInput<string[]>(input, 'salesOrderLines'),
      },
    },
  );
  if (!invoice.ok) return invoice;
  await notePayment(scope, {
    books_invoice_id: invoice.value.id,
    books_invoice_number: invoice.value.number,
  });
  return ok({
    output: {
      invoiceId: invoice.value.id,
      invoiceNumber: invoice.value.number,
      totalMinor: invoice.value.total.minor,
    },
    inverse: { void: 'invoice', id: invoice.value.id },
  });
};
