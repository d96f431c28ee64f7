// How a refund stands in the books: the unapplied part of the payment goes back as such, sales by credit note.
import { ok } from '../domain/result.ts';
import { numberInput, type ScopedAction } from './action-input.ts';

export const chooseRefundRecord: ScopedAction = async (scope, input) => {
  const amountMinor = numberInput(input, 'amountMinor');
  const { books_payment_id: paymentId = '', currency } = scope.payment;
  const read = await scope.company.ledger.readCustomerPayment(paymentId, currency);
  if (!read.ok) return read;
  const record = read.value.unused.minor >= amountMinor ? 'payment-refund' : 'credit-note';
  return ok({ output: { record } });
};
