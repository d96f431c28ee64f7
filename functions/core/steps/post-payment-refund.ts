// Records a refund of the part of a customer payment that is applied to no invoice.
import { dateIn } from '../domain/calendar.ts';
import { money } from '../domain/money.ts';
import { ok } from '../domain/result.ts';
import { numberInput, type ScopedAction, textInput } from './action-input.ts';
import { clearingAccount } from './clearing-account.ts';

export const postPaymentRefund: ScopedAction = async (scope, input, effect) => {
  const account = clearingAccount(scope);
  if (!account.ok) return account;
  const gatewayId = textInput(input, 'gatewayId');
  const paymentId = scope.payment.books_payment_id ?? '';
  const saved = await scope.company.ledger.refundExcess(
    { uniqueKey: gatewayId, retried: effect.retried },
    paymentId,
    {
      date: dateIn(scope.company.timeZone, scope.clock.now()),
      amount: money(numberInput(input, 'amountMinor'), scope.payment.currency),
      accountId: account.value,
      reference: gatewayId,
      description: textInput(input, 'reason'),
    },
  );
  return saved.ok
    ? ok({
        output: { document: saved.value.id },
        inverse: { delete: 'payment-refund', id: saved.value.id, of: paymentId },
      })
    : saved;
};
