// Takes a voided payment out of the books: the money never moved, so its invoices are open again.
import * as z from 'zod/mini';
import { planVoid } from '../../domain/books-plan.ts';
import { money } from '../../domain/money.ts';
import { ok } from '../../domain/result.ts';
import { defineAction, paymentOf } from './define-action.ts';
import { amountMinor, amountText } from './shapes.ts';

export const removeCustomerPayment = defineAction({
  name: 'remove-customer-payment',
  sentence: 'delete the voided payment from Books, so that its invoice is open again',
  about: ['payment', 'movement'],
  input: z.object({ paymentId: z.string() }),
  output: z.object({ amountMinor, document: z.string() }),
  scopes: ['ZohoBooks.customerpayments.READ', 'ZohoBooks.customerpayments.DELETE'],
  calls: { books: 2 },
  inverse: 'record the payment in Books again',
  causes: ['invoice.updated'],
  async run(scope, { paymentId }) {
    const { currency, gateway_id: reference } = paymentOf(scope);
    const { ledger } = scope.company;
    const note = { books_payment_id: '' };
    const booked = await ledger.readCustomerPayment(paymentId, currency);
    if (!booked.ok) {
      if (booked.problem.code !== 'not-found') return booked;
      // An earlier try has got through, or a person was quicker.
      return ok({ output: { amountMinor: 0, document: '' }, note });
    }
    const applied = booked.value.applied.map(({ amount, ...invoice }) => ({
      ...invoice,
      amountMinor: amount.minor,
    }));
    const bookedMinor = applied.reduce(
      (sum, one) => sum + one.amountMinor,
      booked.value.unused.minor,
    );
    const [removal] = planVoid({ amountMinor: bookedMinor, applied });
    const deleted = await ledger.deleteCustomerPayment(paymentId);
    if (!deleted.ok) return deleted;
    return ok({
      output: {
        amountMinor: bookedMinor,
        document: `${booked.value.number} (${amountText(money(bookedMinor, currency))})`,
      },
      inverse: { record: 'customer-payment', reference, currency, ...removal },
      note,
    });
  },
});
