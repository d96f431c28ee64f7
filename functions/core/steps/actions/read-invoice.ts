// Reads an invoice in Books, with its amounts in words.
import * as z from 'zod/mini';
import { ok } from '../../domain/result.ts';
import { documentRate } from './day-rate.ts';
import { defineAction } from './define-action.ts';
import { amountMinor, amountText } from './shapes.ts';

export const readInvoice = defineAction({
  name: 'read-invoice',
  sentence: 'read the invoice in Books',
  about: [],
  /** With `mayBeGone`, one that was deleted is told as such, with nothing open; it is a failure else. */
  input: z.object({ invoiceId: z.string(), mayBeGone: z.optional(z.boolean()) }),
  output: z.object({
    number: z.string(),
    /** As Books says it, or `deleted`. */
    status: z.string(),
    customerId: z.string(),
    /** What people have written there: often an order's number. */
    reference: z.string(),
    currency: z.string(),
    total: z.string(),
    totalMinor: amountMinor,
    balance: z.string(),
    balanceMinor: amountMinor,
    exchangeRate: documentRate,
  }),
  scopes: ['ZohoBooks.invoices.READ'],
  calls: { books: 1 },
  causes: [],
  async run({ company }, { invoiceId, mayBeGone = false }) {
    const read = await company.ledger.readInvoice(invoiceId);
    if (!read.ok) {
      return mayBeGone && read.problem.code === 'not-found' ? ok({ output: deleted }) : read;
    }
    const { number, status, customerId, purchaseOrder, total, balance, exchangeRate } = read.value;
    return ok({
      output: {
        number,
        status,
        customerId,
        reference: purchaseOrder ?? '',
        currency: total.currency,
        total: amountText(total),
        totalMinor: total.minor,
        balance: amountText(balance),
        balanceMinor: balance.minor,
        ...(exchangeRate === undefined ? {} : { exchangeRate }),
      },
    });
  },
});

const deleted = {
  number: '',
  status: 'deleted',
  customerId: '',
  reference: '',
  currency: '',
  total: '',
  totalMinor: 0,
  balance: '',
  balanceMinor: 0,
};
