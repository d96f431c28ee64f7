// Refunds in the books: of a credit note, or of what a payment has left over. They record; no money moves here.
import * as z from 'zod/mini';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { LedgerRefundDraft, LedgerWrite } from '../../ports/ledger.ts';
import { amountNumber, amountShape, readAmount, sameAmount } from '../zoho-http/finance-amounts.ts';
import { findRow } from '../zoho-http/finance-api.ts';
import { moneyChanged } from '../zoho-http/finance-search.ts';
import { maybeText, readShape } from '../zoho-http/read-json.ts';
import { unavailable, type ZohoProblem } from '../zoho-http/zoho-problem.ts';
import type { BooksApi } from './books-api.ts';

/** Lists give the amount in the customer's and in the base currency, details give just one. */
const refundRow = z.object({
  creditnote_refund_id: z.optional(z.string()),
  payment_refund_id: z.optional(z.string()),
  reference_number: maybeText,
  amount: z.optional(amountShape),
  amount_fcy: z.optional(amountShape),
  description: maybeText,
});
type RefundRow = z.infer<typeof refundRow>;
const refundAnswer = z.object({
  creditnote_refund: z.optional(refundRow),
  payment_refunds: z.optional(z.union([z.array(refundRow), refundRow])),
});

interface RefundKind {
  readonly operation: string;
  readonly list: 'creditnotes' | 'customerpayments';
  readonly rows: 'creditnote_refunds' | 'payment_refunds';
  readonly idOf: (row: RefundRow) => string | undefined;
  readonly what: string;
}

const creditNoteRefund: RefundKind = {
  operation: 'credit-note-refund',
  list: 'creditnotes',
  rows: 'creditnote_refunds',
  idOf: (row) => row.creditnote_refund_id,
  what: 'The credit note',
};
const excessRefund: RefundKind = {
  operation: 'excess-refund',
  list: 'customerpayments',
  rows: 'payment_refunds',
  idOf: (row) => row.payment_refund_id,
  what: 'The customer payment',
};

/** Records that a credit note was paid out. */
export function refundCreditNote(
  api: BooksApi,
  write: LedgerWrite,
  creditNoteId: string,
  draft: LedgerRefundDraft,
): Promise<Result<{ readonly id: string }>> {
  return saveRefund(api, creditNoteRefund, write, creditNoteId, draft);
}

/** Refunds the part of a customer payment that is not applied to an invoice. */
export function refundExcess(
  api: BooksApi,
  write: LedgerWrite,
  paymentId: string,
  draft: LedgerRefundDraft,
): Promise<Result<{ readonly id: string }>> {
  return saveRefund(api, excessRefund, write, paymentId, draft);
}

async function saveRefund(
  api: BooksApi,
  kind: RefundKind,
  write: LedgerWrite,
  sourceId: string,
  draft: LedgerRefundDraft,
): Promise<Result<{ readonly id: string }>> {
  if (write.retried) {
    const found = await findRefund(api, kind, sourceId, draft);
    if (!found.ok) return found;
    if (found.value !== undefined) return ok({ id: found.value });
  }
  const { operation, what } = kind;
  const answer = await api.call({
    operation: `save-${operation}`,
    method: 'POST',
    path: [kind.list, sourceId, 'refunds'],
    body: {
      date: draft.date,
      amount: amountNumber(draft.amount),
      refund_mode: draft.mode ?? 'creditcard',
      reference_number: draft.reference,
      from_account_id: draft.accountId,
      // A text here, a number with payments (Books API, "Refund credit note").
      exchange_rate: draft.exchangeRate,
      description: draft.description,
    },
    what,
  });
  if (!answer.ok) return answer;
  const id = newRefundId(kind, answer.value, draft);
  return id === undefined ? refused(unavailable('books')) : ok({ id });
}

/**
 * Books has no upsert for refunds: the gateway's refund id makes it ours, as its reference or, where somebody has
 * changed that, in our description. `money-changed` when it is over another amount now.
 */
async function findRefund(
  api: BooksApi,
  kind: RefundKind,
  sourceId: string,
  draft: LedgerRefundDraft,
): Promise<Result<string | undefined>> {
  const { operation, list, rows, what } = kind;
  const search = {
    operation: `find-${operation}`,
    path: [list, sourceId, 'refunds'],
    query: {},
    rows,
    what,
  };
  let changed: RefundRow | undefined;
  const found = await findRow(api, search, refundRow, (row) => {
    if (!isRefund(row, draft)) return false;
    const isUnchanged = sameAmount(row.amount ?? row.amount_fcy, draft.amount);
    if (!isUnchanged) changed = row;
    return isUnchanged;
  });
  if (!found.ok) return found;
  if (found.value !== undefined) return ok(kind.idOf(found.value));
  return changed === undefined ? ok(undefined) : refused(changedRefund(changed, draft));
}

function changedRefund(row: RefundRow, { amount, reference }: LedgerRefundDraft): ZohoProblem {
  const now = readAmount(row.amount ?? row.amount_fcy ?? '', amount.currency);
  if (now === undefined) return unavailable('books');
  return moneyChanged('books', 'The refund', reference, amount, now);
}

/** A credit note answers with the one refund, a payment with the list of its refunds. */
function newRefundId(
  kind: RefundKind,
  body: unknown,
  draft: LedgerRefundDraft,
): string | undefined {
  const read = readShape('books', refundAnswer, body);
  if (!read.ok) return undefined;
  const { creditnote_refund: single, payment_refunds: list } = read.value;
  const rows = single === undefined ? [list ?? []].flat() : [single];
  const row = rows.length === 1 ? rows[0] : rows.find((one) => isRefund(one, draft));
  return row === undefined ? undefined : kind.idOf(row);
}

function isRefund(row: RefundRow, { reference, description }: LedgerRefundDraft): boolean {
  if (row.reference_number === reference) return true;
  return description.includes(reference) && row.description === description;
}
