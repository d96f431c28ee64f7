// Records that the credit note's amount has left the clearing account.
import { dateIn } from '../domain/calendar.ts';
import { money } from '../domain/money.ts';
import { ok } from '../domain/result.ts';
import { numberInput, type ScopedAction, textInput } from './action-input.ts';
import { clearingAccount } from './clearing-account.ts';

export const refundCreditNote: ScopedAction = async (scope, input, effect) => {
  const account = clearingAccount(scope);
  if (!account.ok) return account;
  const gatewayId = textInput(input, 'gatewayId');
  const creditNoteId = textInput(input, 'creditNoteId');
  const saved = await scope.company.ledger.refundCreditNote(
    { uniqueKey: gatewayId, retried: effect.retried },
    creditNoteId,
    {
      date: dateIn(scope.company.timeZone, scope.clock.now()),
      amount: money(numberInput(input, 'amountMinor'), scope.payment.currency),
      accountId: account.value,
      reference: gatewayId,
      description: `Cybersource refund ${gatewayId}`,
    },
  );
  return saved.ok
    ? ok({
        output: { refundId: saved.value.id },
        inverse: { delete: 'credit-note-refund', id: saved.value.id, of: creditNoteId },
      })
    : saved;
};
