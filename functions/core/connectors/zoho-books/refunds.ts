// Refunds in the books: of a credit note, or of what a payment has left over. They record; no money moves here.
import * as z from 'zod/mini';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { LedgerRefundDraft, LedgerWrite } from '../../ports/ledger.ts';
import { amountNumber, amountShape, sameAmount } from '../zoho-http/finance-amounts.ts';
import { findRow } from '../zoho-http/finance-api.ts';
import { maybeText, readShape } from '../zoho-http/read-json.ts';
import { unavailable } from '../zoho-http/zoho-problem.ts';
import type { BooksApi } from './books-api.ts';

/** Lists give the amount in the customer's and in the base currency, details give just one. */
const refundRow = z.object({
  creditnote_refund_id: z.optional(z.string()),
  payment_refund_id: z.optional(z.string()),
  reference_number: maybeText,
  amount: z.optional(amountShape),
  amount_fcy: z.optional(amountShape),
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
      refund_mode: 'creditcard',
      reference_number: draft.reference,
      from_account_id: draft.accountId,
      description: draft.description,
    },
    what,
  });
  if (!answer.ok) return answer;
  const id = newRefundId(kind, answer.value, draft);
  return id === undefined ? refused(unavailable('books')) : ok({ id });
}

/** Books has no upsert for refunds: the gateway's refund id as reference and the amount make it ours. */
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
  const found = await findRow(api, search, refundRow, (row) => isRefund(row, draft));
  return found.ok ? ok(found.value === undefined ? undefined : kind.idOf(found.value)) : found;
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

function isRefund(row: RefundRow, draft: LedgerRefundDraft): boolean {
  return (
    row.reference_number === draft.reference &&
    sameAmount(row.amount ?? row.amount_fcy, draft.amount)
  );
}
