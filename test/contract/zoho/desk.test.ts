// Desk: the organization header, tickets, comments, contacts and search.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SeededCompany } from '../../sandbox/zoho/seed/seed-company.ts';
import { type OpenZoho, openZoho, request } from './open-zoho.ts';

let open: OpenZoho;
let seeded: SeededCompany;

beforeAll(async () => {
  open = await openZoho();
  seeded = open.zoho.seedCompany();
});

afterAll(async () => {
  await open.zoho.close();
});

function ticketBody(more: object = {}): object {
  return {
    subject: 'Payment held for review',
    departmentId: seeded.departments['Payments and Fraud'],
    contactId: seeded.customers['sam.whitlock@example.com']?.deskContactId,
    ...more,
  };
}

describe('the organization header', () => {
  it('must be there and right, but for the list of organizations', async () => {
    const url = `${open.zoho.desk.url}/api/v1`;
    const authorization = `Zoho-oauthtoken ${open.token}`;
    const missing = await request('GET', `${url}/tickets`, { headers: { authorization } });
    const wrong = await request('GET', `${url}/tickets`, {
      headers: { authorization, orgId: '1' },
    });
    const list = await request('GET', `${url}/organizations`, { headers: { authorization } });
    expect([missing.status, missing.at('errors.0.fieldName')]).toEqual([422, '/orgId']);
    expect([wrong.status, wrong.at('errorCode')]).toEqual([403, 'OAUTH_ORG_MISMATCH']);
    expect(list.rows('data')).toHaveLength(1);
  });
});

describe('a ticket', () => {
  it('is created with 200, read with its contact, and changed by PATCH', async () => {
    const made = await open.desk('POST', '/tickets', { body: ticketBody({ priority: 'High' }) });
    expect([made.status, made.at('status'), made.at('statusType')]).toEqual([200, 'Open', 'Open']);
    const id = made.text('id');
    expect(made.text('webUrl')).toMatch(new RegExp(`#Cases/dv/${id}$`));
    const read = await open.desk('GET', `/tickets/${id}`, { query: { include: 'contacts' } });
    expect(read.at('contact.email')).toBe('sam.whitlock@example.com');
    const closed = await open.desk('PATCH', `/tickets/${id}`, { body: { status: 'Closed' } });
    expect([closed.at('status'), closed.at('statusType')]).toEqual(['Closed', 'Closed']);
    expect(closed.text('closedTime')).toMatch(/Z$/);
    expect(closed.at('priority')).toBe('High');
  });

  it('may bring its contact along, and finds a known one by its address', async () => {
    const contact = { lastName: 'Newcomer', email: 'newcomer@example.com' };
    const post = () =>
      open.desk('POST', '/tickets', { body: ticketBody({ contactId: undefined, contact }) });
    const [first, second] = [await post(), await post()];
    expect(second.text('contactId')).toBe(first.text('contactId'));
  });

  it('is found by its custom field, and by nothing when there is none', async () => {
    const cf = { cf_tallybridge_case: 'CASE-1' };
    const made = await open.desk('POST', '/tickets', { body: ticketBody({ cf }) });
    const search = (value: string) =>
      open.desk('GET', '/tickets/search', {
        query: { customField1: `cf_tallybridge_case:${value}` },
      });
    const found = await search('CASE-1');
    expect([found.at('count'), found.at('data.0.id')]).toEqual([1, made.text('id')]);
    const none = await search('CASE-2');
    expect([none.status, none.raw]).toEqual([204, '']);
  });

  it('that is wrong is refused by field, with 422', async () => {
    const problems = await Promise.all(
      [
        { contactId: undefined },
        { contactId: '1' },
        { departmentId: '1' },
        { subject: '' },
        { status: 'Nowhere' },
        { email: 'nobody' },
        { cf: { cf_unknown: 'x' } },
      ].map((more) => open.desk('POST', '/tickets', { body: ticketBody(more) })),
    );
    expect(
      problems.map((answer) => [
        answer.status,
        answer.at('errors.0.fieldName'),
        answer.at('errors.0.errorType'),
      ]),
    ).toEqual([
      [422, '/contactId', 'missing'],
      [422, '/contactId', 'invalid'],
      [422, '/departmentId', 'invalid'],
      [422, '/subject', 'missing'],
      [422, '/status', 'invalid'],
      [422, '/email', 'invalid'],
      [422, '/cf/cf_unknown', 'invalid'],
    ]);
  });

  it('takes comments up to 32,000 characters, and counts them', async () => {
    const made = await open.desk('POST', '/tickets', { body: ticketBody() });
    const path = `/tickets/${made.text('id')}/comments`;
    expect((await open.desk('GET', path)).status).toBe(204);
    const comment = await open.desk('POST', path, {
      body: { content: 'Accepted', isPublic: false },
    });
    expect([comment.status, comment.at('contentType')]).toEqual([200, 'plainText']);
    expect((await open.desk('POST', path, { body: { content: 'x'.repeat(32_001) } })).status).toBe(
      422,
    );
    expect((await open.desk('GET', path)).rows('data')).toHaveLength(1);
    expect((await open.desk('GET', `/tickets/${made.text('id')}`)).at('commentCount')).toBe('1');
  });

  it('is listed newest first, by page, and gone once it is in the trash', async () => {
    const made = await open.desk('POST', '/tickets', {
      body: ticketBody({ subject: 'To the trash' }),
    });
    const id = made.text('id');
    const first = await open.desk('GET', '/tickets', { query: { limit: '1', from: '0' } });
    const second = await open.desk('GET', '/tickets', { query: { limit: '1', from: '1' } });
    expect(first.at('data.0.id')).toBe(id);
    expect(second.at('data.0.id')).not.toBe(id);
    expect((await open.desk('GET', '/tickets', { query: { limit: '101' } })).status).toBe(422);
    const trashed = await open.desk('POST', '/tickets/moveToTrash', { body: { ticketIds: [id] } });
    expect(trashed.status).toBe(204);
    expect((await open.desk('GET', `/tickets/${id}`)).at('errorCode')).toBe('URL_NOT_FOUND');
  });
});

describe('a contact', () => {
  it('needs a last name and is searched by its address', async () => {
    const wrong = await open.desk('POST', '/contacts', { body: { firstName: 'Only' } });
    expect([wrong.status, wrong.at('errors.0.fieldName')]).toEqual([422, '/lastName']);
    const found = await open.desk('GET', '/contacts/search', { query: { email: 'robin*' } });
    expect(found.at('data.0.email')).toBe('robin.ashford@example.com');
  });
});

describe('an unknown address', () => {
  it('is URL_NOT_FOUND', async () => {
    const answer = await open.desk('GET', '/nothing');
    expect([answer.status, answer.at('errorCode')]).toEqual([404, 'URL_NOT_FOUND']);
  });
});
