// Makes a draft invoice count as receivable.
import * as z from 'zod/mini';
import { ok } from '../../domain/result.ts';
import { defineAction } from './define-action.ts';

export const markInvoiceSent = defineAction({
  name: 'mark-invoice-sent',
  sentence: 'mark the invoice as sent',
  about: [],
  input: z.object({ invoiceId: z.string() }),
  output: z.object({ invoiceId: z.string() }),
  scopes: ['ZohoBooks.invoices.CREATE'],
  calls: { books: 1 },
  inverse: 'make the invoice a draft again',
  causes: ['invoice.updated'],
  async run({ company }, { invoiceId }) {
    const marked = await company.ledger.markInvoiceSent(invoiceId);
    if (!marked.ok) return marked;
    return ok({ output: { invoiceId }, inverse: { 'mark-draft': 'invoice', id: invoiceId } });
  },
});
