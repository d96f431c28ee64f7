// Records that the credit note's amount has left the clearing account.
import * as z from 'zod/mini';
import { dateIn } from '../../domain/calendar.ts';
import { money } from '../../domain/money.ts';
import { ok } from '../../domain/result.ts';
import { staffWords } from '../../texts/staff-words.ts';
import { clearingAccount } from './clearing-account.ts';
import { dayRate, documentRate } from './day-rate.ts';
import { defineAction, paymentOf } from './define-action.ts';
import { refundMode } from './mapped-refund.ts';
import { amountMinor } from './shapes.ts';

export const refundCreditNote = defineAction({
  name: 'refund-credit-note',
  sentence: 'record in Books that the credit note was paid out',
  about: ['movement'],
  input: z.object({
    creditNoteId: z.string(),
    amountMinor,
    gatewayId: z.string(),
    exchangeRate: documentRate,
  }),
  output: z.object({ refundId: z.string() }),
  scopes: [
    'ZohoBooks.creditnotes.CREATE',
    'ZohoBooks.creditnotes.READ',
    'ZohoBooks.creditnotes.UPDATE',
  ],
  calls: { books: 4 },
  inverse: 'delete the refund of the credit note',
  causes: [],
  async run(scope, input, effect) {
    const payment = paymentOf(scope);
    const account = clearingAccount(scope.company, payment);
    if (!account.ok) return account;
    const { creditNoteId, gatewayId } = input;
    const mode = await refundMode(scope, gatewayId);
    if (!mode.ok) return mode;
    const date = dateIn(scope.company.timeZone, scope.clock.now());
    const rate = await dayRate(scope, input.exchangeRate, date);
    if (!rate.ok) return rate;
    const { notices } = await staffWords(scope.company.language);
    const saved = await scope.company.ledger.refundCreditNote(
      { uniqueKey: `${gatewayId}-${creditNoteId}`, retried: effect.retried },
      creditNoteId,
      {
        date,
        ...rate.value,
        amount: money(input.amountMinor, payment.currency),
        accountId: account.value,
        ...mode.value,
        reference: gatewayId,
        description: notices.refundAtGateway(gatewayId),
      },
    );
    if (!saved.ok) return saved;
    return ok({
      output: { refundId: saved.value.id },
      inverse: { delete: 'credit-note-refund', id: saved.value.id, of: creditNoteId },
    });
  },
});
