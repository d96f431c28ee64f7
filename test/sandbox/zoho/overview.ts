// The company at a glance, for the sandbox's control page.
import type { BooksOrg } from './books/books-org.ts';
import { currencyOf } from './books/currencies.ts';
import {
  creditNoteStatus,
  invoiceBalance,
  invoiceStatus,
  unusedAmount,
} from './books/document-balances.ts';
import { crmModules } from './crm/crm-fields.ts';
import type { CrmOrg } from './crm/crm-org.ts';
import { minorText } from './decimal.ts';
import type { DeskOrg } from './desk/desk-org.ts';

const NEWEST = 10;

/** Counts, and the newest documents with amounts as text. */
export interface ZohoOverview {
  readonly customers: number;
  readonly items: number;
  readonly salesOrders: number;
  readonly invoicesByStatus: Readonly<Record<string, number>>;
  readonly crm: Readonly<Record<string, number>>;
  readonly tickets: number;
  readonly newestInvoices: readonly {
    readonly id: string;
    readonly number: string;
    readonly customer: string;
    readonly status: string;
    readonly total: string;
    readonly balance: string;
    readonly currency: string;
  }[];
  readonly newestPayments: readonly {
    readonly id: string;
    readonly number: string;
    readonly customer: string;
    readonly amount: string;
    readonly unused: string;
    readonly currency: string;
    readonly referenceNumber: string;
  }[];
  readonly newestCreditNotes: readonly {
    readonly id: string;
    readonly number: string;
    readonly customer: string;
    readonly status: string;
    readonly total: string;
    readonly currency: string;
  }[];
  readonly newestTickets: readonly {
    readonly id: string;
    readonly number: string;
    readonly subject: string;
    readonly status: string;
  }[];
}

export function overviewOf(books: BooksOrg, crm: CrmOrg, desk: DeskOrg): ZohoOverview {
  const today = books.today();
  const name = (id: string) => books.contacts.get(id)?.name ?? '';
  const currency = (one: { readonly currencyId: string }) => currencyOf(books, one.currencyId);
  const text = (one: { readonly currencyId: string }, minor: number) =>
    minorText(minor, currency(one).precision);
  const newest = <T>(records: readonly T[]) => records.slice(-NEWEST).reverse();
  const statuses: Record<string, number> = {};
  for (const invoice of books.invoices.list()) {
    const status = invoiceStatus(invoice, today);
    statuses[status] = (statuses[status] ?? 0) + 1;
  }
  return {
    customers: books.contacts.size,
    items: books.items.size,
    salesOrders: books.salesOrders.size,
    invoicesByStatus: statuses,
    crm: Object.fromEntries(crmModules.map((one) => [one.apiName, crm.of(one).length])),
    tickets: desk.tickets.list().filter((ticket) => !ticket.isTrashed).length,
    newestInvoices: newest(books.invoices.list()).map((invoice) => ({
      id: invoice.id,
      number: invoice.number,
      customer: name(invoice.customerId),
      status: invoiceStatus(invoice, today),
      total: text(invoice, invoice.totals.totalMinor),
      balance: text(invoice, invoiceBalance(invoice)),
      currency: currency(invoice).code,
    })),
    newestPayments: newest(books.payments.list()).map((payment) => ({
      id: payment.id,
      number: payment.number,
      customer: name(payment.customerId),
      amount: text(payment, payment.amountMinor),
      unused: text(payment, unusedAmount(payment)),
      currency: currency(payment).code,
      referenceNumber: payment.referenceNumber,
    })),
    newestCreditNotes: newest(books.creditNotes.list()).map((note) => ({
      id: note.id,
      number: note.number,
      customer: name(note.customerId),
      status: creditNoteStatus(note),
      total: text(note, note.totals.totalMinor),
      currency: currency(note).code,
    })),
    newestTickets: newest(desk.tickets.list()).map(({ id, number, subject, status }) => ({
      id,
      number,
      subject,
      status,
    })),
  };
}
