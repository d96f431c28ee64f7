// Reads live records for the host pages from the Zoho stand-ins.
import * as z from 'zod/mini';

/** Path with query below each product's API root, e.g. `invoices/4600…` of `books`; undefined when not found. */
export type ReadZoho = (product: 'books' | 'crm' | 'desk', path: string) => Promise<unknown>;

const text = z.catch(z.string(), '');
const id = z.string();
const amount = z.number();

const invoiceRow = z.object({
  invoice_id: id,
  invoice_number: text,
  customer_name: text,
  date: text,
  status: text,
  total: amount,
  balance: amount,
  currency_code: text,
});
const invoice = z.extend(invoiceRow, {
  customer_id: id,
  reference_number: text,
  due_date: text,
  line_items: z.array(
    z.object({ name: text, description: text, quantity: amount, rate: amount, item_total: amount }),
  ),
  sub_total: amount,
  tax_total: z.catch(amount, 0),
  shipping_charge: z.catch(amount, 0),
  adjustment: z.catch(amount, 0),
  adjustment_description: text,
});
const payment = z.object({
  payment_id: id,
  payment_number: z.catch(z.coerce.string(), ''),
  date: text,
  amount,
  payment_mode: text,
  reference_number: text,
});
const creditNote = z.object({
  creditnote_id: id,
  creditnote_number: text,
  date: text,
  status: text,
  total: amount,
  notes: text,
  total_refunded_amount: z.catch(amount, 0),
  line_items: z.array(z.object({ name: text, description: text })),
});
const creditNoteRow = z.object({ creditnote_id: id });
const customer = z.object({
  contact_id: id,
  contact_name: text,
  company_name: text,
  email: text,
  currency_code: text,
});
const named = z.catch(z.nullable(z.object({ id, name: text })), null);
const crmRecord = z.looseObject({
  id,
  Full_Name: text,
  Account_Name: z.catch(z.union([named, z.string()]), null),
  Deal_Name: text,
  Contact_Name: named,
  Email: text,
  Phone: text,
  Stage: text,
  Amount: z.catch(z.nullable(amount), null),
});
const ticketRow = z.object({ id, ticketNumber: text, subject: text, status: text });
const ticket = z.looseObject({
  ...ticketRow.shape,
  description: text,
  contactId: text,
  email: text,
  createdTime: text,
  channel: text,
});

export type InvoiceRow = z.infer<typeof invoiceRow>;
export type Invoice = z.infer<typeof invoice>;
export type Payment = z.infer<typeof payment>;
export type CreditNote = z.infer<typeof creditNote>;
export type Customer = z.infer<typeof customer>;
export type CrmRecord = z.infer<typeof crmRecord>;
export type TicketRow = z.infer<typeof ticketRow>;
export type Ticket = z.infer<typeof ticket>;
export type CrmEntity = 'Contacts' | 'Accounts' | 'Deals';

const crmFields: Readonly<Record<CrmEntity, string>> = {
  Contacts: 'Full_Name,Email,Phone,Account_Name',
  Accounts: 'Account_Name,Phone',
  Deals: 'Deal_Name,Stage,Amount,Account_Name,Contact_Name',
};

/** Rows under `name` of an answer; none when the answer is empty. */
function rows<T>(schema: z.ZodMiniType<T>, answer: unknown, name: string): T[] {
  if (answer === undefined) return [];
  return z.object({ [name]: z.array(schema) }).parse(answer)[name] as T[];
}

function one<T>(schema: z.ZodMiniType<T>, answer: unknown, name: string): T | undefined {
  if (answer === undefined) return undefined;
  return z.object({ [name]: schema }).parse(answer)[name] as T;
}

export class ZohoReader {
  readonly #read: ReadZoho;

  constructor(read: ReadZoho) {
    this.#read = read;
  }

  /** Newest first. */
  async invoices(): Promise<InvoiceRow[]> {
    const path = 'invoices?sort_column=created_time&sort_order=D&per_page=50';
    return rows(invoiceRow, await this.#read('books', path), 'invoices');
  }

  async invoice(invoiceId: string): Promise<Invoice | undefined> {
    return one(invoice, await this.#read('books', `invoices/${invoiceId}`), 'invoice');
  }

  async paymentsOf(invoiceId: string): Promise<Payment[]> {
    return rows(payment, await this.#read('books', `invoices/${invoiceId}/payments`), 'payments');
  }

  /** Newest first. */
  async creditNotesOf(customerId: string): Promise<CreditNote[]> {
    const path = `creditnotes?customer_id=${customerId}&per_page=200`;
    const listed = rows(creditNoteRow, await this.#read('books', path), 'creditnotes');
    const notes = await Promise.all(listed.map((row) => this.#creditNote(row.creditnote_id)));
    return notes.toSorted((a, b) => b.creditnote_number.localeCompare(a.creditnote_number));
  }

  async #creditNote(noteId: string): Promise<CreditNote> {
    const answer = await this.#read('books', `creditnotes/${noteId}`);
    return z.object({ creditnote: creditNote }).parse(answer).creditnote;
  }

  async customers(): Promise<Customer[]> {
    return rows(customer, await this.#read('books', 'contacts?per_page=50'), 'contacts');
  }

  async customer(contactId: string): Promise<Customer | undefined> {
    return one(customer, await this.#read('books', `contacts/${contactId}`), 'contact');
  }

  async crmRecords(entity: CrmEntity): Promise<CrmRecord[]> {
    const path = `${entity}?fields=${crmFields[entity]}&per_page=50&sort_by=id&sort_order=desc`;
    return rows(crmRecord, await this.#read('crm', path), 'data');
  }

  async crmRecord(entity: CrmEntity, recordId: string): Promise<CrmRecord | undefined> {
    return rows(crmRecord, await this.#read('crm', `${entity}/${recordId}`), 'data')[0];
  }

  async tickets(): Promise<TicketRow[]> {
    return rows(ticketRow, await this.#read('desk', 'tickets?limit=50'), 'data');
  }

  async ticket(ticketId: string): Promise<Ticket | undefined> {
    const answer = await this.#read('desk', `tickets/${ticketId}?include=contacts`);
    return answer === undefined ? undefined : ticket.parse(answer);
  }
}
