// Reads what is to be written into the books from the bodies of the requests.
import {
  type BooksModel,
  type BooksRefund,
  type CustomerPayment,
  type DocumentLine,
  type OrderDocument,
  totalMinor,
} from './books.ts';
import { fieldOf, type JsonObject, listOf, minorOf, type OutsideRequest, textOf } from './route.ts';

/** An invoice, sales order or credit note; undefined when its customer does not exist. */
export function readDocument(
  books: BooksModel,
  { json }: OutsideRequest,
  uniqueKey: string,
  prefix: 'INV' | 'SO' | 'CN',
): OrderDocument | undefined {
  const customerId = textOf(json, 'customer_id');
  const currency = books.contact(customerId)?.currency;
  if (currency === undefined) return undefined;
  const id = books.newId();
  const lines = listOf(json, 'line_items').map((line, index) =>
    readLine(line, `${id}-${index}`, currency),
  );
  const charges = [fieldOf(json, 'shipping_charge'), fieldOf(json, 'adjustment')];
  return {
    id,
    number: `${prefix}-${id.slice(-6)}`,
    customerId,
    currency,
    reference: textOf(json, 'reference_number'),
    uniqueKey,
    lines,
    totalMinor: totalMinor(lines, currency, charges),
    status: 'draft',
  };
}

function readLine(line: JsonObject, id: string, currency: string): DocumentLine {
  return {
    id,
    itemId: textOf(line, 'item_id'),
    quantity: Number(textOf(line, 'quantity')),
    rateMinor: minorOf(fieldOf(line, 'rate'), currency),
    salesOrderLineId: textOf(line, 'salesorder_item_id'),
  };
}

export function readPayment(
  books: BooksModel,
  { json, headers }: OutsideRequest,
): CustomerPayment | undefined {
  const customerId = textOf(json, 'customer_id');
  const currency = books.contact(customerId)?.currency;
  if (currency === undefined) return undefined;
  const id = books.newId();
  return {
    id,
    number: id.slice(-6),
    customerId,
    currency,
    amountMinor: minorOf(fieldOf(json, 'amount'), currency),
    ...(readFee(json, currency) ?? { feeMinor: 0, feeAccountId: '' }),
    reference: textOf(json, 'reference_number'),
    accountId: textOf(json, 'account_id'),
    uniqueKey: headers['x-unique-identifier-value'] ?? '',
    applied: readApplied(json, currency),
  };
}

/** Undefined where nothing is said of it; it is taken beside the account only that the payment is deposited to. */
export function readFee(
  json: unknown,
  currency: string,
): Pick<CustomerPayment, 'feeMinor' | 'feeAccountId'> | undefined {
  if (fieldOf(json, 'bank_charges') === undefined || textOf(json, 'account_id') === '') {
    return undefined;
  }
  return {
    feeMinor: minorOf(fieldOf(json, 'bank_charges'), currency),
    feeAccountId: textOf(json, 'bank_charges_account_id'),
  };
}

/** What of a payment goes to which invoice. */
export function readApplied(json: unknown, currency: string): CustomerPayment['applied'] {
  return listOf(json, 'invoices').map((part) => ({
    invoiceId: textOf(part, 'invoice_id'),
    minor: minorOf(fieldOf(part, 'amount_applied'), currency),
  }));
}

export function readRefund(
  books: BooksModel,
  { json }: OutsideRequest,
  source: { readonly of: BooksRefund['of']; readonly sourceId: string; readonly currency: string },
): BooksRefund {
  return {
    id: books.newId(),
    of: source.of,
    sourceId: source.sourceId,
    amountMinor: minorOf(fieldOf(json, 'amount'), source.currency),
    reference: textOf(json, 'reference_number'),
    accountId: textOf(json, 'from_account_id'),
  };
}
