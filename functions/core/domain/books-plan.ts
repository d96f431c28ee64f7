// What a movement becomes in the books, before it is written: records with their double entry, for people to see and for us to post.

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

export interface CreditLine {
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
        readonly kind: 'payment-removed' | 'payment-lowered';
        readonly amountMinor: number;
        /** What of the booked fee goes with it. */
        readonly feeMinor: number;
        readonly reopened: readonly Application[];
      }
    | {
        readonly kind: 'write-off-cancelled';
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
        ...some(debit('clearing', amountMinor - feeMinor)),
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

/** What a payment had left was written off with it: without the payment it is owed again. */
export function planWriteOffCancelled(writtenOff: Application): BooksRecord {
  const { amountMinor } = writtenOff;
  return {
    kind: 'write-off-cancelled',
    amountMinor,
    reopened: [writtenOff],
    postings: [debit('receivables', amountMinor), credit('write-off', amountMinor)],
    inverse: 'Write the rest of the invoice off again.',
  };
}

export function debit(account: AccountRole, amountMinor: number): Posting {
  return { account, debitMinor: amountMinor, creditMinor: 0 };
}

export function credit(account: AccountRole, amountMinor: number): Posting {
  return { account, debitMinor: 0, creditMinor: amountMinor };
}

export function some(posting: Posting): readonly Posting[] {
  return posting.debitMinor + posting.creditMinor === 0 ? [] : [posting];
}
