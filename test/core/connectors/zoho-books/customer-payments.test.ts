// Customer payments: one per gateway transaction, whatever happened to the invoice.
import { describe, expect, it } from 'vitest';
import { money } from '../../../../functions/core/domain/money.ts';
import { bodyOf, done, failed, lineOf } from '../zoho-http/zoho-script.ts';
import { again, fresh, setUp } from './books-script.ts';

describe('saveCustomerPayment', () => {
  const payment = { payment_id: '46801', payment_number: '7', unused_amount: 0 };
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
      value: { id: '46801', number: '7', unused: money(0, 'USD') },
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
      done({ payment }),
    );
    expect(await ledger.saveCustomerPayment(again, paid)).toMatchObject({
      problem: { code: 'zoho-unavailable' },
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
