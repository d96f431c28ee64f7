// Writes the invoice of a shop order into Books, from its sales order.
import * as z from 'zod/mini';
import { ok } from '../../domain/result.ts';
import { documentRate } from './day-rate.ts';
import { defineAction } from './define-action.ts';
import { orderDraft } from './order-draft.ts';
import { amountMinor, orderShape } from './shapes.ts';

const mappings = ['order-to-books-invoice', 'payment-to-books-invoice'];

export const postInvoice = defineAction({
  name: 'post-invoice',
  sentence: 'write the invoice into Books',
  about: ['payment', 'order'],
  input: z.object({
    order: orderShape,
    customerId: z.string(),
    salesOrderId: z.string(),
    salesOrderLines: z.array(z.string()),
  }),
  output: z.object({
    invoiceId: z.string(),
    invoiceNumber: z.string(),
    totalMinor: amountMinor,
    exchangeRate: documentRate,
  }),
  scopes: ['ZohoBooks.invoices.CREATE', 'ZohoBooks.invoices.READ', 'ZohoBooks.invoices.UPDATE'],
  calls: { books: 2 },
  inverse: 'void the invoice',
  causes: ['invoice.created'],
  async run(scope, { order, customerId, salesOrderId, salesOrderLines }, effect) {
    const draft = await orderDraft(scope, order, customerId, mappings);
    if (!draft.ok) return draft;
    const write = { uniqueKey: `inv-${order.id}`, retried: effect.retried };
    const salesOrder = { id: salesOrderId, lineIds: salesOrderLines };
    const saved = await scope.company.ledger.saveInvoice(write, { ...draft.value, salesOrder });
    if (!saved.ok) return saved;
    const { id, number, total, exchangeRate } = saved.value;
    const rate = exchangeRate === undefined ? {} : { exchangeRate };
    return ok({
      output: { invoiceId: id, invoiceNumber: number, totalMinor: total.minor, ...rate },
      inverse: { void: 'invoice', id },
      note: { books_invoice_id: id, books_invoice_number: number },
    });
  },
});
