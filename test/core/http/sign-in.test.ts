// The person's way through Zoho and our consent page: one browser, one company, one yes.
import { beforeEach, describe, expect, it } from 'vitest';
import { grantRole } from './granted-token.ts';
import {
  authorize,
  authorizeUrl,
  Browser,
  CALLBACK,
  clerk,
  createOAuthWorld,
  member,
  type OAuthWorld,
  PUBLIC_URL,
  redeem,
  signInWithZoho,
  stateIn,
  ticketIn,
  type ZohoPerson,
} from './oauth-world.ts';

const MINUTE_MS = 60_000;

let world: OAuthWorld;
let browser: Browser;
beforeEach(async () => {
  world = createOAuthWorld();
  browser = new Browser(world);
  await world.installs();
});

const admin: ZohoPerson = {
  zohoUserId: '7009',
  users: { books: { 'books-1': member('admin'), 'books-9': member('admin') } },
};
const target = (response: Response) => new URL(response.headers.get('location') ?? 'none:');

describe('the consent page', () => {
  it('names person, company, role and what the role may do', async () => {
    const page = await (await signInWithZoho(world, browser, clerk)).text();
    for (const said of [
      'Carla Clerk',
      '7001@example.com',
      'Company of inst-1',
      'agent',
      'refund them',
    ])
      expect(page).toContain(said);
  });

  it('has strict headers, no script, no inline style, and may lead on to the client only', async () => {
    const shown = await signInWithZoho(world, browser, clerk);
    expect(shown.headers.get('content-security-policy')).toBe(
      `default-src 'none'; style-src https://shop-1.catalystserverless.com; form-action https://shop-1.catalystserverless.com https://deluge.zoho.com; frame-ancestors 'none'; base-uri 'none'`,
    );
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
    });
    expect(await shown.text()).not.toMatch(/<script|<style|\sstyle=|\son\w+=/i);
  });

  it('shows names as text, whatever is in them', async () => {
    const name = '<script>alert(1)</script>';
    const page = await (await signInWithZoho(world, browser, { ...clerk, name })).text();
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toContain('<script>');
  });

  it('has a style sheet of its own', async () => {
    const style = await browser.get('/oauth/page.css');
    expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8');
  });

  it('leads to the client with code and state after a yes, and with a refusal after a no', async () => {
    const ticket = ticketIn(await (await signInWithZoho(world, browser, clerk)).text());
    const no = await browser.submit({ ticket, choice: 'inst-1', decision: 'deny' });
    expect(target(no).href).toBe(`${CALLBACK}?error=access_denied&state=of-the-client`);
    const yes = await browser.submit({ ticket, choice: 'inst-1', decision: 'allow' });
    expect([yes.status, target(yes).searchParams.get('state')]).toEqual([303, 'of-the-client']);
    expect((await redeem(world, target(yes).searchParams.get('code') ?? '')).status).toBe(200);
    expect(await world.audit()).toEqual(['sign-in.granted']);
  });
});

describe('a form of somebody else', () => {
  let ticket: string;
  beforeEach(async () => {
    ticket = ticketIn(await (await signInWithZoho(world, browser, clerk)).text());
  });
  const form = () => ({ ticket, choice: 'inst-1', decision: 'allow' });

  it('is refused from another site, although the browser is the right one', async () => {
    for (const origin of ['https://evil.example', 'null', 'http://shop-1.catalystserverless.com'])
      expect((await browser.submit(form(), origin)).status).toBe(400);
  });

  it('is refused from another browser', async () => {
    const other = new Browser(world);
    expect((await other.submit(form())).status).toBe(400);
    await other.get(authorizeUrl());
    expect((await other.submit(form())).status).toBe(400);
  });

  it('is refused when the page was open for too long', async () => {
    world.advance(11 * MINUTE_MS);
    expect((await browser.submit(form())).status).toBe(400);
  });

  it('is refused with a ticket that was changed, or signed for something else', async () => {
    const state = stateIn(await browser.get(authorizeUrl()));
    const [head, body = '', signature] = ticket.split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
    claims.choices[0].role = 'admin';
    const raised = Buffer.from(JSON.stringify(claims)).toString('base64url');
    for (const forged of [[head, raised, signature].join('.'), state, ''])
      expect((await browser.submit({ ...form(), ticket: forged })).status).toBe(400);
  });

  it('gets no company that was not on the page', async () => {
    await world.installs('inst-2', 'books-2');
    const answer = await browser.submit({ ...form(), choice: 'inst-2' });
    expect(target(answer).searchParams.get('error')).toBe('access_denied');
  });
});

describe('the way back from Zoho', () => {
  const back = (state: string, more: Record<string, string> = { code: 'zoho-1' }) =>
    `/oauth/zoho/callback?${new URLSearchParams({ state, ...more })}`;

  it('is good in the browser only in which it began', async () => {
    const state = stateIn(await browser.get(authorizeUrl()));
    world.codes.set('zoho-1', clerk);
    const other = new Browser(world);
    expect((await other.get(back(state))).status).toBe(400);
    await other.get(authorizeUrl());
    expect((await other.get(back(state))).status).toBe(400);
    expect(world.redeemed).toEqual([]);
    expect((await browser.get(back(state))).status).toBe(200);
  });

  it('is good for ten minutes, with a state of ours', async () => {
    const state = stateIn(await browser.get(authorizeUrl()));
    for (const wrong of ['', 'x', `${state}x`])
      expect((await browser.get(back(wrong))).status).toBe(400);
    world.advance(11 * MINUTE_MS);
    expect((await browser.get(back(state))).status).toBe(400);
  });

  it('goes on in two tabs of one browser', async () => {
    const first = stateIn(await browser.get(authorizeUrl()));
    await browser.get(authorizeUrl());
    world.codes.set('zoho-1', clerk);
    expect((await browser.get(back(first))).status).toBe(200);
  });

  it('tells the client when the person said no at Zoho', async () => {
    const state = stateIn(await browser.get(authorizeUrl()));
    const answer = await browser.get(back(state, { error: 'access_denied' }));
    expect(target(answer).href).toBe(`${CALLBACK}?error=access_denied&state=of-the-client`);
  });

  it('says in words when Zoho’s code is no longer good, and stops asking Zoho after twenty', async () => {
    const state = stateIn(await browser.get(authorizeUrl()));
    for (let turn = 0; turn < 20; turn += 1)
      expect((await browser.get(back(state, { code: 'old' }))).status).toBe(403);
    expect((await browser.get(back(state, { code: 'old' }))).status).toBe(429);
    expect(world.redeemed).toHaveLength(20);
  });
});

describe('for whom a person may work', () => {
  const pageFor = async (person: ZohoPerson) => {
    const shown = await signInWithZoho(world, browser, person);
    return { status: shown.status, text: await shown.text() };
  };

  it('is nobody, for who is in no company that uses us', async () => {
    const stranger = { zohoUserId: '1', users: { books: { 'books-7': member('staff') } } };
    expect(await pageFor(stranger)).toMatchObject({ status: 403 });
    expect((await pageFor({ zohoUserId: '2', users: {} })).text).toContain('access_denied');
  });

  it('is every company that has them, one chosen', async () => {
    await world.installs('inst-2', 'books-2');
    const both: ZohoPerson = {
      zohoUserId: '7003',
      users: { books: { 'books-1': member('staff'), 'books-2': member('admin') } },
    };
    const { text } = await pageFor(both);
    expect([text.includes('Company of inst-1'), text.includes('Company of inst-2')]).toEqual([
      true,
      true,
    ]);
    const code = await authorize(world, both, { choice: 'inst-2' });
    expect((await redeem(world, code)).status).toBe(200);
    const grants = await world.store.select('Grants', { where: [['state', '=', 'active']] });
    expect(grants).toMatchObject([{ grant_key: 'inst-2|7003', role: 'admin' }]);
  });

  it('is found through CRM or Desk for who is not in Books', async () => {
    const seller = { zohoUserId: '7004', users: { crm: { 'crm-1': member('standard') } } };
    const helper = { zohoUserId: '7005', users: { desk: { 'desk-1': member('light') } } };
    expect((await pageFor(seller)).text).toContain('agent');
    expect((await pageFor(helper)).text).toContain('viewer');
  });

  it('is nobody for who was deactivated in Books, although the CRM still makes them its administrator', async () => {
    const gone: ZohoPerson = {
      zohoUserId: '7006',
      users: {
        books: { 'books-1': member('staff', { isActive: false }) },
        crm: { 'crm-1': member('administrator', { isAdmin: true }) },
      },
    };
    expect((await pageFor(gone)).status).toBe(403);
  });

  it('follows the table of roles in the settings', async () => {
    await world.installs('inst-3', 'books-3', {
      roleMap: { Manager: 'approver', admin: 'viewer' },
    });
    const pages: string[] = [];
    for (const role of ['manager', 'admin']) {
      const person = { zohoUserId: role, users: { books: { 'books-3': member(role) } } };
      pages.push((await pageFor(person)).text);
    }
    expect(pages.map((page) => /As\s+(\w+) you can/.exec(page)?.[1])).toEqual([
      'approver',
      'viewer',
    ]);
  });

  it('is no company of the same number in another data centre', async () => {
    await world.store.insert('Installations', {
      installation_key: 'inst-eu',
      state: 'active',
      zoho_host: 'accounts.zoho.eu',
      books_organization: 'books-5',
    });
    const same = { zohoUserId: '7007', users: { books: { 'books-5': member('staff') } } };
    expect((await pageFor(same)).status).toBe(403);
  });

  it('is a new installation for an admin whose organization has none, and once for two of them', async () => {
    const newcomer = { ...admin, users: { books: { 'books-9': member('admin') } } };
    const { text } = await pageFor(newcomer);
    const choice = /value="(org-[0-9a-f]{20})"/.exec(text)?.[1] ?? '';
    expect(text).toContain('you would begin it');
    await authorize(world, newcomer, { choice });
    await authorize(world, { ...newcomer, zohoUserId: '7010' }, { choice });
    const begun = await world.store.select('Installations', { where: [['state', '=', 'new']] });
    expect(begun).toMatchObject([{ installation_key: choice, books_organization: 'books-9' }]);
    expect((await world.audit()).filter((one) => one === 'installation.begun')).toHaveLength(1);
    const staff = { zohoUserId: '1', users: { books: { 'books-8': member('staff') } } };
    expect((await pageFor(staff)).status).toBe(403);
  });
});

describe('who an admin has shut out', () => {
  it('is told so, gets no code, and is entered', async () => {
    await grantRole(world, { role: 'agent', userId: '7001' });
    const [grant] = await world.store.select('Grants', { where: [['zoho_user_id', '=', '7001']] });
    await world.store.update('Grants', grant?.ROWID ?? '', { state: 'revoked' });
    const ticket = ticketIn(await (await signInWithZoho(world, browser, clerk)).text());
    const answer = await browser.submit({ ticket, choice: 'inst-1', decision: 'allow' });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('An administrator has ended your access');
    expect(await world.audit()).toEqual(['sign-in.refused access-revoked']);
  });
});

describe('addresses of ours', () => {
  it('are the known ones', async () => {
    expect((await browser.get('/oauth/userinfo')).status).toBe(404);
    expect(PUBLIC_URL.startsWith('https:')).toBe(true);
  });
});
