// Sign-in with Zoho: the right data centre, and no code for anybody else's server.
import { describe, expect, it } from 'vitest';
import {
  readDataCentres,
  zohoDataCentres,
} from '../../../../functions/core/connectors/zoho-accounts/data-centres.ts';
import {
  authorizeUrl,
  type PersonTokens,
  readAccount,
  redeemCode,
  type SignInOptions,
} from '../../../../functions/core/connectors/zoho-accounts/sign-in.ts';
import type { HttpOutcome, HttpRequest } from '../../../../functions/core/ports/platform.ts';

const TOKENS = {
  access_token: 'person-token',
  expires_in: 3600,
  scope: 'AaaServer.profile.READ ZohoBooks.settings.READ',
  token_type: 'Bearer',
};

function options(body: unknown = TOKENS, outcome: Partial<HttpOutcome> = {}) {
  const sent: HttpRequest[] = [];
  const all: SignInOptions = {
    dataCentres: zohoDataCentres,
    clientId: 'our-client',
    clientSecret: 'our-secret',
    redirectUri: 'https://us.example/oauth/zoho/callback',
    transport: {
      async send(request) {
        sent.push(request);
        return {
          ...{ kind: 'answered', status: 200, headers: {}, body: JSON.stringify(body) },
          ...outcome,
        } as HttpOutcome;
      },
    },
  };
  return { sent, all };
}

describe('the list of data centres', () => {
  it('holds each with its own hosts', () => {
    const hosts = zohoDataCentres.map(({ location, accountsUrl, apiUrl }) => [
      location,
      accountsUrl,
      apiUrl,
    ]);
    expect(hosts).toContainEqual(['eu', 'https://accounts.zoho.eu', 'https://www.zohoapis.eu']);
    expect(hosts).toContainEqual([
      'au',
      'https://accounts.zoho.com.au',
      'https://www.zohoapis.com.au',
    ]);
    expect(hosts).toContainEqual([
      'ca',
      'https://accounts.zohocloud.ca',
      'https://www.zohoapis.ca',
    ]);
    expect(hosts).toHaveLength(9);
  });

  it('can be replaced by one of the same shape only', () => {
    expect(readDataCentres(JSON.stringify(zohoDataCentres))).toEqual(zohoDataCentres);
    for (const wrong of ['[]', '{}', '[{"location":"us"}]', 'x'])
      expect(() => readDataCentres(wrong)).toThrow();
  });
});

describe('the way to Zoho', () => {
  it('asks for scopes with commas, and for a lasting token only for a company', () => {
    const { all } = options();
    const person = new URL(
      authorizeUrl(all, { scopes: ['A.READ', 'B.READ'], state: 's', offline: false }),
    );
    expect(person.origin).toBe('https://accounts.zoho.com');
    expect(Object.fromEntries(person.searchParams)).toMatchObject({
      scope: 'A.READ,B.READ',
      access_type: 'online',
    });
    const company = new URL(authorizeUrl(all, { scopes: [], state: 's', offline: true }));
    expect(Object.fromEntries(company.searchParams)).toMatchObject({
      access_type: 'offline',
      prompt: 'consent',
    });
  });
});

describe('a code', () => {
  const europe = { code: 'c', accountsServer: 'https://accounts.zoho.eu', location: 'eu' };

  it('is redeemed in the data centre of the account', async () => {
    const { all, sent } = options();
    const redeemed = await redeemCode(all, europe);
    expect(sent.map(({ url }) => url)).toEqual(['https://accounts.zoho.eu/oauth/v2/token']);
    expect(redeemed).toMatchObject({
      ok: true,
      value: {
        accessToken: 'person-token',
        dataCentre: { apiUrl: 'https://www.zohoapis.eu', deskUrl: 'https://desk.zoho.eu' },
        scopes: ['AaaServer.profile.READ', 'ZohoBooks.settings.READ'],
      },
    });
  });

  it('without a server goes where the sign-in began', async () => {
    const { all, sent } = options();
    await redeemCode(all, { code: 'c' });
    expect(sent[0]?.url).toBe('https://accounts.zoho.com/oauth/v2/token');
  });

  it.each([
    ['another host', 'https://accounts.zoho.com.evil.example', undefined],
    ['a host that begins like ours', 'https://accounts.zoho.community', undefined],
    ['plain http', 'http://accounts.zoho.com', undefined],
    ['a name before the host', 'https://accounts.zoho.com@evil.example', undefined],
    ['a path behind the host', 'https://accounts.zoho.com/evil', undefined],
    ['another data centre than the location says', 'https://accounts.zoho.eu', 'us'],
  ])('is told to nobody for %s', async (_, accountsServer, location) => {
    const { all, sent } = options();
    const reply = { code: 'c', accountsServer, ...(location === undefined ? {} : { location }) };
    expect(await redeemCode(all, reply)).toMatchObject({
      ok: false,
      problem: { code: 'zoho-data-centre-unknown' },
    });
    expect(sent).toEqual([]);
  });

  it('whose token belongs to another data centre is not used', async () => {
    const { all } = options({ ...TOKENS, api_domain: 'https://www.zohoapis.com' });
    expect(await redeemCode(all, europe)).toMatchObject({
      problem: { code: 'zoho-data-centre-unknown' },
    });
  });

  it.each<[string, unknown, Partial<HttpOutcome>, string]>([
    [
      'is no longer good (said with status 200)',
      { error: 'invalid_code' },
      {},
      'zoho-sign-in-needed',
    ],
    [
      'came after too many others',
      { error: 'Access Denied', status: 'failure' },
      { status: 400 },
      'zoho-busy',
    ],
    ['was not answered', {}, { kind: 'no-answer' }, 'zoho-unavailable'],
    ['met a broken server', {}, { status: 502 }, 'zoho-unavailable'],
    ['brought something else', { hello: 1 }, {}, 'zoho-unavailable'],
  ])('that %s is a problem', async (_, body, outcome, code) => {
    const { all } = options(body, outcome);
    expect(await redeemCode(all, europe)).toMatchObject({ ok: false, problem: { code } });
  });
});

describe('the account', () => {
  const person = {
    dataCentre: zohoDataCentres[1],
    accessToken: 't',
    scopes: [],
  } as unknown as PersonTokens;

  it('is read in its own data centre, the id as a text', async () => {
    const { all, sent } = options({
      ZUID: 924194001,
      Email: 'Ann@Example.com',
      First_Name: 'Ann',
      Last_Name: 'Lee',
    });
    expect(await readAccount(all.transport, person)).toEqual({
      ok: true,
      value: { zohoUserId: '924194001', name: 'Ann Lee', mail: 'ann@example.com' },
    });
    expect(sent[0]).toMatchObject({
      url: 'https://accounts.zoho.eu/oauth/user/info',
      headers: { authorization: 'Zoho-oauthtoken t' },
    });
  });

  it('is a problem when Zoho says no', async () => {
    const { all } = options({ error: 'INVALID_OAUTHTOKEN' }, { status: 401 });
    expect(await readAccount(all.transport, person)).toMatchObject({
      problem: { code: 'zoho-sign-in-needed' },
    });
  });
});
