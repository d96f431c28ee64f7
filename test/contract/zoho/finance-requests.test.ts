// How Books and Inventory take requests: bodies, organization, lists, upsert and the shared records.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SeededCompany } from '../../sandbox/zoho/seed/seed-company.ts';
import { type OpenZoho, openZoho, organization, request } from './open-zoho.ts';

let open: OpenZoho;
let seeded: SeededCompany;

beforeAll(async () => {
  open = await openZoho();
  seeded = open.zoho.seedCompany();
});

afterAll(async () => {
  await open.zoho.close();
});

const unique = (key: string, value: string, more: Record<string, string> = {}) => ({
  'X-Unique-Identifier-Key': key,
  'X-Unique-Identifier-Value': value,
  ...more,
});
const upserting = { 'X-Upsert': 'true' };

describe('a body', () => {
  it('is JSON, or JSON in the form field JSONString; a plain form is code 1038', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const json = new URLSearchParams({ JSONString: JSON.stringify({ contact_name: 'By form' }) });
    const good = await open.books('POST', '/contacts', { headers: form, body: json.toString() });
    expect([good.status, good.at('contact.contact_name')]).toEqual([201, 'By form']);
    const plain = await open.books('POST', '/contacts', {
      headers: form,
      body: 'contact_name=Plain',
    });
    expect([plain.status, plain.at('code')]).toEqual([400, 1038]);
    const broken = await open.books('POST', '/contacts', { body: '{"contact_name":' });
    expect(broken.at('code')).toBe(1038);
  });

  it('may carry fields nobody knows, which are dropped without a word', async () => {
    const body = { contact_name: 'Extra fields', source_of_supply: 'KA' };
    const made = await open.books('POST', '/contacts', { body });
    expect(made.status).toBe(201);
    expect(made.at('contact.source_of_supply')).toBeUndefined();
  });

  it('with a wrong or missing field is code 4, naming the field', async () => {
    const missing = await open.books('POST', '/contacts', { body: {} });
    const body = { customer_id: '1', line_items: [{ name: 'x', rate: 1 }] };
    const wrong = await open.books('POST', '/invoices', { body });
    expect(missing.body).toEqual({ code: 4, message: 'Invalid value passed for contact_name' });
    expect(wrong.body).toEqual({ code: 4, message: 'Invalid value passed for customer_id' });
  });

  it('with a name that is taken is code 3062', async () => {
    const body = { contact_name: 'bluestem bakery' };
    expect((await open.books('POST', '/contacts', { body })).at('code')).toBe(3062);
  });
});

describe('an address', () => {
  it('names the right organization', async () => {
    const headers = { authorization: `Zoho-oauthtoken ${open.token}` };
    const url = `${open.zoho.api.url}/books/v3`;
    const none = await request('GET', `${url}/contacts`, { headers });
    const other = await request('GET', `${url}/contacts`, {
      headers,
      query: { organization_id: '1' },
    });
    expect([none.at('code'), other.at('code')]).toEqual([2, 2]);
    const list = await request('GET', `${url}/organizations`, { headers });
    expect(list.at('organizations.0.organization_id')).toBe(organization.booksOrganizationId);
  });

  it('that does not exist is code 5, a record that does not is code 1002, both with 404', async () => {
    const url = await open.books('GET', '/nothing');
    const record = await open.books('GET', '/invoices/460000000000999999');
    expect([url.status, url.at('code')]).toEqual([404, 5]);
    expect([record.status, record.at('code'), record.at('message')]).toEqual([
      404,
      1002,
      'Invoice does not exist.',
    ]);
  });
});

describe('a list', () => {
  it('comes in pages that say whether there are more', async () => {
    const pages = await Promise.all(
      ['1', '2', '3'].map((page) =>
        open.books('GET', '/invoices', { query: { page, per_page: '10' } }),
      ),
    );
    const ids = pages.flatMap((page) =>
      page.rows('invoices').map((row) => (row as { invoice_id: string }).invoice_id),
    );
    expect(new Set(ids).size).toBe(Object.keys(seeded.invoices).length);
    expect(pages.map((page) => page.at('page_context.has_more_page'))).toEqual([true, true, false]);
    const huge = await open.books('GET', '/invoices', { query: { per_page: '1000' } });
    expect(huge.at('page_context.per_page')).toBe(200);
  });

  it('filters by what is documented and silently ignores what is not', async () => {
    const all = (await open.books('GET', '/contacts')).rows('contacts').length;
    const count = async (query: Record<string, string>) =>
      (await open.books('GET', '/contacts', { query })).rows('contacts').length;
    expect(await count({ email: 'ap@cedarvale.example.com' })).toBe(1);
    expect(await count({ contact_name_startswith: 'cedar' })).toBe(1);
    expect(await count({ search_text: 'vale' })).toBe(1);
    expect(await count({ emial: 'ap@cedarvale.example.com' })).toBe(all);
    const customer = seeded.customers['ap@cedarvale.example.com'];
    expect(await count({ zcrm_account_id: customer?.crmAccountId ?? '' })).toBe(1);
    expect(await count({ zcrm_contact_id: customer?.crmContactId ?? '' })).toBe(1);
  });

  it('filters invoices by state, number and amount, and payments by reference', async () => {
    const numbers = async (query: Record<string, string>) =>
      (await open.books('GET', '/invoices', { query }))
        .rows('invoices')
        .map((row) => (row as { invoice_number: string }).invoice_number)
        .sort();
    expect(await numbers({ status: 'void' })).toEqual(['INV-000009']);
    expect(await numbers({ filter_by: 'Status.PartiallyPaid' })).toEqual(['INV-000006']);
    expect(await numbers({ invoice_number: 'INV-000003' })).toEqual(['INV-000003']);
    expect(await numbers({ total_greater_than: '4000', currency: 'x' })).toContain('INV-000002');
    const query = { reference_number: 'WIRE-INV-000001' };
    const paid = await open.books('GET', '/customerpayments', { query });
    expect(paid.rows('customerpayments')).toHaveLength(1);
    expect(paid.at('customerpayments.0.invoice_numbers')).toBe('INV-000001');
  });

  it('writes times with an offset without colon, in the organization time zone', async () => {
    const list = await open.books('GET', '/contacts');
    expect(list.text('contacts.0.created_time')).toMatch(/T\d{2}:\d{2}:\d{2}-0[45]00$/);
  });
});

describe('X-Upsert', () => {
  it('creates a record with 201 and finds the same one with 200', async () => {
    const headers = unique('cf_tallybridge_customer', 'C-1', upserting);
    const put = (notes: string) =>
      open.books('PUT', '/contacts', { headers, body: { contact_name: 'Upserted', notes } });
    const first = await put('one');
    const second = await put('two');
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.text('contact.contact_id')).toBe(first.text('contact.contact_id'));
    expect(second.at('contact.notes')).toBe('two');
    expect(second.at('contact.custom_field_hash.cf_tallybridge_customer')).toBe('C-1');
  });

  it('applies a payment once, however often the same request comes', async () => {
    const customer_id = seeded.customers['sam.whitlock@example.com']?.booksContactId;
    const invoice = seeded.invoices['INV-000018'];
    const amount = (invoice?.balanceMinor ?? 0) / 100;
    const body = {
      customer_id,
      amount,
      date: open.zoho.seed.daysAgo(0),
      payment_mode: 'creditcard',
      reference_number: 'T-1',
      invoices: [{ invoice_id: invoice?.invoiceId, amount_applied: amount }],
      custom_fields: [{ api_name: 'cf_tallybridge_payment', value: 'P-1' }],
    };
    const headers = unique('cf_tallybridge_payment', 'P-1', upserting);
    const statuses = [];
    for (let count = 0; count < 3; count += 1) {
      statuses.push((await open.books('PUT', '/customerpayments', { headers, body })).status);
    }
    expect(statuses).toEqual([201, 200, 200]);
    const after = await open.books('GET', `/invoices/${invoice?.invoiceId}`);
    expect([after.at('invoice.status'), after.at('invoice.payment_made')]).toEqual([
      'paid',
      amount,
    ]);
  });

  it('updates only what exists when X-Upsert is absent', async () => {
    const headers = unique('cf_tallybridge_invoice', 'I-404');
    const answer = await open.books('PUT', '/invoices', { headers, body: {} });
    expect([answer.status, answer.at('code')]).toEqual([404, 1002]);
  });

  it('refuses a field that does not exist, is not unique, or has no value', async () => {
    const put = (headers: Record<string, string>) =>
      open.books('PUT', '/invoices', { headers: { ...headers, ...upserting }, body: {} });
    for (const headers of [
      unique('cf_unknown', 'x'),
      unique('cf_purchase_order', 'x'),
      { 'X-Unique-Identifier-Key': 'cf_tallybridge_invoice' },
      {},
    ]) {
      const answer = await put(headers);
      expect([answer.status, answer.at('code')]).toEqual([400, 4]);
    }
  });

  it('refuses a second record with the same unique value', async () => {
    const custom_fields = [{ api_name: 'cf_tallybridge_customer', value: 'C-2' }];
    const post = (contact_name: string) =>
      open.books('POST', '/contacts', { body: { contact_name, custom_fields } });
    expect((await post('Unique one')).status).toBe(201);
    expect((await post('Unique two')).status).toBe(400);
  });

  it('is unknown to Inventory', async () => {
    const headers = unique('cf_tallybridge_customer', 'C-3', upserting);
    const answer = await open.inventory('PUT', '/contacts', {
      headers,
      body: { contact_name: 'No' },
    });
    expect(answer.status).toBe(404);
  });

  it('has a sibling that writes custom fields alone, by a singular path and a list', async () => {
    const id = seeded.invoices['INV-000010']?.invoiceId;
    const fields = (await open.books('GET', '/invoices')).rows('page_context.custom_fields');
    const field = fields.find(
      (one) => (one as { api_name: string }).api_name === 'cf_tallybridge_invoice',
    );
    const body = [
      { customfield_id: (field as { customfield_id: string }).customfield_id, value: 'I-10' },
    ];
    expect((await open.books('PUT', `/invoice/${id}/customfields`, { body })).at('code')).toBe(0);
    const after = await open.books('GET', `/invoices/${id}`);
    expect(after.at('invoice.custom_field_hash.cf_tallybridge_invoice')).toBe('I-10');
  });
});

describe('Inventory', () => {
  it('confirms an order that Books then shows as open, and as invoiced once it is billed', async () => {
    const customer = seeded.customers['casey.lindqvist@example.com'];
    const customer_id = customer?.booksContactId;
    const item_id = seeded.items['CUP-SET-6']?.itemId;
    const body = { customer_id, reference_number: 'WEB-1', line_items: [{ item_id, quantity: 2 }] };
    const made = await open.inventory('POST', '/salesorders', { body });
    const id = made.text('salesorder.salesorder_id');
    expect([made.status, made.at('salesorder.status')]).toEqual([201, 'draft']);
    const query = { salesorder_ids: id };
    expect(
      (await open.inventory('POST', '/salesorders/status/confirmed', { query })).at('code'),
    ).toBe(0);
    const status = async () => [
      (await open.inventory('GET', `/salesorders/${id}`)).at('salesorder.status'),
      (await open.books('GET', `/salesorders/${id}`)).at('salesorder.status'),
    ];
    expect(await status()).toEqual(['confirmed', 'open']);
    const salesorder_item_id = made.text('salesorder.line_items.0.line_item_id');
    const bill = (quantity: number) =>
      open.books('POST', '/invoices', {
        body: { customer_id, line_items: [{ item_id, quantity, salesorder_item_id }] },
      });
    const invoice = await bill(1);
    expect(invoice.at('invoice.salesorder_id')).toBe(id);
    expect(await status()).toEqual(['confirmed', 'partially_invoiced']);
    expect((await bill(2)).status).toBe(400);
    expect((await bill(1)).status).toBe(201);
    expect(await status()).toEqual(['confirmed', 'invoiced']);
  });

  it('bills an order by itself', async () => {
    const customer_id = seeded.customers['robin.ashford@example.com']?.booksContactId;
    const item_id = seeded.items['FILTER-100']?.itemId;
    const body = { customer_id, line_items: [{ item_id, quantity: 3 }] };
    const made = await open.books('POST', '/salesorders', { body });
    const query = { salesorder_id: made.text('salesorder.salesorder_id') };
    const invoice = await open.books('POST', '/invoices/fromsalesorder', { query });
    expect([invoice.status, invoice.at('invoice.total')]).toEqual([201, 19.47]);
    expect((await open.books('POST', '/invoices/fromsalesorder', { query })).status).toBe(400);
  });

  it('sees the same customers and items, found by e-mail and SKU', async () => {
    const contacts = await open.inventory('GET', '/contacts', {
      query: { email: 'robin.ashford@example.com' },
    });
    expect(contacts.at('contacts.0.contact_id')).toBe(
      seeded.customers['robin.ashford@example.com']?.booksContactId,
    );
    const items = await open.inventory('GET', '/items', { query: { sku: 'GRINDER-PRO' } });
    expect(items.rows('items')).toHaveLength(1);
  });

  it('has no refunds of payments', async () => {
    const query = { reference_number: 'WIRE-INV-000008' };
    const found = await open.inventory('GET', '/customerpayments', { query });
    const id = found.text('customerpayments.0.payment_id');
    expect(
      (await open.inventory('POST', `/customerpayments/${id}/refunds`, { body: {} })).status,
    ).toBe(404);
  });
});

describe('the import from CRM', () => {
  it('makes a customer of a CRM contact once, linked both ways', async () => {
    const made = await open.crm('POST', '/v8/Contacts', {
      body: { data: [{ First_Name: 'From', Last_Name: 'Crm', Email: 'from.crm@example.com' }] },
    });
    const crmId = made.text('data.0.details.id');
    const first = await open.books('POST', `/crm/contact/${crmId}/import`);
    const again = await open.books('POST', `/crm/contact/${crmId}/import`);
    expect(again.text('data.contact_id')).toBe(first.text('data.contact_id'));
    const list = await open.books('GET', '/contacts', { query: { zcrm_contact_id: crmId } });
    expect(list.at('contacts.0.email')).toBe('from.crm@example.com');
    expect(list.at('contacts.0.is_linked_with_zohocrm')).toBe(true);
  });
});
