// What a movement becomes in the books, before it is written: records with their double entry, for people to see and for us to post.
import { allocate, money } from './money.ts';

/** Accounts by what they are for; which of the company's own they are stands in its settings. */
export type AccountRole =
  /** Money in flight at the gateway, one account a merchant id and currency. */
  | 'clearing'
  | 'receivables'
  /** What the company owes a customer: money that is applied to no invoice. */
  | 'customer-credit'
  /** Sales and the tax on them, as the invoice's own lines have them. */
  | 'sales-and-tax'
  | 'write-off'
  | 'gateway-fees';

/** One side of a double entry, in minor units of the movement's currency. */
export interface Posting {
  readonly account: AccountRole;
  readonly debitMinor: number;
  readonly creditMinor: number;
}

interface Planned {
  readonly postings: readonly Posting[];
  /** The record that takes it back, in the books' own words. */
  readonly inverse: string;
}

export interface Application {
  readonly invoiceId: string;
  readonly invoiceNumber: string;
  readonly amountMinor: number;
}

interface CreditLine {
  readonly invoiceLineId?: string;
  readonly accountId?: string;
  readonly taxId?: string;
  /** With tax inside. */
  readonly amountMinor: number;
}

/** A record that will be written in the books. */
export type BooksRecord = Planned &
  (
    | {
        readonly kind: 'customer-payment';
        readonly amountMinor: number;
        readonly applied: readonly Application[];
        /** Stays with the customer as credit. */
        readonly unusedMinor: number;
        readonly feeMinor: number;
      }
    | { readonly kind: 'write-off'; readonly invoiceId: string; readonly amountMinor: number }
    | {
        readonly kind: 'credit-note';
        readonly invoiceId: string;
        readonly invoiceNumber: string;
        readonly amountMinor: number;
        readonly lines: readonly CreditLine[];
      }
    | { readonly kind: 'credit-note-refund'; readonly amountMinor: number }
    | { readonly kind: 'payment-refund'; readonly amountMinor: number }
    | {
        readonly kind: 'payment-removed';
        readonly amountMinor: number;
        readonly reopened: readonly Application[];
      }
  );

interface OpenInvoice {
  readonly id: string;
  readonly number: string;
  readonly balanceMinor: number;
}

export interface CapturedMoney {
  readonly amountMinor: number;
  /** Known with the payment; 0 when fees come with the settlement. */
  readonly feeMinor: number;
  /** What it pays, in the order in which it pays them: the payment's own invoice, then the oldest. */
  readonly invoices: readonly OpenInvoice[];
  /** A rest of an invoice up to this is written off instead of being asked for; 0 for never. */
  readonly writeOffUpToMinor: number;
}

/**
 * A capture: a customer payment into the clearing account over its invoices; what is over stays as credit of the customer, and a
 * rest of a cent or so is written off. A payment without an invoice is credit as a whole.
 */
export function planCapture(captured: CapturedMoney): readonly BooksRecord[] {
  const { amountMinor, feeMinor, writeOffUpToMinor } = captured;
  let leftMinor = amountMinor;
  const applied: Application[] = [];
  for (const invoice of captured.invoices) {
    const takenMinor = Math.min(leftMinor, Math.max(0, invoice.balanceMinor));
    if (takenMinor === 0) continue;
    const { id: invoiceId, number: invoiceNumber } = invoice;
    applied.push({ invoiceId, invoiceNumber, amountMinor: takenMinor });
    leftMinor -= takenMinor;
  }
  const rest = leftMinor === 0 ? restOfLast(captured.invoices, applied) : undefined;
  const appliedMinor = amountMinor - leftMinor;
  return [
    {
      kind: 'customer-payment',
      amountMinor,
      applied,
      unusedMinor: leftMinor,
      feeMinor,
      postings: [
        debit('clearing', amountMinor - feeMinor),
        ...some(debit('gateway-fees', feeMinor)),
        ...some(credit('receivables', appliedMinor)),
        ...some(credit('customer-credit', leftMinor)),
      ],
      inverse: 'Delete the customer payment; its invoices are open again.',
    },
    ...(rest !== undefined && rest.amountMinor <= writeOffUpToMinor ? [writeOff(rest)] : []),
  ];
}

function restOfLast(invoices: readonly OpenInvoice[], applied: readonly Application[]) {
  const last = applied.at(-1);
  const invoice = invoices.find((one) => one.id === last?.invoiceId);
  if (last === undefined || invoice === undefined) return undefined;
  const amountMinor = invoice.balanceMinor - last.amountMinor;
  return amountMinor > 0 ? { invoiceId: invoice.id, amountMinor } : undefined;
}

function writeOff(rest: { readonly invoiceId: string; readonly amountMinor: number }): BooksRecord {
  return {
    kind: 'write-off',
    ...rest,
    postings: [debit('write-off', rest.amountMinor), credit('receivables', rest.amountMinor)],
    inverse: 'Cancel the write-off of the invoice.',
  };
}

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
  readonly byLine?: readonly { readonly lineId: string; readonly amountMinor: number }[];
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
        ? shareOverLines(invoice, creditedMinor, refunded.currency)
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
 * By the lines' shares of the invoice (largest remainder, so that not a unit is lost); what the invoice has beside its lines
 * (shipping, adjustment) takes its share as a line of the first line's account.
 */
function shareOverLines(
  invoice: PaidInvoice,
  amountMinor: number,
  currency: string,
): readonly CreditLine[] {
  const lines = invoice.lines.filter((line) => line.totalMinor > 0);
  const besideMinor = invoice.totalMinor - lines.reduce((sum, line) => sum + line.totalMinor, 0);
  const accountId = lines.find((line) => line.accountId !== undefined)?.accountId;
  const beside = accountId === undefined ? {} : { accountId };
  const shares: readonly CreditLine[] = [
    ...lines.map((line) => creditOf(line, line.totalMinor)),
    ...(besideMinor > 0 || lines.length === 0
      ? [{ ...beside, amountMinor: Math.max(1, besideMinor) }]
      : []),
  ];
  const parts = allocate(
    money(amountMinor, currency),
    shares.map((share) => share.amountMinor),
  );
  return shares
    .map((share, index) => ({ ...share, amountMinor: parts[index]?.minor ?? 0 }))
    .filter((line) => line.amountMinor > 0);
}

function chosenLines(
  invoice: PaidInvoice,
  byLine: NonNullable<RefundedMoney['byLine']>,
): readonly CreditLine[] {
  return byLine.flatMap(({ lineId, amountMinor }) => {
    const line = invoice.lines.find((one) => one.id === lineId);
    // A line that is not there, or more than it came to, makes the sum differ: the plan is refused.
    if (line === undefined || amountMinor <= 0 || amountMinor > line.totalMinor) return [];
    return [creditOf(line, amountMinor)];
  });
}

function creditOf(line: InvoiceLine, amountMinor: number): CreditLine {
  return {
    invoiceLineId: line.id,
    ...(line.accountId === undefined ? {} : { accountId: line.accountId }),
    ...(line.taxId === undefined ? {} : { taxId: line.taxId }),
    amountMinor,
  };
}

/** A void before the batch: the money never moved, so the customer payment goes and its invoices are open again. */
export function planVoid(payment: {
  readonly amountMinor: number;
  readonly applied: readonly Application[];
}): readonly BooksRecord[] {
  const { amountMinor, applied } = payment;
  const appliedMinor = applied.reduce((sum, one) => sum + one.amountMinor, 0);
  return [
    {
      kind: 'payment-removed',
      amountMinor,
      reopened: applied,
      postings: [
        ...some(debit('receivables', appliedMinor)),
        ...some(debit('customer-credit', amountMinor - appliedMinor)),
        credit('clearing', amountMinor),
      ],
      inverse: 'Record the customer payment again.',
    },
  ];
}

function debit(account: AccountRole, amountMinor: number): Posting {
  return { account, debitMinor: amountMinor, creditMinor: 0 };
}

function credit(account: AccountRole, amountMinor: number): Posting {
  return { account, debitMinor: 0, creditMinor: amountMinor };
}

function some(posting: Posting): readonly Posting[] {
  return posting.debitMinor + posting.creditMinor === 0 ? [] : [posting];
}
