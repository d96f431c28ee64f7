// Four roles in four products: what is allowed works, what is not is refused by the server however it is asked.
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { StaffAccess } from '../sandbox/setup/staff-access.ts';
import { callDirectly, openStage, picture, type Stage, signInAs, widgetOf } from './stage.ts';

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

/** A refund of a payment in the books that nobody has refunded, as the panel would ask for it. */
function refundRequest(intentId: string) {
  const payment = stage.sandbox.catalyst.tables
    .newest('Payments', 300)
    .find((row) => row.books_payment_id !== null && row.currency === 'JPY');
  if (payment === undefined) throw new Error('no payment is in the books');
  return {
    intentId,
    paymentKey: payment.payment_key,
    amountMinor: 100,
    currency: payment.currency,
    reason: 'Came back',
  };
}

test('a viewer reads in Books; a refund past the screen is refused with a sentence', async () => {
  const widget = await visit(pages.booksInvoice, 'viewer');
  await widget
    .getByText(/can go back/)
    .first()
    .waitFor();
  expect(await widget.getByRole('button', { name: 'Refund…' }).count()).toBe(0);
  const answer = await callDirectly(
    page,
    `${api}/refunds`,
    'POST',
    refundRequest('01HZX3GQ4W8R9T2V5Y7B1C3D4E'),
  );
  expect(answer.status).toBe(403);
  expect(answer.body.error).toMatchObject({
    code: 'not-allowed',
    message: 'Your role (viewer) does not allow this.',
    next: expect.stringContaining('Ask an administrator'),
  });
});

test('an agent refunds in Desk, but neither sees failed work nor changes the set-up', async () => {
  const widget = await visit(pages.deskTicket, 'agent');
  await widget.getByRole('button', { name: 'Refund…' }).waitFor();
  await picture(page, 'agent-in-desk');
  const refund = await callDirectly(
    page,
    `${api}/refunds`,
    'POST',
    refundRequest('01HZX3GQ4W8R9T2V5Y7B1C3D4G'),
  );
  expect([refund.status, refund.body.error]).toEqual([200, undefined]);
  for (const [method, path] of [
    ['GET', '/dead-letters'],
    ['PUT', '/staff'],
  ] as const) {
    const body = method === 'PUT' ? { userId: '924194004', role: 'admin' } : undefined;
    const answer = await callDirectly(page, api + path, method, body);
    expect([path, answer.status, answer.body.error?.code]).toEqual([path, 403, 'not-allowed']);
    expect(answer.body.error?.message).toBe('Your role (agent) does not allow this.');
  }
});

test('an approver works in CRM and sees failed work, but gives nobody another role', async () => {
  const widget = await visit(pages.crmContact, 'approver');
  await widget
    .getByText(/can go back/)
    .first()
    .waitFor();
  expect((await callDirectly(page, `${api}/dead-letters`, 'GET')).status).toBe(200);
  const answer = await callDirectly(page, `${api}/staff`, 'PUT', {
    userId: '924194002',
    role: 'admin',
  });
  expect([answer.status, answer.body.error?.code]).toEqual([403, 'not-allowed']);
});

test('an administrator opens the settings and sees everybody who works with us', async () => {
  const widget = await visit(pages.settings, 'admin');
  await widget.getByText('larkfield_usd').waitFor();
  const staff = await callDirectly(page, `${api}/staff`, 'GET');
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
  await widget
    .getByText(/can go back/)
    .first()
    .waitFor();
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
  const answer = await callDirectly(
    page,
    `${api}/refunds`,
    'POST',
    refundRequest('01HZX3GQ4W8R9T2V5Y7B1C3D4F'),
  );
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
