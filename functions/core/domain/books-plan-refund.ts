// What goes back becomes in the books: a refund of the excess, a credit note over the invoice's lines with its refund, a void.
import {
  type Application,
  type BooksRecord,
  type CreditLine,
  credit,
  debit,
  some,
} from './books-plan.ts';
import { allocate, money } from './money.ts';
import { BESIDE_LINES, type LineRoom, leftMinor, type RefundLine } from './refund-lines.ts';

/** A line of the paid invoice, with tax inside. */
interface InvoiceLine {
  readonly id: string;
  readonly accountId?: string;
  readonly taxId?: string;
  readonly totalMinor: number;
}

interface PaidInvoice {
  readonly id: string;
  readonly number: string;
  readonly totalMinor: number;
  readonly lines: readonly InvoiceLine[];
}

export interface RefundedMoney {
  readonly amountMinor: number;
  readonly currency: string;
  /** What of the customer payment is applied to no invoice. */
  readonly unusedMinor: number;
  readonly invoice?: PaidInvoice;
  /** Chosen by the person: how much of which line is credited, with tax inside. By their share when absent. */
  readonly byLine?: readonly Pick<RefundLine, 'lineId' | 'amountMinor'>[];
  /** What earlier refunds have left of the lines; their share is of that. Of the whole lines when absent. */
  readonly rooms?: readonly LineRoom[];
}

export type RefundPlan =
  | { readonly ok: true; readonly records: readonly BooksRecord[] }
  /** `lines-differ`: the chosen lines don't come to the refund. `no-invoice`: more than was unused, and nothing to credit. */
  | { readonly ok: false; readonly why: 'lines-differ' | 'no-invoice' };

/**
 * A refund: what is applied to no invoice goes back as a refund of the payment; the rest is a credit note over the invoice's lines,
 * each with its own account and tax so that tax is reversed right, and a refund of that note from the clearing account. The paid
 * invoice stays paid (Books takes no credits on it, code 12006).
 */
export function planRefund(refunded: RefundedMoney): RefundPlan {
  const { amountMinor, invoice, byLine } = refunded;
  // Who names lines means the sale, not the excess.
  const excessMinor = byLine === undefined ? Math.min(refunded.unusedMinor, amountMinor) : 0;
  const creditedMinor = amountMinor - excessMinor;
  if (creditedMinor > 0 && invoice === undefined) return { ok: false, why: 'no-invoice' };
  const lines =
    invoice === undefined || creditedMinor === 0
      ? []
      : byLine === undefined
        ? shareOverLines(invoice, creditedMinor, refunded)
        : chosenLines(invoice, byLine);
  const linesMinor = lines.reduce((sum, line) => sum + line.amountMinor, 0);
  if (linesMinor !== creditedMinor) return { ok: false, why: 'lines-differ' };
  return {
    ok: true,
    records: [
      ...(excessMinor > 0 ? [paymentRefund(excessMinor)] : []),
      ...(invoice === undefined || creditedMinor === 0
        ? []
        : creditNote(invoice, creditedMinor, lines)),
    ],
  };
}

function paymentRefund(amountMinor: number): BooksRecord {
  return {
    kind: 'payment-refund',
    amountMinor,
    postings: [debit('customer-credit', amountMinor), credit('clearing', amountMinor)],
    inverse: 'Delete the refund of the customer payment.',
  };
}

function creditNote(
  invoice: PaidInvoice,
  amountMinor: number,
  lines: readonly CreditLine[],
): readonly BooksRecord[] {
  return [
    {
      kind: 'credit-note',
      invoiceId: invoice.id,
      invoiceNumber: invoice.number,
      amountMinor,
      lines,
      postings: [debit('sales-and-tax', amountMinor), credit('customer-credit', amountMinor)],
      inverse: 'Void the credit note.',
    },
    {
      kind: 'credit-note-refund',
      amountMinor,
      postings: [debit('customer-credit', amountMinor), credit('clearing', amountMinor)],
      inverse: 'Delete the refund of the credit note.',
    },
  ];
}

/**
 * By the lines' shares of what the invoice has left (largest remainder, so that not a unit is lost); what it has beside its lines
 * (shipping, adjustment) takes its share as a line of the first line's account. Where more is credited than is left, as somebody
 * has changed the invoice, by the shares of the whole.
 */
function shareOverLines(
  invoice: PaidInvoice,
  amountMinor: number,
  { currency, rooms = [] }: Pick<RefundedMoney, 'currency' | 'rooms'>,
): readonly CreditLine[] {
  const whole = creditable(invoice);
  const left = whole.map(({ id }) => {
    const room = rooms.find((one) => one.id === id);
    return room === undefined ? 0 : leftMinor(room);
  });
  const isEnough = left.reduce((sum, one) => sum + one, 0) >= amountMinor;
  const weights = isEnough ? left : whole.map((one) => one.line.amountMinor);
  const parts = allocate(money(amountMinor, currency), weights);
  return whole
    .map(({ line }, index) => ({ ...line, amountMinor: parts[index]?.minor ?? 0 }))
    .filter((line) => line.amountMinor > 0);
}

/** Every line that something can be credited on, as a whole. */
function creditable(invoice: PaidInvoice) {
  const lines = invoice.lines.filter((line) => line.totalMinor > 0);
  const besideMinor = besideLinesMinor(invoice);
  return [
    ...lines.map((line) => ({ id: line.id, line: creditOf(line, line.totalMinor) })),
    ...(besideMinor > 0 || lines.length === 0
      ? [{ id: BESIDE_LINES, line: besideLines(invoice, Math.max(1, besideMinor)) }]
      : []),
  ];
}

function chosenLines(
  invoice: PaidInvoice,
  byLine: NonNullable<RefundedMoney['byLine']>,
): readonly CreditLine[] {
  return byLine.flatMap(({ lineId, amountMinor }) => {
    if (lineId === BESIDE_LINES) {
      const isThere = amountMinor > 0 && amountMinor <= besideLinesMinor(invoice);
      return isThere ? [besideLines(invoice, amountMinor)] : [];
    }
    const line = invoice.lines.find((one) => one.id === lineId);
    // A line that is not there, or more than it came to, makes the sum differ: the plan is refused.
    if (line === undefined || amountMinor <= 0 || amountMinor > line.totalMinor) return [];
    return [creditOf(line, amountMinor)];
  });
}

/** Delivery, adjustment and the like; below zero where the whole was discounted. */
function besideLinesMinor({ totalMinor, lines }: PaidInvoice): number {
  const positive = lines.filter((line) => line.totalMinor > 0);
  return totalMinor - positive.reduce((sum, line) => sum + line.totalMinor, 0);
}

function besideLines({ lines }: PaidInvoice, amountMinor: number): CreditLine {
  const accountId = lines.find(
    (line) => line.totalMinor > 0 && line.accountId !== undefined,
  )?.accountId;
  return { ...(accountId === undefined ? {} : { accountId }), amountMinor };
}

function creditOf(line: InvoiceLine, amountMinor: number): CreditLine {
  return {
    invoiceLineId: line.id,
    ...(line.accountId === undefined ? {} : { accountId: line.accountId }),
    ...(line.taxId === undefined ? {} : { taxId: line.taxId }),
    amountMinor,
  };
}

interface VoidedPayment {
  readonly amountMinor: number;
  readonly applied: readonly Application[];
  /** As it is booked; none when absent. */
  readonly feeMinor?: number;
}

interface VoidPlan {
  readonly record: BooksRecord & { readonly kind: 'payment-removed' | 'payment-lowered' };
  readonly keeps: readonly Application[];
}

/**
 * A void before the batch: that money never moved. Of all that was captured, the customer payment goes and its invoices are open again;
 * of one of several captures, the payment is lowered by it: first what was applied to no invoice, then the last invoice.
 * @param leftMinor what stays captured. @param feeLeftMinor what stays of the fee, at most what is booked (`feeAfterVoid`).
 */
export function planVoid(payment: VoidedPayment, leftMinor = 0, feeLeftMinor = 0): VoidPlan {
  const { amountMinor, applied } = payment;
  const feeMinor = (payment.feeMinor ?? 0) - feeLeftMinor;
  const goesMinor = amountMinor - leftMinor;
  const appliedMinor = applied.reduce((sum, one) => sum + one.amountMinor, 0);
  const fromCreditMinor = Math.min(goesMinor, amountMinor - appliedMinor);
  const { keeps, reopened } = takeFromLast(applied, goesMinor - fromCreditMinor);
  const record: VoidPlan['record'] = {
    kind: leftMinor === 0 ? 'payment-removed' : 'payment-lowered',
    amountMinor: goesMinor,
    feeMinor,
    reopened,
    postings: [
      ...some(debit('receivables', goesMinor - fromCreditMinor)),
      ...some(debit('customer-credit', fromCreditMinor)),
      ...some(credit('clearing', goesMinor - feeMinor)),
      ...some(credit('gateway-fees', feeMinor)),
    ],
    inverse:
      leftMinor === 0
        ? 'Record the customer payment again.'
        : 'Raise the customer payment again by what was voided.',
  };
  return { record, keeps };
}

function takeFromLast(applied: readonly Application[], amountMinor: number) {
  const keeps: Application[] = [];
  const reopened: Application[] = [];
  let leftMinor = amountMinor;
  for (const one of applied.toReversed()) {
    const takenMinor = Math.min(one.amountMinor, leftMinor);
    leftMinor -= takenMinor;
    if (takenMinor > 0) reopened.unshift({ ...one, amountMinor: takenMinor });
    if (takenMinor < one.amountMinor) {
      keeps.unshift({ ...one, amountMinor: one.amountMinor - takenMinor });
    }
  }
  return { keeps, reopened };
}
