// The shipped mappings: sound against the real catalogs, and the field pairs that the product is sold with.
import { describe, expect, it } from 'vitest';
import { paymentStatuses } from '../../../functions/core/domain/canonical/payment.ts';
import { applyMapping } from '../../../functions/core/mapping/apply-mapping.ts';
import { outlineMapping } from '../../../functions/core/mapping/outline-mapping.ts';
import { nestValues } from '../../../functions/core/mapping/path.ts';
import {
  shippedMapping,
  shippedMappings,
  shippedTables,
} from '../../../functions/core/mapping/shipped.ts';
import { validateMapping } from '../../../functions/core/mapping/validate-mapping.ts';
import { catalogsOf, contextOf } from './mapping-catalogs.ts';
import { customer, fraudCase, movement, order, payment, settlementLine } from './sample-records.ts';

function map(id: string, sources: Readonly<Record<string, unknown>>) {
  const document = shippedMapping(id);
  if (document === undefined) throw new Error(`no mapping ${id}`);
  const mapped = applyMapping(document, sources, contextOf(document));
  expect(mapped).toMatchObject({ problems: [], asks: [] });
  return mapped.values;
}

const all = [...shippedMappings().values()];

describe('the shipped mappings', () => {
  it.each(all)('$id has no fault and nothing that may fail unseen', (document) => {
    const faults = validateMapping(document, catalogsOf(document));
    expect(faults.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });

  it.each(all)('$id reads as one line a rule, in words', (document) => {
    const lines = outlineMapping(document, catalogsOf(document));
    expect(lines).toHaveLength(document.rules.length);
    for (const line of lines) expect(line).toMatch(/^[^<\n]+ <- [^\n]+$/);
  });
});

describe('the field pairs of a payment', () => {
  const values = map('payment-to-books-payment', { payment });

  it.each([
    ['transactionId', 'reference_number', '7224712345676543210987'],
    ['status', 'custom_fields.cf_payment_status', 'Paid'],
    ['authorizationCode', 'custom_fields.cf_authorization_code', '888888'],
    ['paymentMethod', 'payment_mode', 'creditcard'],
    ['cardType', 'card_type', 'Visa'],
    ['cardLast4', 'last_four_digits', '1111'],
    [
      'customerProfileId',
      'custom_fields.cf_customer_profile_id',
      'AB695DA801DD1BB6E05341588E0A3BDC',
    ],
    ['capturedAt', 'date', '2026-05-04'],
    ['card and order', 'description', 'Order SO-10042 paid by Visa ..1111, approval code 888888'],
  ])('%s goes to the payment as %s', (_, to, expected) => {
    expect(values[to]).toBe(expected);
  });

  it('merchantReferenceCode is the number of the invoice or of the sales order', () => {
    expect(map('payment-to-books-invoice', { payment })).toMatchObject({
      reference_number: 'SO-10042',
      'custom_fields.cf_transaction_id': '7224712345676543210987',
      'custom_fields.cf_payment_status': 'Paid',
      'custom_fields.cf_payment_mode': 'Credit card',
      'custom_fields.cf_card_type': 'Visa',
      'custom_fields.cf_card_last_four': '1111',
      'custom_fields.cf_authorization_code': '888888',
      'custom_fields.cf_customer_profile_id': 'AB695DA801DD1BB6E05341588E0A3BDC',
    });
    expect(map('payment-to-inventory-sales-order', { payment })).toMatchObject({
      reference_number: 'SO-10042',
      'custom_fields.cf_transaction_id': '7224712345676543210987',
    });
  });

  it('no mapping says what was paid: amount, currency and account are not theirs to fill', () => {
    const filled = all.flatMap(({ rules }) =>
      rules.flatMap(({ to }) => to.map(({ path }) => path)),
    );
    expect(shippedMapping('payment-to-books-payment')?.given).toContain('amount');
    expect(Object.keys(values)).not.toContain('amount');
    expect(filled).not.toContain('invoices[].amount_applied');
  });
});

describe('the table of payment statuses', () => {
  const entries = shippedTables().get('payment-status')?.entries ?? {};

  it.each([
    ['authorized', 'Open'],
    ['captured', 'Paid'],
    ['settled', 'Paid'],
    ['refunded', 'Refunded'],
    ['partially-refunded', 'Partially refunded'],
    ['declined', 'Void'],
    ['voided', 'Void'],
    ['reversed', 'Void'],
  ])('%s reads %s', (status, word) => {
    expect(entries[status]).toBe(word);
  });

  it('knows every status that a payment may have', () => {
    expect(Object.keys(entries).toSorted()).toEqual(paymentStatuses.toSorted());
  });
});

describe('the other records', () => {
  it('a refund becomes a credit note', () => {
    expect(map('refund-to-books-credit-note', { movement })).toEqual({
      reference_number: '7224799999996543210987',
      date: '2026-05-06',
      reason: 'Returned goods',
      refund_mode: 'creditcard',
      notes: 'Refund of USD 40.00 to the card of payment 7224712345676543210987',
    });
  });

  it('a fraud case becomes a ticket that says why in words', () => {
    expect(map('case-to-desk-ticket', { case: fraudCase })).toMatchObject({
      subject: 'Payment held for review: order SO-10042, USD 129.90',
      description: [
        'Cybersource holds this payment for review; the order waits for the decision.',
        'Why it is held: A fraud rule wants a review; card, address or network were used many times lately; the e-mail address is risky.',
        'Rules that fired: Velocity over 3, High amount.',
        'Fraud score (0 to 99, higher is riskier): 72.',
        'Transaction 7224712345676543210987 of northwind_usd.',
        'Decide on it in the Business Center; this ticket closes by itself then.',
      ].join('\n'),
      status: 'Open',
      priority: 'High',
      'contact.lastName': 'Lopez',
      dueDate: '2026-05-09T14:05:00.000Z',
    });
  });

  it.each([
    ['sale', 12990, 'debit'],
    ['refund', -12990, 'credit'],
    ['chargeback', -12990, 'credit'],
  ] as const)('a settled %s is booked without a sign, as a %s', (kind, minor, side) => {
    const line = { ...settlementLine, kind, grossAmount: { minor, currency: 'USD' } };
    expect(map('settlement-line-to-books', { 'settlement-line': line })).toMatchObject({
      transaction_type: 'transfer_fund',
      amount: '129.90',
      bank_charges: '3.77',
      debit_or_credit: side,
      date: '2026-05-05',
      exchange_rate: 0.9231,
      reference_number: '7224712345676543210987',
      payee: 'Cybersource',
    });
  });

  it('an order becomes an invoice with its own words on lines, and both addresses', () => {
    expect(nestValues(map('order-to-books-invoice', { order }))).toMatchObject({
      reference_number: 'SO-10042',
      date: '2026-05-04',
      line_items: [{ name: 'Blue mug' }, { name: 'Gift wrap' }],
      billing_address: {
        address: '1 Market Street',
        city: 'San Francisco',
        country: 'United States',
      },
    });
  });

  it('a customer goes to the books and to the CRM, and comes back the same', () => {
    const contact = nestValues(map('customer-to-books-contact', { customer }));
    expect(contact).toMatchObject({
      contact_name: 'Northwind Trading',
      email: 'maria@example.com',
      phone: '+14155550132',
    });
    expect(map('customer-to-crm-contact', { customer })).toMatchObject({
      Last_Name: 'Lopez',
      Mailing_Street: '1 Market Street, Suite 200',
      Mailing_Country: 'United States',
    });
    expect(nestValues(map('books-contact-to-customer', { contact }))).toMatchObject({
      email: 'maria@example.com',
      firstName: 'Maria',
      lastName: 'Lopez',
      company: customer.company,
      billing: customer.billing,
      shipping: customer.shipping,
    });
  });
});
