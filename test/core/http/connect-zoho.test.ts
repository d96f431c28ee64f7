// An admin connects the company to Zoho: by a link of five minutes, as somebody of that company, with all scopes.
import { beforeEach, describe, expect, it } from 'vitest';
import type { InstallationId } from '../../../functions/core/domain/ids.ts';
import type { Actor } from '../../../functions/core/domain/role.ts';
import { readInstallation } from '../../../functions/core/steps/connect/installation-record.ts';
import { beginZohoConnection } from '../../../functions/core/steps/identity/connect-zoho.ts';
import { connectionScopes } from '../../../functions/core/steps/identity/zoho-scopes.ts';
import {
  Browser,
  createOAuthWorld,
  member,
  type OAuthWorld,
  PUBLIC_URL,
  signInWithZoho,
  stateIn,
  type ZohoPerson,
} from './oauth-world.ts';

const INSTALLATION = 'inst-1' as InstallationId;
const boss: Actor = { userId: '7009', name: 'Boss', role: 'admin' };
const scopes = connectionScopes(['books', 'crm']);
/** The user of its own that the company connects with. */
const robot: ZohoPerson = {
  zohoUserId: '8000',
  users: { books: { 'books-1': member('admin') } },
  scopes,
};

let world: OAuthWorld;
let browser: Browser;
beforeEach(async () => {
  world = createOAuthWorld();
  browser = new Browser(world);
  await world.installs();
});

const begin = async (actor = boss) => {
  const begun = await beginZohoConnection(world.ports, INSTALLATION, actor, ['crm']);
  return begun.ok ? begun.value.url : begun.problem.code;
};
const kept = () => readInstallation(world.ports, INSTALLATION);

describe('connecting', () => {
  it('asks for the scopes of the products in question, for good', async () => {
    const url = await begin();
    expect(url.startsWith(`${PUBLIC_URL}/oauth/zoho/connect?ticket=`)).toBe(true);
    const location = (await browser.get(url)).headers.get('location') ?? '';
    expect(Object.fromEntries(new URL(location).searchParams)).toMatchObject({
      scope: scopes.join(','),
      offline: 'true',
    });
  });

  it('keeps the refresh token sealed, the scopes and hosts in the open, and enters it', async () => {
    const done = await signInWithZoho(world, browser, robot, await begin());
    const page = await done.text();
    expect([done.status, page.includes('Zoho is connected.')]).toEqual([200, true]);
    expect(page).not.toContain('zoho-refresh-token');
    expect(await kept()).toMatchObject({
      settings: { zoho: { booksOrganizationId: 'books-1', clientId: 'our-client', scopes } },
      secrets: { zohoRefreshToken: 'zoho-refresh-token', zohoClientSecret: 'our-secret' },
    });
    const rows = JSON.stringify(
      await world.store.select('Installations', { where: [['state', '!=', 'x']] }),
    );
    expect(rows).not.toContain('zoho-refresh-token');
    expect(await world.audit()).toEqual(['zoho.connected']);
  });

  it.each<[string, Partial<ZohoPerson>, string]>([
    [
      'who is in another company',
      { users: { books: { 'books-2': member('admin') } } },
      'is no administrator of',
    ],
    [
      'who is no administrator there',
      { users: { books: { 'books-1': member('staff') } } },
      'is no administrator of',
    ],
    ['who grants half of it', { scopes: scopes.slice(1) }, 'did not grant all'],
  ])('is refused for somebody %s', async (_, change, said) => {
    const done = await signInWithZoho(world, browser, { ...robot, ...change }, await begin());
    expect([done.status, (await done.text()).includes(said)]).toEqual([403, true]);
    expect((await kept()).secrets).toEqual({});
    expect(await world.audit()).toEqual([]);
  });

  it('is for admins, and its link is over after five minutes or when it is changed', async () => {
    expect(await begin({ ...boss, role: 'approver' })).toBe('not-allowed');
    const url = await begin();
    expect((await browser.get(`${url}x`)).status).toBe(400);
    world.advance(6 * 60_000);
    expect((await browser.get(url)).status).toBe(400);
  });

  it('is not finished by a sign-in that began for a person, nor the other way round', async () => {
    const state = stateIn(await browser.get(await begin()));
    const [, body = ''] = state.split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
    expect([claims.aud, 'authorize' in claims, 'connect' in claims]).toEqual([
      'zoho-sign-in',
      false,
      true,
    ]);
    const answer = await browser.get(
      `/oauth/zoho/callback?${new URLSearchParams({ state, error: 'access_denied' })}`,
    );
    expect([answer.status, answer.headers.get('location')]).toEqual([200, null]);
  });
});
