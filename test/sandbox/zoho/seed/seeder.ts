// Creates records directly, through the very code that the API routes call.

import { accountByName } from '../books/accounts.ts';
import type { BooksOrg } from '../books/books-org.ts';
import { createContact } from '../books/contacts.ts';
import { createNote, refundNote } from '../books/credit-notes.ts';
import { currencyByCode, currencyOf } from '../books/currencies.ts';
import { invoiceBalance } from '../books/document-balances.ts';
import type { CreditNote, Invoice, Item, Payment } from '../books/documents.ts';
import { createInvoice, markSent } from '../books/invoices.ts';
import { createItem } from '../books/items.ts';
import { createPayment } from '../books/payments.ts';
import { crmModuleOf } from '../crm/crm-fields.ts';
import type { CrmOrg } from '../crm/crm-org.ts';
import { createRow } from '../crm/crm-writes.ts';
import { fromMinor } from '../decimal.ts';
import { createDeskAccount, createDeskContact } from '../desk/desk-contacts.ts';
import type { DeskOrg, DeskTicket } from '../desk/desk-org.ts';
import { addComment, createTicket } from '../desk/desk-tickets.ts';
import type { ZohoUser } from '../users.ts';
import { addDays } from '../zoho-time.ts';

export interface NewCustomer {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone?: string;
  /** A business has a CRM account and a Desk account of this name. */
  readonly company?: string;
  readonly currencyCode?: string;
  readonly paymentTerms?: number;
  readonly address?: Readonly<
    Record<'address' | 'city' | 'state' | 'zip' | 'country' | 'country_code', string>
  >;
}

/** The same customer in each product. */
export interface SeededCustomer {
  readonly email: string;
  readonly name: string;
  readonly currencyCode: string;
  readonly booksContactId: string;
  readonly crmContactId: string;
  /** Empty for a person without a company. */
  readonly crmAccountId: string;
  readonly deskContactId: string;
}

export interface NewInvoice {
  readonly customer: SeededCustomer;
  readonly date: string;
  readonly dueDate?: string;
  readonly lines: readonly {
    readonly item: Item;
    readonly quantity: number;
    readonly rate?: number;
  }[];
  readonly taxId?: string;
  readonly state: 'draft' | 'sent';
  readonly referenceNumber?: string;
}

export interface NewCardPayment {
  readonly invoiceId: string;
  /** The gateway's transaction id. */
  readonly referenceNumber: string;
  readonly date: string;
  /** The invoice's balance when absent. */
  readonly amountMinor?: number;
  /** Value of the unique field `cf_tallybridge_payment`. */
  readonly uniqueValue?: string;
}

export class Seeder {
  readonly books: BooksOrg;
  readonly crm: CrmOrg;
  readonly desk: DeskOrg;
  readonly #by: ZohoUser;

  constructor(books: BooksOrg, crm: CrmOrg, desk: DeskOrg, by: ZohoUser) {
    this.books = books;
    this.crm = crm;
    this.desk = desk;
    this.#by = by;
  }

  customer(given: NewCustomer): SeededCustomer {
    const { firstName, lastName, email, phone = '', company } = given;
    const currencyCode = given.currencyCode ?? 'USD';
    const crmAccountId =
      company === undefined
        ? ''
        : this.crmRecord('Accounts', { Account_Name: company, Phone: phone || null });
    const crmContactId = this.crmRecord('Contacts', {
      First_Name: firstName,
      Last_Name: lastName,
      Email: email,
      Phone: phone || null,
      ...(crmAccountId === '' ? {} : { Account_Name: { id: crmAccountId } }),
    });
    const name = company ?? `${firstName} ${lastName}`;
    const body = {
      contact_name: name,
      company_name: company ?? '',
      customer_sub_type: company === undefined ? 'individual' : 'business',
      currency_id: currencyByCode(this.books, currencyCode).id,
      payment_terms: given.paymentTerms ?? 0,
      billing_address: given.address,
      shipping_address: given.address,
      contact_persons: [
        { first_name: firstName, last_name: lastName, email, phone, is_primary_contact: true },
      ],
    };
    const link = { zcrmAccountId: crmAccountId, zcrmContactId: crmContactId };
    const contact = createContact(this.books, body, this.#by.booksUserId, link);
    return {
      email,
      name,
      currencyCode,
      booksContactId: contact.id,
      crmContactId,
      crmAccountId,
      deskContactId: this.#deskContact(given),
    };
  }

  item(body: {
    name: string;
    sku: string;
    rate: number;
    unit?: string;
    description?: string;
    product_type?: string;
  }): Item {
    return createItem(this.books, body, this.#by.booksUserId);
  }

  invoice(given: NewInvoice): Invoice {
    const body = {
      customer_id: given.customer.booksContactId,
      date: given.date,
      ...(given.dueDate === undefined ? {} : { due_date: given.dueDate }),
      reference_number: given.referenceNumber ?? '',
      line_items: given.lines.map(({ item, quantity, rate }) => ({
        item_id: item.id,
        quantity,
        ...(rate === undefined ? {} : { rate }),
        ...(given.taxId === undefined ? {} : { tax_id: given.taxId }),
      })),
    };
    const invoice = createInvoice(this.books, body, this.#by.booksUserId);
    return given.state === 'draft' ? invoice : markSent(this.books, invoice.id);
  }

  /** A payment by card into the clearing account of the invoice's currency. */
  cardPayment(given: NewCardPayment): Payment {
    const invoice = this.books.invoices.get(given.invoiceId);
    if (invoice === undefined) throw new Error(`no invoice ${given.invoiceId}`);
    const currency = currencyOf(this.books, invoice.currencyId);
    const minor = given.amountMinor ?? invoiceBalance(invoice);
    const clearing = accountByName(this.books, `Cybersource Clearing ${currency.code}`);
    const amount = fromMinor(minor, currency.precision);
    const body = {
      customer_id: invoice.customerId,
      payment_mode: 'creditcard',
      amount,
      date: given.date,
      reference_number: given.referenceNumber,
      account_id: clearing.id,
      invoices: [{ invoice_id: invoice.id, amount_applied: amount }],
      ...(given.uniqueValue === undefined
        ? {}
        : { custom_fields: [{ api_name: 'cf_tallybridge_payment', value: given.uniqueValue }] }),
    };
    return createPayment(this.books, body, this.#by.booksUserId);
  }

  /** Any other payment, by a body as the API takes it. */
  payment(body: unknown): Payment {
    return createPayment(this.books, body, this.#by.booksUserId);
  }

  /** A credit note on an invoice; with `refundFrom` also its refund out of that account. */
  creditNote(given: {
    readonly invoice: Invoice;
    readonly date: string;
    readonly amountMinor: number;
    readonly description: string;
    readonly refundFrom?: { readonly accountName: string; readonly referenceNumber: string };
  }): CreditNote {
    const { invoice, date, refundFrom } = given;
    const { precision } = currencyOf(this.books, invoice.currencyId);
    const amount = fromMinor(given.amountMinor, precision);
    const line = {
      account_id: accountByName(this.books, 'Sales').id,
      description: given.description,
      rate: amount,
      quantity: 1,
      invoice_id: invoice.id,
    };
    const body = { customer_id: invoice.customerId, date, line_items: [line] };
    const options = { invoiceId: invoice.id, ignoreAutoNumber: false };
    const note = createNote(this.books, body, this.#by.booksUserId, options);
    if (refundFrom === undefined) return note;
    const [refunded] = refundNote(this.books, note.id, {
      date,
      amount,
      refund_mode: 'creditcard',
      reference_number: refundFrom.referenceNumber,
      from_account_id: accountByName(this.books, refundFrom.accountName).id,
    });
    return refunded;
  }

  /** A CRM record; its id. */
  crmRecord(moduleName: string, values: Readonly<Record<string, unknown>>): string {
    const module = crmModuleOf(moduleName);
    if (module === undefined) throw new Error(`no module ${moduleName}`);
    const context = { org: this.crm, module, by: this.#by.crmUserId };
    const row = createRow(context, values, 0);
    const details = row.details as { readonly id?: string };
    if (row.status !== 'success' || details.id === undefined) {
      throw new Error(`${moduleName} refused: ${JSON.stringify(row)}`);
    }
    return details.id;
  }

  ticket(body: Readonly<Record<string, unknown>>, comments: readonly string[] = []): DeskTicket {
    const ticket = createTicket(this.desk, body, this.#by.deskAgentId);
    for (const content of comments) {
      addComment(this.desk, ticket, { content, isPublic: false }, this.#by.deskAgentId);
    }
    return ticket;
  }

  /** yyyy-mm-dd, so many days before the organization's today. */
  daysAgo(days: number): string {
    return addDays(this.books.today(), -days);
  }

  #deskContact({ firstName, lastName, email, phone, company }: NewCustomer): string {
    const known = this.desk.accounts.list().find((one) => one.name === company);
    const account =
      company === undefined
        ? undefined
        : (known ?? createDeskAccount(this.desk, { accountName: company, email, website: '' }));
    const body = {
      firstName,
      lastName,
      email,
      phone: phone ?? null,
      ...(account === undefined ? {} : { accountId: account.id }),
    };
    return createDeskContact(this.desk, body, this.#by.deskAgentId).id;
  }
}
