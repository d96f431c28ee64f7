// What the Books organization has from its first day: currencies, taxes and the chart of accounts.
import { addSystemAccount, createBankAccount } from '../books/accounts.ts';
import type { BooksOrg } from '../books/books-org.ts';
import { addExchangeRate } from '../books/currencies.ts';
import { createTax } from '../books/taxes.ts';

interface NewCurrency {
  readonly code: string;
  readonly name: string;
  readonly symbol: string;
  readonly precision: number;
  readonly format: string;
  /** To the base currency; none for the base itself. */
  readonly rate?: number;
}

const currencies: readonly NewCurrency[] = [
  { code: 'EUR', name: 'Euro', symbol: '€', precision: 2, format: '1.234.567,89', rate: 1.08 },
  {
    code: 'JPY',
    name: 'Japanese Yen',
    symbol: '¥',
    precision: 0,
    format: '1,234,567',
    rate: 0.0067,
  },
  { code: 'USD', name: 'United States Dollar', symbol: '$', precision: 2, format: '1,234,567.89' },
];

/** Name, type and placeholder of the system accounts, as a new organization has them. */
const accounts: readonly (readonly [name: string, type: string, placeholder: string])[] = [
  ['Undeposited Funds', 'cash', 'undeposited_funds'],
  ['Petty Cash', 'cash', 'petty_cash'],
  ['Accounts Receivable', 'accounts_receivable', 'accounts_receivable'],
  ['Accounts Payable', 'accounts_payable', 'accounts_payable'],
  ['Advance Tax', 'other_current_asset', 'advance_tax'],
  ['Tax Payable', 'other_current_liability', 'tax_payable'],
  ['Unearned Revenue', 'other_current_liability', 'unearned_revenue'],
  ['Opening Balance Adjustments', 'other_current_liability', ''],
  ['Retained Earnings', 'equity', 'retained_earnings'],
  ["Owner's Equity", 'equity', 'owners_equity'],
  ['Sales', 'income', 'gl_sales'],
  ['General Income', 'income', 'gl_general_income'],
  ['Interest Income', 'income', 'gl_interest_income'],
  ['Shipping Charge', 'income', 'gl_shipping_charge'],
  ['Discount', 'income', 'gl_discount'],
  ['Bank Fees and Charges', 'expense', 'gl_bank_fees'],
  ['Credit Card Charges', 'expense', 'gl_credit_card_charges'],
  ['Bad Debt', 'expense', 'gl_bad_debt'],
  ['Office Supplies', 'expense', ''],
  ['Exchange Gain or Loss', 'other_expense', 'gl_exchange'],
];

/** What the administrator opened on top: a clearing account for each merchant account. */
const bankAccounts = [
  {
    account_name: 'Operating Account',
    currency_code: 'USD',
    account_number: '000123456789',
    bank_name: 'First Sandbox Bank',
  },
  { account_name: 'Cybersource Clearing USD', currency_code: 'USD' },
  { account_name: 'Cybersource Clearing EUR', currency_code: 'EUR' },
  { account_name: 'Cybersource Clearing JPY', currency_code: 'JPY' },
] as const;

const RATES_FROM = '2024-01-15';

/** Sets the organization up when it is empty; a restart finds it as it was. */
export function setUpOrganization(org: BooksOrg, by: string): void {
  if (org.currencies.size > 0) return;
  for (const { rate, ...currency } of currencies) {
    const id = org.id();
    org.currencies.put(id, { ...currency, id, isBase: rate === undefined, rates: [] });
    if (rate !== undefined) addExchangeRate(org, id, { effective_date: RATES_FROM, rate });
  }
  for (const [name, type, placeholder] of accounts) {
    addSystemAccount(org, { name, type, placeholder }, by);
  }
  for (const account of bankAccounts) {
    createBankAccount(org, { ...account, account_type: 'bank' }, by);
  }
  createTax(org, { tax_name: 'Sales Tax', tax_percentage: 8.25 });
  createTax(org, { tax_name: 'VAT', tax_percentage: 20 });
}
