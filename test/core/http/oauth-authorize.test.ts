// The authorization request: who may ask, where the answer goes, and which proof is taken.
import { beforeEach, describe, expect, it } from 'vitest';
import {
  authorizeUrl,
  Browser,
  CALLBACK,
  createOAuthWorld,
  type OAuthWorld,
} from './oauth-world.ts';

let world: OAuthWorld;
let browser: Browser;
beforeEach(() => {
  world = createOAuthWorld();
  browser = new Browser(world);
});

describe('a sound request', () => {
  it('leads to Zoho for minimal scopes, and binds the browser by a cookie that scripts cannot read', async () => {
    const begun = await browser.get(authorizeUrl());
    const target = new URL(begun.headers.get('location') ?? '');
    expect([begun.status, target.origin]).toEqual([302, 'https://accounts.zoho.com']);
    expect(target.searchParams.get('scope')).toBe(
      'AaaServer.profile.READ,ZohoBooks.settings.READ,ZohoCRM.users.READ,ZohoCRM.org.READ,Desk.basic.READ',
    );
    expect(target.searchParams.get('offline')).toBe('false');
    expect(begun.headers.get('set-cookie')).toMatch(
      /^__Host-tallybridge=[0-9a-f]{64}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it('may come without PKCE, and with parameters that we do not know', async () => {
    const url = authorizeUrl({
      code_challenge: '',
      code_challenge_method: '',
      access_type: 'offline',
    });
    expect((await browser.get(url)).status).toBe(302);
  });
});

describe('a request that leads nowhere', () => {
  it.each([
    ['another client', { client_id: 'somebody-else' }],
    ['no client', { client_id: '' }],
    ['no redirect address', { redirect_uri: '' }],
    ['another host', { redirect_uri: 'https://deluge.zoho.com.example/delugeauth/callback' }],
    ['another path', { redirect_uri: `${CALLBACK}/more` }],
    ['a query of its own', { redirect_uri: `${CALLBACK}?next=https://example.com` }],
    ['http', { redirect_uri: CALLBACK.replace('https', 'http') }],
    ['another case', { redirect_uri: CALLBACK.replace('delugeauth', 'DelugeAuth') }],
  ])('is answered by a page for %s', async (_, change) => {
    const refused = await browser.get(authorizeUrl(change));
    expect([refused.status, refused.headers.get('location')]).toEqual([400, null]);
    expect(refused.headers.get('set-cookie')).toBeNull();
  });

  it('is answered by a page for a parameter that is there twice', async () => {
    const twice = `${authorizeUrl()}&redirect_uri=${encodeURIComponent('https://example.com/')}`;
    expect((await browser.get(twice)).status).toBe(400);
  });
});

describe('a request that is refused', () => {
  it.each([
    ['another response type', { response_type: 'token' }, 'unsupported_response_type'],
    ['a scope that is not there', { scope: 'admin' }, 'invalid_scope'],
    ['PKCE by the challenge itself', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['PKCE without a method', { code_challenge_method: '' }, 'invalid_request'],
    ['a method without a challenge', { code_challenge: '' }, 'invalid_request'],
    ['a challenge of another length', { code_challenge: 'abc' }, 'invalid_request'],
  ])('tells the client so for %s', async (_, change, error) => {
    const refused = await browser.get(authorizeUrl(change));
    const target = new URL(refused.headers.get('location') ?? '');
    expect(target.href.startsWith(`${CALLBACK}?`)).toBe(true);
    expect(target.searchParams.get('error')).toBe(error);
    expect(target.searchParams.get('state')).toBe('of-the-client');
  });

  it('does not send a state back that is far too long', async () => {
    const refused = await browser.get(authorizeUrl({ state: 's'.repeat(1_001) }));
    expect(refused.headers.get('location')).toContain('error=invalid_request');
  });
});
