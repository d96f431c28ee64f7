// What payments, credit notes and entries on accounts may do in Books.
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

describe('a customer payment', () => {
  it('goes to Undeposited Funds unless an account is named', async () => {
    const payment = await books.pay(await books.newCustomer(), 5);
    expect(payment.status).toBe(201);
    expect(payment.headers.get('location')).toBe(
      `/api/v3/customerpayments/${payment.text('payment.payment_id')}`,
    );
    expect(payment.at('payment.account_name')).toBe('Undeposited Funds');
    expect(payment.at('payment.unused_amount')).toBe(5);
  });

  it('above the invoice balance is refused with 24016 and changes nothing', async () => {
    const customer_id = await books.newCustomer();
    const id = await books.newInvoice(customer_id, 20);
    const refused = await books.payInvoice(customer_id, id, 20.01);
    expect([refused.status, refused.at('code')]).toEqual([400, 24016]);
    expect(await books.invoiceState(id)).toEqual(['sent', 20]);
  });

  it('needs an account for bank charges, which then go to the fee account', async () => {
    const customer_id = await books.newCustomer();
    expect((await books.pay(customer_id, 50, { bank_charges: 1.75 })).status).toBe(400);
    const account_id = seeded.accounts['Cybersource Clearing USD'];
    const paid = await books.pay(customer_id, 50, { bank_charges: 1.75, account_id });
    expect(paid.at('payment.bank_charges')).toBe(1.75);
    expect(paid.at('payment.bank_charges_account_name')).toBe('Bank Fees and Charges');
    const charges = seeded.accounts['Credit Card Charges'];
    const chosen = await books.pay(customer_id, 50, {
      bank_charges: 1.75,
      bank_charges_account_id: charges,
      account_id,
    });
    expect(chosen.at('payment.bank_charges_account_id')).toBe(charges);
  });

  it('refuses a mode nobody defined, a missing date, and a reference longer than fifty characters', async () => {
    const customer_id = await books.newCustomer();
    const mode = await books.pay(customer_id, 1, { payment_mode: 'other' });
    const date = await books.pay(customer_id, 1, { date: undefined });
    const reference = await books.pay(customer_id, 1, { reference_number: 'x'.repeat(51) });
    expect([mode.at('code'), mode.at('message')]).toEqual([
      4,
      'Invalid value passed for payment_mode',
    ]);
    expect([date.at('code'), date.at('message')]).toEqual([4, 'Invalid value passed for date']);
    expect(reference.at('code')).toBe(15);
  });

  it('refunds its excess and no more than that', async () => {
    const customer_id = await books.newCustomer();
    const id = await books.newInvoice(customer_id, 80);
    const paid = await books.pay(customer_id, 100, {
      invoices: [{ invoice_id: id, amount_applied: 80 }],
    });
    const path = `/customerpayments/${paid.text('payment.payment_id')}/refunds`;
    const from_account_id = seeded.accounts['Cybersource Clearing USD'];
    const refund = (amount: number) =>
      open.books('POST', path, {
        body: { date: books.today(), amount, from_account_id, reference_number: 'R1' },
      });
    expect((await refund(20.01)).status).toBe(400);
    const done = await refund(20);
    expect(done.at('payment_refunds.0.amount')).toBe(20);
    expect((await refund(0.01)).status).toBe(400);
    const after = await open.books('GET', `/customerpayments/${paid.text('payment.payment_id')}`);
    expect([
      after.at('payment.unused_amount'),
      after.rows('payment.payment_refunds').length,
    ]).toEqual([0, 1]);
  });

  it('that is deleted opens its invoice again', async () => {
    const customer_id = await books.newCustomer();
    const id = await books.newInvoice(customer_id, 12);
    const paid = await books.payInvoice(customer_id, id, 12);
    const gone = await open.books('DELETE', `/customerpayments/${paid.text('payment.payment_id')}`);
    expect(gone.body).toEqual({ code: 0, message: 'The payment has been deleted.' });
    expect(await books.invoiceState(id)).toEqual(['sent', 12]);
  });

  it('can be taken off one invoice and used on another', async () => {
    const customer_id = await books.newCustomer();
    const [first, second] = [
      await books.newInvoice(customer_id, 9),
      await books.newInvoice(customer_id, 9),
    ];
    const paid = await books.payInvoice(customer_id, first, 9);
    const rows = await open.books('GET', `/invoices/${first}/payments`);
    await open.books(
      'DELETE',
      `/invoices/${first}/payments/${rows.text('payments.0.invoice_payment_id')}`,
    );
    expect(await books.invoiceState(first)).toEqual(['sent', 9]);
    const invoice_payments = [{ payment_id: paid.text('payment.payment_id'), amount_applied: 9 }];
    await open.books('POST', `/invoices/${second}/credits`, { body: { invoice_payments } });
    expect(await books.invoiceState(second)).toEqual(['paid', 0]);
  });
});

describe('a credit note', () => {
  it('is open with its total as balance, and closed once applied in full', async () => {
    const customer_id = await books.newCustomer();
    const id = await books.newInvoice(customer_id, 60);
    const note = await books.newNote(customer_id, 25);
    const apply = await open.books('POST', `/creditnotes/${note}/invoices`, {
      body: { invoices: [{ invoice_id: id, amount_applied: 25 }] },
    });
    expect(apply.status).toBe(201);
    expect(await books.invoiceState(id)).toEqual(['partially_paid', 35]);
    const after = await open.books('GET', `/creditnotes/${note}`);
    expect([after.at('creditnote.status'), after.at('creditnote.balance')]).toEqual(['closed', 0]);
  });

  it('cannot go onto a paid invoice: 12006 by both ways', async () => {
    const customer_id = await books.newCustomer();
    const id = await books.newInvoice(customer_id, 15);
    await books.payInvoice(customer_id, id, 15);
    const note = await books.newNote(customer_id, 15, { invoice_id: id });
    const byNote = await open.books('POST', `/creditnotes/${note}/invoices`, {
      body: { invoices: [{ invoice_id: id, amount_applied: 15 }] },
    });
    const byInvoice = await open.books('POST', `/invoices/${id}/credits`, {
      body: { apply_creditnotes: [{ creditnote_id: note, amount_applied: 15 }] },
    });
    expect([byNote.at('code'), byInvoice.at('code')]).toEqual([12006, 12006]);
  });

  it('is refunded from an account, up to its balance, and answers one object', async () => {
    const customer_id = await books.newCustomer();
    const note = await books.newNote(customer_id, 40);
    const from_account_id = seeded.accounts['Cybersource Clearing USD'];
    const refund = (amount: number) =>
      open.books('POST', `/creditnotes/${note}/refunds`, {
        body: {
          date: books.today(),
          amount,
          from_account_id,
          refund_mode: 'creditcard',
          exchange_rate: '1',
        },
      });
    expect((await refund(41)).status).toBe(400);
    expect((await refund(40)).at('creditnote_refund.amount')).toBe(40);
    const after = await open.books('GET', `/creditnotes/${note}`);
    expect(after.at('creditnote.total_refunded_amount')).toBe(40);
    expect(after.at('creditnote.status')).toBe('closed');
    const list = await open.books('GET', '/creditnotes/refunds', { query: { customer_id } });
    expect(list.rows('creditnote_refunds')).toHaveLength(1);
  });
});

describe('the accounts', () => {
  it('show in the clearing account what came in, what was held back and what went out', async () => {
    const fresh = await openZoho();
    const { accounts } = fresh.zoho.seedCompany();
    const account_id = accounts['Cybersource Clearing USD'];
    const made = await fresh.books('POST', '/contacts', { body: { contact_name: 'Clearing' } });
    const customer_id = made.text('contact.contact_id');
    const date = fresh.zoho.seed.daysAgo(0);
    const body = {
      customer_id,
      amount: 100,
      date,
      payment_mode: 'creditcard',
      account_id,
      bank_charges: 3,
    };
    await fresh.books('POST', '/customerpayments', { body });
    const transfer = {
      transaction_type: 'transfer_fund',
      from_account_id: account_id,
      to_account_id: accounts['Operating Account'],
      amount: 90,
      date,
      reference_number: 'BATCH-1',
    };
    await fresh.books('POST', '/banktransactions', { body: transfer });
    const bank = await fresh.books('GET', `/bankaccounts/${account_id}`);
    expect(bank.at('bankaccount.balance')).toBe(7);
    const query = { reference_number: 'BATCH-1' };
    const list = await fresh.books('GET', '/banktransactions', { query });
    expect(list.rows('banktransactions')).toHaveLength(1);
    await fresh.zoho.close();
  });

  it('take a journal only when it balances, and never with tax', async () => {
    const line = (account: string, debit_or_credit: string, amount: number, more: object = {}) => ({
      account_id: seeded.accounts[account],
      debit_or_credit,
      amount,
      ...more,
    });
    const post = (line_items: object[]) =>
      open.books('POST', '/journals', { body: { journal_date: books.today(), line_items } });
    const good = await post([
      line('Sales', 'debit', 0.3),
      line('Bad Debt', 'credit', 0.1),
      line('Bad Debt', 'credit', 0.2),
    ]);
    expect([good.status, good.at('journal.total')]).toEqual([201, 0.3]);
    expect((await post([line('Sales', 'debit', 1), line('Bad Debt', 'credit', 2)])).status).toBe(
      400,
    );
    const taxed = await post([
      line('Sales', 'debit', 1, { tax_id: '1' }),
      line('Bad Debt', 'credit', 1),
    ]);
    expect(taxed.at('code')).toBe(110942);
  });
});

describe('an account', () => {
  it('of the organization can be made, renamed and deleted, while system accounts stay', async () => {
    const body = { account_name: 'Chargeback Fees', account_type: 'expense' };
    const made = await open.books('POST', '/chartofaccounts', { body });
    const path = `/chartofaccounts/${made.text('chart_of_account.account_id')}`;
    const renamed = await open.books('PUT', path, { body: { account_name: 'Dispute Fees' } });
    expect(renamed.at('chart_of_account.account_name')).toBe('Dispute Fees');
    expect(
      (
        await open.books('POST', '/chartofaccounts', {
          body: { ...body, account_name: 'dispute fees' },
        })
      ).status,
    ).toBe(400);
    expect((await open.books('DELETE', path)).at('message')).toBe('The account has been deleted.');
    const sales = `/chartofaccounts/${seeded.accounts.Sales}`;
    expect((await open.books('DELETE', sales)).status).toBe(400);
    const read = await open.books('GET', sales);
    expect(read.rows('chart_of_account.transactions').length).toBeGreaterThan(10);
  });
});
