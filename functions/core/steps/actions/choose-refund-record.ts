// How a refund stands in the books: what is applied to no invoice goes back as such, the rest by a credit note for each invoice.
import * as z from 'zod/mini';
import { creditedSoFar, refundSources } from '../../domain/books-plan-credits.ts';
import type { PaymentKey } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, refused } from '../../domain/result.ts';
import type { LedgerPayment } from '../../ports/ledger.ts';
import { placeOf, readLog } from '../../work/movement-log.ts';
import { refundedByAmount } from '../movements/refund-by-lines.ts';
import { documentRate } from './day-rate.ts';
import { type ActionScope, defineAction, paymentOf } from './define-action.ts';
import { amountMinor } from './shapes.ts';

export const chooseRefundRecord = defineAction({
  name: 'choose-refund-record',
  sentence: 'see how much of the refunded money was applied to which invoices',
  about: ['movement'],
  input: z.object({ amountMinor }),
  output: z.object({
    excessMinor: amountMinor,
    creditedMinor: amountMinor,
    /** The one that is credited first; empty when nothing is credited. */
    invoiceId: z.string(),
    /** More invoices that this payment has paid. */
    others: z.array(z.object({ invoiceId: z.string(), amountMinor })),
    /** Of the payment, as the books took it. */
    exchangeRate: documentRate,
  }),
  scopes: ['ZohoBooks.customerpayments.READ'],
  calls: { books: 1 },
  causes: [],
  async run(scope, { amountMinor: refundedMinor }) {
    const {
      books_payment_id: paymentId = '',
      books_invoice_id: ownId = '',
      currency,
    } = paymentOf(scope);
    // Who chose lines means the sale, not the excess.
    if (scope.subject.movement?.lines) {
      const output = { excessMinor: 0, creditedMinor: refundedMinor, invoiceId: ownId, others: [] };
      return ok({ output });
    }
    const read = await scope.company.ledger.readCustomerPayment(paymentId, currency);
    if (!read.ok) return read;
    const { exchangeRate } = read.value;
    const booked = bookedOf(read.value);
    const creditedMinor = creditedSoFar(booked, await refundedBefore(scope, booked));
    const sources = refundSources(booked, ownId, refundedMinor, creditedMinor);
    const { excessMinor, credits, unplacedMinor } = sources;
    if (unplacedMinor > 0) {
      return refused(problem('not-found', 'none', { what: 'The invoice of this payment' }));
    }
    const [first, ...others] = credits;
    return ok({
      output: {
        excessMinor,
        creditedMinor: first?.amountMinor ?? 0,
        invoiceId: first?.invoiceId ?? '',
        others,
        ...(exchangeRate === undefined ? {} : { exchangeRate }),
      },
    });
  },
});

/** It matters only where there is more than one invoice to take from. */
async function refundedBefore(
  scope: ActionScope,
  { applied }: ReturnType<typeof bookedOf>,
): Promise<number> {
  const { movement } = scope.subject;
  if (applied.length < 2 || movement === undefined) return 0;
  const log = await readLog(scope.store, paymentOf(scope).payment_key as PaymentKey);
  return refundedByAmount(log.filter((one) => placeOf(one) < placeOf(movement)));
}

/** A payment of the ledger in plain numbers. */
export function bookedOf({ amount, unused, fee, applied }: LedgerPayment) {
  return {
    amountMinor: amount.minor,
    feeMinor: fee?.minor ?? 0,
    unusedMinor: unused.minor,
    applied: applied.map((one) => ({ ...one, amountMinor: one.amount.minor })),
  };
}
