// Writes a comment on an invoice in Books, for the people who work there.
import * as z from 'zod/mini';
import { ok } from '../../domain/result.ts';
import { defineAction } from './define-action.ts';
import { markedWrite } from './mark.ts';
import { noticeText } from './shapes.ts';

export const commentOnInvoice = defineAction({
  name: 'comment-on-invoice',
  sentence: 'write a comment on the invoice in Books, which the customer does not see',
  about: [],
  input: z.object({ invoiceId: z.string(), text: noticeText }),
  output: z.object({ commentId: z.string() }),
  scopes: ['ZohoBooks.invoices.CREATE', 'ZohoBooks.invoices.READ'],
  calls: { books: 1 },
  inverse: 'delete the comment',
  causes: ['invoice.updated'],
  async run({ company }, { invoiceId, text }, effect) {
    const added = await company.ledger.addInvoiceComment(markedWrite(effect), invoiceId, text);
    if (!added.ok) return added;
    const { id } = added.value;
    return ok({ output: { commentId: id }, inverse: { delete: 'invoice-comment', id } });
  },
});
