// Four roles in four products: what is allowed works, what is not is refused by the server however it is asked.
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { StaffAccess } from '../sandbox/setup/staff-access.ts';
import {
  callDirectly,
  type DirectCall,
  type Host,
  openStage,
  picture,
  type Stage,
  signInAs,
  widgetOf,
} from './stage.ts';

const MINUTE_MS = 60_000;

let stage: Stage;
let page: Page;
let api: string;
let pages: Awaited<ReturnType<Stage['sandbox']['description']>>['pages'];

beforeAll(async () => {
  stage = await openStage();
  page = await stage.browser.newPage({ viewport: { width: 1280, height: 900 } });
  api = `${stage.sandbox.catalyst.functions.base}/api`;
  ({ pages } = await stage.sandbox.description());
});

afterAll(() => stage?.close());

async function visit(url: string, account: string): Promise<Frame> {
  await page.goto(url);
  await signInAs(page, account);
  return widgetOf(page);
}

/** Waits for the customer's totals: a contact with several payments shows no single one opened. */
async function showsPayments(widget: Frame): Promise<void> {
  await widget.getByText('Paid by card').waitFor();
}

/** A refund of a payment in the books that nobody has refunded, as the panel would ask for it. */
function refund(intentId: string): DirectCall {
  const payment = stage.sandbox.catalyst.tables
    .newest('Payments', 300)
    .find((row) => row.books_payment_id !== null && row.currency === 'JPY');
  if (payment === undefined) throw new Error('no payment is in the books');
  const body = {
    intentId,
    paymentKey: payment.payment_key,
    amountMinor: 100,
    currency: payment.currency,
    reason: 'Came back',
  };
  return { path: '/refunds', method: 'POST', body };
}

const hosts: readonly Host[] = ['books', 'inventory', 'crm', 'desk'];

/** What may be asked for from every host, and by whom; a refund is of a payment that is not there, so that none is made. */
const acts: readonly {
  readonly what: string;
  readonly call: (host: Host) => DirectCall;
  readonly roles: readonly string[];
  readonly allowed: string;
}[] = [
  {
    what: 'read',
    call: (host) => ({ path: '/panel', method: 'POST', body: { host, record: recordOf(host) } }),
    roles: ['viewer', 'agent', 'approver', 'admin'],
    allowed: 'ok',
  },
  {
    what: 'refund',
    call: () => {
      const { body, ...call } = refund('01HZX3GQ4W8R9T2V5Y7B1C3D4H');
      return { ...call, body: { ...body, paymentKey: 'nobody|has|paid' } };
    },
    roles: ['agent', 'approver', 'admin'],
    allowed: 'not-found',
  },
  {
    what: 'approve',
    call: () => ({ path: '/approvals', method: 'GET' }),
    roles: ['approver', 'admin'],
    allowed: 'ok',
  },
  {
    what: 'failed work',
    call: () => ({ path: '/dead-letters', method: 'GET' }),
    roles: ['approver', 'admin'],
    allowed: 'ok',
  },
  {
    what: 'settings',
    call: () => ({ path: '/setup', method: 'GET' }),
    roles: ['admin'],
    allowed: 'ok',
  },
];

/** The record that the host's page of the sandbox shows. */
function recordOf(host: Host): object {
  const idIn = (url: string) => new URL(url).pathname.split('/').at(-1);
  if (host === 'crm') return { kind: 'contact', id: idIn(pages.crmContact) };
  if (host === 'desk') return { kind: 'ticket', id: idIn(pages.deskTicket) };
  return { kind: 'invoice', id: idIn(pages.booksInvoice) };
}

test.each(['viewer', 'agent', 'approver', 'admin'])(
  'in every host a person in the role %s may do what the role says, and is told why not, past any screen',
  async (role) => {
    await visit(pages.booksInvoice, role);
    for (const host of hosts) {
      for (const { what, call, roles, allowed } of acts) {
        const { body, status } = await callDirectly(page, api, call(host), host);
        const isAllowed = roles.includes(role);
        const expected = isAllowed ? allowed : 'not-allowed';
        expect([host, what, body.error?.code ?? 'ok']).toEqual([host, what, expected]);
        if (isAllowed) continue;
        expect(body.error?.message).toBe(`Your role (${role}) does not allow this.`);
        expect(body.error?.next).toContain('Ask an administrator');
        // CRM's proxy hides it.
        expect([host, status]).toEqual([host, host === 'crm' ? undefined : 403]);
      }
    }
  },
);

test.each(['books', 'crm', 'desk'] as const)(
  'an administrator of a company in another data centre comes in by %s and finds nothing of ours',
  async (product) => {
    const { clock, credentials, catalyst, hosts: sandboxHosts } = stage.sandbox;
    const europe = new StaffAccess({
      ...{ clock, credentials },
      functionsBase: catalyst.functions.base,
      pagesUrl: sandboxHosts.url,
    });
    const token = await europe.tokenOf('europe@example.com', product);
    europe.close();
    const said: Record<string, object> = {};
    for (const { what, call } of acts) {
      const { path, method, body } = call(product);
      const answer = await fetch(api + path, {
        method,
        headers: { 'x-tallybridge-token': token, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      said[what] = (await answer.json()) as object;
    }
    const nothing = { error: { code: 'not-connected' } };
    expect(said).toMatchObject({
      read: nothing,
      refund: nothing,
      approve: { approvals: [] },
      'failed work': { letters: [] },
      // A company of their own, which nobody has connected yet.
      settings: { name: 'Larkfield Coffee Europe', state: 'new', merchants: [] },
    });
  },
);

test('a viewer reads in Books; a refund past the screen is refused with a sentence', async () => {
  const widget = await visit(pages.booksInvoice, 'viewer');
  await widget
    .getByText(/can go back/)
    .first()
    .waitFor();
  expect(await widget.getByRole('button', { name: 'Refund…' }).count()).toBe(0);
  const answer = await callDirectly(page, api, refund('01HZX3GQ4W8R9T2V5Y7B1C3D4E'));
  expect(answer.status).toBe(403);
  expect(answer.body.error).toMatchObject({
    code: 'not-allowed',
    message: 'Your role (viewer) does not allow this.',
    next: expect.stringContaining('Ask an administrator'),
  });
});

test('an agent refunds in Desk', async () => {
  const widget = await visit(pages.deskTicket, 'agent');
  await widget.getByRole('button', { name: 'Refund…' }).waitFor();
  await picture(page, 'agent-in-desk');
  const made = await callDirectly(page, api, refund('01HZX3GQ4W8R9T2V5Y7B1C3D4G'), 'desk');
  expect([made.status, made.body.error]).toEqual([200, undefined]);
});

test('an approver works in CRM, but gives nobody another role', async () => {
  const widget = await visit(pages.crmContact, 'approver');
  await showsPayments(widget);
  const body = { userId: '924194002', role: 'admin' };
  const asked = { path: '/staff', method: 'PUT', body };
  const answer = await callDirectly(page, api, asked, 'crm');
  expect(answer.body.error?.code).toBe('not-allowed');
});

test('an administrator opens the settings and sees everybody who works with us', async () => {
  const widget = await visit(pages.settings, 'admin');
  await widget.getByText('larkfield_usd').waitFor();
  const staff = await callDirectly(page, api, { path: '/staff', method: 'GET' });
  expect(staff.status).toBe(200);
  const roles = (staff.body as { people?: readonly { mail: string; role: string }[] }).people ?? [];
  expect(Object.fromEntries(roles.map(({ mail, role }) => [mail, role]))).toMatchObject({
    'admin@example.com': 'admin',
    'agent@example.com': 'agent',
    'approver@example.com': 'approver',
    'viewer@example.com': 'viewer',
  });
});

test('an administrator of CRM who is no user of Books works in CRM and finds Books closed', async () => {
  await page.goto(pages.booksInvoice);
  await signInAs(page, 'crm-admin');
  await page.getByRole('heading', { name: 'No access' }).waitFor();
  const widget = await visit(pages.crmContact, 'crm-admin');
  await showsPayments(widget);
});

test('a role that changes in Zoho is ours after the next look, without signing in again', async () => {
  const { clock, home } = stage.sandbox;
  await page.goto(home);
  await page.getByLabel('Role of Accounts Clerk').selectOption('viewer');
  await Promise.all([
    page.waitForEvent('load'),
    page
      .locator('form', { has: page.getByLabel('Role of Accounts Clerk') })
      .getByRole('button')
      .click(),
  ]);
  clock.advance(20 * MINUTE_MS);
  await visit(pages.booksInvoice, 'agent');
  const answer = await callDirectly(page, api, refund('01HZX3GQ4W8R9T2V5Y7B1C3D4F'));
  expect([answer.status, answer.body.error?.code]).toEqual([403, 'not-allowed']);
});

test('a deactivated person is out: Zoho shows nothing, and a token kept elsewhere is worth nothing', async () => {
  const { clock, home, catalyst, credentials } = stage.sandbox;
  const kept = new StaffAccess({
    ...{ clock, credentials },
    functionsBase: catalyst.functions.base,
    pagesUrl: stage.sandbox.hosts.url,
  });
  const ask = async (token: string) =>
    (await fetch(`${api}/alarms`, { headers: { 'x-tallybridge-token': token } })).status;
  const token = await kept.token('approver');
  expect(await ask(token)).toBe(200);

  await page.goto(home);
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('button', { name: 'Deactivate Finance Manager' }).click(),
  ]);
  await picture(page, 'people-switches');
  await page.goto(pages.booksInvoice);
  await signInAs(page, 'approver');
  await page.getByText('Finance Manager was deactivated in Books.').waitFor();

  clock.advance(20 * MINUTE_MS);
  expect(await ask(token)).toBe(401);
  await expect(kept.token('approver')).rejects.toThrow('is not let in any more');
  kept.close();
});
