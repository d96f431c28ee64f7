// Bank transactions and expenses: basic entry.
import { z } from 'zod';
import { toMinor } from '../decimal.ts';
import { booksTime } from '../zoho-time.ts';
import { blank, type Json } from './blank.ts';
import { customFieldValues, date, decimal, parse, positive, text } from './body.ts';
import { type BooksOrg, found } from './books-org.ts';
import { currencyOf, documentRate } from './currencies.ts';
import { readCustomFields } from './custom-fields.ts';
import type { Account } from './documents.ts';
import { invalidValue } from './envelope.ts';
import type { BankTransaction, Expense } from './movement-documents.ts';
import { amountsOf } from './sales-document-view.ts';

const transactionTypes = new Set(
  'deposit refund transfer_fund card_payment sales_without_invoices expense_refund owner_contribution interest_income other_income owner_drawings sales_return'.split(
    ' ',
  ),
);

export function namedAccount(org: BooksOrg, id: string | undefined, field: string): Account {
  const account = org.accounts.get(id ?? '');
  if (account === undefined) throw invalidValue(field);
  return account;
}

const transactionBody = z.object({
  transaction_type: text,
  from_account_id: text.optional(),
  to_account_id: text.optional(),
  amount: decimal,
  date,
  bank_charges: decimal.optional(),
  currency_id: text.optional(),
  exchange_rate: decimal.optional(),
  reference_number: text.optional(),
  description: text.optional(),
  customer_id: text.optional(),
  payment_mode: text.optional(),
});

/** Both accounts are needed: money in has the bank as `to`. */
export function createTransaction(org: BooksOrg, body: unknown, by: string): BankTransaction {
  const given = parse(transactionBody, body);
  if (!transactionTypes.has(given.transaction_type)) throw invalidValue('transaction_type');
  const from = namedAccount(org, given.from_account_id, 'from_account_id');
  const to = namedAccount(org, given.to_account_id, 'to_account_id');
  if (from.id === to.id) throw invalidValue('to_account_id');
  const currency = currencyOf(org, given.currency_id ?? from.currencyId);
  const amountMinor = positive(given.amount, currency.precision, 'amount');
  const charges = given.bank_charges ? toMinor(given.bank_charges, currency.precision) : 0;
  if (charges < 0 || charges > amountMinor) throw invalidValue('bank_charges');
  return org.save(org.bankTransactions, {
    ...org.kept(by),
    customFields: {},
    type: given.transaction_type,
    date: given.date,
    fromAccountId: from.id,
    toAccountId: to.id,
    amountMinor,
    bankChargesMinor: charges,
    currencyId: currency.id,
    exchangeRate: documentRate(currency, given.exchange_rate, given.date),
    referenceNumber: given.reference_number ?? '',
    description: given.description ?? '',
    customerId: given.customer_id ?? '',
    paymentMode: given.payment_mode ?? '',
  });
}

export function transactionView(org: BooksOrg, move: BankTransaction): Json {
  const currency = currencyOf(org, move.currencyId);
  const { own, base } = amountsOf(org, move);
  return {
    ...blank({
      empty: 'vendor_id vendor_name payee imported_transaction_id',
      lists: 'tags documents',
    }),
    transaction_id: move.id,
    transaction_type: move.type,
    status: 'categorized',
    date: move.date,
    from_account_id: move.fromAccountId,
    from_account_name: org.accounts.get(move.fromAccountId)?.name ?? '',
    to_account_id: move.toAccountId,
    to_account_name: org.accounts.get(move.toAccountId)?.name ?? '',
    amount: own(move.amountMinor),
    bcy_amount: base(move.amountMinor),
    bank_charges: own(move.bankChargesMinor),
    currency_id: currency.id,
    currency_code: currency.code,
    exchange_rate: Number(move.exchangeRate),
    reference_number: move.referenceNumber,
    description: move.description,
    customer_id: move.customerId,
    customer_name: org.contacts.get(move.customerId)?.name ?? '',
    payment_mode: move.paymentMode,
    created_time: booksTime(move.createdAt, org.timeZone),
    last_modified_time: booksTime(move.modifiedAt, org.timeZone),
  };
}

const expenseBody = z.object({
  account_id: text.optional(),
  paid_through_account_id: text.optional(),
  date: date.optional(),
  amount: decimal.optional(),
  currency_id: text.optional(),
  exchange_rate: decimal.optional(),
  reference_number: text.optional(),
  description: text.optional(),
  customer_id: text.optional(),
  vendor_id: text.optional(),
  custom_fields: customFieldValues.optional(),
});

export function createExpense(org: BooksOrg, body: unknown, by: string): Expense {
  const before = { ...org.kept(by), customFields: {}, lineId: org.id() };
  return org.save(org.expenses, readExpense(org, body, before));
}

export function updateExpense(org: BooksOrg, id: string, body: unknown): Expense {
  return org.save(org.expenses, readExpense(org, body, found(org.expenses, id, 'Expense')));
}

type ExpenseBefore = Pick<
  Expense,
  'id' | 'createdAt' | 'modifiedAt' | 'createdBy' | 'customFields' | 'lineId'
> &
  Partial<Expense>;

function readExpense(org: BooksOrg, body: unknown, before: ExpenseBefore): Expense {
  const given = parse(expenseBody, body);
  const account = namedAccount(org, given.account_id ?? before.accountId, 'account_id');
  const paidId = given.paid_through_account_id ?? before.paidThroughAccountId;
  const paid = namedAccount(org, paidId, 'paid_through_account_id');
  const currency = currencyOf(org, given.currency_id ?? before.currencyId ?? paid.currencyId);
  const on = given.date ?? before.date;
  if (on === undefined) throw invalidValue('date');
  const amountMinor =
    given.amount === undefined
      ? before.amountMinor
      : positive(given.amount, currency.precision, 'amount');
  if (amountMinor === undefined) throw invalidValue('amount');
  const known = org.expenses.get(before.id);
  return {
    ...before,
    customFields: readCustomFields('expenses', given.custom_fields, org.expenses, known),
    date: on,
    accountId: account.id,
    paidThroughAccountId: paid.id,
    amountMinor,
    currencyId: currency.id,
    exchangeRate: documentRate(currency, given.exchange_rate, on),
    referenceNumber: given.reference_number ?? before.referenceNumber ?? '',
    description: given.description ?? before.description ?? '',
    customerId: given.customer_id ?? before.customerId ?? '',
    vendorId: given.vendor_id ?? before.vendorId ?? '',
  };
}
