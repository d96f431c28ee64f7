// Writes the invoice of a shop order into Books, from its sales order.
import { ok } from '../domain/result.ts';
import { objectInput, type ScopedAction, textInput } from './action-input.ts';
import { orderDraft } from './order-draft.ts';

export const postInvoice: ScopedAction = async (scope, input, effect) => {
  const order = await orderDraft(scope, input);
  if (!order.ok) return order;
  const { orderId, draft } = order.value;
  const write = { uniqueKey: `inv-${orderId}`, retried: effect.retried };
  const salesOrder = {
    id: textInput(input, 'salesOrderId'),
    lineIds: objectInput<string[]>(input, 'salesOrderLines'),
  };
  const invoice = await scope.company.ledger.saveInvoice(write, { ...draft, salesOrder });
  if (!invoice.ok) return invoice;
  return ok({
    output: {
      invoiceId: invoice.value.id,
      invoiceNumber: invoice.value.number,
      totalMinor: invoice.value.total.minor,
    },
    inverse: { void: 'invoice', id: invoice.value.id },
    note: { books_invoice_id: invoice.value.id, books_invoice_number: invoice.value.number },
  });
};
