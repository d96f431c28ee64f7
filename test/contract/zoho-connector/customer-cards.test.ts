// Notes on CRM records, and customers that are kept in step: written once, and never over what people have entered.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Customer } from '../../../functions/core/domain/customer.ts';
import { type ConnectedCompany, connectCompany } from './connected-company.ts';
import { booksFields, crmFields } from './customer-records.ts';

let company: ConnectedCompany;

const address = {
  line1: '12 Bean Street',
  city: 'Portland',
  region: 'Oregon',
  postalCode: '97201',
  country: 'US',
};
const buyer: Customer = { email: 'ann@example.com', firstName: 'Ann', lastName: 'Buyer' };
const full: Customer = {
  ...buyer,
  company: 'Bean Ltd',
  phone: '+1 555 0100',
  billing: address,
  shipping: { ...address, line1: '1 Dock Road' },
};

beforeAll(async () => {
  company = await connectCompany({ budgets: false });
});
afterAll(() => company.zoho.close());

async function newContact(customer: Customer): Promise<string> {
  const account = await company.customers.saveAccount(`Account of ${customer.email}`);
  const accountId = account.ok ? account.value.id : '';
  const contact = await company.customers.saveContact(customer, accountId, crmFields(customer));
  return contact.ok ? contact.value.id : '';
}

async function newBooksCustomer(customer: Customer): Promise<string> {
  const write = { uniqueKey: `key-${customer.email}`, retried: false };
  const saved = await company.ledger.saveCustomer(write, customer, 'USD', booksFields(customer));
  return saved.ok ? saved.value.id : '';
}

describe('a note', () => {
  it.each(['contact', 'account'] as const)('on a %s is written once', async (kind) => {
    const contact = await newContact({ ...buyer, email: `${kind}@example.com` });
    const account = await company.customers.saveAccount(`Account of ${kind}@example.com`);
    const accountId = account.ok ? account.value.id : '';
    const record = { kind, id: kind === 'contact' ? contact : accountId };
    const mark = `[Tallybridge ${kind}]`;
    const note = { title: 'Refund', text: 'USD 10.00 went back' };
    company.zoho.api.faults.arm({ mode: 'cut-after', method: 'POST', path: '/Notes' });
    const first = await company.customers.addNote({ mark, retried: false }, record, note);
    expect(first).toMatchObject({ problem: { code: 'zoho-unavailable', remedy: 'retry' } });
    const again = await company.customers.addNote({ mark, retried: true }, record, note);
    expect(again).toMatchObject({ ok: true });
    const notes = company.zoho.seed.crm.records
      .list()
      .filter(({ module, values }) => module === 'Notes' && values.Parent_Id === record.id);
    expect(notes).toMatchObject([
      { values: { Note_Title: 'Refund', Note_Content: `USD 10.00 went back\n\n${mark}` } },
    ]);
  });

  it('on a record that is gone is not tried again', async () => {
    const write = { mark: '[Tallybridge gone]', retried: false };
    const record = { kind: 'contact', id: '771234567000009999' } as const;
    const added = await company.customers.addNote(write, record, { title: 't', text: 'x' });
    expect(added).toMatchObject({ ok: false, problem: { remedy: 'fix-input' } });
  });
});

describe('a contact in CRM', () => {
  it('is read, found and filled where it is empty, in one write', async () => {
    const id = await newContact(buyer);
    const { crm } = company.cards;
    expect(await crm.find(' Ann@Example.com ')).toEqual({ ok: true, value: [id] });
    const filled = await crm.fill(id, { ...full, firstName: 'Anna' });
    expect(filled).toMatchObject({ ok: true, value: expect.arrayContaining(['Phone']) });
    expect(await crm.read(id)).toEqual({
      ok: true,
      value: {
        ...buyer,
        phone: full.phone,
        billing: { ...address, country: 'United States' },
      },
    });
    const calls = company.calls.length;
    expect(await crm.fill(id, full)).toEqual({ ok: true, value: [] });
    expect(company.calls.slice(calls)).toEqual(['crm read-contact']);
  });

  it('keeps half an address as it is', async () => {
    const half = { line1: '', city: 'Salem', postalCode: '', country: '' };
    const id = await newContact({ ...buyer, email: 'half@example.com', billing: half });
    expect(await company.cards.crm.fill(id, full)).toEqual({ ok: true, value: ['Phone'] });
    const read = await company.cards.crm.read(id);
    expect(read).toMatchObject({ value: { billing: { line1: '', city: 'Salem' } } });
  });

  it('that is none is not found', async () => {
    const id = await newBooksCustomer({ ...buyer, email: 'books-only@example.com' });
    expect(await company.cards.crm.read(id)).toMatchObject({ problem: { code: 'not-found' } });
  });
});

describe('a customer in Books', () => {
  it('is read, found and filled where it is empty, contact person left alone', async () => {
    const id = await newBooksCustomer(buyer);
    const { books } = company.cards;
    expect(await books.find('ANN@example.com')).toEqual({ ok: true, value: [id] });
    expect(await books.fill(id, { ...full, firstName: 'Anna' })).toEqual({
      ok: true,
      value: ['company_name', 'billing_address', 'shipping_address'],
    });
    expect(await books.read(id)).toMatchObject({
      value: {
        ...buyer,
        company: 'Bean Ltd',
        billing: { ...address, country: 'United States' },
        shipping: { line1: '1 Dock Road' },
      },
    });
    const persons = company.zoho.seed.books.contacts.get(id)?.persons;
    expect(persons).toMatchObject([{ firstName: 'Ann', email: buyer.email }]);
    expect(await books.fill(id, full)).toEqual({ ok: true, value: [] });
  });

  it('comes to the same when the answer to filling it gets lost', async () => {
    const id = await newBooksCustomer({ ...buyer, email: 'lost@example.com' });
    company.zoho.api.faults.arm({ mode: 'cut-after', method: 'PUT', path: '/contacts/' });
    const { books } = company.cards;
    expect(await books.fill(id, full)).toMatchObject({ problem: { code: 'zoho-unavailable' } });
    expect(await books.fill(id, full)).toEqual({ ok: true, value: [] });
    expect(await books.read(id)).toMatchObject({ value: { company: 'Bean Ltd' } });
  });

  it('is overwritten in company and address alone where the gateway owns them', async () => {
    const id = await newBooksCustomer({ ...buyer, email: 'owned@example.com' });
    const { books } = company.cards;
    await books.fill(id, full);
    const changes = { firstName: 'A.', company: 'Cup Ltd', billing: { ...address, city: 'Salem' } };
    expect(await books.change(id, changes)).toEqual({
      ok: true,
      value: ['company_name', 'billing_address'],
    });
    expect(await books.read(id)).toMatchObject({
      value: { firstName: 'Ann', company: 'Cup Ltd', billing: { city: 'Salem' } },
    });
    expect(await books.change(id, {})).toEqual({ ok: true, value: [] });
  });

  it('is the CRM’s contact likewise, with name and phone', async () => {
    const id = await newContact({ ...buyer, email: 'crm-owned@example.com' });
    const { crm } = company.cards;
    const changes = { firstName: 'A.', lastName: '', phone: '+49 40 1', billing: address };
    const written = await crm.change(id, changes);
    expect(written).toMatchObject({
      value: expect.arrayContaining(['First_Name', 'Phone', 'Mailing_Street']),
    });
    expect(await crm.read(id)).toMatchObject({
      value: {
        firstName: 'A.',
        lastName: 'Buyer',
        phone: '+49 40 1',
        billing: { line1: '12 Bean Street', city: 'Portland' },
      },
    });
  });
});
