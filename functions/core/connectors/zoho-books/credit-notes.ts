// Credit notes in the books: what a refund takes back of an invoice.
import * as z from 'zod/mini';
import { add, type Money, toDecimal } from '../../domain/money.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { CreditNoteDraft, LedgerWrite } from '../../ports/ledger.ts';
import { amountNumber, amountShape, readAmount } from '../zoho-http/finance-amounts.ts';
import { callFor, upsertCall } from '../zoho-http/finance-api.ts';
import { documentRow, findOwn, moneyChanged } from '../zoho-http/finance-search.ts';
import { plainFields, textField } from '../zoho-http/mapped-body.ts';
import { refusedBy, unavailable } from '../zoho-http/zoho-problem.ts';
import type { BooksApi } from './books-api.ts';
import { uniqueField } from './unique-fields.ts';

export interface SavedCreditNote {
  readonly id: string;
  readonly number: string;
  readonly total: Money;
}

const creditNoteShape = z.object({
  creditnote_id: z.string(),
  creditnote_number: z.string(),
  total: amountShape,
});
const creditNoteRow = z.extend(documentRow, {
  creditnote_id: z.string(),
  creditnote_number: z.string(),
  total: amountShape,
});

/**
 * Creates the credit note over the invoice's lines, or answers the one that an earlier try made; `money-changed` when
 * somebody has changed its amount since.
 */
export async function saveCreditNote(
  api: BooksApi,
  write: LedgerWrite,
  draft: CreditNoteDraft,
): Promise<Result<SavedCreditNote>> {
  const [first, ...others] = draft.lines;
  if (first === undefined) return refused(refusedBy('books', 'the credit note has no line'));
  const total = others.reduce((sum, line) => add(sum, line.amount), first.amount);
  if (write.retried) {
    const found = await findCreditNote(api, write, draft, total);
    if (!found.ok) return found;
    if (found.value !== undefined) return keepCreditNote(found.value, draft, total);
  }
  const call = upsertCall({
    operation: 'save-credit-note',
    path: ['creditnotes'],
    field: uniqueField.creditNote,
    value: write.uniqueKey,
    body: creditNoteBody(draft),
    fields: draft.fields,
    what: 'The credit note',
  });
  const answer = await callFor(api, call, 'creditnote', creditNoteShape);
  if (!answer.ok) return answer;
  const saved = savedCreditNote(answer.value, total.currency);
  if (!saved.ok || saved.value.total.minor === total.minor) return saved;
  const booked = toDecimal(saved.value.total);
  const detail = `credit note ${saved.value.number} came out at ${booked}, not ${toDecimal(total)}`;
  return refused(refusedBy('books', detail));
}

function keepCreditNote(
  found: z.infer<typeof creditNoteShape>,
  draft: CreditNoteDraft,
  total: Money,
): Result<SavedCreditNote> {
  const saved = savedCreditNote(found, total.currency);
  if (!saved.ok || saved.value.total.minor === total.minor) return saved;
  const reference = referenceOf(draft);
  return refused(moneyChanged('books', 'The credit note', reference, total, saved.value.total));
}

async function findCreditNote(
  api: BooksApi,
  write: LedgerWrite,
  draft: CreditNoteDraft,
  total: Money,
) {
  const { customerId } = draft;
  const reference = referenceOf(draft);
  const own = { customerId, reference, field: uniqueField.creditNote, total, ...write };
  return findOwn(api, 'creditnotes', 'credit note', own, creditNoteRow);
}

/** What the note is known by in Books: the gateway's id of the refund, or what a mapping makes of it. */
function referenceOf({ fields, reference }: CreditNoteDraft): string {
  return textField(fields, 'reference_number') ?? reference;
}

/** Tied to the invoice by its lines, not applied to it: a paid invoice takes no credits (code 12006). */
function creditNoteBody(draft: CreditNoteDraft) {
  // How the money went back is said of the note's refund.
  const { refund_mode: _, ...fields } = plainFields(draft.fields);
  return {
    date: draft.date,
    notes: draft.notes,
    ...fields,
    reference_number: referenceOf(draft),
    customer_id: draft.customerId,
    exchange_rate: draft.exchangeRate === undefined ? undefined : Number(draft.exchangeRate),
    is_inclusive_tax: true,
    line_items: draft.lines.map((line) => ({
      description: line.description,
      account_id: line.accountId,
      tax_id: line.taxId,
      invoice_id: line.invoiceLineId === undefined ? undefined : draft.invoice.id,
      invoice_item_id: line.invoiceLineId,
      quantity: 1,
      rate: amountNumber(line.amount),
    })),
  };
}

function savedCreditNote(
  shape: z.infer<typeof creditNoteShape>,
  currency: string,
): Result<SavedCreditNote> {
  const total = readAmount(shape.total, currency);
  if (total === undefined) return refused(unavailable('books'));
  return ok({ id: shape.creditnote_id, number: shape.creditnote_number, total });
}
