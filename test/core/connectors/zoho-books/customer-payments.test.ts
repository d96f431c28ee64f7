// Customer payments: one per gateway transaction, whatever happened to the invoice.
import { describe, expect, it } from 'vitest';
import { money } from '../../../../functions/core/domain/money.ts';
import { bodyOf, done, failed, lineOf } from '../zoho-http/zoho-script.ts';
import { again, fresh, setUp } from './books-script.ts';

describe('saveCustomerPayment', () => {
  const payment = { payment_id: '46801', payment_number: '7', amount: 44.93, unused_amount: 0 };
  const paid = {
    customerId: '46001',
    amount: money(4493, 'USD'),
    date: '2026-11-02',
    reference: '7361234567890123456789',
    accountId: '46402',
    applyTo: [{ invoiceId: '46201', amount: money(4493, 'USD') }],
    description: 'Order 1001',
  };

  it('deposits the amount to the clearing account and applies it', async () => {
    const { ledger, sent } = setUp(done({ payment }, 201));
    expect(await ledger.saveCustomerPayment(fresh, paid)).toEqual({
      ok: true,
      value: {
        id: '46801',
        number: '7',
        amount: money(4493, 'USD'),
        unused: money(0, 'USD'),
        applied: [],
      },
    });
    expect(lineOf(sent[0])).toBe('PUT /books/v3/customerpayments');
    expect(bodyOf(sent[0])).toEqual({
      customer_id: '46001',
      payment_mode: 'creditcard',
      amount: 44.93,
      date: '2026-11-02',
      reference_number: '7361234567890123456789',
      description: 'Order 1001',
      account_id: '46402',
      invoices: [{ invoice_id: '46201', amount_applied: 44.93 }],
      custom_fields: [{ api_name: 'cf_tallybridge_payment', value: 'order:1001' }],
    });
  });

  it('carries what the mapping makes of it, and what moved stands over that', async () => {
    const { ledger, sent } = setUp(done({ payment }, 201));
    const fields = {
      reference_number: '831000',
      payment_mode: 'banktransfer',
      card_type: 'Visa',
      last_four_digits: '1111',
      amount: '1.00',
      account_id: 'elsewhere',
      invoices: [],
      custom_fields: { cf_authorization_code: '831000', cf_tallybridge_payment: 'another' },
    };
    await ledger.saveCustomerPayment(fresh, { ...paid, fields });
    expect(bodyOf(sent[0])).toEqual({
      customer_id: '46001',
      payment_mode: 'banktransfer',
      card_type: 'Visa',
      last_four_digits: '1111',
      amount: 44.93,
      date: '2026-11-02',
      reference_number: '831000',
      description: 'Order 1001',
      account_id: '46402',
      invoices: [{ invoice_id: '46201', amount_applied: 44.93 }],
      custom_fields: [
        { api_name: 'cf_tallybridge_payment', value: 'order:1001' },
        { api_name: 'cf_authorization_code', value: '831000' },
      ],
    });
  });

  it('tried again, searches by the reference that the mapping gave', async () => {
    const { ledger, lines } = setUp(
      done({ customerpayments: [] }),
      done({ customerpayments: [] }),
      done({ payment }, 201),
    );
    await ledger.saveCustomerPayment(again, { ...paid, fields: { reference_number: '831000' } });
    expect(lines()[0]).toContain('reference_number=831000');
  });

  it('keeps the money as credit when the invoice is paid already', async () => {
    const credit = done({ payment: { ...payment, unused_amount: 44.93 } }, 201);
    const { ledger, sent } = setUp(failed(400, 24016), credit);
    expect(await ledger.saveCustomerPayment(fresh, paid)).toMatchObject({
      value: { unused: money(4493, 'USD') },
    });
    expect(bodyOf(sent[1]).invoices).toEqual([]);
  });

  it('does not try a second time for another refusal', async () => {
    const { ledger, sent } = setUp(failed(400, 4));
    expect(await ledger.saveCustomerPayment(fresh, paid)).toMatchObject({
      problem: { code: 'zoho-refused' },
    });
    expect(sent).toHaveLength(1);
  });

  it('tried again, finds the payment by the gateway’s id and reads what is unused', async () => {
    const row = {
      payment_id: '46801',
      customer_id: '46001',
      reference_number: paid.reference,
      amount: 44.93,
    };
    const { ledger, lines } = setUp(
      done({ customerpayments: [row] }),
      done({ payment: { ...payment, amount: 44.93 } }),
    );
    expect(await ledger.saveCustomerPayment(again, paid)).toMatchObject({ value: { id: '46801' } });
    expect(lines()).toEqual([
      `GET /books/v3/customerpayments?reference_number=${paid.reference}&customer_id=46001&page=1&per_page=200`,
      'GET /books/v3/customerpayments/46801',
    ]);
  });

  it('tried again, does not take an answer without an amount for its own', async () => {
    const row = { payment_id: '46801', customer_id: '46001', reference_number: paid.reference };
    const { ledger } = setUp(
      done({ customerpayments: [{ ...row, amount: 44.93 }] }),
      done({ payment: { ...payment, amount: undefined } }),
    );
    expect(await ledger.saveCustomerPayment(again, paid)).toMatchObject({
      problem: { code: 'zoho-unavailable' },
    });
  });

  it('tried again, keeps what it wrote before a part was voided', async () => {
    const row = { payment_id: '46801', customer_id: '46001', reference_number: paid.reference };
    const hash = { custom_field_hash: { cf_tallybridge_payment: 'order:1001' } };
    const { ledger } = setUp(
      done({ customerpayments: [{ ...row, ...hash, amount: 60 }] }),
      done({ payment: { ...payment, amount: 60 } }),
    );
    const earlierAmounts = [money(6000, 'USD')];
    expect(await ledger.saveCustomerPayment(again, { ...paid, earlierAmounts })).toMatchObject({
      value: { id: '46801', amount: money(6000, 'USD') },
    });
  });

  it('tried again, leaves an amount that somebody changed and says both', async () => {
    const row = { payment_id: '46801', customer_id: '46001', reference_number: paid.reference };
    const hash = { custom_field_hash: { cf_tallybridge_payment: 'order:1001' } };
    const { ledger, calls } = setUp(
      done({ customerpayments: [{ ...row, ...hash, amount: 40 }] }),
      done({ payment: { ...payment, amount: 40 } }),
    );
    expect(await ledger.saveCustomerPayment(again, paid)).toMatchObject({
      problem: { code: 'money-changed', facts: { written: '44.93 USD', now: '40.00 USD' } },
    });
    expect(calls).toEqual(['books find-customer-payment', 'books read-customer-payment']);
  });
});

describe('a payment in the books', () => {
  const payment = {
    payment_id: '46801',
    payment_number: '7',
    unused_amount: 10,
    exchange_rate: 1.09,
    invoices: [{ invoice_id: '46201', invoice_number: 'INV-7', amount_applied: 34.93 }],
  };

  it('tells its invoices, what is left, and the rate that the books took', async () => {
    const { ledger, sent } = setUp(done({ payment }));
    expect(await ledger.readCustomerPayment('46801', 'EUR')).toEqual({
      ok: true,
      value: {
        id: '46801',
        number: '7',
        // Left out in this answer: what is applied and what is left.
        amount: money(4493, 'EUR'),
        unused: money(1000, 'EUR'),
        applied: [{ invoiceId: '46201', invoiceNumber: 'INV-7', amount: money(3493, 'EUR') }],
        exchangeRate: '1.09',
      },
    });
    expect(lineOf(sent[0])).toBe('GET /books/v3/customerpayments/46801');
  });

  it('is deleted, and one that is gone is as good', async () => {
    const { ledger, sent } = setUp(done({}), failed(404, 1002));
    expect(await ledger.deleteCustomerPayment('46801')).toEqual({ ok: true, value: undefined });
    expect(await ledger.deleteCustomerPayment('46801')).toEqual({ ok: true, value: undefined });
    expect(lineOf(sent[0])).toBe('DELETE /books/v3/customerpayments/46801');
  });

  it('carries the fee that is known, and to which account it goes', async () => {
    const { ledger, sent } = setUp(done({ payment }, 201));
    await ledger.saveCustomerPayment(fresh, {
      customerId: '46001',
      amount: money(4493, 'EUR'),
      fee: money(130, 'EUR'),
      feeAccountId: '46403',
      date: '2026-11-02',
      reference: '736',
      accountId: '46402',
      applyTo: [],
      description: 'Order 1001',
    });
    expect(bodyOf(sent[0])).toMatchObject({
      bank_charges: 1.3,
      bank_charges_account_id: '46403',
      account_id: '46402',
    });
  });

  it('lowers a fee beside its account, and leaves a payment without one alone', async () => {
    const { ledger, sent } = setUp(done({ payment }, 200), done({ payment }, 200));
    const accounts = { accountId: '46402', feeAccountId: '46403' };
    const change = { amount: money(2_500, 'EUR'), applyTo: [], ...accounts };
    await ledger.changeCustomerPayment('46501', change);
    await ledger.changeCustomerPayment('46501', { ...change, fee: money(0, 'EUR') });
    const beside = { account_id: '46402', bank_charges_account_id: '46403' };
    expect(sent.map(bodyOf)).toEqual([
      { amount: 25, invoices: [] },
      { amount: 25, invoices: [], ...beside, bank_charges: 0 },
    ]);
  });
});
