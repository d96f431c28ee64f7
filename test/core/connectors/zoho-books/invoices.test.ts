// Invoices: their total is the order's, and what people changed stays.
import { describe, expect, it } from 'vitest';
import { money } from '../../../../functions/core/domain/money.ts';
import { bodyOf, done, failed, lineOf } from '../zoho-http/zoho-script.ts';
import { again, fresh, setUp } from './books-script.ts';

const draft = {
  customerId: '46001',
  date: '2026-11-02',
  reference: '1001',
  lines: [{ itemId: '46101', name: 'Cup', quantity: 2, total: money(3998, 'USD') }],
  shipping: money(495, 'USD'),
  tax: money(0, 'USD'),
  taxWords: { all: 'Tax', rest: 'Other tax and rounding' },
};
const invoice = {
  invoice_id: '46201',
  invoice_number: 'INV-000042',
  status: 'draft',
  customer_id: '46001',
  currency_code: 'USD',
  total: 44.93,
  balance: 44.93,
  line_items: [
    {
      line_item_id: '46301',
      account_id: '46401',
      item_id: '46101',
      tax_id: '46501',
      item_total: 39.98,
      line_item_taxes: [{ tax_amount: 2.8 }],
    },
    { line_item_id: '46302', account_id: '46401', item_id: '', tax_id: '', item_total: 5 },
  ],
};

describe('saveInvoice', () => {
  it('upserts the order and reads lines with tax, account and item', async () => {
    const { ledger, sent } = setUp(done({ invoice }, 201));
    const salesOrder = { id: '46601', lineIds: ['46701'] };
    expect(await ledger.saveInvoice(fresh, { ...draft, salesOrder })).toEqual({
      ok: true,
      value: {
        id: '46201',
        number: 'INV-000042',
        status: 'draft',
        customerId: '46001',
        total: money(4493, 'USD'),
        balance: money(4493, 'USD'),
        lines: [
          {
            id: '46301',
            name: '',
            accountId: '46401',
            itemId: '46101',
            taxId: '46501',
            quantityMilli: 1000,
            netMinor: 3998,
            totalMinor: 4278,
          },
          {
            id: '46302',
            name: '',
            accountId: '46401',
            quantityMilli: 1000,
            netMinor: 500,
            totalMinor: 500,
          },
        ],
      },
    });
    expect(lineOf(sent[0])).toBe('PUT /books/v3/invoices');
    expect(bodyOf(sent[0])).toMatchObject({
      line_items: [{ item_id: '46101', quantity: 2, rate: 19.99, salesorder_item_id: '46701' }],
      custom_fields: [{ api_name: 'cf_tallybridge_invoice', value: 'order:1001' }],
    });
  });

  it('stops at a draft over another amount than the order', async () => {
    const { ledger } = setUp(done({ invoice: { ...invoice, total: 47.73 } }, 201));
    expect(await ledger.saveInvoice(fresh, draft)).toEqual({
      ok: false,
      problem: {
        code: 'document-mismatch',
        remedy: 'fix-setup',
        facts: {
          product: 'Zoho Books',
          reference: '1001',
          order: '44.93 USD',
          booked: '47.73 USD',
        },
      },
    });
  });

  const row = { invoice_id: '46201', customer_id: '46001', reference_number: '1001', total: 44.93 };
  const key = (value: string) => ({ custom_field_hash: { cf_tallybridge_invoice: value } });
  const people = { ...invoice, status: 'sent', total: 50, balance: 50 };

  it.each([
    ['our key, whatever the amount', { ...row, ...key('order:1001'), total: 50 }],
    ['our amount, where the list does not show the key', row],
    ['our key and another customer', { ...row, ...key('order:1001'), customer_id: '46002' }],
  ])('tried again, leaves the invoice with %s as people changed it', async (_, found) => {
    const { ledger, calls } = setUp(done({ invoices: [found] }), done({ invoice: people }));
    expect(await ledger.saveInvoice(again, draft)).toMatchObject({
      value: { id: '46201', total: money(5000, 'USD') },
    });
    expect(calls).toEqual(['books find-invoice', 'books read-invoice']);
  });

  it.each([
    ['another key', { ...row, ...key('order:999') }],
    ['another reference and no key', { ...row, reference_number: '10011' }],
    ['another customer and no key', { ...row, customer_id: '46002' }],
    ['another amount and no key', { ...row, total: 44.94 }],
  ])('tried again, does not take an invoice with %s', async (_, found) => {
    const list = done({ invoices: [found] });
    const { ledger, calls } = setUp(list, list, done({ invoice }, 201));
    expect(await ledger.saveInvoice(again, draft)).toMatchObject({ ok: true });
    expect(calls).toEqual(['books find-invoice', 'books find-invoice', 'books save-invoice']);
  });

  it('tried again, finds its own among the customer’s newest when the reference was changed', async () => {
    const found = { ...row, ...key('order:1001'), reference_number: 'PO 77' };
    const { ledger, lines } = setUp(
      done({ invoices: [] }),
      done({ invoices: [found] }),
      done({ invoice }),
    );
    expect(await ledger.saveInvoice(again, draft)).toMatchObject({ value: { id: '46201' } });
    expect(lines()).toEqual([
      'GET /books/v3/invoices?reference_number=1001&customer_id=46001&page=1&per_page=200',
      'GET /books/v3/invoices?customer_id=46001&page=1&per_page=200',
      'GET /books/v3/invoices/46201',
    ]);
  });

  it('tried again, still stops at a draft over another amount', async () => {
    const found = { ...row, ...key('order:1001'), total: 47.73 };
    const detail = done({ invoice: { ...invoice, total: 47.73 } });
    const { ledger } = setUp(done({ invoices: [found] }), detail);
    expect(await ledger.saveInvoice(again, draft)).toMatchObject({
      problem: { code: 'document-mismatch' },
    });
  });

  it('an answer without what we need counts as none', async () => {
    const { ledger } = setUp(done({ invoice: { ...invoice, total: 44.935 } }, 201), done({}, 201));
    expect(await ledger.saveInvoice(fresh, draft)).toMatchObject({
      problem: { code: 'zoho-unavailable', remedy: 'retry' },
    });
    expect(await ledger.saveInvoice(fresh, draft)).toMatchObject({
      problem: { code: 'zoho-unavailable', remedy: 'retry' },
    });
  });
});

describe('readInvoice', () => {
  it.each<[string, unknown, number | undefined]>([
    ['the customer has credit', { unused_customer_credits: 12 }, 1_200],
    ['the customer has none', { unused_customer_credits: 0 }, undefined],
    ['the books tell nothing of it', '', undefined],
  ])('tells what is not applied yet: %s', async (_, contact, minor) => {
    const { ledger } = setUp(done({ invoice: { ...invoice, contact } }));
    const read = await ledger.readInvoice('46201');
    expect(read.ok && [read.value.balance.minor, read.value.customerCredit?.minor]).toEqual([
      4_493,
      minor,
    ]);
  });
});

describe('markInvoiceSent', () => {
  it('marks the invoice', async () => {
    const { ledger, lines } = setUp(done({}));
    expect(await ledger.markInvoiceSent('46201')).toEqual({ ok: true, value: undefined });
    expect(lines()).toEqual(['POST /books/v3/invoices/46201/status/sent']);
  });

  it.each(['sent', 'overdue', 'paid', 'partially_paid'])(
    'is content with one that Zoho will not mark as it is %s',
    async (status) => {
      const { ledger } = setUp(failed(400, 12000), done({ invoice: { ...invoice, status } }));
      expect(await ledger.markInvoiceSent('46201')).toEqual({ ok: true, value: undefined });
    },
  );

  it.each(['draft', 'void'])('hands on the refusal of one that stays %s', async (status) => {
    const { ledger } = setUp(failed(400, 12000, 'no'), done({ invoice: { ...invoice, status } }));
    expect(await ledger.markInvoiceSent('46201')).toMatchObject({
      problem: { code: 'zoho-refused', zohoCode: '12000' },
    });
  });

  it('hands on other problems without asking further', async () => {
    const { ledger, sent } = setUp(failed(404, 1002));
    expect(await ledger.markInvoiceSent('46201')).toMatchObject({ problem: { code: 'not-found' } });
    expect(sent).toHaveLength(1);
  });
});

describe('addInvoiceComment', () => {
  const write = { mark: '[Tallybridge 0a1b]', retried: false };
  const comment = { comment_id: '46801', description: 'The card was declined. [Tallybridge 0a1b]' };

  it('writes it with its mark, hidden from the customer', async () => {
    const { ledger, sent, lines } = setUp(done({ comment }, 201));
    const added = await ledger.addInvoiceComment(write, '46201', 'The card was declined.');
    expect(added).toEqual({ ok: true, value: { id: '46801' } });
    expect(lines()).toEqual(['POST /books/v3/invoices/46201/comments']);
    expect(bodyOf(sent[0])).toEqual({
      description: 'The card was declined. [Tallybridge 0a1b]',
      show_comment_to_clients: false,
    });
  });

  it('looks for an earlier try’s first when retried', async () => {
    const retried = { ...write, retried: true };
    const other = { comment_id: '46800', description: 'Invoice created for USD 44.93' };
    const found = setUp(done({ comments: [other, comment] }));
    expect(await found.ledger.addInvoiceComment(retried, '46201', 'The')).toMatchObject({
      value: { id: '46801' },
    });
    const missing = setUp(done({ comments: [other] }), done({ comment }, 201));
    await missing.ledger.addInvoiceComment(retried, '46201', 'The');
    expect(missing.lines()).toEqual([
      'GET /books/v3/invoices/46201/comments',
      'POST /books/v3/invoices/46201/comments',
    ]);
  });
});
