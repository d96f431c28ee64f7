// Tells what a wanted movement would become in the books, by the same plans that write it.
import type {
  BooksEntryView,
  BooksPreviewNote,
  BooksPreviewReply,
  BooksPreviewRequest,
  BooksRecordView,
} from '../contract/books-preview.ts';
import {
  type BooksRecord,
  type Posting,
  planCapture,
  planRefund,
  planVoid,
} from '../domain/books-plan.ts';
import { isChargeReference } from '../domain/charge.ts';
import { refundLimits } from '../domain/movement.ts';
import { problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { type Actor, mayDo } from '../domain/role.ts';
import type { Company } from '../ports/company.ts';
import type { LedgerPayment } from '../ports/ledger.ts';
import type { Store } from '../ports/store.ts';
import { entryOf, type Movement, readLog } from '../work/movement-log.ts';
import { findPayment, type PaymentRow } from '../work/payment-records.ts';
import { RUN_OVER } from '../work/runs.ts';

interface Plan {
  readonly records: readonly BooksRecord[];
  readonly note?: BooksPreviewNote;
}

const nothing = (note: BooksPreviewNote): Result<Plan> => ok({ records: [], note });

/** Reads only; for those who move money. */
export async function previewBooks(
  { store }: { readonly store: Store },
  company: Company,
  actor: Actor,
  request: BooksPreviewRequest,
): Promise<Result<BooksPreviewReply>> {
  if (!mayDo(actor.role, 'refund')) {
    return refused(problem('not-allowed', 'none', { role: actor.role }));
  }
  const payment = await findPayment(store, request.paymentKey);
  if (payment === undefined || payment.installation !== company.installation) {
    return refused(problem('not-found', 'fix-input', { what: 'The payment' }));
  }
  const plan = await planOf(store, company, payment, request);
  if (!plan.ok) return plan;
  const { records, note } = plan.value;
  return ok({
    records: records.map((record) => viewRecord(company, payment, record)),
    ...(note === undefined ? {} : { note }),
  });
}

async function planOf(
  store: Store,
  company: Company,
  payment: PaymentRow,
  { kind, amountMinor }: BooksPreviewRequest,
): Promise<Result<Plan>> {
  if (kind === 'reversal') return nothing('nothing-moves');
  const isOver = payment.run_state === RUN_OVER;
  const bookedId = payment.books_payment_id ?? '';
  if (isOver && bookedId === '') return nothing('not-in-books');
  const log = await readLog(store, payment.payment_key as Parameters<typeof readLog>[1]);
  if (kind === 'capture') return captureOf(company, payment, log, amountMinor);
  if (bookedId === '') return nothing('after-the-payment');
  const booked = await company.ledger.readCustomerPayment(bookedId, payment.currency);
  if (!booked.ok) return booked;
  return kind === 'refund'
    ? refundOf(company, payment, booked.value, amountMinor)
    : voidOf(booked.value, log, amountMinor);
}

/** An order's invoice is written with its payment, so that nothing of it is open before. */
async function captureOf(
  company: Company,
  payment: PaymentRow,
  log: readonly Movement[],
  wantedMinor: number,
): Promise<Result<Plan>> {
  const amountMinor = refundLimits(log.map(entryOf)).capturedMinor + wantedMinor;
  const { authorized_minor: heldMinor = 0, reference = '', order_number: order } = payment;
  if (amountMinor < heldMinor) return nothing('when-all-is-captured');
  const { books_invoice_id: invoiceId, books_invoice_number: number } = payment;
  const known = invoiceId ? await company.ledger.readInvoice(invoiceId) : undefined;
  if (known?.ok === false) return known;
  const own =
    known === undefined
      ? { id: '', number: number || order || reference, balanceMinor: heldMinor }
      : { id: known.value.id, number: known.value.number, balanceMinor: known.value.balance.minor };
  // A charge without an invoice is the customer's credit.
  const invoices = known === undefined && isChargeReference(reference) ? [] : [own];
  return ok({
    records: planCapture({ amountMinor, feeMinor: 0, invoices, writeOffUpToMinor: 0 }),
  });
}

async function refundOf(
  company: Company,
  { books_invoice_id: invoiceId, currency }: PaymentRow,
  booked: LedgerPayment,
  amountMinor: number,
): Promise<Result<Plan>> {
  const invoice = invoiceId ? await company.ledger.readInvoice(invoiceId) : undefined;
  if (invoice?.ok === false) return invoice;
  const plan = planRefund({
    amountMinor,
    currency,
    unusedMinor: Math.max(0, booked.unused.minor),
    ...(invoice === undefined
      ? {}
      : { invoice: { ...invoice.value, totalMinor: invoice.value.total.minor } }),
  });
  return plan.ok ? ok({ records: plan.records }) : nothing('no-invoice');
}

function voidOf(
  { applied, unused }: LedgerPayment,
  log: readonly Movement[],
  wantedMinor: number,
): Result<Plan> {
  if (wantedMinor < refundLimits(log.map(entryOf)).capturedMinor) return nothing('by-hand');
  const reopened = applied.map(({ amount, ...invoice }) => ({
    ...invoice,
    amountMinor: amount.minor,
  }));
  const amountMinor = reopened.reduce((sum, one) => sum + one.amountMinor, unused.minor);
  return ok({ records: planVoid({ amountMinor, applied: reopened }) });
}

function viewRecord(company: Company, payment: PaymentRow, record: BooksRecord): BooksRecordView {
  return {
    kind: record.kind,
    amount: { minor: record.amountMinor, currency: payment.currency },
    invoices: invoicesOf(record),
    entries: record.postings.map((posting) => viewEntry(company, payment, posting)),
    inverse: record.inverse,
  };
}

function invoicesOf(record: BooksRecord): readonly string[] {
  if (record.kind === 'customer-payment') return record.applied.map((one) => one.invoiceNumber);
  if (record.kind === 'payment-removed') return record.reopened.map((one) => one.invoiceNumber);
  return record.kind === 'credit-note' ? [record.invoiceNumber] : [];
}

function viewEntry(
  { merchants }: Company,
  { merchant_id, currency }: PaymentRow,
  { account, debitMinor, creditMinor }: Posting,
): BooksEntryView {
  const merchant = merchants.find((one) => one.merchantId === merchant_id);
  const name = account === 'clearing' ? merchant?.clearingNames?.[currency] : undefined;
  return {
    account,
    ...(name === undefined ? {} : { accountName: name }),
    side: debitMinor > 0 ? 'debit' : 'credit',
    amount: { minor: debitMinor + creditMinor, currency },
  };
}
