// Writes what the card has paid into Books, deposited to the clearing account: over its invoices, what is left as credit.
import * as z from 'zod/mini';
import { type BooksRecord, planCapture } from '../../domain/books-plan.ts';
import { dateIn } from '../../domain/calendar.ts';
import { brandName } from '../../domain/card.ts';
import { type CardFee, standingCaptures } from '../../domain/fee.ts';
import type { PaymentKey } from '../../domain/ids.ts';
import { money } from '../../domain/money.ts';
import { certainCapturedMinor, earlierCapturedMinor, refundLimits } from '../../domain/movement.ts';
import { ok } from '../../domain/result.ts';
import type { CustomerPaymentDraft, LedgerPayment } from '../../ports/ledger.ts';
import { type StaffWords, staffWords } from '../../texts/staff-words.ts';
import { entryOf, readLog } from '../../work/movement-log.ts';
import type { PaymentRow } from '../../work/payment-records.ts';
import { loggedOf } from '../movements/payment-offers.ts';
import type { PaymentInverse } from './booking-record.ts';
import { clearingAccount } from './clearing-account.ts';
import { contractFee } from './contract-fee.ts';
import { dayRate, documentRate, UNKNOWN_RATE } from './day-rate.ts';
import { defineAction, paymentOf } from './define-action.ts';
import { mappedPayment, mappedRecord } from './mapped-record.ts';
import { amountMinor } from './shapes.ts';

const input = z.object({
  customerId: z.string(),
  /** The payment's own invoice; without one all of it is the customer's credit. */
  invoiceId: z.optional(z.string()),
  invoiceNumber: z.optional(z.string()),
  /** What is still to be paid of it. */
  invoiceBalanceMinor: z.optional(amountMinor),
  /** More open invoices of the same customer, paid after it in this order. */
  others: z.optional(
    z.array(z.object({ id: z.string(), number: z.string(), balanceMinor: amountMinor })),
  ),
  /** Of its own invoice; without an invoice the rate is looked up. */
  invoiceExchangeRate: documentRate,
  /** By the contract of the merchant id when absent. */
  feeMinor: z.optional(amountMinor),
  /** A rest of the last invoice up to this is told as one to write off; 0 for never. */
  writeOffUpToMinor: z.optional(amountMinor),
});

export const postCustomerPayment = defineAction({
  name: 'post-customer-payment',
  sentence: 'write the payment into Books and apply it to invoice {invoiceNumber}',
  about: ['payment', 'movement'],
  input,
  output: z.object({
    /** Empty when nothing is captured any more: it was voided meanwhile. */
    paymentId: z.string(),
    paymentNumber: z.string(),
    unusedMinor: amountMinor,
    /** The rest to be written off, and of which invoice. */
    writeOffMinor: amountMinor,
    writeOffInvoiceId: z.string(),
    exchangeRate: z.optional(z.string()),
  }),
  scopes: [
    'ZohoBooks.customerpayments.CREATE',
    'ZohoBooks.customerpayments.READ',
    'ZohoBooks.customerpayments.UPDATE',
  ],
  calls: { books: 4 },
  inverse: 'delete the payment from Books',
  causes: ['invoice.updated'],
  async run(scope, given, effect) {
    const payment = paymentOf(scope);
    const account = clearingAccount(scope.company, payment);
    if (!account.ok) return account;
    const log = await readLog(scope.store, payment.payment_key as PaymentKey);
    // The gross that was captured, not today's invoice balance: that is what moved.
    const limits = refundLimits(log.map(entryOf));
    const capturedMinor = certainCapturedMinor(log.map(entryOf));
    const earlierAmounts = earlierCapturedMinor(log.map(entryOf)).map((minor) =>
      money(minor, payment.currency),
    );
    const write = {
      uniqueKey: `pay-${payment.merchant_id}-${payment.gateway_id}`,
      retried: effect.retried,
    };
    if (capturedMinor === 0) {
      if (!effect.retried) return ok({ output: nothingPosted });
      // A try before the void may have got through: it is told, so that the void's run takes it out.
      const amount = earlierAmounts[0] ?? money(0, payment.currency);
      const own = { customerId: given.customerId, reference: payment.gateway_id, amount };
      const found = await scope.company.ledger.findCustomerPayment(write, own);
      if (!found.ok) return found;
      return ok(found.value === undefined ? { output: nothingPosted } : posted(found.value));
    }
    const capturedAt = log.find(
      ({ kind, state }) => kind === 'capture' && state === 'succeeded',
    )?.created_at;
    const source = mappedPayment(payment, {
      limits,
      ...(capturedAt === undefined ? {} : { capturedAt }),
    });
    const fields = await mappedRecord(scope, ['payment-to-books-payment'], { payment: source });
    if (!fields.ok) return fields;
    const byContract =
      given.feeMinor === undefined
        ? contractFee(scope.company, payment, standingCaptures(log.map(loggedOf)))
        : undefined;
    const plan = planCapture({
      amountMinor: capturedMinor,
      feeMinor: byContract?.feeMinor ?? given.feeMinor ?? 0,
      invoices: invoicesOf(given),
      writeOffUpToMinor: given.writeOffUpToMinor ?? 0,
    });
    const date = dateIn(scope.company.timeZone, payment.submitted_at ?? scope.clock.now());
    const isOfNone = (given.invoiceId ?? '') === '';
    const rate = await dayRate(scope, isOfNone ? UNKNOWN_RATE : given.invoiceExchangeRate, date);
    if (!rate.ok) return rate;
    const { notices } = await staffWords(scope.company.language);
    const saved = await scope.company.ledger.saveCustomerPayment(write, {
      ...plannedPayment(plan, payment.currency, scope.company.feeAccount?.id),
      earlierAmounts,
      customerId: given.customerId,
      date,
      ...rate.value,
      reference: payment.gateway_id,
      accountId: account.value,
      description: cardText(notices, payment, given.invoiceNumber),
      fields: fields.value,
    });
    if (!saved.ok) return saved;
    const rest = plan.find((record) => record.kind === 'write-off');
    // What an earlier try has booked by the terms of that day is not told by today's.
    const isBookedSo = saved.value.fee?.minor === byContract?.feeMinor;
    const terms = isBookedSo ? byContract?.terms : undefined;
    const outcome = posted(saved.value, rest?.amountMinor, rest?.invoiceId, terms);
    return ok({ ...outcome, note: { ...outcome.note, ...invoiceNote(payment, plan) } });
  },
});

function posted(
  { id, number, unused, exchangeRate }: LedgerPayment,
  writeOffMinor = 0,
  writeOffInvoiceId = '',
  fee?: CardFee,
) {
  const inverse: PaymentInverse = {
    delete: 'customer-payment',
    id,
    ...(fee === undefined ? {} : { fee }),
  };
  return {
    output: {
      paymentId: id,
      paymentNumber: number,
      unusedMinor: unused.minor,
      writeOffMinor,
      writeOffInvoiceId,
      ...(exchangeRate === undefined ? {} : { exchangeRate }),
    },
    inverse,
    note: { books_payment_id: id },
  };
}

/** A payment that was for no invoice of its own is found by the first that it has paid. */
function invoiceNote(
  { books_invoice_id: ownId }: PaymentRow,
  plan: readonly BooksRecord[],
): { readonly books_invoice_id?: string; readonly books_invoice_number?: string } {
  const [first] = plan.flatMap((one) => (one.kind === 'customer-payment' ? one.applied : []));
  if (ownId || first === undefined) return {};
  return { books_invoice_id: first.invoiceId, books_invoice_number: first.invoiceNumber };
}

const nothingPosted = {
  paymentId: '',
  paymentNumber: '',
  unusedMinor: 0,
  writeOffMinor: 0,
  writeOffInvoiceId: '',
};

function invoicesOf(given: z.output<typeof input>) {
  const { invoiceId = '', invoiceNumber = '', invoiceBalanceMinor = 0, others = [] } = given;
  const own = { id: invoiceId, number: invoiceNumber, balanceMinor: invoiceBalanceMinor };
  return invoiceId === '' ? others : [own, ...others];
}

/** The planned customer payment as the ledger takes it. */
function plannedPayment(
  plan: readonly BooksRecord[],
  currency: string,
  feeAccountId: string | undefined,
): Pick<CustomerPaymentDraft, 'amount' | 'applyTo' | 'fee' | 'feeAccountId'> {
  const planned = plan.find((record) => record.kind === 'customer-payment');
  if (planned === undefined) throw new Error('a capture is planned as a customer payment');
  return {
    amount: money(planned.amountMinor, currency),
    applyTo: planned.applied.map(({ invoiceId, amountMinor: minor }) => ({
      invoiceId,
      amount: money(minor, currency),
    })),
    ...(planned.feeMinor === 0 ? {} : { fee: money(planned.feeMinor, currency) }),
    ...(planned.feeMinor === 0 || feeAccountId === undefined ? {} : { feeAccountId }),
  };
}

function cardText(
  { books }: StaffWords['notices'],
  { card_brand, card_last_four }: Pick<PaymentRow, 'card_brand' | 'card_last_four'>,
  invoice = '',
): string {
  const name = brandName(card_brand);
  const brand = name === undefined ? books.someCard : `Cybersource ${name}`;
  const card = card_last_four === undefined ? books.someCard : `${brand} ..${card_last_four}`;
  return invoice === '' ? card : books.forInvoice(card, invoice);
}
