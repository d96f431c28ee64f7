// Customer payments in the books: deposited to the clearing account, applied to invoices.
import * as z from 'zod/mini';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { CustomerPaymentDraft, LedgerPayment, LedgerWrite } from '../../ports/ledger.ts';
import { amountNumber, amountShape, readAmount } from '../zoho-http/finance-amounts.ts';
import { callFor, upsertCall } from '../zoho-http/finance-api.ts';
import { documentRow, findOwn, moneyChanged } from '../zoho-http/finance-search.ts';
import { unavailable } from '../zoho-http/zoho-problem.ts';
import type { BooksApi } from './books-api.ts';
import { uniqueField } from './unique-fields.ts';

const paymentShape = z.object({
  payment_id: z.string(),
  payment_number: z.string(),
  amount: z.optional(amountShape),
  unused_amount: amountShape,
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
  { amount, reference }: CustomerPaymentDraft,
): Promise<Result<LedgerPayment>> {
  const found = await readPayment(api, paymentId);
  if (!found.ok) return found;
  const { amount: booked } = found.value;
  // An answer without a readable amount is none: it must not pass for ours.
  const now = booked === undefined ? undefined : readAmount(booked, amount.currency);
  if (now === undefined) return refused(unavailable('books'));
  if (now.minor !== amount.minor) {
    return refused(moneyChanged('books', WHAT, reference, amount, now));
  }
  return ledgerPayment(found.value, amount.currency);
}

async function findPayment(
  api: BooksApi,
  write: LedgerWrite,
  draft: CustomerPaymentDraft,
): Promise<Result<string | undefined>> {
  const { customerId, reference, amount } = draft;
  const own = { customerId, reference, field: uniqueField.payment, total: amount, ...write };
  const found = await findOwn(api, 'customerpayments', 'customer payment', own, paymentRow);
  return found.ok ? ok(found.value?.payment_id) : found;
}

function upsert(api: BooksApi, write: LedgerWrite, draft: CustomerPaymentDraft) {
  const call = upsertCall({
    operation: 'save-customer-payment',
    path: ['customerpayments'],
    field: uniqueField.payment,
    value: write.uniqueKey,
    body: {
      customer_id: draft.customerId,
      payment_mode: 'creditcard',
      amount: amountNumber(draft.amount),
      date: draft.date,
      reference_number: draft.reference,
      description: draft.description,
      account_id: draft.accountId,
      invoices: draft.applyTo.map(({ invoiceId, amount }) => ({
        invoice_id: invoiceId,
        amount_applied: amountNumber(amount),
      })),
    },
    what: WHAT,
  });
  return callFor(api, call, 'payment', paymentShape);
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

function ledgerPayment(
  shape: z.infer<typeof paymentShape>,
  currency: string,
): Result<LedgerPayment> {
  const unused = readAmount(shape.unused_amount, currency);
  if (unused === undefined) return refused(unavailable('books'));
  return ok({ id: shape.payment_id, number: shape.payment_number, unused });
}
