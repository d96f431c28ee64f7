// Takes a voided capture out of the books: that money never moved, so what it has paid is open again.
import * as z from 'zod/mini';
import { planVoid } from '../../domain/books-plan-refund.ts';
import type { PaymentKey } from '../../domain/ids.ts';
import { money } from '../../domain/money.ts';
import { certainCapturedMinor } from '../../domain/movement.ts';
import { ok } from '../../domain/result.ts';
import { entryOf, readLog } from '../../work/movement-log.ts';
import { bookedOf } from './choose-refund-record.ts';
import { defineAction, paymentOf } from './define-action.ts';
import { amountMinor, amountText } from './shapes.ts';

export const removeCustomerPayment = defineAction({
  name: 'remove-customer-payment',
  sentence: 'take what was voided off the payment in Books, so that its invoice is open again',
  about: ['payment', 'movement'],
  input: z.object({ paymentId: z.string() }),
  output: z.object({ amountMinor, document: z.string() }),
  scopes: [
    'ZohoBooks.customerpayments.READ',
    'ZohoBooks.customerpayments.UPDATE',
    'ZohoBooks.customerpayments.DELETE',
  ],
  calls: { books: 2 },
  inverse: 'record the payment in Books again',
  causes: ['invoice.updated'],
  async run(scope, { paymentId }) {
    const { currency, gateway_id: reference, payment_key: key, state } = paymentOf(scope);
    const { ledger } = scope.company;
    const booked = await ledger.readCustomerPayment(paymentId, currency);
    if (!booked.ok) {
      if (booked.problem.code !== 'not-found') return booked;
      // An earlier try has got through, or a person was quicker.
      return ok({ output: nothing, note: { books_payment_id: '' } });
    }
    const log = await readLog(scope.store, key as PaymentKey);
    // The payment may say itself that it was voided before the void is met.
    const leftMinor = state === 'voided' ? 0 : certainCapturedMinor(log.map(entryOf));
    const { amount, number } = booked.value;
    // It holds no more than what is captured: another void's run, or a person, has been here.
    if (leftMinor > 0 && amount.minor <= leftMinor) return ok({ output: nothing });
    const plain = bookedOf(booked.value);
    const { applied } = plain;
    const { record, keeps } = planVoid(plain, leftMinor);
    const changed =
      leftMinor === 0
        ? await ledger.deleteCustomerPayment(paymentId)
        : await ledger.changeCustomerPayment(paymentId, {
            amount: money(leftMinor, currency),
            applyTo: keeps.map(({ invoiceId, amountMinor: minor }) => ({
              invoiceId,
              amount: money(minor, currency),
            })),
          });
    if (!changed.ok) return changed;
    const { kind, amountMinor: goneMinor } = record;
    return ok({
      output: {
        amountMinor: goneMinor,
        document: `${number} (${amountText(money(goneMinor, currency))})`,
      },
      inverse:
        kind === 'payment-lowered'
          ? { raise: 'customer-payment', id: paymentId, reference, currency, applied, ...record }
          : { record: 'customer-payment', reference, currency, ...record },
      ...(leftMinor === 0 ? { note: { books_payment_id: '' } } : {}),
    });
  },
});

const nothing = { amountMinor: 0, document: '' };
