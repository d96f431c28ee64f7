// People: who is in which organization, what their role lets their token do, and which data centre knows them.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PageWalker, textOf } from '../../sandbox/setup/page-walker.ts';
import { startZoho, type ZohoStandIn } from '../../sandbox/zoho/start-zoho.ts';
import { client, type OpenZoho, openZoho, organization, request } from './open-zoho.ts';

const scopes = [
  'ZohoBooks.settings.READ',
  'ZohoBooks.contacts.ALL',
  'ZohoCRM.users.READ',
  'ZohoCRM.org.READ',
  'Desk.basic.READ',
  'AaaServer.profile.READ',
];

let open: OpenZoho;

beforeEach(async () => {
  open = await openZoho();
});

afterEach(() => open.zoho.close());

function as(account: string) {
  const token = open.zoho.accessToken(`${account}@example.com`, scopes);
  return { headers: { authorization: `Zoho-oauthtoken ${token}` } };
}

/** The answers of every product to the question who the caller is. */
async function whoAmI(account: string) {
  const ask = as(account);
  return {
    books: await open.books('GET', '/users/me', ask),
    crm: await open.crm('GET', '/v8/users', { ...ask, query: { type: 'CurrentUser' } }),
    desk: await open.desk('GET', '/myinfo', ask),
  };
}

describe('a token acts as its person', () => {
  it('names the person with the role of each product', async () => {
    const { books, crm, desk } = await whoAmI('viewer');
    expect([books.at('user.user_role'), books.at('user.status')]).toEqual(['viewer', 'active']);
    expect([crm.at('users.0.profile.name'), crm.at('users.0.status')]).toEqual([
      'Standard',
      'active',
    ]);
    expect([desk.at('profile.name'), desk.at('status')]).toEqual(['Light Agent', 'ACTIVE']);
  });

  it('lists users as active or not, and only those of the product', async () => {
    open.zoho.people.change('viewer@example.com', { isActive: false });
    const books = await open.books('GET', '/users', { query: { filter_by: 'Status.Inactive' } });
    const everybody = await open.books('GET', '/users');
    const crm = await open.crm('GET', '/v8/users', { query: { type: 'ActiveUsers' } });
    const agents = await open.desk('GET', '/agents', { query: { status: 'DISABLED' } });
    expect(books.rows('users').length).toBe(1);
    expect(books.at('users.0.email')).toBe('viewer@example.com');
    expect(books.at('users.0.status')).toBe('inactive');
    expect(everybody.raw).not.toContain('crm-admin@example.com');
    expect(crm.raw).toContain('crm-admin@example.com');
    expect(crm.raw).not.toContain('viewer@example.com');
    expect(agents.at('data.0.emailId')).toBe('viewer@example.com');
  });

  it('reads but does not write for a viewer, whatever the scopes', async () => {
    const read = await open.books('GET', '/contacts', as('viewer'));
    const write = await open.books('POST', '/contacts', { ...as('viewer'), body: {} });
    expect(read.status).toBe(200);
    expect([write.status, write.at('code')]).toEqual([401, 57]);
  });

  it('sees only organizations that the person is a user of', async () => {
    const ask = as('crm-admin');
    const listed = await open.books('GET', '/organizations', ask);
    const { books, crm, desk } = await whoAmI('crm-admin');
    expect(listed.rows('organizations')).toEqual([]);
    expect([books.status, books.at('code')]).toEqual([401, 6041]);
    expect(crm.at('users.0.profile.name')).toBe('Administrator');
    expect(desk.at('rolePermissionType')).toBe('Admin');
  });

  it('tells the profile of the account with the scope for it only', async () => {
    const info = `${open.zoho.accounts.url}/oauth/user/info`;
    const known = await request('GET', info, as('agent'));
    expect(known.body).toMatchObject({
      Email: 'agent@example.com',
      Display_Name: 'Accounts Clerk',
    });
    const narrow = open.zoho.accessToken('agent@example.com', ['ZohoBooks.settings.READ']);
    const refused = await request('GET', info, { headers: { authorization: `Bearer ${narrow}` } });
    expect([refused.status, refused.at('cause')]).toEqual([401, 'INVALID_OAUTHSCOPE']);
    expect((await request('GET', info)).at('cause')).toBe('INVALID_OAUTHTOKEN');
  });
});

describe('an administrator changes people', () => {
  it('shuts a deactivated person out of every organization at once, and lets them in again', async () => {
    open.zoho.people.change('agent@example.com', { isActive: false });
    const out = await whoAmI('agent');
    expect([out.books.at('code'), out.crm.at('code'), out.desk.at('errorCode')]).toEqual([
      6041,
      'NO_PERMISSION',
      'OAUTH_ORG_MISMATCH',
    ]);
    expect((await open.desk('GET', '/organizations', as('agent'))).status).toBe(204);
    open.zoho.people.change('agent@example.com', { isActive: true });
    expect((await whoAmI('agent')).books.status).toBe(200);
  });

  it('gives another role, which each product calls by its own name', async () => {
    open.zoho.people.change('agent@example.com', { role: 'admin' });
    const { books, crm, desk } = await whoAmI('agent');
    expect([
      books.at('user.user_role'),
      crm.at('users.0.profile.name'),
      desk.at('profile.name'),
    ]).toEqual(['admin', 'Administrator', 'Administrator']);
  });
});

describe('two data centres', () => {
  let europe: ZohoStandIn;

  beforeEach(async () => {
    europe = await startZoho({
      clock: open.clock,
      dataDir: ':memory:',
      ports: { accounts: 0, api: 0, desk: 0 },
      client,
      location: 'eu',
      organization: {
        booksOrganizationId: '20234695',
        crmOrgId: '781234567',
        deskOrgId: '652345678',
      },
    });
    open.zoho.knows(europe.dataCentre);
    europe.knows(open.zoho.dataCentre);
  });

  afterEach(() => europe.close());

  const callback = 'http://127.0.0.1:9/callback';

  async function codeOfEuropean(): Promise<URL> {
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: client.clientId,
      scope: scopes.join(','),
      redirect_uri: callback,
    });
    const walker = new PageWalker(callback);
    const signIn = await walker.open(`${open.zoho.accounts.url}/oauth/v2/auth?${query}`);
    const home = await walker.press(signIn, /^Sign in$/, { login_id: 'europe@example.com' });
    expect(home.url.origin).toBe(europe.accounts.url);
    const consent = await walker.press(home, /^Sign in$/);
    expect(textOf(consent.html)).toContain('European Administrator');
    return (await walker.press(consent, /^Accept$/)).url;
  }

  function redeem(accountsUrl: string, code: string | null) {
    return request('POST', `${accountsUrl}/oauth/v2/token`, {
      query: {
        grant_type: 'authorization_code',
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uri: callback,
        code: code ?? '',
      },
    });
  }

  it('a person signs in where the account lives, and the redirect says where that is', async () => {
    const back = await codeOfEuropean();
    expect(back.searchParams.get('location')).toBe('eu');
    expect(back.searchParams.get('accounts-server')).toBe(europe.accounts.url);
    const info = await request('GET', `${open.zoho.accounts.url}/oauth/serverinfo`);
    expect(info.at('locations')).toEqual({
      us: open.zoho.accounts.url,
      eu: europe.accounts.url,
    });
  });

  it('a code is worth nothing at the accounts server of the other data centre', async () => {
    const code = (await codeOfEuropean()).searchParams.get('code');
    expect((await redeem(open.zoho.accounts.url, code)).body).toEqual({ error: 'invalid_code' });
    const token = await redeem(europe.accounts.url, code);
    expect(token.at('api_domain')).toBe(europe.api.url);
  });

  it('a token is refused by the hosts of the other data centre, in each product’s words', async () => {
    const token = europe.accessToken('europe@example.com', scopes);
    const headers = { authorization: `Zoho-oauthtoken ${token}` };
    const books = await open.books('GET', '/users/me', { headers });
    const crm = await open.crm('GET', '/v8/org', { headers });
    const desk = await open.desk('GET', '/myinfo', { headers });
    expect([books.at('code'), crm.at('code'), desk.at('errorCode')]).toEqual([
      14,
      'INVALID_TOKEN',
      'INVALID_OAUTH',
    ]);
    const home = await request('GET', `${europe.api.url}/books/v3/users/me`, {
      headers,
      query: { organization_id: '20234695' },
    });
    expect(home.at('user.user_role')).toBe('admin');
    expect(organization.booksOrganizationId).not.toBe('20234695');
  });
});
