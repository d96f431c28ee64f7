// How a refund stands in the books: the unapplied part of the payment goes back as such, sales by credit note.
import * as z from 'zod/mini';
import { ok } from '../../domain/result.ts';
import { defineAction, paymentOf } from './define-action.ts';
import { amountMinor } from './shapes.ts';

const excess = 'payment-refund' as const;
const applied = 'credit-note' as const;

export const chooseRefundRecord = defineAction({
  name: 'choose-refund-record',
  sentence: 'see whether the refunded money was applied to an invoice',
  about: ['movement'],
  input: z.object({ amountMinor }),
  output: z.object({ record: z.enum([excess, applied]) }),
  scopes: ['ZohoBooks.customerpayments.READ'],
  calls: { books: 1 },
  causes: [],
  async run(scope, input) {
    const { books_payment_id: paymentId = '', currency } = paymentOf(scope);
    const read = await scope.company.ledger.readCustomerPayment(paymentId, currency);
    if (!read.ok) return read;
    const isExcess = read.value.unused.minor >= input.amountMinor;
    return ok({ output: { record: isExcess ? excess : applied } });
  },
});
