// How Books answers accounts: a list row, the answer to a write, and the record with its transactions.
import { fromMinor } from '../decimal.ts';
import { booksTime, longDate } from '../zoho-time.ts';
import { type AccountTransaction, accountTransactions, balanceOf } from './account-balances.ts';
import { isBankAccount } from './accounts.ts';
import { blank, type Json } from './blank.ts';
import type { BooksOrg } from './books-org.ts';
import { baseCurrency, currencyOf, money, toBase } from './currencies.ts';
import type { Account } from './documents.ts';

export function accountRow(org: BooksOrg, account: Account): Json {
  return {
    ...blank({
      empty: 'parent_account_id parent_account_name child_count',
      no: 'can_show_in_ze has_attachment is_child_present is_standalone_account',
      lists: 'documents',
    }),
    account_id: account.id,
    account_name: account.name,
    account_code: account.code,
    account_type: account.type,
    description: account.description,
    placeholder: account.placeholder,
    is_register_supported_account: isBankAccount(account),
    is_user_created: !account.isSystem,
    is_system_account: account.isSystem,
    is_active: account.isActive,
    depth: 0,
    ...times(org, account),
  };
}

/** The answer to a create or an update: other keys than a list row's. */
export function accountDetail(org: BooksOrg, account: Account): Json {
  const currency = currencyOf(org, account.currencyId);
  return {
    ...blank({
      empty: 'account_code_prefix generation_number parent_account_id parent_account_name',
      no: 'is_standalone_account',
      lists: 'custom_fields documents opening_balances',
      objects: 'custom_field_hash',
    }),
    account_id: account.id,
    account_name: account.name,
    account_code: account.code,
    is_active: account.isActive,
    status: account.isActive ? 'active' : 'inactive',
    account_type: account.type,
    account_type_formatted: titleCase(account.type),
    can_show_in_ze: !account.isSystem,
    currency_id: currency.id,
    currency_code: currency.code,
    description: account.description,
    ...times(org, account),
  };
}

/** The answer to a read by id. */
export function accountRecord(org: BooksOrg, account: Account): Json {
  const currency = currencyOf(org, account.currencyId);
  const transactions = accountTransactions(org, account);
  const minor = isBankAccount(account)
    ? balanceOf(org, account)
    : transactions.reduce((sum, one) => sum + one.creditMinor - one.debitMinor, 0);
  return {
    ...blank({ empty: 'parent_account_name parent_account_id', lists: 'documents custom_fields' }),
    transactions: transactions.map((one) => transactionRow(org, one)),
    account_id: account.id,
    account_name: account.name,
    account_code: account.code,
    account_type: account.type,
    account_type_formatted: titleCase(account.type),
    description: account.description,
    placeholder: account.placeholder,
    status: account.isActive ? 'active' : 'inactive',
    is_active: account.isActive,
    is_system_account: account.isSystem,
    is_bulk_update_supported: true,
    is_register_supported_account: isBankAccount(account),
    is_involved_in_transaction: transactions.length > 0 || minor !== 0,
    isdebit: !['income', 'equity', 'other_current_liability'].includes(account.type),
    closing_balance: fromMinor(minor, currency.precision),
    closing_balance_formatted: money(minor, currency),
  };
}

/** Both balances of a bank account, in its own and in the base currency. */
export function balances(org: BooksOrg, account: Account): Json {
  const currency = currencyOf(org, account.currencyId);
  const minor = balanceOf(org, account);
  const rate = currency.isBase ? '1' : (currency.rates.at(-1)?.rate ?? '1');
  return {
    balance: fromMinor(minor, currency.precision),
    bank_balance: 0,
    bcy_balance: fromMinor(toBase(org, minor, currency, rate), baseCurrency(org).precision),
  };
}

function times(org: BooksOrg, account: Account): Json {
  return {
    created_time: booksTime(account.createdAt, org.timeZone),
    last_modified_time: booksTime(account.modifiedAt, org.timeZone),
  };
}

function titleCase(type: string): string {
  return type.replace(
    /(^|_)(\w)/g,
    (_, gap: string, letter: string) => `${gap && ' '}${letter.toUpperCase()}`,
  );
}

/** Debits and credits are a number or, on the other side, an empty text. */
function transactionRow(org: BooksOrg, one: AccountTransaction): Json {
  const currency = currencyOf(org, one.currencyId);
  const amount = (minor: number) => (minor === 0 ? '' : fromMinor(minor, currency.precision));
  const formatted = (minor: number) => (minor === 0 ? '' : money(minor, currency));
  return {
    date: one.date,
    date_formatted: longDate(one.date),
    transaction_id: one.id,
    entity_type: one.type,
    entity_type_formatted: one.type === 'invoice' ? 'Invoice' : 'Credit Note',
    reference_number: one.referenceNumber,
    customer_id: one.customerId,
    customer_name: org.contacts.get(one.customerId)?.name ?? '',
    debit: amount(one.debitMinor),
    debit_formatted: formatted(one.debitMinor),
    credit: amount(one.creditMinor),
    credit_formatted: formatted(one.creditMinor),
    fcy_debit: amount(one.debitMinor),
    fcy_debit_formatted: formatted(one.debitMinor),
    fcy_credit: amount(one.creditMinor),
    fcy_credit_formatted: formatted(one.creditMinor),
  };
}
