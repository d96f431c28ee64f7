// What the stand-ins keep over a restart, and that the seed comes once.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { client, type OpenZoho, openZoho, organization, request } from './open-zoho.ts';

let dataDir: string;
let open: OpenZoho;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'zoho-stand-in-'));
});

afterEach(async () => {
  await open.zoho.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('a restart', () => {
  it('keeps records, tokens and numbers, and seeds nothing a second time', async () => {
    open = await openZoho({ dataDir });
    const seeded = open.zoho.seedCompany();
    const refreshToken = open.zoho.refreshToken('admin@example.com', ['ZohoBooks.fullaccess.all']);
    const before = open.zoho.overview();
    const { token } = open;
    await open.zoho.close();

    open = await openZoho({ dataDir });
    expect(open.zoho.seedCompany()).toEqual(seeded);
    expect(open.zoho.overview()).toEqual(before);
    const headers = { authorization: `Zoho-oauthtoken ${token}` };
    const customer_id = seeded.customers['robin.ashford@example.com']?.booksContactId;
    const body = { customer_id, line_items: [{ name: 'After', rate: 1, quantity: 1 }] };
    const made = await open.books('POST', '/invoices', { headers, body });
    expect(made.at('invoice.invoice_number')).toBe('INV-000023');
    const query = {
      client_id: client.clientId,
      client_secret: client.clientSecret,
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    };
    const minted = await request('POST', `${open.zoho.accounts.url}/oauth/v2/token`, { query });
    expect(minted.text('access_token')).toMatch(/^1000\./);
  });
});

describe('the seed', () => {
  it('is a company in every state, linked over the products', async () => {
    open = await openZoho({ dataDir });
    const seeded = open.zoho.seedCompany();
    const states = new Set(Object.values(seeded.invoices).map((invoice) => invoice.status));
    expect([...states].sort()).toEqual([
      'draft',
      'overdue',
      'paid',
      'partially_paid',
      'sent',
      'void',
    ]);
    expect(Object.keys(seeded.customers)).toHaveLength(12);
    expect(Object.keys(seeded.items)).toHaveLength(10);
    expect(Object.keys(seeded.currencies).sort()).toEqual(['EUR', 'JPY', 'USD']);
    const customer = seeded.customers['procurement@aozora.example.org'];
    const contact = await open.books('GET', `/contacts/${customer?.booksContactId}`);
    expect(contact.at('contact.zcrm_account_id')).toBe(customer?.crmAccountId);
    expect(contact.at('contact.currency_code')).toBe('JPY');
    const desk = await open.desk('GET', `/contacts/${customer?.deskContactId}`);
    expect(desk.at('email')).toBe('procurement@aozora.example.org');
  });

  it('lets a card payment be added to one of its open invoices', async () => {
    open = await openZoho({ dataDir });
    const seeded = open.zoho.seedCompany();
    const invoiceId = seeded.invoices['INV-000014']?.invoiceId ?? '';
    const date = open.zoho.seed.daysAgo(0);
    open.zoho.seed.cardPayment({ invoiceId, referenceNumber: '7000000000000000001', date });
    const invoice = await open.books('GET', `/invoices/${invoiceId}`);
    expect([invoice.at('invoice.status'), invoice.at('invoice.balance')]).toEqual(['paid', 0]);
    const query = {
      reference_number: '7000000000000000001',
      organization_id: organization.booksOrganizationId,
    };
    const payments = await open.books('GET', '/customerpayments', { query });
    expect(payments.at('customerpayments.0.account_name')).toBe('Cybersource Clearing JPY');
  });
});
