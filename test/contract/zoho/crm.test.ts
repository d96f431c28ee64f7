// CRM v8: reads, writes row by row, upsert, search, COQL, notes and notification channels.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SeededCompany } from '../../sandbox/zoho/seed/seed-company.ts';
import { type OpenZoho, openZoho } from './open-zoho.ts';

let open: OpenZoho;
let seeded: SeededCompany;

beforeAll(async () => {
  open = await openZoho();
  seeded = open.zoho.seedCompany();
});

afterAll(async () => {
  await open.zoho.close();
});

const data = (...rows: object[]) => ({ body: { data: rows } });

async function newContact(values: object): Promise<string> {
  return (await open.crm('POST', '/v8/Contacts', data({ Last_Name: 'Test', ...values }))).text(
    'data.0.details.id',
  );
}

describe('a read', () => {
  it('of a list needs fields, in version 8 but not in version 2', async () => {
    const without = await open.crm('GET', '/v8/Contacts');
    expect([without.status, without.at('code')]).toEqual([400, 'REQUIRED_PARAM_MISSING']);
    expect((await open.crm('GET', '/v2/Contacts')).status).toBe(200);
    const withFields = await open.crm('GET', '/v8/Contacts', {
      query: { fields: 'Email,Account_Name', per_page: '2' },
    });
    const [row] = withFields.rows('data');
    expect(Object.keys(row as object).sort()).toEqual(['Account_Name', 'Email', 'id']);
    expect(withFields.at('info.more_records')).toBe(true);
    expect(withFields.text('info.next_page_token')).not.toBe('');
  });

  it('goes on with the page token', async () => {
    const query = { fields: 'Email', per_page: '5', sort_by: 'Created_Time', sort_order: 'asc' };
    const ids = new Set<unknown>();
    let token: string | undefined;
    for (let page = 0; page < 3; page += 1) {
      const more = token === undefined ? {} : { page_token: token };
      const answer = await open.crm('GET', '/v8/Contacts', { query: { ...query, ...more } });
      for (const row of answer.rows('data')) ids.add((row as { id: string }).id);
      token = String(answer.at('info.next_page_token'));
    }
    expect(ids.size).toBe(Object.keys(seeded.customers).length);
  });

  it('of nothing is 204 without a body', async () => {
    const query = { fields: 'Email' };
    for (const path of [
      '/v8/Leads',
      '/v8/Contacts/550000000000000001/Notes',
      '/v8/Contacts/550000000000000001',
    ]) {
      const answer = await open.crm('GET', path, { query });
      expect([answer.status, answer.raw]).toEqual([204, '']);
    }
    const search = await open.crm('GET', '/v8/Contacts/search', {
      query: { email: 'nobody@example.com' },
    });
    expect(search.status).toBe(204);
  });

  it('shows look-ups with id and name, and follows them to related lists', async () => {
    const { crmAccountId, crmContactId } = seeded.customers['ap@cedarvale.example.com'] ?? {};
    const contact = await open.crm('GET', `/v8/Contacts/${crmContactId}`);
    expect(contact.at('data.0.Account_Name')).toEqual({
      name: 'Cedar & Vale Hotels',
      id: crmAccountId,
    });
    const query = { fields: 'Full_Name' };
    const people = await open.crm('GET', `/v8/Accounts/${crmAccountId}/Contacts`, { query });
    expect(people.at('data.0.id')).toBe(crmContactId);
    const deals = await open.crm('GET', `/v8/Contacts/${crmContactId}/Deals`, {
      query: { fields: 'Deal_Name' },
    });
    expect(deals.at('data.0.Deal_Name')).toBe('Cedar & Vale: lobby machines');
  });

  it('of an unknown module or address is refused', async () => {
    const module = await open.crm('GET', '/v8/Nothings', { query: { fields: 'x' } });
    const url = await open.crm('GET', '/v8/settings/nothing/at/all');
    expect([module.status, module.at('code')]).toEqual([400, 'INVALID_MODULE']);
    expect([url.status, url.at('code')]).toEqual([404, 'INVALID_URL_PATTERN']);
  });
});

describe('a write', () => {
  it('answers each row on its own, with 207 when only some failed', async () => {
    const answer = await open.crm(
      'POST',
      '/v8/Contacts',
      data(
        { Last_Name: 'Good' },
        { First_Name: 'No last name' },
        { Last_Name: 'Bad', Email: 'not an address' },
      ),
    );
    expect(answer.status).toBe(207);
    expect(answer.at('data.0.code')).toBe('SUCCESS');
    expect(answer.at('data.1')).toMatchObject({
      code: 'MANDATORY_NOT_FOUND',
      details: { api_name: 'Last_Name', json_path: '$.data[1].Last_Name' },
      status: 'error',
    });
    expect(answer.at('data.2')).toMatchObject({
      code: 'INVALID_DATA',
      details: { api_name: 'Email', expected_data_type: 'email' },
    });
    expect((await open.crm('POST', '/v8/Contacts', data({}))).status).toBe(400);
  });

  it('takes a hundred rows and not one more', async () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ Last_Name: `Row ${index}`, Company: 'Many' }));
    expect((await open.crm('POST', '/v8/Leads', data(...rows(100)))).status).toBe(201);
    const tooMany = await open.crm('POST', '/v8/Leads', data(...rows(101)));
    expect([tooMany.status, tooMany.at('code')]).toEqual([400, 'INVALID_DATA']);
  });

  it('of the same contact twice makes two, but a unique field refuses the second', async () => {
    const first = await newContact({ Email: 'twice@example.com', Tallybridge_Id: 'T-1' });
    const plain = await newContact({ Email: 'twice@example.com' });
    expect(plain).not.toBe(first);
    const duplicate = await open.crm(
      'POST',
      '/v8/Contacts',
      data({ Last_Name: 'Third', Tallybridge_Id: 'T-1' }),
    );
    expect(duplicate.at('data.0.code')).toBe('DUPLICATE_DATA');
    expect(duplicate.at('data.0.details.duplicate_record.id')).toBe(first);
  });

  it('is refused with 412 when the record changed since it was read', async () => {
    const id = await newContact({ Email: 'guarded@example.com' });
    const before = await open.crm('GET', `/v8/Contacts/${id}`);
    const headers = { 'If-Unmodified-Since': before.text('data.0.Modified_Time') };
    const put = (Phone: string) =>
      open.crm('PUT', `/v8/Contacts/${id}`, { ...data({ Phone }), headers });
    expect((await put('1')).status).toBe(200);
    open.clock.advance(5_000);
    await open.crm('PUT', `/v8/Contacts/${id}`, data({ Phone: '2' }));
    const refused = await put('3');
    expect([refused.status, refused.at('code')]).toEqual([412, 'RECORD_MODIFIED']);
  });

  it('deletes by id and by a list of ids', async () => {
    const ids = [await newContact({}), await newContact({})];
    const gone = await open.crm('DELETE', '/v8/Contacts', {
      query: { ids: [...ids, '1'].join(',') },
    });
    expect(gone.status).toBe(207);
    expect(gone.at('data.0')).toMatchObject({ code: 'SUCCESS', message: 'record deleted' });
    expect((await open.crm('GET', `/v8/Contacts/${ids[0]}`)).status).toBe(204);
  });
});

describe('an upsert', () => {
  const upsert = (rows: object[], duplicate_check_fields?: string[]) =>
    open.crm('POST', '/v8/Contacts/upsert', { body: { data: rows, duplicate_check_fields } });

  it('inserts, then updates the same record by the given field', async () => {
    const row = { Last_Name: 'Up', Email: 'up@example.com' };
    const first = await upsert([row], ['Email']);
    const second = await upsert([{ ...row, Phone: '5' }], ['Email']);
    expect(first.at('data.0')).toMatchObject({ action: 'insert', duplicate_field: null });
    expect(second.at('data.0')).toMatchObject({ action: 'update', duplicate_field: 'Email' });
    expect(second.text('data.0.details.id')).toBe(first.text('data.0.details.id'));
  });

  it('looks at the e-mail address first and then at unique fields when no field is given', async () => {
    const id = await newContact({ Email: 'checks@example.com', Tallybridge_Id: 'T-2' });
    const byMail = await upsert([{ Last_Name: 'A', Email: 'CHECKS@example.com' }]);
    const byUnique = await upsert([
      { Last_Name: 'B', Email: 'other@example.com', Tallybridge_Id: 'T-2' },
    ]);
    expect(byMail.text('data.0.details.id')).toBe(id);
    expect(byUnique.at('data.0.duplicate_field')).toBe('Tallybridge_Id');
  });

  it('links an account by its id and refuses one that does not exist', async () => {
    const account = seeded.customers['owner@bluestem.example.com']?.crmAccountId;
    const row = { Last_Name: 'Linked', Email: 'linked@example.com' };
    expect((await upsert([{ ...row, Account_Name: { id: account } }])).status).toBe(200);
    const wrong = await upsert([{ ...row, Account_Name: { id: '1' } }]);
    expect(wrong.at('data.0.details.api_name')).toBe('Account_Name');
  });
});

describe('a search', () => {
  const search = (query: Record<string, string>) =>
    open.crm('GET', '/v8/Contacts/search', { query });

  it('works by e-mail, word and nested criteria', async () => {
    await newContact({
      First_Name: 'Odd (One)',
      Last_Name: 'Searched',
      Email: 'searched@example.com',
    });
    expect((await search({ email: 'searched@example.com' })).at('data.0.Last_Name')).toBe(
      'Searched',
    );
    expect((await search({ word: 'searched' })).rows('data')).toHaveLength(1);
    const criteria =
      '((Last_Name:equals:Searched)and((Email:starts_with:nobody)or(First_Name:equals:Odd \\(One\\))))';
    expect((await search({ criteria })).rows('data')).toHaveLength(1);
  });

  it('refuses criteria it cannot read and fields it does not know', async () => {
    for (const criteria of ['(Email:equals', '(Nothing:equals:x)', '(Email:like:x)']) {
      expect((await search({ criteria })).at('code')).toBe('INVALID_DATA');
    }
    expect((await search({})).at('code')).toBe('REQUIRED_PARAM_MISSING');
  });
});

describe('COQL', () => {
  const ask = (select_query: string) => open.crm('POST', '/v8/coql', { body: { select_query } });

  it('selects, filters, orders and limits', async () => {
    const answer = await ask(
      "select Deal_Name, Amount, Account_Name.Account_Name from Deals where Amount >= 8000 and Stage != 'Closed Lost' order by Amount desc limit 0, 2",
    );
    expect(answer.rows('data')).toEqual([
      expect.objectContaining({
        Amount: 21_600,
        'Account_Name.Account_Name': 'Rheinbogen Kaffee GmbH',
      }),
      expect.objectContaining({ Amount: 17_340 }),
    ]);
    expect(answer.at('info')).toEqual({ count: 2, more_records: true });
  });

  it('knows in, like, between and is null', async () => {
    const count = async (where: string) => {
      const answer = await ask(`select id from Deals where ${where}`);
      return answer.status === 204 ? 0 : answer.rows('data').length;
    };
    expect(await count("Stage in ('Qualification', 'Closed Won')")).toBe(2);
    expect(await count("Deal_Name like '%grinder%'")).toBe(1);
    expect(await count('Amount between 3000 and 9000')).toBe(2);
    expect(await count('Next_Step is null')).toBe(4);
    expect(await count('Next_Step is not null')).toBe(0);
  });

  it('refuses a query without a where', async () => {
    const answer = await ask('select id from Deals');
    expect([answer.status, answer.at('code')]).toEqual([400, 'SYNTAX_ERROR']);
  });
});

describe('a note', () => {
  it('names its parent as version 8 does, and is found among the parent notes', async () => {
    const id = seeded.customers['robin.ashford@example.com']?.crmContactId;
    const Parent_Id = { module: { api_name: 'Contacts' }, id };
    const made = await open.crm(
      'POST',
      '/v8/Notes',
      data({ Note_Title: 'Card', Note_Content: 'Declined', Parent_Id }),
    );
    expect(made.status).toBe(201);
    const notes = await open.crm('GET', `/v8/Contacts/${id}/Notes`, {
      query: { fields: 'Note_Title,Parent_Id' },
    });
    expect(notes.at('data.0')).toMatchObject({
      Note_Title: 'Card',
      Parent_Id: { module: { api_name: 'Contacts' }, name: 'Robin Ashford', id },
    });
  });

  it('without a parent is refused', async () => {
    const made = await open.crm('POST', '/v8/Notes', data({ Note_Content: 'x' }));
    expect(made.at('data.0.details.api_name')).toBe('Parent_Id');
  });
});

describe('a notification channel', () => {
  it('is kept until it ends, a week at most', async () => {
    const expiry = (days: number) => new Date(open.clock.now() + days * 86_400_000).toISOString();
    const enable = (days: number) =>
      open.crm('POST', '/v8/actions/watch', {
        body: {
          watch: [
            {
              channel_id: '1000000068001',
              events: ['Contacts.edit', 'Deals.all'],
              notify_url: 'http://127.0.0.1:4602/hooks',
              token: 'echo',
              channel_expiry: expiry(days),
            },
          ],
        },
      });
    expect((await enable(8)).at('code')).toBe('INVALID_DATA');
    expect((await enable(2)).at('watch.0.code')).toBe('SUCCESS');
    const list = await open.crm('GET', '/v8/actions/watch');
    expect(list.rows('watch')).toHaveLength(2);
    const gone = await open.crm('DELETE', '/v8/actions/watch', {
      query: { channel_ids: '1000000068001' },
    });
    expect(gone.at('watch.0.code')).toBe('SUCCESS');
    expect((await open.crm('GET', '/v8/actions/watch')).status).toBe(204);
  });
});
