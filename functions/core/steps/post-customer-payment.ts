// Writes what the card has paid into Books, deposited to the clearing account and applied to the invoice.
import { dateIn } from '../domain/calendar.ts';
import type { PaymentKey } from '../domain/ids.ts';
import { money } from '../domain/money.ts';
import { refundLimits } from '../domain/movement.ts';
import { ok } from '../domain/result.ts';
import { entryOf, readLog } from '../work/movement-log.ts';
import { numberInput, type ScopedAction, textInput } from './action-input.ts';
import { clearingAccount } from './clearing-account.ts';

export const postCustomerPayment: ScopedAction = async (scope, input, effect) => {
  const { payment, company } = scope;
  const account = clearingAccount(scope);
  if (!account.ok) return account;
  const log = await readLog(scope.store, payment.payment_key as PaymentKey);
  // The gross that was captured, not today's invoice balance: that is what moved.
  const captured = money(refundLimits(log.map(entryOf)).capturedMinor, payment.currency);
  const applied = Math.min(captured.minor, numberInput(input, 'invoiceTotalMinor'));
  const invoiceNumber = textInput(input, 'invoiceNumber');
  const saved = await company.ledger.saveCustomerPayment(
    { uniqueKey: `pay-${payment.merchant_id}-${payment.gateway_id}`, retried: effect.retried },
    {
      customerId: textInput(input, 'customerId'),
      amount: captured,
      date: dateIn(company.timeZone, payment.submitted_at ?? scope.clock.now()),
      reference: payment.gateway_id,
      accountId: account.value,
      applyTo: [
        { invoiceId: textInput(input, 'invoiceId'), amount: money(applied, payment.currency) },
      ],
      description: cardText(payment, invoiceNumber),
    },
  );
  if (!saved.ok) return saved;
  return ok({
    output: { paymentId: saved.value.id, paymentNumber: saved.value.number },
    inverse: { delete: 'customer-payment', id: saved.value.id },
    note: { books_payment_id: saved.value.id },
  });
};

function cardText(payment: { card_brand?: string; card_last_four?: string }, invoice: string) {
  const card =
    payment.card_last_four === undefined
      ? 'card'
      : `${payment.card_brand ?? 'card'} ..${payment.card_last_four}`;
  return `Cybersource ${card}, invoice ${invoice}`;
}
