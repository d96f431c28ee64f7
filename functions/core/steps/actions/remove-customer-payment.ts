// Takes a voided capture out of the books: that money never moved, so what it has paid is open again.
import * as z from 'zod/mini';
import { planVoid } from '../../domain/books-plan-refund.ts';
import { feeAfterVoid, standingCaptures } from '../../domain/fee.ts';
import type { PaymentKey } from '../../domain/ids.ts';
import { money } from '../../domain/money.ts';
import { certainCapturedMinor } from '../../domain/movement.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Ledger } from '../../ports/ledger.ts';
import { readLog } from '../../work/movement-log.ts';
import { loggedOf } from '../movements/payment-offers.ts';
import { readBooking, standingWriteOff, type WriteOffInverse } from './booking-record.ts';
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
    'ZohoBooks.invoices.CREATE',
    'ZohoBooks.invoices.READ',
  ],
  calls: { books: 4 },
  inverse: 'record the payment in Books again, with its fee, and write the small rest off again',
  causes: ['invoice.updated'],
  async run(scope, { paymentId }) {
    const payment = paymentOf(scope);
    const { currency, gateway_id: reference, payment_key: key, state } = payment;
    const { ledger } = scope.company;
    const [booked, booking] = await Promise.all([
      ledger.readCustomerPayment(paymentId, currency),
      readBooking(scope.store, payment),
    ]);
    const { writeOffs } = booking;
    if (!booked.ok) {
      if (booked.problem.code !== 'not-found') return booked;
      // An earlier try has got through, or a person was quicker.
      const taken = await takeAllBack(ledger, writeOffs);
      return taken.ok ? ok({ output: nothing, note: { books_payment_id: '' } }) : taken;
    }
    const log = (await readLog(scope.store, key as PaymentKey)).map(loggedOf);
    // The payment may say itself that it was voided before the void is met.
    const leftMinor = state === 'voided' ? 0 : certainCapturedMinor(log);
    const { amount, number, accountId, feeAccountId } = booked.value;
    // It holds no more than what is captured: another void's run, or a person, has been here.
    if (leftMinor > 0 && amount.minor <= leftMinor) return ok({ output: nothing });
    const taken = await takeAllBack(ledger, writeOffs);
    if (!taken.ok) return taken;
    const plain = bookedOf(booked.value);
    const { applied, feeMinor } = plain;
    const feeLeftMinor = feeAfterVoid(
      { bookedMinor: amount.minor, bookedFeeMinor: feeMinor, leftMinor },
      booking.fee,
      standingCaptures(log),
    );
    const { record, keeps } = planVoid(plain, leftMinor, feeLeftMinor);
    const changed =
      leftMinor === 0
        ? await ledger.deleteCustomerPayment(paymentId)
        : await ledger.changeCustomerPayment(paymentId, {
            amount: money(leftMinor, currency),
            ...(feeMinor === 0 ? {} : { fee: money(feeLeftMinor, currency) }),
            ...(feeMinor === 0 || feeAccountId === undefined ? {} : { feeAccountId }),
            ...(accountId === undefined ? {} : { accountId }),
            applyTo: keeps.map(({ invoiceId, amountMinor: minor }) => ({
              invoiceId,
              amount: money(minor, currency),
            })),
          });
    if (!changed.ok) return changed;
    const { kind, amountMinor: goneMinor } = record;
    const inverse = { reference, currency, ...record, ...(writeOffs.length > 0 && { writeOffs }) };
    return ok({
      output: {
        amountMinor: goneMinor,
        document: `${number} (${amountText(money(goneMinor, currency))})`,
      },
      inverse:
        kind === 'payment-lowered'
          ? { raise: 'customer-payment', id: paymentId, applied, ...inverse }
          : { record: 'customer-payment', ...inverse },
      ...(leftMinor === 0 ? { note: { books_payment_id: '' } } : {}),
    });
  },
});

const nothing = { amountMinor: 0, document: '' };

/** A rest that was written off with the payment is owed again without it. */
async function takeAllBack(
  ledger: Ledger,
  writeOffs: readonly WriteOffInverse[],
): Promise<Result<void>> {
  for (const one of writeOffs) {
    const standing = await standingWriteOff(ledger, one);
    if (!standing.ok) return standing;
    const taken = standing.value === 0 ? ok(undefined) : await ledger.cancelWriteOff(one.of);
    if (!taken.ok) return taken;
  }
  return ok(undefined);
}
