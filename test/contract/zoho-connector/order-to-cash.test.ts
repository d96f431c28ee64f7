// Order to cash through the real connectors: each record once, whatever broke on the way.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { money } from '../../../functions/core/domain/money.ts';
import { type ConnectedCompany, connectCompany } from './connected-company.ts';
import { accountIdOf, type OrderCase, orderToCash, refundPart, value } from './one-order.ts';

let company: ConnectedCompany;
let sequence = 1000;

beforeAll(async () => {
  company = await connectCompany({ budgets: false });
  const { seed } = company.zoho;
  seed.item({ name: 'Espresso Beans', sku: 'BEANS-1', rate: 33.5 });
});

afterAll(() => company.zoho.close());

function newOrder(currency: 'USD' | 'EUR' | 'JPY' = 'USD'): OrderCase {
  sequence += 1;
  const customer = {
    email: `buyer${sequence}@example.com`,
    firstName: 'Test',
    lastName: `Buyer ${sequence}`,
    billing: { line1: 'Main St 1', city: 'Bonn', postalCode: '53111', country: 'DE' },
  };
  return { reference: String(sequence), currency, customer, sku: 'BEANS-1' };
}

/** How many records of each kind the company has. */
function counts() {
  const { books, crm } = company.zoho.seed;
  return {
    customers: books.contacts.size,
    salesOrders: books.salesOrders.size,
    invoices: books.invoices.size,
    payments: books.payments.size,
    creditNotes: books.creditNotes.size,
    refunds: [...books.creditNotes.list(), ...books.payments.list()].flatMap((one) => one.refunds)
      .length,
    crmAccounts: crm.records.list().filter((one) => one.module === 'Accounts').length,
    crmContacts: crm.records.list().filter((one) => one.module === 'Contacts').length,
  };
}

describe('an order', () => {
  it.each(['USD', 'EUR', 'JPY'] as const)(
    'in %s becomes a paid invoice over exactly its total, once',
    async (currency) => {
      const order = newOrder(currency);
      const first = await orderToCash(company, order, false);
      const before = counts();
      const second = await orderToCash(company, order, true);
      expect(second).toEqual({
        ...first,
        invoice: { ...first.invoice, status: 'paid', balance: money(0, currency) },
      });
      expect(counts()).toEqual(before);
      expect(first.invoice.total).toEqual(money(10_000 + 999 + 495 + 907, currency));
      expect(first.payment.unused).toEqual(money(0, currency));
      expect(first.salesOrder.lineIds).toHaveLength(3);

      const { salesorder } = await company.ask(
        'GET',
        company.books(`salesorders/${first.salesOrder.id}`),
      );
      expect(salesorder).toMatchObject({ invoiced_status: 'invoiced' });
    },
  );

  it('takes seven calls for a new customer and four for a known one', async () => {
    // The currencies are read once in the life of a connector.
    await orderToCash(company, newOrder(), false);
    const callsOf = async (order: OrderCase) => {
      const start = company.calls.length;
      await orderToCash(company, order, false);
      return company.calls.slice(start).filter((call) => !call.startsWith('crm'));
    };
    const order = newOrder();
    const known = [
      'inventory save-sales-order',
      'books save-invoice',
      'books mark-invoice-sent',
      'books save-customer-payment',
    ];
    const lookUps = ['books find-customer', 'books save-customer', 'books find-item'];
    expect(await callsOf(order)).toEqual([...lookUps, ...known]);
    // Who calls remembers customers and items: then the two look-ups fall away.
    const next = await callsOf({ ...order, reference: `${order.reference}2` });
    expect(next).toEqual(['books find-customer', 'books find-item', ...known]);
  });

  it('tells namesakes apart', async () => {
    const [one, other] = [newOrder(), newOrder()];
    const namesake = { ...other, customer: { ...other.customer, lastName: one.customer.lastName } };
    const first = await orderToCash(company, one, false);
    const second = await orderToCash(company, namesake, false);
    expect(second.buyer.id).not.toBe(first.buyer.id);
    expect(second.contact.id).not.toBe(first.contact.id);
  });

  it('leaves what people changed on the invoice and the customer', async () => {
    const order = newOrder();
    const { invoice, buyer, contact } = await orderToCash(company, order, false);
    await company.ask('PUT', company.books(`invoices/${invoice.id}`), { notes: 'Paid by phone' });
    await company.ask('PUT', company.books(`contacts/${buyer.id}`), { contact_name: 'Renamed' });
    const crm = `${company.zoho.api.url}/crm/v8/Contacts/${contact.id}`;
    await company.ask('PUT', crm, { data: [{ First_Name: 'Curated' }] });
    await orderToCash(company, order, true);
    expect(await company.ask('GET', company.books(`invoices/${invoice.id}`))).toMatchObject({
      invoice: { notes: 'Paid by phone' },
    });
    expect(await company.ask('GET', company.books(`contacts/${buyer.id}`))).toMatchObject({
      contact: { contact_name: 'Renamed' },
    });
    expect(await company.ask('GET', `${crm}?fields=First_Name`)).toMatchObject({
      data: [{ First_Name: 'Curated' }],
    });
  });

  it('whose items carry a tax in Books has the shop’s tax and no other', async () => {
    const order = newOrder();
    const tax = company.zoho.seed.books.taxes.list()[0];
    const { item } = await company.ask('POST', company.books('items'), {
      name: `Taxed ${order.reference}`,
      sku: `TAXED-${order.reference}`,
      rate: 10,
      tax_id: tax?.id,
    });
    expect(item).toBeDefined();
    const taxed = { ...order, sku: `TAXED-${order.reference}` };
    const { invoice } = await orderToCash(company, taxed, false);
    expect(invoice.total).toEqual(money(12_401, 'USD'));
  });
});

describe('an answer that got lost', () => {
  const writes = [
    ['POST', '/crm/v8/Accounts/upsert'],
    ['POST', '/crm/v8/Contacts/upsert'],
    ['PUT', '/books/v3/contacts'],
    ['POST', '/inventory/v1/salesorders'],
    ['PUT', '/books/v3/invoices'],
    ['POST', '/status/sent'],
    ['PUT', '/books/v3/customerpayments'],
    ['PUT', '/books/v3/creditnotes'],
    ['POST', '/refunds'],
  ] as const;

  it.each(writes)('to %s %s leaves one record of each after the retry', async (method, path) => {
    const order = newOrder();
    const before = counts();
    const run = async (retried: boolean) => {
      const { invoice } = await orderToCash(company, order, retried);
      return refundPart(company, order, invoice.id, retried);
    };
    company.zoho.api.faults.arm({ mode: 'cut-after', method, path });
    await expect(run(false)).rejects.toThrow('zoho-unavailable');
    await run(true);
    const after = counts();
    const made = Object.entries(after).map(([kind, count]) => [
      kind,
      count - before[kind as keyof typeof before],
    ]);
    expect(Object.fromEntries(made)).toEqual({
      customers: 1,
      salesOrders: 1,
      invoices: 1,
      payments: 1,
      creditNotes: 1,
      refunds: 1,
      crmAccounts: 1,
      crmContacts: 1,
    });
  });
});

describe('money back', () => {
  it.each(['USD', 'JPY'] as const)(
    'of a paid invoice in %s is a credit note that is paid out, once',
    async (currency) => {
      const order = newOrder(currency);
      const { invoice } = await orderToCash(company, order, false);
      const first = await refundPart(company, order, invoice.id, false);
      const before = counts();
      expect(await refundPart(company, order, invoice.id, true)).toEqual(first);
      expect(counts()).toEqual(before);
      expect(first.note.total).toEqual(first.amount);
      const { creditnote } = await company.ask(
        'GET',
        company.books(`creditnotes/${first.note.id}`),
      );
      expect(creditnote).toMatchObject({ status: 'closed', balance: 0 });
      expect(value(await company.ledger.readInvoice(invoice.id))).toMatchObject({
        status: 'paid',
        total: invoice.total,
      });
    },
  );

  it('of an invoice that was paid twice is a refund of the second payment', async () => {
    const order = newOrder();
    const { invoice, buyer } = await orderToCash(company, order, false);
    const accountId = accountIdOf(company, 'Cybersource Clearing USD');
    const write = { uniqueKey: `second:${order.reference}`, retried: false };
    const second = value(
      await company.ledger.saveCustomerPayment(write, {
        customerId: buyer.id,
        amount: invoice.total,
        date: '2026-11-02',
        reference: `74${order.reference}`,
        accountId,
        applyTo: [{ invoiceId: invoice.id, amount: invoice.total }],
        description: 'Paid again',
      }),
    );
    expect(second.unused).toEqual(invoice.total);
    const refund = {
      date: '2026-11-03',
      amount: invoice.total,
      accountId,
      reference: `78${order.reference}`,
      description: 'Paid twice',
    };
    const first = await company.ledger.refundExcess(write, second.id, refund);
    const again = await company.ledger.refundExcess({ ...write, retried: true }, second.id, refund);
    expect(value(again)).toEqual(value(first));
    expect(value(await company.ledger.readCustomerPayment(second.id, 'USD')).unused).toEqual(
      money(0, 'USD'),
    );
  });
});
