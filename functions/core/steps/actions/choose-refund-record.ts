// How a refund stands in the books: what is applied to no invoice goes back as such, the rest by credit note.
import * as z from 'zod/mini';
import { ok } from '../../domain/result.ts';
import { defineAction, paymentOf } from './define-action.ts';
import { amountMinor } from './shapes.ts';

export const chooseRefundRecord = defineAction({
  name: 'choose-refund-record',
  sentence: 'see how much of the refunded money was applied to an invoice',
  about: ['movement'],
  input: z.object({ amountMinor }),
  output: z.object({ excessMinor: amountMinor, creditedMinor: amountMinor }),
  scopes: ['ZohoBooks.customerpayments.READ'],
  calls: { books: 1 },
  causes: [],
  async run(scope, { amountMinor: refundedMinor }) {
    const { books_payment_id: paymentId = '', currency } = paymentOf(scope);
    const read = await scope.company.ledger.readCustomerPayment(paymentId, currency);
    if (!read.ok) return read;
    const excessMinor = Math.min(Math.max(0, read.value.unused.minor), refundedMinor);
    return ok({ output: { excessMinor, creditedMinor: refundedMinor - excessMinor } });
  },
});
