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
  input: z.object({ invoiceId: z.string() }),
  output: z.object({
    number: z.string(),
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
  async run({ company }, { invoiceId }) {
    const read = await company.ledger.readInvoice(invoiceId);
    if (!read.ok) return read;
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
