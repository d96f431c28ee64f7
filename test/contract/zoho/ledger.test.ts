// Books keeps its own rules: totals are exact, and invoices go through their states.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SeededCompany } from '../../sandbox/zoho/seed/seed-company.ts';
import { bookkeeper } from './bookkeeper.ts';
import { type OpenZoho, openZoho } from './open-zoho.ts';

let open: OpenZoho;
let seeded: SeededCompany;
let books: ReturnType<typeof bookkeeper>;

beforeAll(async () => {
  open = await openZoho();
  seeded = open.zoho.seedCompany();
  books = bookkeeper(open);
});

afterAll(async () => {
  await open.zoho.close();
});

describe('totals', () => {
  it('are exact where floats are not: three times 0.1 and a tax rounded once per document', async () => {
    const customer_id = await books.newCustomer();
    const tax_id = seeded.taxes['Sales Tax'];
    const line = { name: 'Goods', rate: 0.1, quantity: 3, tax_id };
    const body = { customer_id, line_items: [line, { ...line, rate: 33.33, quantity: 1 }] };
    const made = await open.books('POST', '/invoices', { body });
    // 33.63 * 8.25 % = 2.774475, which is 2.77 once; per line it would be 0.02 + 2.75.
    expect(made.at('invoice.sub_total')).toBe(33.63);
    expect(made.at('invoice.tax_total')).toBe(2.77);
    expect(made.at('invoice.total')).toBe(36.4);
  });

  it('follow line and document discounts, shipping and adjustment', async () => {
    const customer_id = await books.newCustomer();
    const body = {
      customer_id,
      line_items: [{ name: 'Goods', rate: 50, quantity: 2, discount: '10%' }],
      discount: 5,
      shipping_charge: 7.5,
      adjustment: -0.5,
    };
    const made = await open.books('POST', '/invoices', { body });
    expect(made.at('invoice.sub_total')).toBe(90);
    expect(made.at('invoice.total')).toBe(92);
  });

  it('keep a price that includes its tax', async () => {
    const customer_id = await books.newCustomer();
    const line = { name: 'Goods', rate: 120, quantity: 1, tax_id: seeded.taxes.VAT };
    const body = { customer_id, is_inclusive_tax: true, line_items: [line] };
    const made = await open.books('POST', '/invoices', { body });
    expect([
      made.at('invoice.sub_total'),
      made.at('invoice.tax_total'),
      made.at('invoice.total'),
    ]).toEqual([100, 20, 120]);
  });

  it('have no decimals in yen, and a base amount by the exchange rate', async () => {
    const customer_id = await books.newCustomer({ currency_code: 'JPY' });
    const body = { customer_id, line_items: [{ name: 'Goods', rate: 1234.5, quantity: 1 }] };
    const made = await open.books('POST', '/invoices', { body });
    expect(made.at('invoice.total')).toBe(1235);
    expect(made.at('invoice.price_precision')).toBe(0);
    expect(made.at('invoice.bcy_total')).toBe(8.27);
  });
});

describe('an invoice', () => {
  it('goes from draft to sent, partially paid and paid, and is overdue past its due date', async () => {
    const customer_id = await books.newCustomer();
    const body = {
      customer_id,
      payment_terms: 30,
      line_items: [{ name: 'Goods', rate: 100, quantity: 1 }],
    };
    const made = await open.books('POST', '/invoices', { body });
    const id = made.text('invoice.invoice_id');
    expect(made.at('invoice.status')).toBe('draft');
    await open.books('POST', `/invoices/${id}/status/sent`);
    expect(await books.invoiceState(id)).toEqual(['sent', 100]);
    await books.payInvoice(customer_id, id, 40);
    expect(await books.invoiceState(id)).toEqual(['partially_paid', 60]);
    await books.payInvoice(customer_id, id, 60);
    expect(await books.invoiceState(id)).toEqual(['paid', 0]);
    const late = await books.newInvoice(customer_id, 10, {
      date: '2026-01-01',
      due_date: '2026-01-15',
    });
    expect(await books.invoiceState(late)).toEqual(['overdue', 10]);
  });

  it('that is voided gives its payment back to the customer as credit', async () => {
    const customer_id = await books.newCustomer();
    const id = await books.newInvoice(customer_id, 30);
    const payment = await books.payInvoice(customer_id, id, 30);
    await open.books('POST', `/invoices/${id}/status/void`);
    expect(await books.invoiceState(id)).toEqual(['void', 0]);
    const after = await open.books(
      'GET',
      `/customerpayments/${payment.text('payment.payment_id')}`,
    );
    expect(after.at('payment.unused_amount')).toBe(30);
    const contact = await open.books('GET', `/contacts/${customer_id}`);
    expect(contact.at('contact.unused_credits_receivable_amount')).toBe(30);
  });

  it('takes its own number only with auto numbering off, and refuses one twice', async () => {
    const customer_id = await books.newCustomer();
    const body = {
      customer_id,
      invoice_number: 'SHOP-1',
      line_items: [{ name: 'Goods', rate: 1, quantity: 1 }],
    };
    const ignored = await open.books('POST', '/invoices', { body });
    expect(ignored.text('invoice.invoice_number')).toMatch(/^INV-\d{6}$/);
    const query = { ignore_auto_number_generation: 'true' };
    const own = await open.books('POST', '/invoices', { body, query });
    expect(own.at('invoice.invoice_number')).toBe('SHOP-1');
    expect((await open.books('POST', '/invoices', { body, query })).status).toBe(400);
  });

  it('keeps comments', async () => {
    const id = await books.newInvoice(await books.newCustomer(), 1);
    await open.books('POST', `/invoices/${id}/comments`, { body: { description: 'Paid by card' } });
    const comments = await open.books('GET', `/invoices/${id}/comments`);
    expect(comments.at('comments.1.description')).toBe('Paid by card');
  });
});
