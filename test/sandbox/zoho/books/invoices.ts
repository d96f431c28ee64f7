// Invoices: created, changed, sent, voided, commented; what is applied to them is in invoice-credits.ts.
import { z } from 'zod';
import { addDays, daysBetween } from '../zoho-time.ts';
import { date, flag, parse, text } from './body.ts';
import { type BooksOrg, found } from './books-org.ts';
import { customerOf, termsLabel } from './contacts.ts';
import { currencyOf, money } from './currencies.ts';
import { invoiceBalance } from './document-balances.ts';
import type { Comment, Invoice } from './documents.ts';
import { invalidValue, refused } from './envelope.ts';
import { detachCredits } from './invoice-credits.ts';
import {
  type DocumentKind,
  type NumberChoice,
  numberFor,
  readSalesDocument,
} from './sales-document.ts';
import { billOrder, orderOfLines } from './sales-order-billing.ts';

function invoiceKind(org: BooksOrg): DocumentKind<Invoice> {
  return {
    module: 'invoices',
    resource: 'Invoice',
    collection: org.invoices,
    prefix: 'INV-',
    digits: 6,
  };
}

const invoiceBody = z.object({
  invoice_number: text.optional(),
  due_date: date.optional(),
  payment_terms: z.number().int().optional(),
  payment_terms_label: text.optional(),
  customer_id: text.optional(),
});

export interface InvoiceOptions extends NumberChoice {
  /** `send=true`: mailed and therefore sent. */
  readonly send: boolean;
}

export function invoiceOf(org: BooksOrg, id: string): Invoice {
  return found(org.invoices, id, 'Invoice');
}

export function createInvoice(
  org: BooksOrg,
  body: unknown,
  by: string,
  options: InvoiceOptions = { send: false, ignoreAutoNumber: false },
): Invoice {
  const given = parse(invoiceBody, body);
  const kind = invoiceKind(org);
  const shared = readSalesDocument(org, kind, body);
  const order = orderOfLines(org, shared.lines);
  const kept = org.kept(by);
  const terms = given.payment_terms ?? customerOf(org, shared.customerId).paymentTerms;
  const invoice: Invoice = {
    ...kept,
    ...shared,
    number: numberFor(org, kind, given.invoice_number, options),
    base: options.send ? 'sent' : 'draft',
    dueDate: dueDate(shared.date, given.due_date, terms),
    issuedDate: options.send ? org.today() : '',
    paymentTerms: terms,
    paymentTermsLabel: given.payment_terms_label ?? termsLabel(terms),
    salesOrderId: order?.id ?? '',
    isEmailed: options.send,
    paidMinor: 0,
    creditedMinor: 0,
    writtenOffMinor: 0,
    lastPaymentDate: '',
    comments: [],
  };
  if (order !== undefined) billOrder(org, order, invoice);
  const amount = money(shared.totals.totalMinor, currencyOf(org, shared.currencyId));
  return org.save(org.invoices, noted(org, invoice, `Invoice created for ${amount}`, by));
}

export function updateInvoice(org: BooksOrg, id: string, body: unknown): Invoice {
  const before = invoiceOf(org, id);
  if (before.base === 'void') throw refused('A void invoice cannot be changed.');
  const given = parse(invoiceBody, body);
  const shared = readSalesDocument(org, invoiceKind(org), body, before);
  const terms = given.payment_terms ?? before.paymentTerms;
  const after: Invoice = {
    ...before,
    ...shared,
    dueDate: dueDate(shared.date, given.due_date ?? sameDue(before, shared.date), terms),
    paymentTerms: terms,
    paymentTermsLabel: given.payment_terms_label ?? termsLabel(terms),
  };
  if (invoiceBalance(after) < 0) {
    throw refused('The total cannot be less than what was already paid or credited.');
  }
  const order = orderOfLines(org, after.lines);
  if (order !== undefined) billOrder(org, order, after);
  return org.save(org.invoices, after);
}

export function deleteInvoice(org: BooksOrg, id: string): void {
  const invoice = invoiceOf(org, id);
  if (invoice.paidMinor + invoice.creditedMinor > 0) {
    throw refused('Invoices with payments or credits applied cannot be deleted.');
  }
  org.invoices.delete(id);
}

/** `status/sent`; an invoice that was already sent stays as it is. */
export function markSent(org: BooksOrg, id: string, isEmailed = false): Invoice {
  const invoice = invoiceOf(org, id);
  if (invoice.base === 'void') throw refused('A void invoice cannot be marked as sent.');
  const issuedDate = invoice.issuedDate === '' ? org.today() : invoice.issuedDate;
  return org.save(org.invoices, {
    ...invoice,
    base: 'sent',
    issuedDate,
    isEmailed: invoice.isEmailed || isEmailed,
  });
}

/** Payments and credits come off a void invoice and stay with the customer as credit. */
export function voidInvoice(org: BooksOrg, id: string): Invoice {
  detachCredits(org, invoiceOf(org, id));
  return org.save(org.invoices, { ...invoiceOf(org, id), base: 'void' });
}

export function markDraft(org: BooksOrg, id: string): Invoice {
  const invoice = invoiceOf(org, id);
  if (invoice.paidMinor + invoice.creditedMinor > 0) {
    throw refused('An invoice with payments cannot go back to draft.');
  }
  return org.save(org.invoices, { ...invoice, base: 'draft' });
}

/** What is still due is taken off the books. */
export function writeOff(org: BooksOrg, id: string): Invoice {
  const invoice = invoiceOf(org, id);
  const balance = invoiceBalance(invoice);
  if (invoice.base !== 'sent' || balance <= 0) throw refused('There is nothing to write off.');
  return org.save(org.invoices, {
    ...invoice,
    writtenOffMinor: invoice.writtenOffMinor + balance,
  });
}

/** All that was written off is due again. */
export function cancelWriteOff(org: BooksOrg, id: string): Invoice {
  const invoice = invoiceOf(org, id);
  if (invoice.writtenOffMinor === 0) throw refused('Nothing of this invoice is written off.');
  return org.save(org.invoices, { ...invoice, writtenOffMinor: 0 });
}

const commentBody = z.object({ description: text, show_comment_to_clients: flag.optional() });

export function addComment(org: BooksOrg, id: string, body: unknown, by: string): Comment {
  const given = parse(commentBody, body);
  if (given.description === '') throw invalidValue('description');
  const type = given.show_comment_to_clients === true ? 'client' : 'internal';
  const comment = {
    id: org.id(),
    type,
    description: given.description,
    by,
    at: org.now(),
  } as const;
  const invoice = invoiceOf(org, id);
  org.invoices.put(id, { ...invoice, comments: [...invoice.comments, comment] });
  return comment;
}

function noted(org: BooksOrg, invoice: Invoice, description: string, by: string): Invoice {
  const comment: Comment = { id: org.id(), type: 'system', description, by, at: org.now() };
  return { ...invoice, comments: [...invoice.comments, comment] };
}

function dueDate(on: string, given: string | undefined, terms: number): string {
  const due = given ?? addDays(on, Math.max(0, terms));
  if (daysBetween(on, due) < 0) throw invalidValue('due_date');
  return due;
}

function sameDue(before: Invoice, on: string): string | undefined {
  return before.date === on ? before.dueDate : undefined;
}
