// Accounts and contacts in the CRM: found first, filled where empty, never overwritten.
import { describe, expect, it } from 'vitest';
import { createCustomers } from '../../../../functions/core/connectors/zoho-crm/customers.ts';
import { canonicalCustomer } from '../../../../functions/core/domain/canonical/customer.ts';
import type { Customer } from '../../../../functions/core/domain/customer.ts';
import type { HttpOutcome } from '../../../../functions/core/ports/platform.ts';
import { mappedBy } from '../../mapping/mapped.ts';
import { answered } from '../transport/scripted-transport.ts';
import { bodyOf, lineOf, zohoScript } from '../zoho-http/zoho-script.ts';

const nothing = answered(204, '');
const customer = {
  email: 'Anna@Example.com',
  firstName: 'Anna',
  lastName: 'Berg',
  phone: ' ',
  billing: { line1: 'Main St 1', line2: 'Rear', city: 'Bonn', postalCode: '53111', country: 'DE' },
};

const fieldsOf = (one: Customer) =>
  mappedBy('customer-to-crm-contact', { customer: canonicalCustomer(one) });

function rows(...data: object[]): HttpOutcome {
  return answered(200, { data, info: { more_records: false } });
}

function written(id: string, action = 'insert'): HttpOutcome {
  const row = { code: 'SUCCESS', action, status: 'success', message: 'ok', details: { id } };
  return answered(200, { data: [row] });
}

function rowError(code: string, details: object = {}, status = 200): HttpOutcome {
  return answered(status, { data: [{ code, status: 'error', message: 'in words', details }] });
}

function setUp(...outcomes: HttpOutcome[]) {
  const script = zohoScript(...outcomes);
  const customers = createCustomers({ ...script, apiUrl: 'https://api.test' });
  return { customers, calls: script.calls, sent: script.transport.sent, script };
}

describe('saveAccount', () => {
  it('leaves an account that exists alone', async () => {
    const { customers, sent } = setUp(
      rows({ id: '1', Account_Name: 'Acme Ltd' }, { id: '2', Account_Name: 'ACME ' }),
    );
    expect(await customers.saveAccount('Acme')).toEqual({ ok: true, value: { id: '2' } });
    expect(sent.map(lineOf)).toEqual([
      'GET /crm/v8/Accounts/search?criteria=%28Account_Name%3Aequals%3AAcme%29&fields=Account_Name',
    ]);
  });

  it('upserts a new one by name, without workflows', async () => {
    const { customers, sent } = setUp(nothing, written('3'));
    expect(await customers.saveAccount(' Acme ')).toEqual({ ok: true, value: { id: '3' } });
    expect(lineOf(sent[1])).toBe('POST /crm/v8/Accounts/upsert');
    expect(bodyOf(sent[1])).toEqual({
      data: [{ Account_Name: 'Acme' }],
      duplicate_check_fields: ['Account_Name'],
      trigger: [],
    });
  });

  it('escapes what has a meaning in criteria', async () => {
    const { customers, sent } = setUp(nothing, written('3'));
    await customers.saveAccount('A, B (C) \\ D');
    const url = new URL(sent[0]?.url ?? '');
    expect(url.searchParams.get('criteria')).toBe('(Account_Name:equals:A\\, B \\(C\\) \\\\ D)');
  });
});

describe('saveContact', () => {
  const full = {
    id: '7',
    Email: 'anna@example.com',
    First_Name: 'Anne',
    Last_Name: 'Berg-Maier',
    Phone: null,
    Account_Name: { id: '99', name: 'Other' },
    Mailing_Street: 'Elm St',
    Mailing_City: 'Köln',
    Mailing_State: null,
    Mailing_Zip: '50667',
    Mailing_Country: 'Germany',
  };

  it('upserts a new one by e-mail, without blanks and without workflows', async () => {
    const { customers, sent } = setUp(nothing, written('7'));
    expect(await customers.saveContact(customer, '3', fieldsOf(customer))).toEqual({
      ok: true,
      value: { id: '7' },
    });
    expect(new URL(sent[0]?.url ?? '').searchParams.get('email')).toBe('anna@example.com');
    expect(bodyOf(sent[1])).toEqual({
      data: [
        {
          Email: 'anna@example.com',
          First_Name: 'Anna',
          Last_Name: 'Berg',
          Account_Name: { id: '3' },
          Mailing_Street: 'Main St 1, Rear',
          Mailing_City: 'Bonn',
          Mailing_Zip: '53111',
          Mailing_Country: 'Germany',
        },
      ],
      duplicate_check_fields: ['Email'],
      trigger: [],
    });
  });

  it('leaves a contact whose fields are all filled alone', async () => {
    const { customers, calls } = setUp(rows(full));
    expect(await customers.saveContact(customer, '3', fieldsOf(customer))).toEqual({
      ok: true,
      value: { id: '7' },
    });
    expect(calls).toEqual(['crm find-contact']);
  });

  it('fills only what is empty', async () => {
    const known = { ...full, First_Name: '', Account_Name: null };
    const { customers, sent } = setUp(rows(known), written('7', 'update'));
    expect(await customers.saveContact(customer, '3', fieldsOf(customer))).toEqual({
      ok: true,
      value: { id: '7' },
    });
    expect(lineOf(sent[1])).toBe('PUT /crm/v8/Contacts/7');
    expect(bodyOf(sent[1])).toEqual({
      data: [{ First_Name: 'Anna', Account_Name: { id: '3' } }],
      trigger: [],
    });
  });

  describe('whose contact a person edits meanwhile', () => {
    const seen = { ...full, First_Name: '', Modified_Time: '2026-11-02T10:00:00+01:00' };
    const modified = answered(412, { code: 'RECORD_MODIFIED', status: 'error', message: 'no' });

    it('reads it again and fills only what is still empty', async () => {
      const edited = { ...seen, First_Name: 'Curated', Phone: '', Modified_Time: 'later' };
      const phoned = { ...customer, phone: '+49 228 1234567' };
      const outcomes = [rows(seen), modified, rows(edited), written('7', 'update')];
      const { customers, sent } = setUp(...outcomes);
      expect(await customers.saveContact(phoned, '3', fieldsOf(phoned))).toEqual({
        ok: true,
        value: { id: '7' },
      });
      expect(sent[1]?.headers['If-Unmodified-Since']).toBe(seen.Modified_Time);
      expect(lineOf(sent[2])).toMatch(/^GET \/crm\/v8\/Contacts\/7\?fields=/);
      expect(sent[3]?.headers['If-Unmodified-Since']).toBe('later');
      expect(bodyOf(sent[3]).data).toEqual([{ Phone: '+492281234567' }]);
    });

    it('makes a new one when it was deleted', async () => {
      const gone = rowError('INVALID_DATA', { api_name: 'id' }, 400);
      const { customers, sent } = setUp(rows(seen), gone, nothing, written('9'));
      expect(await customers.saveContact(customer, '3', fieldsOf(customer))).toEqual({
        ok: true,
        value: { id: '9' },
      });
      expect(lineOf(sent[3])).toBe('POST /crm/v8/Contacts/upsert');
    });

    it('leaves it for a later try when it is edited again and again', async () => {
      const { customers } = setUp(rows(seen), modified, rows(seen), modified);
      expect(await customers.saveContact(customer, '3', fieldsOf(customer))).toMatchObject({
        problem: { zohoCode: 'RECORD_MODIFIED', remedy: 'retry' },
      });
    });
  });

  it('does not take a field that it was not shown for empty', async () => {
    const { customers, calls } = setUp(rows({ id: '7', Email: 'anna@example.com' }));
    expect(await customers.saveContact(customer, '3', fieldsOf(customer))).toMatchObject({
      ok: true,
    });
    expect(calls).toEqual(['crm find-contact']);
  });

  it('does not take a contact with another address', async () => {
    const { customers, calls } = setUp(rows({ ...full, Email: 'a@example.com' }), written('8'));
    expect(await customers.saveContact(customer, '3', fieldsOf(customer))).toEqual({
      ok: true,
      value: { id: '8' },
    });
    expect(calls).toEqual(['crm find-contact', 'crm save-contact']);
  });

  it('has a last name, which the CRM demands', async () => {
    const { customers, sent } = setUp(nothing, written('7'));
    const nameless = { email: 'a@example.com', firstName: '', lastName: '' };
    await customers.saveContact(nameless, '3', fieldsOf(nameless));
    expect(bodyOf(sent[1]).data).toEqual([
      { Email: 'a@example.com', Last_Name: 'a@example.com', Account_Name: { id: '3' } },
    ]);
  });
});

describe('rows that were not written', () => {
  it.each([
    ['details.id', { id: '5' }],
    ['details.duplicate_record', { duplicate_record: { id: '5' } }],
  ])('DUPLICATE_DATA with %s: that record is the one', async (_, details) => {
    const answer = rowError('DUPLICATE_DATA', { api_name: 'Account_Name', ...details });
    const { customers } = setUp(nothing, answer);
    expect(await customers.saveAccount('Acme')).toEqual({ ok: true, value: { id: '5' } });
  });

  it('DUPLICATE_DATA in another field is somebody else’s record', async () => {
    const answer = rowError('DUPLICATE_DATA', { api_name: 'Phone', id: '5' });
    const { customers } = setUp(nothing, answer);
    expect(await customers.saveContact(customer, '3', fieldsOf(customer))).toMatchObject({
      problem: { code: 'zoho-refused', facts: { detail: 'Phone: in words' } },
    });
  });

  it.each([200, 207, 400])('a row error under status %i is a refusal', async (status) => {
    const details = { api_name: 'Last_Name' };
    const { customers } = setUp(nothing, rowError('MANDATORY_NOT_FOUND', details, status));
    expect(await customers.saveContact(customer, '3', fieldsOf(customer))).toEqual({
      ok: false,
      problem: {
        code: 'zoho-refused',
        remedy: 'fix-input',
        facts: { product: 'Zoho CRM', detail: 'Last_Name: in words' },
        zohoCode: 'MANDATORY_NOT_FOUND',
      },
    });
  });

  it('a record that is locked is free again later', async () => {
    const { customers } = setUp(nothing, rowError('RECORD_LOCKED'));
    expect(await customers.saveAccount('Acme')).toMatchObject({
      problem: { code: 'zoho-refused', remedy: 'retry' },
    });
  });
});

describe('whole answers', () => {
  const error = (status: number, code: string, headers = {}) =>
    answered(status, { code, status: 'error', message: 'in words', details: {} }, headers);

  it.each([
    ['TOO_MANY_REQUESTS', error(429, 'TOO_MANY_REQUESTS'), 60_000],
    ['LIMIT_EXCEEDED as a 400', error(400, 'LIMIT_EXCEEDED'), 60_000],
    ['with Retry-After', error(429, 'TOO_MANY_REQUESTS', { 'retry-after': '5' }), 5_000],
  ])('%s: busy', async (_, outcome, retryAfterMs) => {
    expect(await setUp(outcome).customers.readContact('7')).toMatchObject({
      problem: { code: 'zoho-busy', facts: { product: 'Zoho CRM' }, retryAfterMs },
    });
  });

  it.each([
    ['zoho-permission-missing', error(401, 'OAUTH_SCOPE_MISMATCH')],
    ['zoho-permission-missing', error(403, 'NO_PERMISSION')],
    ['not-found', error(404, 'INVALID_URL_PATTERN')],
    ['zoho-refused', error(400, 'INVALID_DATA')],
    ['zoho-unavailable', error(500, 'INTERNAL_ERROR')],
    ['zoho-unavailable', error(400, 'INTERNAL_ERROR')],
    ['zoho-unavailable', answered(200, { hello: 'world' })],
    ['zoho-unavailable', rows({ id: 7 })],
  ])('%s', async (code, outcome) => {
    const { customers } = setUp(outcome);
    expect(await customers.saveContact(customer, '3', fieldsOf(customer))).toMatchObject({
      problem: { code },
    });
  });

  it.each(['INVALID_TOKEN', 'AUTHENTICATION_FAILURE'])('%s: a new token, once', async (code) => {
    const { customers, script } = setUp(error(401, code), rows({ Email: 'a@example.com' }));
    expect(await customers.readContact('7')).toMatchObject({ ok: true });
    expect(script.invalidated).toEqual(['token-1']);
  });
});

describe('reading', () => {
  it('tells whom a deal is about', async () => {
    const { customers, sent } = setUp(
      rows({ id: '9', Contact_Name: { id: '7', name: 'Anna' }, Account_Name: { id: '3' } }),
      rows({ id: '9', Contact_Name: null, Account_Name: null }),
    );
    expect(await customers.readDeal('9')).toEqual({
      ok: true,
      value: { contactId: '7', accountId: '3' },
    });
    expect(await customers.readDeal('9')).toEqual({ ok: true, value: {} });
    expect(lineOf(sent[0])).toBe('GET /crm/v8/Deals/9?fields=Contact_Name%2CAccount_Name');
  });

  it('tells a contact’s name and address', async () => {
    const { customers } = setUp(
      rows({ Email: 'anna@example.com', Full_Name: 'Anna Berg' }),
      rows({ Email: null, First_Name: 'Anna', Last_Name: 'Berg' }),
    );
    expect(await customers.readContact('7')).toEqual({
      ok: true,
      value: { name: 'Anna Berg', email: 'anna@example.com' },
    });
    expect(await customers.readContact('7')).toEqual({ ok: true, value: { name: 'Anna Berg' } });
  });

  it('of what is not there is not found', async () => {
    const { customers } = setUp(nothing);
    expect(await customers.readDeal('9')).toEqual({
      ok: false,
      problem: { code: 'not-found', remedy: 'none', facts: { what: 'The deal' } },
    });
  });
});
