// Balances and states that follow from what was applied to a document.
import { daysBetween } from '../zoho-time.ts';
import type { CreditNote, Invoice, Payment, PaymentApplication } from './documents.ts';

/** Due on an invoice; nothing on a void one. */
export function invoiceBalance(invoice: Invoice): number {
  if (invoice.base === 'void') return 0;
  const { totalMinor } = invoice.totals;
  return totalMinor - invoice.paidMinor - invoice.creditedMinor - invoice.writtenOffMinor;
}

export type InvoiceStatus = 'draft' | 'sent' | 'overdue' | 'partially_paid' | 'paid' | 'void';

/** Overdue counts before partially paid, as the due date is what staff look at. */
export function invoiceStatus(invoice: Invoice, today: string): InvoiceStatus {
  if (invoice.base !== 'sent') return invoice.base;
  const balance = invoiceBalance(invoice);
  if (balance <= 0) return 'paid';
  if (daysBetween(invoice.dueDate, today) > 0) return 'overdue';
  return balance < invoice.totals.totalMinor ? 'partially_paid' : 'sent';
}

export function creditsUsed(note: CreditNote): number {
  return note.applied.reduce((sum, one) => sum + one.amountMinor, 0);
}

export function creditsRefunded(note: CreditNote): number {
  return note.refunds.reduce((sum, one) => sum + one.amountMinor, 0);
}

/** Credit left on a note that is open. */
export function creditBalance(note: CreditNote): number {
  if (note.base !== 'open') return 0;
  return note.totals.totalMinor - creditsUsed(note) - creditsRefunded(note);
}

/** Open, closed once used up, void or draft. */
export function creditNoteStatus(note: CreditNote): 'draft' | 'open' | 'closed' | 'void' {
  if (note.base !== 'open') return note.base;
  return creditBalance(note) > 0 ? 'open' : 'closed';
}

/** What one row of a payment takes off its invoice: money, and tax the customer withheld. */
export function settledBy(row: PaymentApplication): number {
  return row.amountMinor + row.taxWithheldMinor;
}

/** The excess of a payment: neither applied to an invoice nor refunded. */
export function unusedAmount(payment: Payment): number {
  const applied = payment.applications.reduce((sum, one) => sum + one.amountMinor, 0);
  const refunded = payment.refunds.reduce((sum, one) => sum + one.amountMinor, 0);
  return payment.amountMinor - applied - refunded;
}
