// Records a refund of the part of a customer payment that is applied to no invoice.
import * as z from 'zod/mini';
import { dateIn } from '../../domain/calendar.ts';
import { money } from '../../domain/money.ts';
import { ok } from '../../domain/result.ts';
import { clearingAccount } from './clearing-account.ts';
import { dayRate, documentRate } from './day-rate.ts';
import { defineAction, paymentOf } from './define-action.ts';
import { refundMode } from './mapped-refund.ts';
import { amountMinor } from './shapes.ts';

export const postPaymentRefund = defineAction({
  name: 'post-payment-refund',
  sentence: 'record the refund of the unapplied payment in Books',
  about: ['movement'],
  input: z.object({
    amountMinor,
    gatewayId: z.string(),
    reason: z.string(),
    exchangeRate: documentRate,
  }),
  output: z.object({ document: z.string() }),
  scopes: [
    'ZohoBooks.customerpayments.CREATE',
    'ZohoBooks.customerpayments.READ',
    'ZohoBooks.customerpayments.UPDATE',
  ],
  calls: { books: 4 },
  inverse: 'delete the refund of the payment',
  causes: [],
  async run(scope, input, effect) {
    const payment = paymentOf(scope);
    const account = clearingAccount(scope.company, payment);
    if (!account.ok) return account;
    const mode = await refundMode(scope, input.gatewayId);
    if (!mode.ok) return mode;
    const paymentId = payment.books_payment_id ?? '';
    const date = dateIn(scope.company.timeZone, scope.clock.now());
    const rate = await dayRate(scope, input.exchangeRate, date);
    if (!rate.ok) return rate;
    const saved = await scope.company.ledger.refundExcess(
      { uniqueKey: input.gatewayId, retried: effect.retried },
      paymentId,
      {
        date,
        ...rate.value,
        amount: money(input.amountMinor, payment.currency),
        accountId: account.value,
        ...mode.value,
        reference: input.gatewayId,
        description: input.reason,
      },
    );
    if (!saved.ok) return saved;
    return ok({
      output: { document: saved.value.id },
      inverse: { delete: 'payment-refund', id: saved.value.id, of: paymentId },
    });
  },
});
