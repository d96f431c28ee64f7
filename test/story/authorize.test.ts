// A new colleague authorizes the connection through the pages of Zoho and ours, and then works.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults } from '../axe.ts';
import { openStage, picture, type Stage, signInAs, widgetOf } from './stage.ts';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage();
  page = await stage.browser.newPage({ viewport: { width: 1280, height: 900 } });
});

afterAll(() => stage?.close());

/** An invoice whose payment is settled and can go back as a whole. */
async function paidInvoice(): Promise<string> {
  const { invoices } = (await stage.sandbox.read('books', 'invoices?per_page=200')) as {
    readonly invoices: readonly { invoice_id: string; customer_name: string }[];
  };
  const found = invoices.find((one) => one.customer_name === 'Mori Kissaten');
  return `${stage.sandbox.hosts.url}/books/invoices/${found?.invoice_id}`;
}

/** The window in which the connection is authorized, once it shows a heading. */
async function openAuthorization(): Promise<Page> {
  const [window] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: 'Authorize', exact: true }).click(),
  ]);
  await window.getByRole('heading', { level: 1 }).waitFor();
  return window;
}

test('the first call of a person who has authorized nothing brings Zoho’s prompt', async () => {
  await page.goto(await paidInvoice());
  await signInAs(page, 'newcomer');
  const widget = await widgetOf(page);
  await page.getByRole('dialog', { name: 'Authorize the connection' }).waitFor();
  await widget.getByText('Connect Tallybridge to your account').waitFor();
  expect(await axeFaults(page.mainFrame())).toEqual([]);
  expect(await axeFaults(widget)).toEqual([]);
  await picture(page, 'authorize-prompt');
});

test('who says no on our page stays outside, and the window says so', async () => {
  const window = await openAuthorization();
  expect(await axeFaults(window.mainFrame())).toEqual([]);
  await picture(window, 'zoho-consent');
  await window.getByRole('button', { name: 'Accept' }).click();
  await window.getByRole('heading', { name: 'Use Tallybridge from Zoho?' }).waitFor();
  expect(await axeFaults(window.mainFrame())).toEqual([]);
  await picture(window, 'our-consent');
  await window.getByRole('button', { name: 'Cancel' }).click();
  await window.getByRole('heading', { name: 'Not connected' }).waitFor();
  expect(await window.getByRole('alert').textContent()).toContain('access_denied');
  expect(await axeFaults(window.mainFrame())).toEqual([]);
  await window.close();
});

test('who agrees comes back to a panel that shows the payment', async () => {
  const window = await openAuthorizationAgain();
  await Promise.all([
    window.waitForEvent('close'),
    window.getByRole('button', { name: 'Allow' }).click(),
  ]);
  await page
    .getByRole('dialog')
    .waitFor({ state: 'detached' })
    .catch(() => undefined);
  await page.getByText('The connection is authorized.').waitFor();
  const widget = await widgetOf(page);
  await widget.getByRole('button', { name: 'Try again' }).click();
  await widget
    .getByText(/can go back/)
    .first()
    .waitFor();
  await picture(page, 'authorized');
  await widget.getByRole('button', { name: 'Refund…' }).waitFor();
});

/** Zoho does not ask for the same consent twice: the window comes to our page at once. */
async function openAuthorizationAgain(): Promise<Page> {
  const window = await openAuthorization();
  await window.getByRole('heading', { name: 'Use Tallybridge from Zoho?' }).waitFor();
  return window;
}

test('each product has its own connection, listed and revoked by the person', async () => {
  await page.goto(`${stage.sandbox.hosts.url}/connections`);
  await page.getByRole('button', { name: 'Authorize in Desk' }).waitFor();
  expect(await axeFaults(page.mainFrame())).toEqual([]);
  await page.getByRole('button', { name: 'Revoke in Books' }).click();
  await page.getByRole('button', { name: 'Authorize in Books' }).waitFor();
  await page.goBack();
  await page.goto(await paidInvoice());
  await page.getByRole('dialog', { name: 'Authorize the connection' }).waitFor();
});

test('the person is signed in with Zoho once; a stranger to the session signs in first', async () => {
  const context = await stage.browser.newContext();
  const stranger = await context.newPage();
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: (await stage.sandbox.description()).zoho.clientId,
    scope: 'AaaServer.profile.READ',
    prompt: 'consent',
    redirect_uri: 'http://127.0.0.1:9/callback',
  });
  await stranger.goto(`${stage.sandbox.zoho.accounts.url}/oauth/v2/auth?${query}`);
  await stranger.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await axeFaults(stranger.mainFrame())).toEqual([]);
  await stranger.getByLabel('E-mail address').fill('newcomer@example.com');
  await stranger.getByRole('button', { name: 'Sign in' }).click();
  await stranger.getByRole('heading', { name: 'Allow access' }).waitFor();
  await context.close();
});
