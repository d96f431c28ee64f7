// Customer payments in the books: deposited to the clearing account, applied to invoices.
import * as z from 'zod/mini';
import { isZero, money } from '../../domain/money.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type {
  CustomerPaymentDraft,
  Ledger,
  LedgerPayment,
  LedgerWrite,
} from '../../ports/ledger.ts';
import { amountNumber, amountShape, readAmount } from '../zoho-http/finance-amounts.ts';
import { callFor, upsertCall } from '../zoho-http/finance-api.ts';
import { documentRow, findOwn, moneyChanged } from '../zoho-http/finance-search.ts';
import { plainFields, textField } from '../zoho-http/mapped-body.ts';
import { maybeText } from '../zoho-http/read-json.ts';
import { unavailable } from '../zoho-http/zoho-problem.ts';
import type { BooksApi } from './books-api.ts';
import { uniqueField } from './unique-fields.ts';

const appliedShape = z.object({
  invoice_id: z.string(),
  invoice_number: maybeText,
  amount_applied: amountShape,
});
const paymentShape = z.object({
  payment_id: z.string(),
  payment_number: z.string(),
  amount: z.optional(amountShape),
  unused_amount: amountShape,
  bank_charges: z.nullish(amountShape),
  bank_charges_account_id: maybeText,
  account_id: maybeText,
  invoices: z.nullish(z.array(appliedShape)),
  exchange_rate: z.nullish(z.union([z.number(), z.string()])),
});
const paymentRow = z.extend(documentRow, { payment_id: z.string() });

/** "The amount entered is more than the balance due": somebody has paid the invoice in another way. */
const OVER_BALANCE = '24016';
const WHAT = 'The customer payment';

/**
 * Records the payment; what the invoices do not take any more becomes the customer's credit. One that an earlier try
 * made is left as people may have changed it; `money-changed` when it is over another amount now.
 */
export async function saveCustomerPayment(
  api: BooksApi,
  write: LedgerWrite,
  draft: CustomerPaymentDraft,
): Promise<Result<LedgerPayment>> {
  const { currency } = draft.amount;
  if (write.retried) {
    const found = await findPayment(api, write, draft);
    if (!found.ok) return found;
    if (found.value !== undefined) return keepPayment(api, found.value, draft);
  }
  let saved = await upsert(api, write, draft);
  if (!saved.ok && saved.problem.zohoCode === OVER_BALANCE && draft.applyTo.length > 0) {
    saved = await upsert(api, write, { ...draft, applyTo: [] });
  }
  return saved.ok ? ledgerPayment(saved.value, currency) : saved;
}

async function keepPayment(
  api: BooksApi,
  paymentId: string,
  draft: CustomerPaymentDraft,
): Promise<Result<LedgerPayment>> {
  const { amount } = draft;
  const found = await readPayment(api, paymentId);
  if (!found.ok) return found;
  const { amount: booked } = found.value;
  // An answer without a readable amount is none: it must not pass for ours.
  const now = booked === undefined ? undefined : readAmount(booked, amount.currency);
  if (now === undefined) return refused(unavailable('books'));
  const { earlierAmounts = [] } = draft;
  if (![amount, ...earlierAmounts].some(({ minor }) => minor === now.minor)) {
    return refused(moneyChanged('books', WHAT, referenceOf(draft), amount, now));
  }
  return ledgerPayment(found.value, amount.currency);
}

type OwnPayment = Parameters<Ledger['findCustomerPayment']>[1];

/** The payment of an earlier try, by our mark; `undefined` when no try got through. */
export async function findCustomerPayment(
  api: BooksApi,
  write: LedgerWrite,
  own: OwnPayment,
): Promise<Result<LedgerPayment | undefined>> {
  const found = await findPayment(api, write, own);
  if (!found.ok || found.value === undefined) return found.ok ? ok(undefined) : found;
  return readCustomerPayment(api, found.value, own.amount.currency);
}

async function findPayment(
  api: BooksApi,
  write: LedgerWrite,
  draft: OwnPayment,
): Promise<Result<string | undefined>> {
  const { customerId, amount } = draft;
  const reference = referenceOf(draft);
  const own = { customerId, reference, field: uniqueField.payment, total: amount, ...write };
  const found = await findOwn(api, 'customerpayments', 'customer payment', own, paymentRow);
  return found.ok ? ok(found.value?.payment_id) : found;
}

/** What the payment is known by in Books: the gateway's id, or what a mapping makes of it. */
function referenceOf({ fields, reference }: OwnPayment): string {
  return textField(fields, 'reference_number') ?? reference;
}

function upsert(api: BooksApi, write: LedgerWrite, draft: CustomerPaymentDraft) {
  const call = upsertCall({
    operation: 'save-customer-payment',
    path: ['customerpayments'],
    field: uniqueField.payment,
    value: write.uniqueKey,
    fields: draft.fields,
    body: {
      payment_mode: 'creditcard',
      date: draft.date,
      description: draft.description,
      ...plainFields(draft.fields),
      reference_number: referenceOf(draft),
      customer_id: draft.customerId,
      amount: amountNumber(draft.amount),
      account_id: draft.accountId,
      exchange_rate: draft.exchangeRate === undefined ? undefined : Number(draft.exchangeRate),
      ...bankCharges(draft),
      invoices: applications(draft),
    },
    what: WHAT,
  });
  return callFor(api, call, 'payment', paymentShape);
}

/** Books takes them only beside the account that the payment is deposited to. */
function bankCharges({ fee, feeAccountId }: Pick<CustomerPaymentDraft, 'fee' | 'feeAccountId'>) {
  if (fee === undefined) return {};
  return { bank_charges: amountNumber(fee), bank_charges_account_id: feeAccountId };
}

function applications({ applyTo }: Pick<CustomerPaymentDraft, 'applyTo'>) {
  return applyTo.map(({ invoiceId, amount }) => ({
    invoice_id: invoiceId,
    amount_applied: amountNumber(amount),
  }));
}

/** Books replaces what was applied before by what is told; what is not told stays. */
export async function changeCustomerPayment(
  api: BooksApi,
  paymentId: string,
  { amount, accountId, ...change }: Parameters<Ledger['changeCustomerPayment']>[1],
): Promise<Result<LedgerPayment>> {
  const call = {
    operation: 'change-customer-payment',
    method: 'PUT',
    path: ['customerpayments', paymentId],
    body: {
      amount: amountNumber(amount),
      invoices: applications(change),
      ...(change.fee === undefined ? {} : { account_id: accountId, ...bankCharges(change) }),
    },
    what: WHAT,
  } as const;
  const changed = await callFor(api, call, 'payment', paymentShape);
  return changed.ok ? ledgerPayment(changed.value, amount.currency) : changed;
}

export async function readCustomerPayment(
  api: BooksApi,
  paymentId: string,
  currency: string,
): Promise<Result<LedgerPayment>> {
  const read = await readPayment(api, paymentId);
  return read.ok ? ledgerPayment(read.value, currency) : read;
}

function readPayment(api: BooksApi, paymentId: string) {
  const path = ['customerpayments', paymentId];
  const call = { operation: 'read-customer-payment', method: 'GET', path, what: WHAT } as const;
  return callFor(api, call, 'payment', paymentShape);
}

export async function deleteCustomerPayment(
  api: BooksApi,
  paymentId: string,
): Promise<Result<void>> {
  const deleted = await api.call({
    operation: 'delete-customer-payment',
    method: 'DELETE',
    path: ['customerpayments', paymentId],
    what: WHAT,
  });
  return deleted.ok || deleted.problem.code === 'not-found' ? ok(undefined) : deleted;
}

function ledgerPayment(
  shape: z.infer<typeof paymentShape>,
  currency: string,
): Result<LedgerPayment> {
  const unused = readAmount(shape.unused_amount, currency);
  if (unused === undefined) return refused(unavailable('books'));
  const applied: LedgerPayment['applied'][number][] = [];
  for (const { invoice_id, invoice_number, amount_applied } of shape.invoices ?? []) {
    const amount = readAmount(amount_applied, currency);
    if (amount === undefined) return refused(unavailable('books'));
    applied.push({ invoiceId: invoice_id, invoiceNumber: invoice_number ?? '', amount });
  }
  const fee = readAmount(shape.bank_charges ?? 0, currency);
  const booked = readAmount(shape.amount ?? '', currency);
  const appliedMinor = applied.reduce((sum, one) => sum + one.amount.minor, 0);
  return ok({
    id: shape.payment_id,
    number: shape.payment_number,
    amount: booked ?? money(unused.minor + appliedMinor, currency),
    unused,
    ...(fee === undefined || isZero(fee) ? {} : { fee }),
    ...(shape.bank_charges_account_id ? { feeAccountId: shape.bank_charges_account_id } : {}),
    ...(shape.account_id ? { accountId: shape.account_id } : {}),
    applied,
    ...(shape.exchange_rate == null ? {} : { exchangeRate: String(shape.exchange_rate) }),
  });
}
