// Puts the company of company-data.ts into the three products, once; a restart finds it there.
import { accountByName } from '../books/accounts.ts';
import { currencyOf, precisionOf } from '../books/currencies.ts';
import { invoiceBalance, invoiceStatus } from '../books/document-balances.ts';
import type { Invoice, Item } from '../books/documents.ts';
import { invoiceOf, voidInvoice } from '../books/invoices.ts';
import { fromMinor } from '../decimal.ts';
import { deskDepartments } from '../desk/desk-org.ts';
import { customers, items } from './company-data.ts';
import { deals, invoices, type SeedInvoice, tickets } from './company-documents.ts';
import type { SeededCustomer, Seeder } from './seeder.ts';

interface SeededInvoice {
  readonly invoiceId: string;
  readonly customerEmail: string;
  readonly currencyCode: string;
  readonly totalMinor: number;
  readonly balanceMinor: number;
  readonly status: string;
  readonly date: string;
}

/** Ids of what was created, by the name a reader knows it by. */
export interface SeededCompany {
  readonly customers: Readonly<Record<string, SeededCustomer>>;
  readonly items: Readonly<
    Record<string, { readonly itemId: string; readonly rate: string; readonly name: string }>
  >;
  readonly invoices: Readonly<Record<string, SeededInvoice>>;
  readonly creditNotes: Readonly<Record<string, string>>;
  readonly accounts: Readonly<Record<string, string>>;
  readonly currencies: Readonly<Record<string, string>>;
  readonly taxes: Readonly<Record<string, string>>;
  readonly departments: Readonly<Record<string, string>>;
  readonly deals: Readonly<Record<string, string>>;
  /** By ticket number. */
  readonly tickets: Readonly<
    Record<
      string,
      { readonly ticketId: string; readonly subject: string; readonly customerEmail: string }
    >
  >;
}

const SEED = 'company';

/** Same answer at every call and after every restart. */
export function seedCompany(seeder: Seeder): SeededCompany {
  const kept = seeder.books.company.store.collection<SeededCompany>('seed');
  return kept.get(SEED) ?? kept.put(SEED, create(seeder));
}

function create(seeder: Seeder): SeededCompany {
  const { books } = seeder;
  const people = new Map(customers.map((one) => [one.email, seeder.customer(one)]));
  const goods = new Map(items.map((one): [string, Item] => [one.sku, seeder.item(one)]));
  const made = invoices.map((one) => seedInvoice(seeder, one, known(people, one.customer), goods));
  const byName = <T extends { readonly id: string }>(records: T[], name: (record: T) => string) =>
    Object.fromEntries(records.map((record) => [name(record), record.id]));
  return {
    customers: Object.fromEntries(people),
    items: Object.fromEntries(
      [...goods].map(([sku, { id, rate, name }]) => [sku, { itemId: id, rate, name }]),
    ),
    invoices: Object.fromEntries(
      made.map((invoice, index) => [
        invoice.number,
        seededInvoice(seeder, invoice.id, invoices[index]?.customer ?? ''),
      ]),
    ),
    creditNotes: byName(books.creditNotes.list(), (note) => note.number),
    accounts: byName(books.accounts.list(), (account) => account.name),
    currencies: byName(books.currencies.list(), (currency) => currency.code),
    taxes: byName(books.taxes.list(), (tax) => tax.name),
    departments: Object.fromEntries(deskDepartments.map(({ id, name }) => [name, id])),
    deals: seedDeals(seeder, people),
    tickets: seedTickets(seeder, people),
  };
}

function known<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the seed has no ${key}`);
  return value;
}

function seededInvoice(seeder: Seeder, id: string, customerEmail: string): SeededInvoice {
  const invoice = invoiceOf(seeder.books, id);
  return {
    invoiceId: id,
    customerEmail,
    currencyCode: currencyOf(seeder.books, invoice.currencyId).code,
    totalMinor: invoice.totals.totalMinor,
    balanceMinor: invoiceBalance(invoice),
    status: invoiceStatus(invoice, seeder.books.today()),
    date: invoice.date,
  };
}

function seedInvoice(
  seeder: Seeder,
  given: SeedInvoice,
  customer: SeededCustomer,
  goods: ReadonlyMap<string, Item>,
): Invoice {
  const { books } = seeder;
  const tax = books.taxes.list().find((one) => one.name === given.tax);
  const invoice = seeder.invoice({
    customer,
    date: seeder.daysAgo(given.daysAgo),
    ...(given.state === 'overdue' ? { dueDate: seeder.daysAgo(given.daysAgo - 15) } : {}),
    ...(given.state === 'partially-paid' ? { dueDate: seeder.daysAgo(given.daysAgo - 45) } : {}),
    lines: given.lines.map(([sku, quantity, rate]) => ({
      item: known(goods, sku),
      quantity,
      ...(rate === undefined ? {} : { rate }),
    })),
    ...(tax === undefined ? {} : { taxId: tax.id }),
    state: given.state === 'draft' ? 'draft' : 'sent',
  });
  finish(seeder, given, invoice);
  return invoice;
}

/** Takes a sent invoice to the state the seed wants, by the means a company has. */
function finish(seeder: Seeder, { state, daysAgo }: SeedInvoice, invoice: Invoice): void {
  const { totalMinor } = invoice.totals;
  const date = seeder.daysAgo(Math.max(0, daysAgo - 9));
  switch (state) {
    case 'paid':
      bankTransfer(seeder, invoice, totalMinor, totalMinor, date);
      break;
    case 'partially-paid':
      bankTransfer(seeder, invoice, Math.floor(totalMinor / 2), Math.floor(totalMinor / 2), date);
      break;
    case 'overpaid':
      bankTransfer(seeder, invoice, totalMinor + 2000, totalMinor, date);
      break;
    case 'credited':
      bankTransfer(seeder, invoice, totalMinor, totalMinor, date);
      seeder.creditNote({
        invoice,
        date,
        amountMinor: Math.floor(totalMinor / 2),
        description: 'One grinder came damaged',
      });
      break;
    case 'void':
      voidInvoice(seeder.books, invoice.id);
      break;
    case 'draft':
    case 'sent':
    case 'overdue':
      break;
  }
}

function bankTransfer(
  seeder: Seeder,
  invoice: Invoice,
  paidMinor: number,
  appliedMinor: number,
  date: string,
): void {
  const precision = precisionOf(seeder.books, invoice);
  seeder.payment({
    customer_id: invoice.customerId,
    payment_mode: 'banktransfer',
    amount: fromMinor(paidMinor, precision),
    date,
    reference_number: `WIRE-${invoice.number}`,
    account_id: accountByName(seeder.books, 'Operating Account').id,
    invoices: [{ invoice_id: invoice.id, amount_applied: fromMinor(appliedMinor, precision) }],
  });
}

function seedDeals(
  seeder: Seeder,
  people: ReadonlyMap<string, SeededCustomer>,
): Record<string, string> {
  const out: Record<string, string> = {};
  for (const { customer, inDays, ...values } of deals) {
    const { crmAccountId, crmContactId } = known(people, customer);
    out[values.Deal_Name] = seeder.crmRecord('Deals', {
      ...values,
      Closing_Date: seeder.daysAgo(-inDays),
      Account_Name: { id: crmAccountId },
      Contact_Name: { id: crmContactId },
    });
  }
  return out;
}

function seedTickets(
  seeder: Seeder,
  people: ReadonlyMap<string, SeededCustomer>,
): SeededCompany['tickets'] {
  const out: Record<string, SeededCompany['tickets'][string]> = {};
  for (const { customer, department, comments, ...body } of tickets) {
    const departmentId = deskDepartments.find((one) => one.name === department)?.id;
    const contactId = known(people, customer).deskContactId;
    const ticket = seeder.ticket({ ...body, departmentId, contactId, email: customer }, comments);
    out[ticket.number] = { ticketId: ticket.id, subject: body.subject, customerEmail: customer };
  }
  return out;
}
