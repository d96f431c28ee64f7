// Credit notes: created, applied to open invoices, refunded, voided.
import { z } from 'zod';
import { decimal, flag, parse, positive, text } from './body.ts';
import { type BooksOrg, found } from './books-org.ts';
import { currencyOf, money } from './currencies.ts';
import {
  creditBalance,
  creditsRefunded,
  creditsUsed,
  invoiceBalance,
} from './document-balances.ts';
import type { CreditNote, Line } from './documents.ts';
import { invalidValue, notFound, refusals, refused } from './envelope.ts';
import { applyNote, requireCreditable, unapplyNote } from './invoice-credits.ts';
import { type Refund, readRefund } from './refunds.ts';
import {
  type DocumentKind,
  type NumberChoice,
  numberFor,
  readSalesDocument,
} from './sales-document.ts';

function noteKind(org: BooksOrg): DocumentKind<CreditNote> {
  return {
    module: 'creditnotes',
    resource: 'Credit note',
    collection: org.creditNotes,
    prefix: 'CN-',
    digits: 5,
  };
}

const noteBody = z.object({ creditnote_number: text.optional(), is_draft: flag.optional() });

export function noteOf(org: BooksOrg, id: string): CreditNote {
  return found(org.creditNotes, id, 'Credit note');
}

export interface NoteOptions extends NumberChoice {
  /** `invoice_id` of the query: the invoice the note is about. */
  readonly invoiceId: string;
}

export function createNote(
  org: BooksOrg,
  body: unknown,
  by: string,
  options: NoteOptions = { invoiceId: '', ignoreAutoNumber: false },
): CreditNote {
  const given = parse(noteBody, body);
  const kind = noteKind(org);
  const shared = readSalesDocument(org, kind, body);
  requireInvoices(org, shared.lines, options.invoiceId, shared.customerId);
  const amount = money(shared.totals.totalMinor, currencyOf(org, shared.currencyId));
  const comment = {
    id: org.id(),
    type: 'system',
    description: `Credit Note created for ${amount}`,
    by,
    at: org.now(),
  } as const;
  return org.save(org.creditNotes, {
    ...org.kept(by),
    ...shared,
    number: numberFor(org, kind, given.creditnote_number, options),
    base: given.is_draft === true ? 'draft' : 'open',
    invoiceId: options.invoiceId,
    applied: [],
    refunds: [],
    comments: [comment],
  });
}

export function updateNote(org: BooksOrg, id: string, body: unknown): CreditNote {
  const before = noteOf(org, id);
  if (before.base === 'void') throw refused('A void credit note cannot be changed.');
  const shared = readSalesDocument(org, noteKind(org), body, before);
  requireInvoices(org, shared.lines, before.invoiceId, shared.customerId);
  const used = creditsUsed(before) + creditsRefunded(before);
  if (shared.totals.totalMinor < used) {
    throw refused('The total cannot be less than the credits already used.');
  }
  return org.save(org.creditNotes, { ...before, ...shared });
}

export function deleteNote(org: BooksOrg, id: string): void {
  refuseUsed(noteOf(org, id), 'deleted');
  org.creditNotes.delete(id);
}

export function setNoteStatus(org: BooksOrg, id: string, base: CreditNote['base']): CreditNote {
  const note = noteOf(org, id);
  if (base !== 'open') refuseUsed(note, base === 'void' ? 'voided' : 'made a draft');
  return org.save(org.creditNotes, { ...note, base });
}

function refuseUsed(note: CreditNote, what: string): void {
  if (note.applied.length + note.refunds.length > 0) {
    throw refused(`Credit notes with credits used cannot be ${what}.`);
  }
}

const applyBody = z.object({
  invoices: z.array(z.object({ invoice_id: text, amount_applied: decimal })).min(1),
});

/** Onto open invoices of the same customer; a closed one is refused with 12006 before any change. */
export function applyToInvoices(org: BooksOrg, id: string, body: unknown): CreditNote {
  const note = noteOf(org, id);
  const given = parse(applyBody, body);
  const { precision } = currencyOf(org, note.currencyId);
  const rows = given.invoices.map((row) => {
    const invoice = org.invoices.get(row.invoice_id);
    if (invoice === undefined) throw invalidValue('invoice_id');
    requireCreditable(invoice, note.customerId, note.currencyId);
    const minor = positive(row.amount_applied, precision, 'amount_applied');
    if (minor > invoiceBalance(invoice)) throw refusals.overBalance();
    return { invoice, minor };
  });
  const sum = rows.reduce((total, row) => total + row.minor, 0);
  if (sum > creditBalance(note)) throw refused('The amount applied is more than the credits left.');
  for (const { invoice, minor } of rows) applyNote(org, id, invoice.id, minor);
  return noteOf(org, id);
}

export function removeFromInvoice(org: BooksOrg, id: string, appliedId: string): void {
  unapplyNote(org, noteOf(org, id), appliedId);
}

/** Records that money left an account for this note; up to the credit left on it. */
export function refundNote(org: BooksOrg, id: string, body: unknown): [CreditNote, Refund] {
  const note = noteOf(org, id);
  const refund = readRefund(org, body, note);
  if (refund.amountMinor > creditBalance(note)) {
    throw refused('The refund is more than the credits left.');
  }
  const refunds = [...note.refunds, refund];
  return [org.save(org.creditNotes, { ...note, refunds }), refund];
}

export function deleteNoteRefund(org: BooksOrg, id: string, refundId: string): void {
  const note = noteOf(org, id);
  const refunds = note.refunds.filter((one) => one.id !== refundId);
  if (refunds.length === note.refunds.length) throw notFound('Refund');
  org.save(org.creditNotes, { ...note, refunds });
}

/** Invoices named by the note or its lines must be this customer's. */
function requireInvoices(
  org: BooksOrg,
  lines: readonly Line[],
  invoiceId: string,
  customerId: string,
): void {
  const named = [invoiceId, ...lines.map((line) => line.invoiceId)].filter((id) => id !== '');
  for (const id of named) {
    if (org.invoices.get(id)?.customerId !== customerId) throw invalidValue('invoice_id');
  }
  for (const line of lines) {
    const invoice = org.invoices.get(line.invoiceId);
    if (line.invoiceLineId !== '' && !invoice?.lines.some((one) => one.id === line.invoiceLineId)) {
      throw invalidValue('invoice_item_id');
    }
  }
}
