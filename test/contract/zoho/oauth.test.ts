// Zoho Accounts: consent, codes, tokens in all three encodings, limits and scopes.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PageWalker, textOf } from '../../sandbox/setup/page-walker.ts';
import { client, type OpenZoho, openZoho, organization, request } from './open-zoho.ts';

let open: OpenZoho;

beforeEach(async () => {
  open = await openZoho();
});

afterEach(async () => {
  await open.zoho.close();
});

const credentials = { client_id: client.clientId, client_secret: client.clientSecret };
const redirect_uri = 'http://127.0.0.1:9/callback';
const MINUTE_MS = 60_000;

function tokenUrl(): string {
  return `${open.zoho.accounts.url}/oauth/v2/token`;
}

function refreshParameters(refreshToken: string): Record<string, string> {
  return { ...credentials, grant_type: 'refresh_token', refresh_token: refreshToken };
}

function authorizeUrl(more: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: client.clientId,
    scope: 'ZohoBooks.contacts.READ,ZohoBooks.settings.READ',
    redirect_uri,
    access_type: 'offline',
    state: 'kept',
    ...more,
  });
  return `${open.zoho.accounts.url}/oauth/v2/auth?${query}`;
}

/** The clerk signs in and decides; the address they are sent back to. */
async function consent(more: Record<string, string> = {}, button = /^Accept$/): Promise<URL> {
  const walker = new PageWalker(redirect_uri);
  const signIn = await walker.open(authorizeUrl(more));
  const page = await walker.press(signIn, /agent@example\.com/);
  return (await walker.press(page, button)).url;
}

async function redeem(code: string | null) {
  const query = {
    ...credentials,
    grant_type: 'authorization_code',
    redirect_uri,
    code: code ?? '',
  };
  return request('POST', tokenUrl(), { query });
}

describe('signing in and consenting', () => {
  it('offers every person of the data centre, then names the application and the scopes', async () => {
    const walker = new PageWalker(redirect_uri);
    const signIn = await walker.open(authorizeUrl());
    expect(textOf(signIn.html)).toContain('approver@example.com');
    expect(signIn.html).not.toContain('europe@example.com');
    const page = await walker.press(signIn, /^Sign in$/, { login_id: 'Agent@example.com' });
    for (const text of ['Accounts Clerk', client.clientId, 'ZohoBooks.contacts.READ']) {
      expect(textOf(page.html)).toContain(text);
    }
  });

  it('does not know a stranger', async () => {
    const walker = new PageWalker(redirect_uri);
    const page = await walker.press(await walker.open(authorizeUrl()), /^Sign in$/, {
      login_id: 'stranger@example.org',
    });
    expect([page.status, textOf(page.html)]).toEqual([
      400,
      expect.stringContaining('This account cannot be found.'),
    ]);
  });

  it('signs in once and asks for the same consent again only when told to', async () => {
    const walker = new PageWalker(redirect_uri);
    const first = await walker.open(authorizeUrl());
    await walker.press(await walker.press(first, /agent@/), /^Accept$/);
    const again = await walker.open(authorizeUrl());
    expect(again.url.searchParams.has('code')).toBe(true);
    const prompted = await walker.open(authorizeUrl({ prompt: 'consent' }));
    expect(textOf(prompted.html)).toContain('Allow access');
    const wider = await walker.open(authorizeUrl({ scope: 'ZohoCRM.users.READ' }));
    expect(textOf(wider.html)).toContain('ZohoCRM.users.READ');
  });

  it('takes a decision only from the page that was shown to the person who is signed in', async () => {
    const answer = await request('POST', `${open.zoho.accounts.url}/oauth/v2/auth`, {
      body: `${new URL(authorizeUrl()).searchParams}&decision=accept`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(answer.status).toBe(403);
  });

  it('leads back to its own pages only after signing in', async () => {
    for (const serviceurl of [
      'https://elsewhere.example.com/',
      '//elsewhere.example.com',
      '/signin',
    ]) {
      const page = await request('GET', `${open.zoho.accounts.url}/signin`, {
        query: { serviceurl },
      });
      expect(page.status).toBe(400);
    }
  });

  it('makes ten codes in ten minutes and no eleventh', async () => {
    const walker = new PageWalker(redirect_uri);
    await walker.press(await walker.press(await walker.open(authorizeUrl()), /agent@/), /^Accept$/);
    for (let count = 1; count < 10; count += 1) {
      expect((await walker.open(authorizeUrl())).url.searchParams.has('code')).toBe(true);
    }
    const denied = await walker.open(authorizeUrl());
    expect([denied.status, textOf(denied.html)]).toEqual([
      400,
      expect.stringContaining('too many requests'),
    ]);
    open.clock.advance(10 * MINUTE_MS);
    expect((await walker.open(authorizeUrl())).url.searchParams.has('code')).toBe(true);
  });

  it('sends the code back with state, location and the accounts server', async () => {
    const back = await consent();
    expect(back.searchParams.get('state')).toBe('kept');
    expect(back.searchParams.get('location')).toBe('us');
    expect(back.searchParams.get('accounts-server')).toBe(open.zoho.accounts.url);
  });

  it('sends access_denied back when the user rejects', async () => {
    const back = await consent({}, /^Reject$/);
    expect(back.searchParams.get('error')).toBe('access_denied');
    expect(back.searchParams.has('code')).toBe(false);
  });

  it('refuses an unknown client and a foreign redirect address', async () => {
    const ask = (query: Record<string, string>) =>
      request('GET', `${open.zoho.accounts.url}/oauth/v2/auth`, {
        query: {
          response_type: 'code',
          client_id: client.clientId,
          scope: 'ZohoBooks.settings.READ',
          redirect_uri,
          ...query,
        },
      });
    expect((await ask({ client_id: 'other' })).status).toBe(400);
    expect((await ask({ redirect_uri: 'https://elsewhere.example.com/' })).status).toBe(400);
    expect((await ask({ scope: 'Unknown.thing.READ' })).status).toBe(400);
    expect((await ask({ response_type: 'token' })).status).toBe(400);
  });
});

describe('the token endpoint', () => {
  it('turns a code into tokens once, and names this API host', async () => {
    const code = (await consent()).searchParams.get('code');
    const first = await redeem(code);
    expect(first.body).toMatchObject({
      token_type: 'Bearer',
      expires_in: 3600,
      api_domain: open.zoho.api.url,
    });
    expect(first.text('refresh_token')).toMatch(/^1000\./);
    const second = await redeem(code);
    expect([second.status, second.body]).toEqual([200, { error: 'invalid_code' }]);
  });

  it('gives no refresh token without offline access', async () => {
    const answer = await redeem(
      (await consent({ access_type: 'online' })).searchParams.get('code'),
    );
    expect(answer.text('access_token')).toMatch(/^1000\./);
    expect(answer.at('refresh_token')).toBeUndefined();
  });

  it('lets a code die after two minutes', async () => {
    const code = (await consent()).searchParams.get('code');
    open.clock.advance(2 * MINUTE_MS);
    expect((await redeem(code)).body).toEqual({ error: 'invalid_code' });
  });

  it('takes parameters in the query, urlencoded and multipart, and returns no new refresh token', async () => {
    const given = refreshParameters(
      open.zoho.refreshToken('admin@example.com', ['ZohoBooks.contacts.READ']),
    );
    const form = new FormData();
    for (const [name, value] of Object.entries(given)) form.append(name, value);
    const answers = [
      await request('POST', tokenUrl(), { query: given }),
      await request('POST', tokenUrl(), {
        body: new URLSearchParams(given).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
      await request('POST', tokenUrl(), { body: form }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(answer.text('access_token')).toMatch(/^1000\./);
      expect(answer.at('refresh_token')).toBeUndefined();
    }
  });

  it('answers failures with status 200 and an error key', async () => {
    const good = refreshParameters(open.zoho.refreshToken('admin@example.com', ['a.b.READ']));
    const errors = await Promise.all(
      [
        { ...good, refresh_token: '1000.gone' },
        { ...good, client_secret: 'wrong' },
        { ...good, client_id: 'wrong' },
      ].map((query) => request('POST', tokenUrl(), { query })),
    );
    expect(errors.map((answer) => [answer.status, answer.at('error')])).toEqual([
      [200, 'invalid_code'],
      [200, 'invalid_client_secret'],
      [200, 'invalid_client'],
    ]);
  });

  it('makes ten access tokens in ten minutes and denies the eleventh until the window has passed', async () => {
    const query = refreshParameters(open.zoho.refreshToken('admin@example.com', ['a.b.READ']));
    const ask = () => request('POST', tokenUrl(), { query });
    for (let count = 0; count < 10; count += 1) expect((await ask()).status).toBe(200);
    const denied = await ask();
    expect(denied.status).toBe(400);
    expect(denied.body).toMatchObject({ error: 'Access Denied', status: 'failure' });
    open.clock.advance(10 * MINUTE_MS);
    expect((await ask()).at('access_token')).toBeDefined();
  });

  it('forgets the oldest of more than twenty refresh tokens of one user', async () => {
    const tokens = Array.from({ length: 21 }, () =>
      open.zoho.refreshToken('agent@example.com', ['a.b.READ']),
    );
    const ask = (index: number) =>
      request('POST', tokenUrl(), { query: refreshParameters(tokens[index] ?? '') });
    expect((await ask(0)).at('error')).toBe('invalid_code');
    expect((await ask(1)).at('access_token')).toBeDefined();
  });
});

describe('access', () => {
  it('ends with the hour, by the sandbox clock', async () => {
    expect((await open.books('GET', '/contacts')).status).toBe(200);
    open.clock.advance(60 * MINUTE_MS);
    const late = await open.books('GET', '/contacts');
    expect([late.status, late.at('code')]).toEqual([401, 14]);
  });

  it('ends at once when the refresh token is revoked', async () => {
    const refreshToken = open.zoho.refreshToken('admin@example.com', ['ZohoBooks.contacts.READ']);
    const minted = await request('POST', tokenUrl(), { query: refreshParameters(refreshToken) });
    const headers = { authorization: `Bearer ${minted.text('access_token')}` };
    expect((await open.books('GET', '/contacts', { headers })).status).toBe(200);
    const revoked = await request('POST', `${tokenUrl()}/revoke`, {
      query: { token: refreshToken },
    });
    expect(revoked.body).toEqual({ status: 'success' });
    expect((await open.books('GET', '/contacts', { headers })).status).toBe(401);
  });

  it('without a token is refused by each product in its own words', async () => {
    const { api, desk } = open.zoho;
    const query = { organization_id: organization.booksOrganizationId };
    const books = await request('GET', `${api.url}/books/v3/contacts`, { query });
    const crm = await request('GET', `${api.url}/crm/v8/Contacts`);
    const tickets = await request('GET', `${desk.url}/api/v1/tickets`);
    expect([books.status, books.at('code')]).toEqual([401, 14]);
    expect([crm.status, crm.at('code')]).toEqual([401, 'AUTHENTICATION_FAILURE']);
    expect([tickets.status, tickets.at('errorCode')]).toEqual([401, 'UNAUTHORIZED']);
  });

  it('without the scope is refused by each product in its own words', async () => {
    const token = open.zoho.accessToken('agent@example.com', ['ZohoBooks.contacts.READ']);
    const headers = { authorization: `Zoho-oauthtoken ${token}` };
    expect((await open.books('GET', '/contacts', { headers })).status).toBe(200);
    const invoices = await open.books('GET', '/invoices', { headers });
    const write = await open.books('POST', '/contacts', { headers, body: {} });
    const inventory = await open.inventory('GET', '/contacts', { headers });
    const crm = await open.crm('GET', '/v8/Contacts', { headers, query: { fields: 'Email' } });
    const desk = await open.desk('GET', '/tickets', { headers });
    for (const answer of [invoices, write, inventory]) {
      expect([answer.status, answer.at('code')]).toEqual([401, 57]);
    }
    expect([crm.status, crm.at('code')]).toEqual([401, 'OAUTH_SCOPE_MISMATCH']);
    expect([desk.status, desk.at('errorCode')]).toEqual([403, 'SCOPE_MISMATCH']);
  });

  it('tells who the user is in each product', async () => {
    const scopes = ['ZohoBooks.settings.READ', 'ZohoCRM.users.READ', 'Desk.basic.READ'];
    const headers = {
      authorization: `Bearer ${open.zoho.accessToken('approver@example.com', scopes)}`,
    };
    const books = await open.books('GET', '/users/me', { headers });
    const crm = await open.crm('GET', '/v8/users', { headers, query: { type: 'CurrentUser' } });
    const desk = await open.desk('GET', '/myinfo', { headers });
    expect(books.at('user.email_ids.0.email')).toBe('approver@example.com');
    expect(crm.at('users.0.email')).toBe('approver@example.com');
    expect(desk.at('emailId')).toBe('approver@example.com');
  });
});
