// An answer gets lost, a person edits the record, we try again: the edit stays, and there is no second record.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConnectedCompany, connectCompany } from './connected-company.ts';
import { crmFields } from './customer-records.ts';
import { type OrderCase, orderToCash, refundPart } from './one-order.ts';

let company: ConnectedCompany;
let sequence = 5000;

beforeAll(async () => {
  company = await connectCompany({ budgets: false });
  company.zoho.seed.item({ name: 'Espresso Beans', sku: 'BEANS-1', rate: 33.5 });
});

afterAll(() => company.zoho.close());

function newOrder(): OrderCase {
  sequence += 1;
  return {
    reference: String(sequence),
    currency: 'USD',
    customer: {
      email: `buyer${sequence}@example.com`,
      firstName: 'Test',
      lastName: `Buyer ${sequence}`,
      phone: '+1 555 0100',
    },
    sku: 'BEANS-1',
  };
}

async function run(order: OrderCase, retried: boolean): Promise<void> {
  const { invoice } = await orderToCash(company, order, retried);
  await refundPart(company, order, invoice.id, retried);
}

/** The id of the record that was made last. */
function newest(records: { list(): readonly { readonly id: string }[] }): string {
  return records.list().at(-1)?.id ?? '';
}

type Book = 'contacts' | 'salesOrders' | 'invoices' | 'payments' | 'creditNotes';

interface Edit {
  readonly method: string;
  readonly path: string;
  readonly book: Book;
  readonly resource: string;
  /** The key of the record in an answer. */
  readonly key: string;
  readonly change: object;
}

const edits: readonly Edit[] = [
  {
    method: 'PUT',
    path: '/books/v3/contacts',
    book: 'contacts',
    resource: 'contacts',
    key: 'contact',
    change: { contact_name: 'Renamed by a clerk', notes: 'Calls on Mondays' },
  },
  {
    method: 'POST',
    path: '/inventory/v1/salesorders',
    book: 'salesOrders',
    resource: 'salesorders',
    key: 'salesorder',
    change: { reference_number: 'PO 77', notes: 'Leave at the door' },
  },
  {
    method: 'PUT',
    path: '/books/v3/invoices',
    book: 'invoices',
    resource: 'invoices',
    key: 'invoice',
    change: { reference_number: 'PO 77', notes: 'Paid by phone' },
  },
  {
    method: 'PUT',
    path: '/books/v3/customerpayments',
    book: 'payments',
    resource: 'customerpayments',
    key: 'payment',
    change: { reference_number: 'terminal 3', description: 'Paid by phone' },
  },
  {
    method: 'PUT',
    path: '/books/v3/creditnotes',
    book: 'creditNotes',
    resource: 'creditnotes',
    key: 'creditnote',
    change: { reference_number: 'claim 12', notes: 'Broken on arrival' },
  },
];

describe('a person’s edit', () => {
  it.each(edits)('of $resource whose answer got lost stays', async (edit) => {
    const order = newOrder();
    const records = company.zoho.seed.books[edit.book];
    const before = records.size;
    company.zoho.api.faults.arm({ mode: 'cut-after', method: edit.method, path: edit.path });
    await expect(run(order, false)).rejects.toThrow('zoho-unavailable');
    const id = newest(records);
    const address = company.books(`${edit.resource}/${id}`);
    const edited = await company.ask('PUT', address, edit.change);
    expect(edited).toMatchObject({ code: 0, [edit.key]: edit.change });
    await run(order, true);
    expect(records.size).toBe(before + 1);
    expect(await company.ask('GET', address)).toMatchObject({ [edit.key]: edit.change });
  });

  it('of a contact in the CRM whose answer got lost stays, and only empty fields are filled', async () => {
    const order = newOrder();
    company.zoho.api.faults.arm({
      mode: 'cut-after',
      method: 'POST',
      path: '/crm/v8/Contacts/upsert',
    });
    await expect(run(order, false)).rejects.toThrow('zoho-unavailable');
    const contacts = company.zoho.seed.crm.records
      .list()
      .filter((one) => one.module === 'Contacts');
    const id = contacts.at(-1)?.id ?? '';
    const address = `${company.zoho.api.url}/crm/v8/Contacts/${id}`;
    const change = { First_Name: 'Curated', Phone: null, Mailing_City: 'Elsewhere' };
    await company.ask('PUT', address, { data: [change] });
    await run(order, true);
    const after = company.zoho.seed.crm.records.list().filter((one) => one.module === 'Contacts');
    expect(after).toHaveLength(contacts.length);
    const fields = 'First_Name,Phone,Mailing_City';
    expect(await company.ask('GET', `${address}?fields=${fields}`)).toMatchObject({
      data: [{ First_Name: 'Curated', Phone: '+15550100', Mailing_City: 'Elsewhere' }],
    });
  });

  it('of the amount of a payment is told with both amounts, and nothing is written', async () => {
    const order = newOrder();
    const { payments } = company.zoho.seed.books;
    const lost = { mode: 'cut-after', method: 'PUT', path: '/books/v3/customerpayments' } as const;
    company.zoho.api.faults.arm(lost);
    await expect(run(order, false)).rejects.toThrow('zoho-unavailable');
    const address = company.books(`customerpayments/${newest(payments)}`);
    const edited = await company.ask('PUT', address, { amount: 100, invoices: [] });
    expect(edited).toMatchObject({ code: 0, payment: { amount: 100 } });
    const count = payments.size;
    await expect(run(order, true)).rejects.toThrow(/money-changed.*124\.01 USD.*100\.00 USD/);
    expect(payments.size).toBe(count);
    expect(await company.ask('GET', address)).toMatchObject({ payment: { amount: 100 } });
  });
});

describe('contacts that are saved side by side', () => {
  it('share a call, and each is its own', async () => {
    const orders = Array.from({ length: 12 }, newOrder);
    const { customers } = company;
    const account = await customers.saveAccount('Side by side Ltd');
    const start = company.calls.length;
    const saved = await Promise.all(
      orders.map(({ customer }) =>
        customers.saveContact(customer, account.ok ? account.value.id : '', crmFields(customer)),
      ),
    );
    expect(new Set(saved.map((one) => one.ok && one.value.id)).size).toBe(12);
    const writes = company.calls.slice(start).filter((call) => call === 'crm save-contact');
    expect(writes.length).toBeLessThan(12);
    for (const [index, one] of saved.entries()) {
      const read = await customers.readContact(one.ok ? one.value.id : '');
      expect(read).toMatchObject({ value: { email: orders[index]?.customer.email } });
    }
  });
});
