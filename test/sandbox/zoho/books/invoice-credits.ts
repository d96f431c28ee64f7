// What reduces an invoice's balance: payments and credit notes, applied and taken off again.
import { z } from 'zod';
import { toMinor } from '../decimal.ts';
import { decimal, parse, text } from './body.ts';
import type { BooksOrg } from './books-org.ts';
import { currencyOf } from './currencies.ts';
import { creditBalance, invoiceBalance, settledBy, unusedAmount } from './document-balances.ts';
import type { CreditNote, Invoice, Payment } from './documents.ts';
import { invalidValue, notFound, refusals, refused } from './envelope.ts';

/** Amounts added to (or, negative, taken off) what an invoice has received. */
export function shiftInvoice(
  org: BooksOrg,
  id: string,
  shift: { paidMinor?: number; creditedMinor?: number; paidOn?: string },
): void {
  const invoice = org.invoices.get(id);
  if (invoice === undefined) return;
  const added = (shift.paidMinor ?? 0) + (shift.creditedMinor ?? 0) > 0;
  org.save(org.invoices, {
    ...invoice,
    // Recording money against a draft issues it. [unsure] in the facts; either answer suits a client.
    base: added && invoice.base === 'draft' ? 'sent' : invoice.base,
    issuedDate: added && invoice.issuedDate === '' ? org.today() : invoice.issuedDate,
    paidMinor: invoice.paidMinor + (shift.paidMinor ?? 0),
    creditedMinor: invoice.creditedMinor + (shift.creditedMinor ?? 0),
    lastPaymentDate: shift.paidOn ?? invoice.lastPaymentDate,
  });
}

/** Throws when credit cannot go on this invoice: closed ones are code 12006. */
export function requireCreditable(invoice: Invoice, customerId: string, currencyId: string): void {
  if (invoice.customerId !== customerId || invoice.currencyId !== currencyId) {
    throw invalidValue('invoice_id');
  }
  if (invoice.base === 'void' || invoiceBalance(invoice) <= 0) throw refusals.closedInvoice();
}

const creditsBody = z.object({
  apply_creditnotes: z.array(z.object({ creditnote_id: text, amount_applied: decimal })).optional(),
  invoice_payments: z.array(z.object({ payment_id: text, amount_applied: decimal })).optional(),
});

/** `POST /invoices/{id}/credits`: credit notes and excess payments onto one invoice, all or nothing. */
export function applyCredits(org: BooksOrg, invoice: Invoice, body: unknown): void {
  const given = parse(creditsBody, body);
  const { precision } = currencyOf(org, invoice.currencyId);
  const notes = (given.apply_creditnotes ?? []).map((entry) => {
    const note = org.creditNotes.get(entry.creditnote_id);
    if (note === undefined) throw invalidValue('creditnote_id');
    return { note, minor: toMinor(entry.amount_applied, precision) };
  });
  const payments = (given.invoice_payments ?? []).map((entry) => {
    const payment = org.payments.get(entry.payment_id);
    if (payment === undefined) throw invalidValue('payment_id');
    return { payment, minor: toMinor(entry.amount_applied, precision) };
  });
  const all = [...notes, ...payments];
  if (all.length === 0 || all.some((one) => one.minor <= 0)) throw invalidValue('amount_applied');
  for (const one of all) {
    const source = 'note' in one ? one.note : one.payment;
    requireCreditable(invoice, source.customerId, source.currencyId);
    const left = 'note' in one ? creditBalance(one.note) : unusedAmount(one.payment);
    if (one.minor > left) throw refused('The amount applied is more than the credits left.');
  }
  const sum = all.reduce((total, one) => total + one.minor, 0);
  if (sum > invoiceBalance(invoice)) throw refusals.overBalance();
  for (const { note, minor } of notes) applyNote(org, note.id, invoice.id, minor);
  for (const { payment, minor } of payments) applyPayment(org, payment, invoice.id, minor);
}

/** Puts an already checked amount of a note onto an invoice. */
export function applyNote(org: BooksOrg, noteId: string, invoiceId: string, minor: number): void {
  const note = org.creditNotes.get(noteId);
  if (note === undefined) throw notFound('Credit note');
  const applied = { id: org.id(), invoiceId, amountMinor: minor, date: org.today() };
  org.save(org.creditNotes, { ...note, applied: [...note.applied, applied] });
  shiftInvoice(org, invoiceId, { creditedMinor: minor });
}

function applyPayment(org: BooksOrg, payment: Payment, invoiceId: string, minor: number): void {
  const date = org.today();
  const application = { id: org.id(), invoiceId, amountMinor: minor, taxWithheldMinor: 0, date };
  org.save(org.payments, { ...payment, applications: [...payment.applications, application] });
  shiftInvoice(org, invoiceId, { paidMinor: minor, paidOn: payment.date });
}

/** Takes one payment row off an invoice; the money stays with the customer as an excess payment. */
export function unapplyPayment(org: BooksOrg, invoiceId: string, applicationId: string): void {
  for (const payment of org.payments.list()) {
    const row = payment.applications.find((one) => one.id === applicationId);
    if (row === undefined || row.invoiceId !== invoiceId) continue;
    const applications = payment.applications.filter((one) => one !== row);
    org.save(org.payments, { ...payment, applications });
    shiftInvoice(org, invoiceId, { paidMinor: -settledBy(row) });
    return;
  }
  throw notFound('Invoice payment');
}

/** Takes one credit row off an invoice; the note has it back. */
export function unapplyNote(org: BooksOrg, note: CreditNote, appliedId: string): void {
  const row = note.applied.find((one) => one.id === appliedId);
  if (row === undefined) throw notFound('Credit');
  const applied = note.applied.filter((one) => one !== row);
  org.save(org.creditNotes, { ...note, applied });
  shiftInvoice(org, row.invoiceId, { creditedMinor: -row.amountMinor });
}

export function detachCredits(org: BooksOrg, invoice: Invoice): void {
  for (const payment of org.payments.list()) {
    for (const row of payment.applications) {
      if (row.invoiceId === invoice.id) unapplyPayment(org, invoice.id, row.id);
    }
  }
  for (const note of org.creditNotes.list()) {
    for (const row of note.applied) {
      const current = org.creditNotes.get(note.id);
      if (row.invoiceId === invoice.id && current !== undefined) unapplyNote(org, current, row.id);
    }
  }
}
