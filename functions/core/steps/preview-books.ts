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
  planWriteOffCancelled,
} from '../domain/books-plan.ts';
import { creditedSoFar, refundSources } from '../domain/books-plan-credits.ts';
import { planRefund, planVoid, type RefundPlan } from '../domain/books-plan-refund.ts';
import { isChargeReference } from '../domain/charge.ts';
import { feeAfterVoid, standingCaptures } from '../domain/fee.ts';
import { money, toDecimal } from '../domain/money.ts';
import { certainCapturedMinor } from '../domain/movement.ts';
import { problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { type Actor, mayDo } from '../domain/role.ts';
import type { FlowDocument } from '../flows/document.ts';
import { bookingFlowOf } from '../flows/flow-ids.ts';
import type { FlowLibrary } from '../flows/library.ts';
import type { Company } from '../ports/company.ts';
import type { LedgerPayment } from '../ports/ledger.ts';
import type { Store } from '../ports/store.ts';
import { findChargeByReference, sharesOf } from '../work/charges.ts';
import { entryOf, type Movement, readLog } from '../work/movement-log.ts';
import { findPayment, type PaymentRow } from '../work/payment-records.ts';
import { RUN_OVER } from '../work/runs.ts';
import { fromSafeText } from '../work/safe-text.ts';
import { type BookingRecord, readBooking, standingWriteOff } from './actions/booking-record.ts';
import { bookedOf } from './actions/choose-refund-record.ts';
import { contractFee } from './actions/contract-fee.ts';
import { chosenInvoices } from './actions/find-open-invoices.ts';
import { loggedOf } from './movements/payment-offers.ts';
import { linesPaid, refundedByAmount, roomsOf } from './movements/refund-by-lines.ts';

export interface PreviewPorts {
  readonly store: Store;
  readonly flows: FlowLibrary;
}

interface Plan {
  readonly records: readonly BooksRecord[];
  readonly note?: BooksPreviewNote;
}

const nothing = (note: BooksPreviewNote): Result<Plan> => ok({ records: [], note });

/** Reads only; for those who move money. */
export async function previewBooks(
  ports: PreviewPorts,
  company: Company,
  actor: Actor,
  request: BooksPreviewRequest,
): Promise<Result<BooksPreviewReply>> {
  if (!mayDo(actor.role, 'refund')) {
    return refused(problem('not-allowed', 'none', { role: actor.role }));
  }
  const payment = await findPayment(ports.store, request.paymentKey);
  if (payment === undefined || payment.installation !== company.installation) {
    return refused(problem('not-found', 'fix-input', { what: 'The payment' }));
  }
  const plan = await planOf(ports, company, payment, request);
  if (!plan.ok) return plan;
  const { records, note } = plan.value;
  return ok({
    records: records.map((record) => viewRecord(company, payment, record)),
    ...(note === undefined ? {} : { note }),
  });
}

async function planOf(
  ports: PreviewPorts,
  company: Company,
  payment: PaymentRow,
  request: BooksPreviewRequest,
): Promise<Result<Plan>> {
  const { kind, amountMinor } = request;
  if (kind === 'reversal') return nothing('nothing-moves');
  const isOver = payment.run_state === RUN_OVER;
  const bookedId = payment.books_payment_id ?? '';
  if (isOver && bookedId === '') return nothing('not-in-books');
  const log = await readLog(ports.store, payment.payment_key as Parameters<typeof readLog>[1]);
  if (kind === 'capture') return captureOf(ports, company, payment, log, amountMinor);
  if (bookedId === '') return nothing('after-the-payment');
  const booked = await company.ledger.readCustomerPayment(bookedId, payment.currency);
  if (!booked.ok) return booked;
  return kind === 'refund'
    ? refundOf(company, payment, booked.value, log, request)
    : voidOf(company, booked.value, log, amountMinor, await readBooking(ports.store, payment));
}

/** An order's invoice is written with its payment, so that nothing of it is open before. */
async function captureOf(
  { flows, store }: PreviewPorts,
  company: Company,
  payment: PaymentRow,
  log: readonly Movement[],
  wantedMinor: number,
): Promise<Result<Plan>> {
  const amountMinor = certainCapturedMinor(log.map(entryOf)) + wantedMinor;
  const { authorized_minor: heldMinor = 0, reference = '', order_number: order } = payment;
  if (amountMinor < heldMinor) return nothing('when-all-is-captured');
  const { books_invoice_id: invoiceId, books_invoice_number: number } = payment;
  const known = invoiceId ? await company.ledger.readInvoice(invoiceId) : undefined;
  if (known?.ok === false) return known;
  const own =
    known === undefined
      ? { id: '', number: number || order || reference, balanceMinor: heldMinor }
      : { id: known.value.id, number: known.value.number, balanceMinor: known.value.balance.minor };
  const ofCharge = known === undefined && isChargeReference(reference);
  const asked = ofCharge ? await invoicesAskedFor(store, company, payment) : ok([own]);
  if (!asked.ok) return asked;
  const invoices = asked.value;
  const flow = await flows.current(company.installation, bookingFlowOf(reference).id);
  const writeOffUpToMinor = saidByFlow(flow, 'writeOffUpToMinor') ?? 0;
  const captures = [...standingCaptures(log.map(loggedOf)), wantedMinor];
  const feeMinor =
    saidByFlow(flow, 'feeMinor') ?? contractFee(company, payment, captures)?.feeMinor ?? 0;
  return ok({ records: planCapture({ amountMinor, feeMinor, invoices, writeOffUpToMinor }) });
}

/** A charge over several invoices, or one that names them; without any it is the customer's credit. */
async function invoicesAskedFor(
  store: Store,
  { installation, ledger }: Company,
  { reference = '', currency }: PaymentRow,
): ReturnType<typeof chosenInvoices> {
  const charge = await findChargeByReference(store, installation, reference);
  if (charge === undefined) return ok([]);
  return chosenInvoices(ledger, currency, {
    customerId: charge.books_customer_id ?? '',
    which: 'named',
    ids: sharesOf(charge).map(({ id }) => id),
    text: fromSafeText(charge.reason ?? ''),
  });
}

/** A number that the flow that books it says itself. */
function saidByFlow(
  flow: FlowDocument | undefined,
  name: 'writeOffUpToMinor' | 'feeMinor',
): number | undefined {
  const said = Object.values(flow?.nodes ?? {}).flatMap((node) => {
    const isBooking = node.kind === 'action' && node.action === 'post-customer-payment';
    const value = isBooking ? node.with[name] : undefined;
    return typeof value === 'number' ? [value] : [];
  });
  return said.length === 0 ? undefined : Math.max(...said);
}

async function refundOf(
  company: Company,
  { books_invoice_id: ownId = '', currency }: PaymentRow,
  payment: LedgerPayment,
  log: readonly Movement[],
  { amountMinor, lines: byLine }: BooksPreviewRequest,
): Promise<Result<Plan>> {
  const booked = bookedOf(payment);
  const creditedMinor = creditedSoFar(booked, refundedByAmount(log));
  // Who chose lines means the sale, not the excess.
  const sources =
    byLine === undefined
      ? refundSources(booked, ownId, amountMinor, creditedMinor)
      : { excessMinor: 0, unplacedMinor: 0, credits: [{ invoiceId: ownId, amountMinor }] };
  if (sources.unplacedMinor > 0 || sources.credits.some(({ invoiceId }) => invoiceId === '')) {
    return nothing('no-invoice');
  }
  const { excessMinor } = sources;
  const parts: RefundPlan[] = [];
  if (excessMinor > 0) {
    parts.push(planRefund({ amountMinor: excessMinor, currency, unusedMinor: excessMinor }));
  }
  for (const credit of sources.credits) {
    const read = await company.ledger.readInvoice(credit.invoiceId);
    if (!read.ok) return read;
    const rooms = roomsOf(linesPaid(read.value), credit.invoiceId === ownId ? log : [], currency);
    const invoice = { ...read.value, totalMinor: read.value.total.minor };
    const refunded = { amountMinor: credit.amountMinor, currency, unusedMinor: 0, invoice, rooms };
    parts.push(planRefund({ ...refunded, ...(byLine === undefined ? {} : { byLine }) }));
  }
  if (parts.every((part) => part.ok)) {
    return ok({ records: parts.flatMap(({ records }) => records) });
  }
  const asked = `${currency} ${toDecimal(money(amountMinor, currency))}`;
  return refused(problem('refund-lines-differ', 'fix-input', { asked }));
}

async function voidOf(
  { ledger }: Company,
  payment: LedgerPayment,
  log: readonly Movement[],
  wantedMinor: number,
  { writeOffs, fee }: BookingRecord,
): Promise<Result<Plan>> {
  const wanted = { kind: 'void', state: 'succeeded', amountMinor: wantedMinor } as const;
  const standing = standingCaptures([...log.map(loggedOf), wanted]);
  const leftMinor = Math.max(0, certainCapturedMinor(log.map(entryOf)) - wantedMinor);
  const booked = bookedOf(payment);
  const { amountMinor: bookedMinor, feeMinor: bookedFeeMinor, applied } = booked;
  const feeLeftMinor = feeAfterVoid({ bookedMinor, bookedFeeMinor, leftMinor }, fee, standing);
  const cancelled: BooksRecord[] = [];
  for (const one of writeOffs) {
    const standingMinor = await standingWriteOff(ledger, one);
    if (!standingMinor.ok) return standingMinor;
    const invoice = applied.find(({ invoiceId }) => invoiceId === one.of);
    if (invoice === undefined || standingMinor.value === 0) continue;
    cancelled.push(planWriteOffCancelled({ ...invoice, amountMinor: standingMinor.value }));
  }
  const { record } = planVoid(booked, leftMinor, feeLeftMinor);
  return ok({ records: [...cancelled, record] });
}

function viewRecord(company: Company, payment: PaymentRow, record: BooksRecord): BooksRecordView {
  return {
    kind: record.kind,
    amount: { minor: record.amountMinor, currency: payment.currency },
    invoices: invoicesOf(record, payment.currency),
    entries: record.postings.map((posting) => viewEntry(company, payment, posting)),
    inverse: record.inverse,
  };
}

/** With what of it is for which, where there are several. */
function invoicesOf(record: BooksRecord, currency: string): readonly string[] {
  const parts = 'applied' in record ? record.applied : 'reopened' in record ? record.reopened : [];
  if (record.kind === 'credit-note') return [record.invoiceNumber];
  return parts.length < 2
    ? parts.map((one) => one.invoiceNumber)
    : parts.map(
        (one) =>
          `${one.invoiceNumber} (${currency} ${toDecimal(money(one.amountMinor, currency))})`,
      );
}

function viewEntry(
  { merchants, feeAccount }: Company,
  { merchant_id, currency }: PaymentRow,
  { account, debitMinor, creditMinor }: Posting,
): BooksEntryView {
  const merchant = merchants.find((one) => one.merchantId === merchant_id);
  const names = {
    clearing: merchant?.clearingNames?.[currency],
    'gateway-fees': feeAccount?.name,
  };
  const name = account === 'clearing' || account === 'gateway-fees' ? names[account] : undefined;
  return {
    account,
    ...(name === undefined ? {} : { accountName: name }),
    side: debitMinor > 0 ? 'debit' : 'credit',
    amount: { minor: debitMinor + creditMinor, currency },
  };
}
