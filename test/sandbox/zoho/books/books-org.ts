// One Books and Inventory organization: its records, its clock and its number sequences.
import type { Collection } from '../../document-store.ts';
import { newId, type ZohoCompany } from '../company.ts';
import { orgDate } from '../zoho-time.ts';
import type {
  Account,
  Contact,
  CreditNote,
  Currency,
  Invoice,
  Item,
  Kept,
  Payment,
  SalesOrder,
  Tax,
} from './documents.ts';
import { notFound } from './envelope.ts';
import type { BankTransaction, Expense, Journal } from './movement-documents.ts';

/** The ledger both products work on: the same records and ids in Books and in Inventory. */
export class BooksOrg {
  readonly company: ZohoCompany;
  readonly contacts: Collection<Contact>;
  readonly items: Collection<Item>;
  readonly invoices: Collection<Invoice>;
  readonly salesOrders: Collection<SalesOrder>;
  readonly creditNotes: Collection<CreditNote>;
  readonly payments: Collection<Payment>;
  readonly accounts: Collection<Account>;
  readonly currencies: Collection<Currency>;
  readonly taxes: Collection<Tax>;
  readonly bankTransactions: Collection<BankTransaction>;
  readonly expenses: Collection<Expense>;
  readonly journals: Collection<Journal>;

  constructor(company: ZohoCompany) {
    this.company = company;
    const { store } = company;
    this.contacts = store.collection('books-contact');
    this.items = store.collection('books-item');
    this.invoices = store.collection('books-invoice');
    this.salesOrders = store.collection('books-salesorder');
    this.creditNotes = store.collection('books-creditnote');
    this.payments = store.collection('books-payment');
    this.accounts = store.collection('books-account');
    this.currencies = store.collection('books-currency');
    this.taxes = store.collection('books-tax');
    this.bankTransactions = store.collection('books-banktransaction');
    this.expenses = store.collection('books-expense');
    this.journals = store.collection('books-journal');
  }

  get timeZone(): string {
    return this.company.organization.timeZone;
  }

  now(): number {
    return this.company.clock.now();
  }

  /** Today in the organization's time zone. */
  today(): string {
    return orgDate(this.now(), this.timeZone);
  }

  id(): string {
    return newId(this.company, 'books');
  }

  /** What every new record carries. */
  kept(by: string): Omit<Kept, 'customFields'> {
    const now = this.now();
    return { id: this.id(), createdAt: now, modifiedAt: now, createdBy: by };
  }

  /** The next number of a sequence, e.g. `INV-000001`. */
  nextNumber(prefix: string, digits: number): string {
    const count = this.company.store.next(`books-number-${prefix}`);
    return `${prefix}${String(count).padStart(digits, '0')}`;
  }

  save<T extends Kept>(collection: Collection<T>, record: T): T {
    return collection.put(record.id, { ...record, modifiedAt: this.now() });
  }
}

/** The record, or code 1002 in the resource's name. */
export function found<T>(collection: Collection<T>, id: string, resource: string): T {
  const record = collection.get(id);
  if (record === undefined) throw notFound(resource);
  return record;
}
