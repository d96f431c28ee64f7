// What the comparison looks at: the stand-ins' own records, as they are at rest, read past all of our code.
import type { Transaction } from '../../sandbox/cybersource/transactions.ts';
import { DocumentStore } from '../../sandbox/document-store.ts';
import {
  companyCurrencies,
  company as facts,
  merchantIds,
} from '../../sandbox/setup/company-facts.ts';
import { currencyOf } from '../../sandbox/zoho/books/currencies.ts';
import { invoiceBalance } from '../../sandbox/zoho/books/document-balances.ts';
import type { Refund } from '../../sandbox/zoho/books/documents.ts';
import type { Company } from '../company/company.ts';

/** A row of our Data Store, columns as answered: numbers are texts. */
export type StoredRow = Readonly<Record<string, string | null>>;

/** Money that left an account of the books. */
interface BookedRefund {
  readonly reference: string;
  readonly amountMinor: number;
  readonly accountId: string;
}

/** Amounts in minor units of the record's currency. */
export interface World {
  readonly installation: string;
  /** Every transaction that the gateway knows. */
  readonly gateway: readonly Pick<
    Transaction,
    | 'id'
    | 'kind'
    | 'merchantId'
    | 'code'
    | 'mti'
    | 'rootId'
    | 'currency'
    | 'amountMinor'
    | 'status'
    | 'sale'
    | 'capturedMinor'
    | 'refundedMinor'
    | 'voided'
  >[];
  readonly orders: readonly {
    readonly id: string;
    readonly status: string;
    readonly currency: string;
    readonly totalMinor: number;
    readonly email: string;
    readonly name: string;
  }[];
  readonly customers: readonly {
    readonly id: string;
    readonly email: string;
    readonly currency: string;
  }[];
  readonly salesOrders: readonly BookedDocument[];
  readonly invoices: readonly (BookedDocument & {
    readonly base: string;
    readonly balanceMinor: number;
  })[];
  readonly payments: readonly {
    readonly reference: string;
    readonly amountMinor: number;
    readonly accountId: string;
    readonly customerId: string;
    readonly refunds: readonly BookedRefund[];
  }[];
  readonly creditNotes: readonly (BookedDocument & {
    readonly refunds: readonly BookedRefund[];
  })[];
  readonly crmContacts: readonly { readonly email: string }[];
  readonly crmAccounts: readonly { readonly name: string }[];
  /** Books account id by merchant id. */
  readonly clearingAccounts: Readonly<Record<string, string>>;
  readonly store: Readonly<
    Record<'Inbox' | 'Runs' | 'Movements' | 'Payments' | 'Audit', readonly StoredRow[]>
  >;
}

interface BookedDocument {
  readonly reference: string;
  readonly totalMinor: number;
  readonly customerId: string;
}

const ALL_ROWS = 100_000;

/** The world as it stands; nothing of ours may be at work. */
export function readWorld(company: Company): World {
  const { catalyst, shop, zoho, clearingAccounts } = company;
  const { books, crm } = zoho.seed;
  const rows = (table: string) => catalyst.tables.newest(table, ALL_ROWS).reverse() as StoredRow[];
  const valuesOf = (module: string) =>
    crm.records.list().flatMap((record) => (record.module === module ? [record.values] : []));
  return {
    installation: facts.installation,
    gateway: storedDocuments<Transaction>(company.dataDir, 'cybersource', 'transaction'),
    orders: shop.orders().map(({ id, status, currency, totalMinor, billing }) => ({
      id: String(id),
      status,
      currency,
      totalMinor,
      email: billing.email,
      name: `${billing.first_name} ${billing.last_name}`,
    })),
    customers: books.contacts.list().map(({ id, persons, currencyId }) => ({
      id,
      email: persons.find(({ isPrimary }) => isPrimary)?.email ?? '',
      currency: currencyOf(books, currencyId).code,
    })),
    salesOrders: books.salesOrders.list().map(documentOf),
    invoices: books.invoices.list().map((one) => ({
      ...documentOf(one),
      base: one.base,
      balanceMinor: invoiceBalance(one),
    })),
    payments: books.payments.list().map((one) => ({
      reference: one.referenceNumber,
      amountMinor: one.amountMinor,
      accountId: one.accountId,
      customerId: one.customerId,
      refunds: one.refunds.map(refundOf),
    })),
    creditNotes: books.creditNotes.list().map((one) => ({
      ...documentOf(one),
      refunds: one.refunds.map(refundOf),
    })),
    crmContacts: valuesOf('Contacts').map(({ Email }) => ({ email: String(Email ?? '') })),
    crmAccounts: valuesOf('Accounts').map(({ Account_Name }) => ({ name: String(Account_Name) })),
    clearingAccounts: Object.fromEntries(
      companyCurrencies.map((currency) => [merchantIds[currency], clearingAccounts[currency]]),
    ),
    store: {
      Inbox: rows('Inbox'),
      Runs: rows('Runs'),
      Movements: rows('Movements'),
      Payments: rows('Payments'),
      Audit: rows('Audit'),
    },
  };
}

/** The gateway's ledger from its own file. */
/** What a stand-in has on disk, e.g. the gateway its signing keys. */
export function storedDocuments<T>(dataDir: string, standIn: string, collection: string): T[] {
  const file = new DocumentStore(dataDir, standIn);
  try {
    return file.collection<T>(collection).list();
  } finally {
    file.close();
  }
}

function documentOf(one: {
  readonly referenceNumber: string;
  readonly customerId: string;
  readonly totals: { readonly totalMinor: number };
}): BookedDocument {
  const { referenceNumber: reference, customerId, totals } = one;
  return { reference, customerId, totalMinor: totals.totalMinor };
}

function refundOf({ referenceNumber, amountMinor, fromAccountId }: Refund): BookedRefund {
  return { reference: referenceNumber, amountMinor, accountId: fromAccountId };
}
