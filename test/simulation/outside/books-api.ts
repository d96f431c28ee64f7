// The answers of Zoho Books and Inventory: `{code, message, ...}`, upserts by a unique field, lists with filters.
import type { BooksModel, CustomerPayment } from './books.ts';
import { done, fail } from './books-answers.ts';
import { answerComments } from './books-comments.ts';
import { readApplied, readDocument, readFee, readPayment, readRefund } from './books-drafts.ts';
import { deleteRefund, voidCreditNote } from './books-take-back.ts';
import {
  contactJson,
  creditNoteRow,
  documentRow,
  invoiceJson,
  paymentJson,
  paymentRow,
  refundRow,
  salesOrderJson,
} from './books-views.ts';
import {
  fieldOf,
  listOf,
  minorOf,
  type OutsideReply,
  type OutsideRequest,
  textOf,
} from './route.ts';

const CURRENCIES = ['USD', 'EUR', 'JPY'] as const;

/** Only these SKUs are items of the books; other lines go by name. */
export const KNOWN_SKUS = ['SKU-1', 'SKU-2'] as const;

/** @param hasOrderField whether the organization has our custom field on sales orders. */
export function answerAsBooks(
  books: BooksModel,
  hasOrderField: boolean,
  request: OutsideRequest,
): OutsideReply {
  const [, , resource = '', id, part, partId] = request.path;
  if (request.query.get('organization_id') !== 'books-org')
    return fail(400, 6041, 'No organization.');
  const key = `${request.method} ${resource}${id === undefined ? '' : '/id'}${part === undefined ? '' : `/${part}`}`;
  if (partId === 'exchangerates') return done(200, { exchange_rates: [{ rate: 0.0065 }] });
  switch (key) {
    case 'GET settings/id':
      return done(200, {
        currencies: CURRENCIES.map((code) => ({
          currency_id: `cur-${code}`,
          currency_code: code,
          is_base_currency: code === 'USD',
        })),
      });
    case 'GET items':
      return done(200, listItems(request.query.get('sku') ?? ''));
    case 'GET contacts':
      return done(200, {
        contacts: books.contacts
          .filter((one) => one.email === request.query.get('email'))
          .map(contactJson),
      });
    case 'PUT contacts':
      return saveContact(books, request);
    case 'GET contacts/id':
      return one(books.contacts, id, (found) => ({ contact: contactJson(found) }));
    case 'PUT invoices':
      return saveInvoice(books, request);
    case 'GET invoices':
      return done(200, { invoices: listed(books.invoices, request).map(documentRow) });
    case 'GET invoices/id':
      return one(books.invoices, id, (found) => ({ invoice: invoiceJson(books, found) }));
    case 'POST invoices/id/status':
      return one(books.invoices, id, (found) => {
        if (found.status === 'draft') found.status = 'sent';
        return {};
      });
    case 'GET invoices/id/comments':
    case 'POST invoices/id/comments':
      return answerComments(books, id ?? '', request);
    case 'POST invoices/id/writeoff':
      return partId === 'cancel' ? cancelWriteOff(books, id) : writeOff(books, id);
    case 'POST salesorders':
      return saveSalesOrder(books, hasOrderField, request);
    case 'GET salesorders':
      return done(200, { salesorders: listed(books.salesOrders, request).map(documentRow) });
    case 'GET salesorders/id':
      return one(books.salesOrders, id, (found) => ({ salesorder: salesOrderJson(found) }));
    case 'PUT customerpayments':
      return savePayment(books, request);
    case 'GET customerpayments':
      return done(200, { customerpayments: listed(books.payments, request).map(paymentRow) });
    case 'GET customerpayments/id':
      return one(books.payments, id, (found) => ({ payment: paymentJson(books, found) }));
    case 'PUT customerpayments/id':
      return changePayment(books, id, request);
    case 'DELETE customerpayments/id':
      return deletePayment(books, id);
    case 'PUT creditnotes':
      return saveCreditNote(books, request);
    case 'GET creditnotes':
      return done(200, { creditnotes: listed(books.creditNotes, request).map(creditNoteRow) });
    case 'GET creditnotes/id':
      return one(books.creditNotes, id, (found) => ({ creditnote: creditNoteRow(found) }));
    case 'POST creditnotes/id/status':
      return voidCreditNote(books, id ?? '');
    case 'DELETE creditnotes/id/refunds':
    case 'DELETE customerpayments/id/refunds':
      return deleteRefund(books, refundKind(resource), id ?? '', partId);
    case 'GET creditnotes/id/refunds':
    case 'GET customerpayments/id/refunds':
      return listRefunds(books, resource, id ?? '');
    case 'POST creditnotes/id/refunds':
    case 'POST customerpayments/id/refunds':
      return saveRefund(books, resource, id ?? '', request);
    default:
      return fail(404, 5, 'Invalid URL Passed');
  }
}

function one<T extends { readonly id: string }>(
  list: readonly T[],
  id: string | undefined,
  show: (found: T) => object,
): OutsideReply {
  const found = list.find((each) => each.id === id);
  return found === undefined ? fail(404, 1002, 'does not exist.') : done(200, show(found));
}

function listed<T extends { readonly reference: string; readonly customerId: string }>(
  list: readonly T[],
  { query }: OutsideRequest,
): T[] {
  return list.filter(
    (each) =>
      each.reference === query.get('reference_number') &&
      each.customerId === query.get('customer_id'),
  );
}

function listItems(sku: string) {
  const known = KNOWN_SKUS.find((each) => each === sku);
  return {
    items: known === undefined ? [] : [{ item_id: `item-${known}`, sku, status: 'active' }],
  };
}

function saveContact(books: BooksModel, request: OutsideRequest): OutsideReply {
  const uniqueKey = request.headers['x-unique-identifier-value'] ?? '';
  const known = books.contacts.find((each) => each.uniqueKey === uniqueKey);
  if (known !== undefined) {
    books.overwrite(known);
    return done(200, { contact: contactJson(known) });
  }
  const name = textOf(request.json, 'contact_name');
  if (books.contacts.some((each) => each.name === name)) {
    return fail(400, 3062, `The customer "${name}" already exists.`);
  }
  const [person] = listOf(request.json, 'contact_persons');
  const currency = textOf(request.json, 'currency_id').replace('cur-', '');
  const created = { id: books.newId(), name, email: textOf(person, 'email'), currency, uniqueKey };
  books.contacts.push(created);
  return done(201, { contact: contactJson(created) });
}

function saveInvoice(books: BooksModel, request: OutsideRequest): OutsideReply {
  const uniqueKey = request.headers['x-unique-identifier-value'] ?? '';
  const known = books.invoices.find((each) => each.uniqueKey === uniqueKey);
  if (known !== undefined) {
    books.overwrite(known);
    return done(200, { invoice: invoiceJson(books, known) });
  }
  const draft = readDocument(books, request, uniqueKey, 'INV');
  if (draft === undefined) return fail(400, 1002, 'Invalid customer.');
  const billed = new Set(books.salesOrders.flatMap((each) => each.lines.map((line) => line.id)));
  if (draft.lines.some(({ salesOrderLineId: id }) => id !== '' && !billed.has(id))) {
    return fail(400, 1002, 'Invalid sales order line.');
  }
  books.invoices.push(draft);
  return done(201, { invoice: invoiceJson(books, draft) });
}

function saveSalesOrder(
  books: BooksModel,
  hasOrderField: boolean,
  request: OutsideRequest,
): OutsideReply {
  const [field] = listOf(request.json, 'custom_fields');
  if (field !== undefined && !hasOrderField) {
    return fail(400, 9, 'Invalid value passed for custom_fields');
  }
  const draft = readDocument(books, request, textOf(field, 'value'), 'SO');
  if (draft === undefined) return fail(400, 1002, 'Invalid customer.');
  books.salesOrders.push(draft);
  return done(201, { salesorder: salesOrderJson(draft) });
}

function savePayment(books: BooksModel, request: OutsideRequest): OutsideReply {
  const draft = readPayment(books, request);
  if (draft === undefined) return fail(400, 1002, 'Invalid customer.');
  const known = books.payments.find((each) => each.uniqueKey === draft.uniqueKey);
  const found = whyNotApplied(books, draft.applied, known?.id);
  if (found !== undefined) return found;
  if (known !== undefined) {
    books.overwrite(known);
    return done(200, { payment: paymentJson(books, known) });
  }
  books.payments.push(draft);
  return done(201, { payment: paymentJson(books, draft) });
}

function whyNotApplied(
  books: BooksModel,
  applied: CustomerPayment['applied'],
  ownId: string | undefined,
): OutsideReply | undefined {
  for (const part of applied) {
    const invoice = books.invoice(part.invoiceId);
    if (invoice === undefined) return fail(400, 1002, 'Invalid invoice.');
    if (part.minor > books.balanceMinor(invoice, ownId)) {
      return fail(400, 24016, 'The amount entered is more than the balance due.');
    }
  }
  return undefined;
}

/** Another amount, applied anew. */
function changePayment(
  books: BooksModel,
  id: string | undefined,
  { json }: OutsideRequest,
): OutsideReply {
  const payment = books.payments.find((each) => each.id === id);
  if (payment === undefined) return fail(404, 1002, 'does not exist.');
  const { currency } = payment;
  const applied = readApplied(json, currency);
  const found = whyNotApplied(books, applied, id);
  if (found !== undefined) return found;
  payment.amountMinor = minorOf(fieldOf(json, 'amount'), currency);
  Object.assign(payment, { applied }, readFee(json, currency));
  return done(200, { payment: paymentJson(books, payment) });
}

/** What is left of an invoice, whatever it is, is given up. */
function writeOff(books: BooksModel, id: string | undefined): OutsideReply {
  const invoice = books.invoice(id ?? '');
  if (invoice === undefined) return fail(404, 1002, 'does not exist.');
  const left = books.balanceMinor(invoice);
  if (left === 0) return fail(400, 12_010, 'Nothing is due.');
  invoice.writtenOffMinor = (invoice.writtenOffMinor ?? 0) + left;
  return done(200, {});
}

function cancelWriteOff(books: BooksModel, id: string | undefined): OutsideReply {
  const invoice = books.invoice(id ?? '');
  if (invoice === undefined) return fail(404, 1002, 'does not exist.');
  if (!invoice.writtenOffMinor) return fail(400, 12_011, 'Nothing is written off.');
  invoice.writtenOffMinor = 0;
  return done(200, {});
}

/** A payment that was refunded from cannot be deleted. */
function deletePayment(books: BooksModel, id: string | undefined): OutsideReply {
  const at = books.payments.findIndex((each) => each.id === id);
  if (at < 0) return fail(404, 1002, 'does not exist.');
  if (books.refundedMinor('payment', id ?? '') > 0) return fail(400, 24_000, 'It was refunded.');
  books.payments.splice(at, 1);
  return done(200, {});
}

function saveCreditNote(books: BooksModel, request: OutsideRequest): OutsideReply {
  const uniqueKey = request.headers['x-unique-identifier-value'] ?? '';
  const known = books.creditNotes.find((each) => each.uniqueKey === uniqueKey);
  if (known !== undefined) {
    books.overwrite(known);
    return done(200, { creditnote: creditNoteRow(known) });
  }
  const draft = readDocument(books, request, uniqueKey, 'CN');
  if (draft === undefined) return fail(400, 1002, 'Invalid customer.');
  books.creditNotes.push(draft);
  return done(201, { creditnote: creditNoteRow(draft) });
}

function refundKind(resource: string) {
  return resource === 'creditnotes' ? ('credit-note' as const) : ('payment' as const);
}

function saveRefund(
  books: BooksModel,
  resource: string,
  sourceId: string,
  request: OutsideRequest,
): OutsideReply {
  const of = refundKind(resource);
  const note = books.creditNotes.find((each) => each.id === sourceId);
  const payment = books.payments.find((each) => each.id === sourceId);
  const currency = (note ?? payment)?.currency ?? '';
  const left =
    of === 'payment'
      ? payment && books.unusedMinor(payment)
      : note && note.totalMinor - books.refundedMinor(of, sourceId);
  if (left === undefined) return fail(404, 1002, 'does not exist.');
  const draft = readRefund(books, request, { of, sourceId, currency });
  if (draft.amountMinor > left) return fail(400, 12_001, 'The amount is more than what is left.');
  books.refunds.push(draft);
  const row = refundRow(draft, currency);
  return done(201, of === 'payment' ? { payment_refunds: [row] } : { creditnote_refund: row });
}

function listRefunds(books: BooksModel, resource: string, sourceId: string): OutsideReply {
  const of = refundKind(resource);
  const source = [...books.creditNotes, ...books.payments].find((each) => each.id === sourceId);
  const rows = books.refunds
    .filter((each) => each.of === of && each.sourceId === sourceId)
    .map((each) => refundRow(each, source?.currency ?? ''));
  return done(200, of === 'payment' ? { payment_refunds: rows } : { creditnote_refunds: rows });
}
