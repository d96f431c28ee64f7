// Writes a small rest of an invoice off, where a payment has left one.
import * as z from 'zod/mini';
import { ok } from '../../domain/result.ts';
import type { WriteOffInverse } from './booking-record.ts';
import { defineAction } from './define-action.ts';
import { amountMinor } from './shapes.ts';

export const writeOffRest = defineAction({
  name: 'write-off-rest',
  sentence: 'write the small rest of the invoice off',
  about: [],
  input: z.object({ invoiceId: z.string(), amountMinor }),
  output: z.object({ writtenOffMinor: amountMinor }),
  scopes: ['ZohoBooks.invoices.CREATE', 'ZohoBooks.invoices.READ'],
  calls: { books: 2 },
  inverse: 'cancel the write-off of the invoice',
  causes: ['invoice.updated'],
  async run({ company: { ledger } }, { invoiceId, amountMinor: restMinor }, effect) {
    const nothing = ok({ output: { writtenOffMinor: 0 } });
    if (restMinor === 0) return nothing;
    const invoice = await ledger.readInvoice(invoiceId);
    if (!invoice.ok) return invoice;
    const { balance } = invoice.value;
    // Books takes off whatever is left: what somebody has changed meanwhile is for people to judge.
    const isThere = balance.minor === restMinor;
    const isDone = effect.retried && balance.minor === 0;
    if (!isThere && !isDone) return nothing;
    const written = isDone ? ok(undefined) : await ledger.writeOffInvoice(invoiceId);
    if (!written.ok) return written;
    return ok({
      output: { writtenOffMinor: restMinor },
      inverse: {
        cancel: 'write-off',
        of: invoiceId,
        amountMinor: restMinor,
      } satisfies WriteOffInverse,
    });
  },
});
