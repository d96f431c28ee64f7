// Invoices in the books.
import * as z from 'zod/mini';
import { isZero, type Money } from '../../domain/money.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type {
  InvoiceDraft,
  LedgerInvoice,
  LedgerInvoiceLine,
  LedgerWrite,
} from '../../ports/ledger.ts';
import { amountShape, readAmount } from '../zoho-http/finance-amounts.ts';
import { callFor, upsertCall } from '../zoho-http/finance-api.ts';
import { orderBody, orderTotal, referenceOf, taxRounding } from '../zoho-http/finance-order.ts';
import { documentRow, findOwn, totalDiffers } from '../zoho-http/finance-search.ts';
import { textField } from '../zoho-http/mapped-body.ts';
import { maybeText, present } from '../zoho-http/read-json.ts';
import { unavailable, type ZohoProblem } from '../zoho-http/zoho-problem.ts';
import type { BooksApi } from './books-api.ts';
import { uniqueField } from './unique-fields.ts';

const invoiceLine = z.object({
  line_item_id: z.string(),
  name: maybeText,
  description: maybeText,
  quantity: z.optional(z.number()),
  sku: maybeText,
  unit: maybeText,
  hsn_or_sac: maybeText,
  account_id: maybeText,
  item_id: maybeText,
  tax_id: maybeText,
  item_total: amountShape,
  line_item_taxes: z.nullish(z.array(z.object({ tax_amount: z.optional(amountShape) }))),
});
const invoiceShape = z.object({
  invoice_id: z.string(),
  invoice_number: z.string(),
  status: z.string(),
  customer_id: z.string(),
  reference_number: maybeText,
  currency_code: z.string(),
  total: amountShape,
  balance: amountShape,
  write_off_amount: z.nullish(amountShape),
  exchange_rate: z.nullish(amountShape),
  line_items: z.array(invoiceLine),
  contact: z.catch(z.nullish(z.object({ unused_customer_credits: amountShape })), undefined),
});
type InvoiceShape = z.infer<typeof invoiceShape>;
const invoiceRow = z.extend(documentRow, { invoice_id: z.string() });

const WHAT = 'The invoice';

/**
 * Creates the invoice as a draft. `document-mismatch` when Books makes another total of it than the order's: it
 * stays a draft until somebody has looked. One that an earlier try made is left as people may have changed it.
 */
export async function saveInvoice(
  api: BooksApi,
  write: LedgerWrite,
  draft: InvoiceDraft,
): Promise<Result<LedgerInvoice>> {
  const total = orderTotal(draft);
  const saved =
    (await earlierInvoice(api, write, draft, total)) ?? (await newInvoice(api, write, draft));
  if (!saved.ok) return saved;
  const { status, total: booked } = saved.value;
  const differs = booked.minor !== total.minor || booked.currency !== total.currency;
  // Once it has left the state of a draft, somebody has taken it as it is.
  if (differs && status === 'draft')
    return refused(totalDiffers('books', referenceOf(draft), total, booked));
  return saved;
}

async function earlierInvoice(
  api: BooksApi,
  write: LedgerWrite,
  draft: InvoiceDraft,
  total: Money,
): Promise<Result<LedgerInvoice> | undefined> {
  if (!write.retried) return undefined;
  const { customerId } = draft;
  const reference = referenceOf(draft);
  const own = { customerId, reference, field: uniqueField.invoice, total, ...write };
  const found = await findOwn(api, 'invoices', 'invoice', own, invoiceRow);
  if (!found.ok) return found;
  return found.value === undefined ? undefined : readInvoice(api, found.value.invoice_id);
}

/** Taxes that Books rounds otherwise than the shop are made up for at once: nobody has seen the draft yet. */
async function newInvoice(
  api: BooksApi,
  write: LedgerWrite,
  draft: InvoiceDraft,
): Promise<Result<LedgerInvoice>> {
  const saved = await upsert(api, write, draft);
  const rounding = saved.ok ? taxRounding(draft, saved.value.total) : undefined;
  return rounding === undefined ? saved : upsert(api, write, draft, rounding);
}

async function upsert(
  api: BooksApi,
  write: LedgerWrite,
  draft: InvoiceDraft,
  rounding?: Money,
): Promise<Result<LedgerInvoice>> {
  const hasOwnNumber = textField(draft.fields, 'invoice_number') !== undefined;
  const call = upsertCall({
    operation: 'save-invoice',
    path: ['invoices'],
    ...(hasOwnNumber ? { query: { ignore_auto_number_generation: 'true' } } : {}),
    field: uniqueField.invoice,
    value: write.uniqueKey,
    body: orderBody(draft, draft.salesOrder?.lineIds, rounding),
    fields: draft.fields,
    what: WHAT,
  });
  const saved = await callFor(api, call, 'invoice', invoiceShape);
  return saved.ok ? ledgerInvoice(saved.value) : saved;
}

export async function readInvoice(
  api: BooksApi,
  invoiceId: string,
): Promise<Result<LedgerInvoice, ZohoProblem>> {
  const path = ['invoices', invoiceId];
  const call = { operation: 'read-invoice', method: 'GET', path, what: WHAT } as const;
  const read = await callFor(api, call, 'invoice', invoiceShape);
  return read.ok ? ledgerInvoice(read.value) : read;
}

/** A draft does not count as receivable. An invoice that is no draft any more is as good. */
export async function markInvoiceSent(api: BooksApi, invoiceId: string): Promise<Result<void>> {
  const marked = await api.call({
    operation: 'mark-invoice-sent',
    method: 'POST',
    path: ['invoices', invoiceId, 'status', 'sent'],
    what: WHAT,
  });
  if (marked.ok) return ok(undefined);
  if (marked.problem.code !== 'zoho-refused') return marked;
  const read = await readInvoice(api, invoiceId);
  const released = read.ok && read.value.status !== 'draft' && read.value.status !== 'void';
  return released ? ok(undefined) : marked;
}

export async function writeOffInvoice(api: BooksApi, invoiceId: string): Promise<Result<void>> {
  const written = await api.call({
    operation: 'write-off-invoice',
    method: 'POST',
    path: ['invoices', invoiceId, 'writeoff'],
    what: WHAT,
  });
  return written.ok ? ok(undefined) : written;
}

/** All of it: Books keeps one write-off of an invoice (Books API, "Cancel write off"). */
export async function cancelWriteOff(api: BooksApi, invoiceId: string): Promise<Result<void>> {
  const cancelled = await api.call({
    operation: 'cancel-write-off',
    method: 'POST',
    path: ['invoices', invoiceId, 'writeoff', 'cancel'],
    what: WHAT,
  });
  return cancelled.ok ? ok(undefined) : cancelled;
}

function ledgerInvoice(shape: InvoiceShape): Result<LedgerInvoice, ZohoProblem> {
  const total = readAmount(shape.total, shape.currency_code);
  const balance = readAmount(shape.balance, shape.currency_code);
  const lines = shape.line_items.map((line) => ledgerLine(line, shape));
  const writtenOff = readAmount(shape.write_off_amount ?? 0, shape.currency_code);
  const credit = readAmount(shape.contact?.unused_customer_credits ?? 0, shape.currency_code);
  const purchaseOrder = present(shape.reference_number);
  if (total === undefined || balance === undefined || !lines.every((line) => line !== undefined)) {
    return refused(unavailable('books'));
  }
  return ok({
    id: shape.invoice_id,
    number: shape.invoice_number,
    status: shape.status,
    customerId: shape.customer_id,
    ...(purchaseOrder === undefined ? {} : { purchaseOrder }),
    total,
    balance,
    ...(writtenOff === undefined || isZero(writtenOff) ? {} : { writtenOff }),
    ...(credit === undefined || isZero(credit) ? {} : { customerCredit: credit }),
    ...(shape.exchange_rate == null ? {} : { exchangeRate: String(shape.exchange_rate) }),
    lines,
  });
}

function ledgerLine(
  line: z.infer<typeof invoiceLine>,
  { currency_code }: InvoiceShape,
): LedgerInvoiceLine | undefined {
  const totalMinor = taxedTotalMinor(line, currency_code);
  if (totalMinor === undefined) return undefined;
  const accountId = present(line.account_id);
  const itemId = present(line.item_id);
  const taxId = present(line.tax_id);
  const sku = present(line.sku);
  const unit = present(line.unit);
  const commodityCode = present(line.hsn_or_sac);
  const net = readAmount(line.item_total, currency_code);
  return {
    id: line.line_item_id,
    name: present(line.name) ?? present(line.description) ?? '',
    quantityMilli: Math.max(1, Math.round((line.quantity ?? 1) * 1_000)),
    totalMinor,
    ...(accountId === undefined ? {} : { accountId }),
    ...(itemId === undefined ? {} : { itemId }),
    ...(taxId === undefined ? {} : { taxId }),
    ...(sku === undefined ? {} : { sku }),
    ...(unit === undefined ? {} : { unit }),
    ...(commodityCode === undefined ? {} : { commodityCode }),
    ...(net === undefined ? {} : { netMinor: net.minor }),
  };
}

/** What the customer paid for the line: `item_total` is without tax, also where prices include it. */
function taxedTotalMinor(line: z.infer<typeof invoiceLine>, currency: string): number | undefined {
  const taxes = (line.line_item_taxes ?? []).map((tax) => tax.tax_amount ?? 0);
  let sum = 0;
  for (const part of [line.item_total, ...taxes]) {
    const amount = readAmount(part, currency);
    if (amount === undefined) return undefined;
    sum += amount.minor;
  }
  return sum;
}
