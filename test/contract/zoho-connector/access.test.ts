// Sign-in, permissions, limits and reading, against servers that enforce them.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ConnectedCompany, connectCompany } from './connected-company.ts';

let company: ConnectedCompany;

beforeEach(async () => {
  company = await connectCompany({ budgets: true });
});

afterEach(() => company.zoho.close());

const findNobody = () => company.ledger.findCustomer('nobody@example.com', 'USD');

describe('access tokens', () => {
  it('50 callers in five instances make one request', async () => {
    const refreshToken = company.zoho.refreshToken('admin@example.com', [
      'ZohoBooks.fullaccess.all',
    ]);
    const instances = Array.from({ length: 5 }, () => company.newTokens(refreshToken));
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, index) => instances[index % 5]?.accessToken()),
    );
    expect(new Set(all.map((one) => one?.ok && one.value.token)).size).toBe(1);
    expect(all[0]).toMatchObject({ ok: true, value: { apiUrl: company.zoho.api.url } });
    expect(company.tokenRequests()).toBe(1);
  });

  it('that was revoked is replaced within the call', async () => {
    const token = await company.tokens.accessToken();
    const revoke = `${company.zoho.accounts.url}/oauth/v2/token/revoke`;
    await fetch(`${revoke}?token=${token.ok ? token.value.token : ''}`, { method: 'POST' });
    expect(await findNobody()).toEqual({ ok: true, value: undefined });
    expect(company.tokenRequests()).toBe(2);
  });

  it('is renewed before its hour is over', async () => {
    await findNobody();
    company.clock.advance(56 * 60_000);
    expect(await findNobody()).toMatchObject({ ok: true });
    expect(company.tokenRequests()).toBe(2);
  });

  it('of a connection that was withdrawn need a new sign-in', async () => {
    const refreshToken = company.zoho.refreshToken('admin@example.com', [
      'ZohoBooks.fullaccess.all',
    ]);
    const revoke = `${company.zoho.accounts.url}/oauth/v2/token/revoke?token=${refreshToken}`;
    await fetch(revoke, { method: 'POST' });
    expect(await company.newTokens(refreshToken).accessToken()).toMatchObject({
      problem: { code: 'zoho-sign-in-needed', remedy: 'fix-setup' },
    });
  });

  it('wait while Zoho blocks, without asking again', async () => {
    company.zoho.accounts.faults.arm({ mode: 'rate-limit' });
    const busy = { problem: { code: 'zoho-busy', remedy: 'wait' } };
    expect(await findNobody()).toMatchObject(busy);
    expect(await findNobody()).toMatchObject(busy);
    expect(company.tokenRequests()).toBe(1);
    company.clock.advance(10 * 60_000);
    expect(await findNobody()).toMatchObject({ ok: true });
  });
});

describe('permissions', () => {
  it('that were not granted are named by product', async () => {
    const limited = await connectCompany({ budgets: false, scopes: ['ZohoBooks.contacts.READ'] });
    const missing = (product: string) => ({
      problem: { code: 'zoho-permission-missing', facts: { product } },
    });
    const { ledger, customers, tickets } = limited;
    expect(await ledger.findCustomer('a@example.com', 'USD')).toMatchObject({ ok: true });
    expect(await ledger.readInvoice('46000001')).toMatchObject(missing('Zoho Books'));
    expect(await customers.readContact('55000001')).toMatchObject(missing('Zoho CRM'));
    expect(await tickets.readTicket('19000001')).toMatchObject(missing('Zoho Desk'));
    await limited.zoho.close();
  });
});

describe('limits', () => {
  it('the hour-long block says for how long', async () => {
    company.zoho.api.faults.arm({ mode: 'rate-limit', path: '/books/' });
    expect(await findNobody()).toMatchObject({
      problem: { code: 'zoho-busy', facts: { product: 'Zoho Books' }, retryAfterMs: 3_600_000 },
    });
  });

  it('the hundred calls of a minute come back with the next', async () => {
    for (let count = 0; count < 100; count += 1) await findNobody();
    const full = await findNobody();
    expect(full).toMatchObject({ problem: { code: 'zoho-busy' } });
    const waitMs = full.ok ? 0 : (full.problem.retryAfterMs ?? 0);
    expect(waitMs).toBeGreaterThan(0);
    expect(waitMs).toBeLessThanOrEqual(60_000);
    company.clock.advance(waitMs);
    expect(await findNobody()).toMatchObject({ ok: true });
  });

  it.each([
    ['/crm/', 'Zoho CRM', () => company.customers.readContact('55000001')],
    ['/inventory/', 'Zoho Inventory', () => saveOrder()],
  ])('of %s are told in its own words', async (path, product, act) => {
    company.zoho.api.faults.arm({ mode: 'rate-limit', path });
    expect(await act()).toMatchObject({ problem: { code: 'zoho-busy', facts: { product } } });
  });

  it('of Desk too', async () => {
    company.zoho.desk.faults.arm({ mode: 'rate-limit' });
    expect(await company.tickets.readTicket('19000001')).toMatchObject({
      problem: { code: 'zoho-busy', facts: { product: 'Zoho Desk' } },
    });
  });

  const saveOrder = () =>
    company.salesOrders.saveSalesOrder(
      { uniqueKey: 'order:1', retried: false },
      {
        customerId: '46000001',
        date: '2026-11-02',
        reference: '1',
        lines: [],
        shipping: { minor: 0, currency: 'USD' },
        tax: { minor: 0, currency: 'USD' },
        taxWords: { all: 'Tax', rest: 'Other tax and rounding' },
      },
    );
});

describe('a server in trouble', () => {
  it.each(['bad-gateway', 'bad-json', 'cut-before'] as const)(
    '%s: unavailable, and the next call goes through',
    async (mode) => {
      company.zoho.api.faults.arm({ mode });
      expect(await findNobody()).toMatchObject({
        problem: { code: 'zoho-unavailable', remedy: 'retry' },
      });
      expect(await findNobody()).toMatchObject({ ok: true });
    },
  );
});

describe('reading', () => {
  it('a ticket comes with the address of its contact', async () => {
    const { tickets } = company.zoho.seedCompany();
    const [number, { ticketId, subject, customerEmail }] = Object.entries(tickets)[0] ?? [
      '',
      { ticketId: '', subject: '', customerEmail: '' },
    ];
    expect(await company.tickets.readTicket(ticketId)).toMatchObject({
      ok: true,
      value: { id: ticketId, number, subject, email: customerEmail },
    });
  });

  it('a deal names its contact and account', async () => {
    const { deals } = company.zoho.seedCompany();
    const dealId = Object.values(deals)[0] ?? '';
    const deal = await company.customers.readDeal(dealId);
    const contactId = deal.ok ? deal.value.contactId : undefined;
    expect(deal).toMatchObject({ ok: true, value: { contactId: expect.stringMatching(/^\d+$/) } });
    expect(await company.customers.readContact(contactId ?? '')).toMatchObject({
      ok: true,
      value: { email: expect.stringContaining('@'), name: expect.stringMatching(/\S/) },
    });
  });

  it('a customer of the sample company is found by his address, an item by its SKU', async () => {
    const { customers, items, invoices } = company.zoho.seedCompany();
    for (const one of Object.values(customers)) {
      expect(await company.ledger.findCustomer(one.email, one.currencyCode)).toMatchObject({
        ok: true,
        value: { id: one.booksContactId, currency: one.currencyCode },
      });
    }
    for (const [sku, { itemId }] of Object.entries(items)) {
      expect(await company.ledger.findItem(sku)).toEqual({ ok: true, value: { id: itemId } });
    }
    for (const one of Object.values(invoices)) {
      const read = await company.ledger.readInvoice(one.invoiceId);
      expect(read).toMatchObject({
        ok: true,
        value: { total: { minor: one.totalMinor }, balance: { minor: one.balanceMinor } },
      });
    }
  });

  it.each(['46000000000999999', '..', 'x'])('%j is not there', async (id) => {
    const absent = { problem: { code: 'not-found' } };
    expect(await company.ledger.readInvoice(id)).toMatchObject(absent);
    expect(await company.ledger.readCustomerPayment(id, 'USD')).toMatchObject(absent);
    expect(await company.tickets.readTicket(id)).toMatchObject(absent);
    expect(await company.customers.readDeal(id)).toMatchObject({ ok: false });
  });
});
