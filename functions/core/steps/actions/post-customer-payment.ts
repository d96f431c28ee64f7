// Writes what the card has paid into Books, deposited to the clearing account and applied to the invoice.
import * as z from 'zod/mini';
import { dateIn } from '../../domain/calendar.ts';
import type { PaymentKey } from '../../domain/ids.ts';
import { money } from '../../domain/money.ts';
import { refundLimits } from '../../domain/movement.ts';
import { ok } from '../../domain/result.ts';
import { entryOf, readLog } from '../../work/movement-log.ts';
import { clearingAccount } from './clearing-account.ts';
import { defineAction, paymentOf } from './define-action.ts';
import { amountMinor } from './shapes.ts';

export const postCustomerPayment = defineAction({
  name: 'post-customer-payment',
  sentence: 'write the payment into Books and apply it to invoice {invoiceNumber}',
  about: ['payment', 'movement'],
  input: z.object({
    customerId: z.string(),
    invoiceId: z.string(),
    invoiceNumber: z.string(),
    invoiceTotalMinor: amountMinor,
  }),
  output: z.object({ paymentId: z.string(), paymentNumber: z.string() }),
  scopes: ['ZohoBooks.customerpayments.ALL'],
  calls: { books: 2 },
  inverse: 'delete the payment from Books',
  causes: ['invoice.updated'],
  async run(scope, { customerId, invoiceId, invoiceNumber, invoiceTotalMinor }, effect) {
    const payment = paymentOf(scope);
    const account = clearingAccount(scope.company, payment);
    if (!account.ok) return account;
    const log = await readLog(scope.store, payment.payment_key as PaymentKey);
    // The gross that was captured, not today's invoice balance: that is what moved.
    const captured = money(refundLimits(log.map(entryOf)).capturedMinor, payment.currency);
    const applied = Math.min(captured.minor, invoiceTotalMinor);
    const saved = await scope.company.ledger.saveCustomerPayment(
      { uniqueKey: `pay-${payment.merchant_id}-${payment.gateway_id}`, retried: effect.retried },
      {
        customerId,
        amount: captured,
        date: dateIn(scope.company.timeZone, payment.submitted_at ?? scope.clock.now()),
        reference: payment.gateway_id,
        accountId: account.value,
        applyTo: [{ invoiceId, amount: money(applied, payment.currency) }],
        description: cardText(payment, invoiceNumber),
      },
    );
    if (!saved.ok) return saved;
    return ok({
      output: { paymentId: saved.value.id, paymentNumber: saved.value.number },
      inverse: { delete: 'customer-payment', id: saved.value.id },
      note: { books_payment_id: saved.value.id },
    });
  },
});

function cardText(payment: { card_brand?: string; card_last_four?: string }, invoice: string) {
  const card =
    payment.card_last_four === undefined
      ? 'card'
      : `${payment.card_brand ?? 'card'} ..${payment.card_last_four}`;
  return `Cybersource ${card}, invoice ${invoice}`;
}
