// Refunds by lines of the invoice: what each line has left, and whether what was chosen still fits.
import type { RefundLinesReply } from '../../contract/refund-lines.ts';
import { money, toDecimal } from '../../domain/money.ts';
import { certainCapturedMinor, holdsAmount, type MovementState } from '../../domain/movement.ts';
import { paidLines } from '../../domain/paid-lines.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import {
  areFair,
  type LineRoom,
  lineRooms,
  type PaidLine,
  type RefundLine,
} from '../../domain/refund-lines.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import { type Actor, mayDo } from '../../domain/role.ts';
import type { Company } from '../../ports/company.ts';
import type { LedgerInvoice } from '../../ports/ledger.ts';
import type { Store } from '../../ports/store.ts';
import { entryOf, type Movement, readLog } from '../../work/movement-log.ts';
import { findPayment, type PaymentRow } from '../../work/payment-records.ts';

/** Reads only; for those who refund. */
export async function showRefundLines(
  { store }: { readonly store: Store },
  company: Company,
  { role }: Actor,
  { paymentKey }: { readonly paymentKey: string },
): Promise<Result<RefundLinesReply>> {
  if (!mayDo(role, 'refund')) return refused(problem('not-allowed', 'none', { role }));
  const payment = await findPayment(store, paymentKey);
  if (payment === undefined || payment.installation !== company.installation) {
    return refused(problem('not-found', 'fix-input', { what: 'The payment' }));
  }
  const [invoice, log] = await Promise.all([
    readPaidInvoice(company, payment),
    readLog(store, payment.payment_key as Parameters<typeof readLog>[1]),
  ]);
  if (!invoice.ok) return invoice;
  const { number, lines } = invoice.value;
  const rooms = roomsOf(linesPaid(invoice.value), log, payment.currency);
  return ok({
    invoiceNumber: number,
    lines: rooms.map((room) => ({
      ...room,
      name: lines.find(({ id }) => id === room.id)?.name ?? '',
    })),
  });
}

/** The lines that a wanted refund is judged against; none for one that names no lines. */
export async function readLinesFor(
  company: Company,
  payment: PaymentRow,
  lines: readonly RefundLine[] | undefined,
): Promise<Result<readonly PaidLine[]>> {
  if (lines === undefined) return ok([]);
  const invoice = await readPaidInvoice(company, payment);
  return invoice.ok ? ok(linesPaid(invoice.value)) : invoice;
}

async function readPaidInvoice(
  company: Company,
  { books_invoice_id: id = '' }: PaymentRow,
): Promise<Result<LedgerInvoice>> {
  return id === ''
    ? refused(problem('not-found', 'none', { what: 'The invoice of this payment' }))
    : company.ledger.readInvoice(id);
}

export function linesPaid({ lines, total }: LedgerInvoice): readonly PaidLine[] {
  return paidLines({ totalMinor: total.minor, lines }, total.currency);
}

/** @param others the payment's log without this refund; a line counts as taken as soon as it may go out. */
export function judgeLines(
  paid: readonly PaidLine[],
  others: readonly Movement[],
  lines: readonly RefundLine[] | undefined,
  amountMinor: number,
  currency: string,
): Problem | undefined {
  if (lines === undefined) return undefined;
  const sumMinor = lines.reduce((sum, line) => sum + line.amountMinor, 0);
  const isFair = areFair(roomsOf(paid, others, currency), lines) && sumMinor === amountMinor;
  const asked = `${currency} ${toDecimal(money(amountMinor, currency))}`;
  return isFair ? undefined : problem('refund-lines-differ', 'fix-input', { asked });
}

/** What an invoice's lines have left after the refunds of a log, each of which counts as soon as it may go out. */
export function roomsOf(
  paid: readonly PaidLine[],
  log: readonly Movement[],
  currency: string,
): readonly LineRoom[] {
  const refunds = log
    .filter(({ kind, state }) => kind === 'refund' && holdsAmount(state as MovementState))
    .map((one) => {
      const lines = linesOf(one);
      return { amountMinor: one.amount_minor, ...(lines === undefined ? {} : { lines }) };
    });
  const totalMinor = paid.reduce((sum, line) => sum + line.totalMinor, 0);
  const besideMinor = Math.max(0, certainCapturedMinor(log.map(entryOf)) - totalMinor);
  return lineRooms(paid, refunds, currency, besideMinor);
}

/** What went back by amounts alone, of this part of a log. */
export function refundedByAmount(log: readonly Movement[]): number {
  return log.reduce(
    (sum, { kind, state, lines, amount_minor: minor }) =>
      kind === 'refund' && state === 'succeeded' && !lines ? sum + minor : sum,
    0,
  );
}

/** The lines that a refund was made by; undefined for one of an amount. */
export function linesOf({ lines }: Pick<Movement, 'lines'>): readonly RefundLine[] | undefined {
  return lines ? (JSON.parse(lines) as readonly RefundLine[]) : undefined;
}
