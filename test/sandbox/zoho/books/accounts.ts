// Chart of accounts and bank accounts: which there are, made, changed and deleted.
import { z } from 'zod';
import { flag, parse, text } from './body.ts';
import { type BooksOrg, found } from './books-org.ts';
import { baseCurrency, currencyByCode, currencyOf } from './currencies.ts';
import type { Account } from './documents.ts';
import { alreadyExists, invalidValue, refused } from './envelope.ts';

/** Names the ledger itself needs. */
export const systemAccounts = {
  undeposited: 'Undeposited Funds',
  bankFees: 'Bank Fees and Charges',
  receivable: 'Accounts Receivable',
  sales: 'Sales',
} as const;

/** `account_type` values an API client may use. */
const accountTypes = new Set(
  'other_asset other_current_asset fixed_asset cash bank credit_card other_current_liability long_term_liability other_liability equity income other_income expense cost_of_goods_sold other_expense accounts_receivable accounts_payable'.split(
    ' ',
  ),
);
const bankTypes = new Set(['bank', 'credit_card', 'cash', 'paypal', 'undeposited_funds']);

const accountBody = z.object({
  account_name: text.optional(),
  account_type: text.optional(),
  account_code: text.optional(),
  description: text.optional(),
  currency_id: text.optional(),
  currency_code: text.optional(),
  bank_name: text.optional(),
  account_number: text.optional(),
  routing_number: text.optional(),
  is_primary_account: flag.optional(),
});

export function accountByName(org: BooksOrg, name: string): Account {
  const account = org.accounts.list().find((one) => one.name === name);
  if (account === undefined) throw refused(`Account ${name} is missing.`);
  return account;
}

/** The account a request names in `field`, or the default of that name. */
export function accountOr(
  org: BooksOrg,
  id: string | undefined,
  field: string,
  fallback: string,
): Account {
  if (id === undefined || id === '') return accountByName(org, fallback);
  const account = org.accounts.get(id);
  if (account === undefined) throw invalidValue(field);
  return account;
}

export function createAccount(org: BooksOrg, body: unknown, by: string): Account {
  const given = parse(accountBody, body);
  const type = given.account_type ?? '';
  if (!accountTypes.has(type)) throw invalidValue('account_type');
  return addAccount(org, given, type, by);
}

export function createBankAccount(org: BooksOrg, body: unknown, by: string): Account {
  const given = parse(accountBody, body);
  const type = given.account_type ?? '';
  if (!['bank', 'credit_card'].includes(type)) throw invalidValue('account_type');
  return addAccount(org, given, type, by);
}

type AccountBody = z.infer<typeof accountBody>;

function addAccount(org: BooksOrg, given: AccountBody, type: string, by: string): Account {
  const name = given.account_name ?? '';
  refuseName(org, name);
  return org.accounts.put(
    ...withId({
      ...org.kept(by),
      customFields: {},
      name,
      code: given.account_code ?? '',
      type,
      description: given.description ?? '',
      currencyId: currencyFor(org, given),
      isSystem: false,
      isActive: true,
      placeholder: '',
      bankName: given.bank_name ?? '',
      accountNumber: given.account_number ?? '',
      routingNumber: given.routing_number ?? '',
    }),
  );
}

function refuseName(org: BooksOrg, name: string, ownId = ''): void {
  if (name === '') throw invalidValue('account_name');
  const wanted = name.toLowerCase();
  const taken = org.accounts
    .list()
    .some((one) => one.name.toLowerCase() === wanted && one.id !== ownId);
  if (taken) throw alreadyExists('Account', name);
}

/** Name, code, description and bank details; the type and the currency stand. */
export function updateAccount(org: BooksOrg, id: string, body: unknown): Account {
  const before = found(org.accounts, id, 'Account');
  const given = parse(accountBody, body);
  const name = given.account_name ?? before.name;
  refuseName(org, name, id);
  return org.save(org.accounts, {
    ...before,
    name,
    code: given.account_code ?? before.code,
    description: given.description ?? before.description,
    bankName: given.bank_name ?? before.bankName,
    accountNumber: given.account_number ?? before.accountNumber,
    routingNumber: given.routing_number ?? before.routingNumber,
  });
}

/** An account that is not active can't be used for new transactions. */
export function setActive(org: BooksOrg, id: string, isActive: boolean): void {
  org.save(org.accounts, { ...found(org.accounts, id, 'Account'), isActive });
}

/** System accounts and accounts with transactions stay. */
export function deleteAccount(org: BooksOrg, id: string): void {
  const account = found(org.accounts, id, 'Account');
  if (account.isSystem || isUsed(org, id)) {
    throw refused('System accounts and accounts with transactions cannot be deleted.');
  }
  org.accounts.delete(id);
}

function isUsed(org: BooksOrg, id: string): boolean {
  const records = [
    org.payments.list(),
    org.expenses.list(),
    org.bankTransactions.list(),
    org.journals.list(),
    org.invoices.list(),
    org.creditNotes.list(),
    org.items.list(),
  ];
  return records.flat().some((record) => JSON.stringify(record).includes(`"${id}"`));
}

function currencyFor(org: BooksOrg, given: AccountBody): string {
  if (given.currency_id !== undefined) return currencyOf(org, given.currency_id).id;
  if (given.currency_code !== undefined) return currencyByCode(org, given.currency_code).id;
  return baseCurrency(org).id;
}

/** A system account, as every organization has from its first day. */
export function addSystemAccount(
  org: BooksOrg,
  given: { name: string; type: string; placeholder: string },
  by: string,
): Account {
  return org.accounts.put(
    ...withId({
      ...org.kept(by),
      ...given,
      customFields: {},
      code: '',
      description: '',
      currencyId: baseCurrency(org).id,
      isSystem: true,
      isActive: true,
      bankName: '',
      accountNumber: '',
      routingNumber: '',
    }),
  );
}

function withId(account: Account): [string, Account] {
  return [account.id, account];
}

export function isBankAccount(account: Account): boolean {
  return bankTypes.has(account.type);
}
