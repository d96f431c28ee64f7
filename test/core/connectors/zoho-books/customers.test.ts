// Customers in the books: found with care, created once, told apart from namesakes.
import { describe, expect, it } from 'vitest';
import { canonicalCustomer } from '../../../../functions/core/domain/canonical/customer.ts';
import type { Customer } from '../../../../functions/core/domain/customer.ts';
import { mappedBy } from '../../mapping/mapped.ts';
import { bodyOf, done, failed, lineOf } from '../zoho-http/zoho-script.ts';
import { again, fresh, setUp } from './books-script.ts';

const customer: Customer = {
  email: ' Anna@Example.com ',
  firstName: 'Anna',
  lastName: 'Berg',
  billing: { line1: 'Main St 1', city: 'Bonn', postalCode: '53111', country: 'DE' },
};
const fields = mappedBy('customer-to-books-contact', { customer: canonicalCustomer(customer) });
const contact = {
  contact_id: '46001',
  contact_type: 'customer',
  status: 'active',
  email: 'anna@example.com',
  currency_code: 'USD',
  zcrm_contact_id: '',
  zcrm_account_id: '55001',
};
describe('findCustomer', () => {
  const page = (rows: object[], hasMore = false) =>
    done({ contacts: rows, page_context: { has_more_page: hasMore } });

  it('finds the customer of this address and currency', async () => {
    const { ledger, lines } = setUp(page([{ ...contact, currency_code: 'EUR' }, contact]));
    expect(await ledger.findCustomer('ANNA@example.com', 'USD')).toEqual({
      ok: true,
      value: { id: '46001', currency: 'USD', crmAccountId: '55001' },
    });
    expect(lines()).toEqual([
      'GET /books/v3/contacts?email=anna%40example.com&contact_type=customer&page=1&per_page=200',
    ]);
  });

  it.each([
    ['another address', { email: 'bert@example.com' }],
    ['a vendor', { contact_type: 'vendor' }],
    ['an inactive customer', { status: 'inactive' }],
  ])('does not take %s, in case the filter was ignored', async (_, change) => {
    const { ledger } = setUp(page([{ ...contact, ...change }]));
    expect(await ledger.findCustomer('anna@example.com', 'USD')).toEqual({
      ok: true,
      value: undefined,
    });
  });

  it('reads on while there are pages, and then stops', async () => {
    const other = { ...contact, email: 'bert@example.com' };
    const { ledger, sent } = setUp(page([other], true), page([contact], true));
    expect(await ledger.findCustomer('anna@example.com', 'USD')).toMatchObject({
      value: { id: '46001' },
    });
    expect(sent).toHaveLength(2);

    const endless = setUp(...Array.from({ length: 11 }, () => page([other], true)));
    await endless.ledger.findCustomer('anna@example.com', 'USD');
    expect(endless.sent).toHaveLength(10);
  });
});

describe('saveCustomer', () => {
  it('upserts by our field, without blanks', async () => {
    const { ledger, sent, calls } = setUp(done({ contact }, 201));
    expect(await ledger.saveCustomer(fresh, customer, 'USD', fields)).toMatchObject({
      value: { id: '46001', currency: 'USD' },
    });
    expect(calls).toEqual(['books save-customer']);
    expect(lineOf(sent[0])).toBe('PUT /books/v3/contacts');
    expect(sent[0]?.headers).toMatchObject({
      'X-Unique-Identifier-Key': 'cf_tallybridge_customer',
      'X-Unique-Identifier-Value': 'order:1001',
      'X-Upsert': 'true',
    });
    expect(bodyOf(sent[0])).toEqual({
      contact_name: 'Anna Berg',
      contact_type: 'customer',
      currency_id: '46901',
      contact_persons: [
        {
          first_name: 'Anna',
          last_name: 'Berg',
          email: 'anna@example.com',
          is_primary_contact: true,
        },
      ],
      billing_address: { address: 'Main St 1', city: 'Bonn', zip: '53111', country: 'Germany' },
      custom_fields: [{ api_name: 'cf_tallybridge_customer', value: 'order:1001' }],
    });
  });

  it('tells namesakes apart by address and currency', async () => {
    const { ledger, sent } = setUp(failed(400, 3062), done({ contact }, 201));
    expect(await ledger.saveCustomer(fresh, customer, 'USD', fields)).toMatchObject({ ok: true });
    expect(bodyOf(sent[1]).contact_name).toBe('Anna Berg (anna@example.com, USD)');
  });

  it('tried again, takes the customer that is there', async () => {
    const { ledger, calls } = setUp(done({ contacts: [contact] }));
    expect(await ledger.saveCustomer(again, customer, 'USD', fields)).toMatchObject({
      value: { id: '46001' },
    });
    expect(calls).toEqual(['books find-customer']);
  });

  it('tried again, creates the customer that is not there', async () => {
    const none = done({ contacts: [] });
    const { ledger, calls } = setUp(none, none, done({ contact }, 201));
    await ledger.saveCustomer(again, customer, 'USD', fields);
    expect(calls).toEqual(['books find-customer', 'books find-customer', 'books save-customer']);
  });

  it('tried again, takes the customer with our key, though somebody changed the address', async () => {
    const custom_field_hash = { cf_tallybridge_customer: 'order:1001' };
    const moved = { ...contact, email: 'new@example.com', custom_field_hash };
    const { ledger, lines } = setUp(done({ contacts: [] }), done({ contacts: [contact, moved] }));
    expect(await ledger.saveCustomer(again, customer, 'USD', fields)).toMatchObject({ ok: true });
    expect(lines()[1]).toBe(
      'GET /books/v3/contacts?contact_type=customer&sort_column=created_time&sort_order=D&page=1&per_page=200',
    );
  });

  it('reads the currencies once', async () => {
    const currencies = [{ currency_id: '46902', currency_code: 'EUR' }];
    const euro = done({ contact: { ...contact, currency_code: 'EUR' } }, 201);
    const { ledger, calls, sent } = setUp(done({ currencies }), euro, euro);
    await ledger.saveCustomer(fresh, customer, 'EUR', fields);
    await ledger.saveCustomer(fresh, customer, 'EUR', fields);
    expect(calls).toEqual(['books list-currencies', 'books save-customer', 'books save-customer']);
    expect(bodyOf(sent[1]).currency_id).toBe('46902');
  });

  it('says which currency the organization does not have', async () => {
    const { ledger } = setUp(done({ currencies: [] }));
    expect(await ledger.saveCustomer(fresh, customer, 'JPY', fields)).toMatchObject({
      problem: {
        code: 'zoho-refused',
        remedy: 'fix-setup',
        facts: { product: 'Zoho Books', detail: 'the currency JPY is not set up' },
      },
    });
  });

  it('names the unique field that is missing', async () => {
    const { ledger } = setUp(failed(400, 4, 'Invalid value passed for X-Unique-Identifier-Key'));
    expect(await ledger.saveCustomer(fresh, customer, 'USD', fields)).toMatchObject({
      problem: { code: 'zoho-field-missing', facts: { field: 'cf_tallybridge_customer' } },
    });
  });
});

describe('findCustomersOfAccount', () => {
  const other = { ...contact, contact_id: '46002', zcrm_account_id: '55002' };

  it('reads each that the filter leaves, as rows do not tell the account', async () => {
    const { zcrm_account_id: _, ...row } = contact;
    const rows = [row, other, { ...contact, contact_id: '46003', contact_type: 'vendor' }];
    const { ledger, lines } = setUp(
      done({ contacts: rows }),
      done({ contact }),
      done({ contact: other }),
    );
    expect(await ledger.findCustomersOfAccount('55001')).toEqual({ ok: true, value: ['46001'] });
    expect(lines()).toEqual([
      'GET /books/v3/contacts?zcrm_account_id=55001&contact_type=customer',
      'GET /books/v3/contacts/46001',
      'GET /books/v3/contacts/46002',
    ]);
  });

  it('reads none where the filter was not understood', async () => {
    const { ledger, sent } = setUp(done({ contacts: Array(6).fill(other) }));
    expect(await ledger.findCustomersOfAccount('55001')).toEqual({ ok: true, value: [] });
    expect(sent).toHaveLength(1);
  });
});
