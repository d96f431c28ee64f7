// A merchant's day in a real browser: an order is paid by card, travels into the books, and a part of it goes back.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults } from '../axe.ts';
import { openStage, picture, type Stage, signInAs, tabTo, widgetOf } from './stage.ts';

const BUYER = 'morgan.lake@example.com';

let stage: Stage;
let page: Page;
let orderId = '';
let invoiceUrl = '';

beforeAll(async () => {
  stage = await openStage();
  page = await stage.browser.newPage({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  });
});

afterAll(() => stage?.close());

test('sandbox.json names every address and credential of the company', async () => {
  const answer = await fetch(`${stage.sandbox.home}/sandbox.json`);
  expect(answer.status).toBe(200);
  const url = expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+/);
  const text = expect.stringMatching(/.+/);
  expect(await answer.json()).toEqual({
    ready: true,
    home: stage.sandbox.home,
    catalyst: { api: url, projectId: text, projectKey: text, token: text },
    functions: { base: expect.stringMatching(/\/server$/) },
    cybersource: {
      url,
      host: 'apitest.cybersource.com',
      merchants: ['USD', 'EUR', 'JPY'].map((currency) => ({
        merchantId: text,
        keyId: text,
        secret: text,
        currency,
      })),
    },
    zoho: {
      accounts: url,
      api: url,
      desk: url,
      clientId: text,
      clientSecret: text,
      refreshToken: text,
      booksOrganizationId: text,
      crmOrgId: text,
      deskOrgId: text,
      europe: { accounts: url, api: url, desk: url, booksOrganizationId: text },
    },
    shop: { url, consumerKey: text, consumerSecret: text },
    pages: {
      shop: url,
      booksInvoice: expect.stringMatching(/\/books\/invoices\/\d+$/),
      crmContact: expect.stringMatching(/\/crm\/contacts\/\d+$/),
      deskTicket: expect.stringMatching(/\/desk\/tickets\/\d+$/),
      settings: url,
    },
    installation: 'larkfield',
  });
});

test('a customer pays with the test card and sees the order turn to processing', async () => {
  await page.goto(stage.sandbox.shop.url);
  await page.getByRole('button', { name: 'Add Home Grinder to the cart' }).click();
  await page.getByRole('link', { name: 'Go to checkout' }).click();
  await page.getByRole('button', { name: 'Pay $189.00' }).and(page.locator(':enabled')).waitFor();
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await axeFaults(page.mainFrame())).toEqual([]);
    await picture(page, `checkout-${width}`);
  }
  await page.getByLabel('First name').fill('Morgan');
  await page.getByLabel('Last name').fill('Lake');
  await page.getByLabel('E-mail').fill(BUYER);
  await page.frameLocator('#card-number iframe').locator('input').fill('4111 1111 1111 1111');
  await page.frameLocator('#card-code iframe').locator('input').fill('123');
  await page.getByRole('button', { name: 'Pay $189.00' }).click();
  await page.getByRole('heading', { name: 'Thank you, your order is being prepared' }).waitFor();
  await picture(page, 'order-processing');
  orderId = /order-received\/(\d+)/.exec(page.url())?.[1] ?? '';
  const order = stage.sandbox.shop.orders().find((one) => String(one.id) === orderId);
  expect(order).toMatchObject({ status: 'processing', totalMinor: 18_900 });
  expect(order?.transactionId).toMatch(/^\d{22}$/);
});

test('the front page shows the order at every station and leads to its invoice', async () => {
  await page.goto(stage.sandbox.home);
  const row = page.locator(`tr[data-order="${orderId}"]`);
  expect(await row.textContent()).toMatch(
    /Morgan Lake.*\$189\.00.*authorized.*done.*Morgan Lake.*SO-\d+.*INV-\d+ paid.*no\. \d+.*processing/s,
  );
  await picture(page, 'front-page');
  await row.getByRole('link', { name: /^INV-/ }).click();
  invoiceUrl = page.url();
  await page.getByText('Payments received (1)').waitFor();
});

test('the sidebar of the invoice says that it is paid, by which card and with what score', async () => {
  const widget = await widgetOf(page);
  await widget.getByText('USD 189.00 can go back').waitFor();
  const text = await widget.locator('main').textContent();
  expect(text).toContain('USD 189.00');
  expect(text).toContain('Paid');
  expect(text).toContain('Visa ..1111');
  expect(text).toMatch(/Score \d+ of 99/);
  await picture(page, 'invoice-paid');
});

test('axe finds nothing on the invoice page and in the panel, wide and narrow', async () => {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await axeFaults(page.mainFrame())).toEqual([]);
    expect(await axeFaults(await widgetOf(page))).toEqual([]);
    await picture(page, `invoice-${width}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
});

test('a clerk refunds a part by keyboard only and sees it booked in the invoice', async () => {
  const widget = await widgetOf(page);
  await page.locator('#document').focus();
  // Before the batch has gone out, voiding is the right thing; a part is refunded all the same.
  await tabTo(page, widget, 'More');
  await page.keyboard.press('Enter');
  await tabTo(page, widget, 'Refund…');
  await page.keyboard.press('Enter');
  // Each step takes the focus to where it begins.
  await widget.locator('input:focus').waitFor();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('40');
  await tabTo(page, widget, 'Goods returned');
  await page.keyboard.press('Space');
  await tabTo(page, widget, 'Refund USD 40.00 to Visa ..1111');
  await page.keyboard.press('Enter');
  await widget.locator('h2:focus').waitFor();
  await tabTo(page, widget, 'Yes, refund USD 40.00');
  await picture(page, 'refund-confirm');
  await page.keyboard.press('Enter');
  await widget.getByRole('heading', { name: 'Refund accepted' }).waitFor();
  await widget
    .getByText(/Booked: CN-\d+/)
    .first()
    .waitFor();
  await page.getByRole('heading', { name: 'Credit notes of the customer (1)' }).waitFor();
  const note = page.locator('section', { hasText: 'Credit notes' }).locator('tbody tr');
  expect(await note.textContent()).toMatch(/CN-\d+.*closed.*USD\s40\.00.*USD\s40\.00/s);
  await picture(page, 'refund-booked');
});

test('the gateway has one refund of that payment over that amount', () => {
  const rows = stage.sandbox.cybersource.overview();
  const payment = rows.find((one) => one.kind === 'payment' && one.code === orderId);
  const refunds = rows.filter((one) => one.kind === 'refund' && one.rootId === payment?.id);
  expect(refunds).toMatchObject([{ amount: '40.00', currency: 'USD', status: 'PENDING' }]);
});

test('the CRM contact shows the payment with what is left of it', async () => {
  await page.goto(stage.sandbox.home);
  const row = page.locator(`tr[data-order="${orderId}"]`);
  await row.getByRole('link', { name: 'Morgan Lake' }).click();
  await page.getByRole('heading', { name: 'Morgan Lake' }).waitFor();
  const widget = await widgetOf(page);
  await widget.getByText('USD 149.00 can go back').waitFor();
  await picture(page, 'crm-contact');
});

test('a Desk ticket that names the order shows its payment', async () => {
  const ticket = stage.sandbox.zoho.seed.ticket({
    subject: `Order ${orderId}: one part is missing`,
    departmentId: stage.sandbox.zoho.seedCompany().departments['Customer Support'],
    contact: { lastName: 'Lake', email: BUYER },
    email: BUYER,
    description: 'The hopper is not in the box.',
  });
  await page.goto(`${stage.sandbox.hosts.url}/desk/tickets/${ticket.id}`);
  const widget = await widgetOf(page);
  await widget.getByText('USD 149.00 can go back').waitFor();
  await picture(page, 'desk-ticket');
});

test('a viewer sees the payment but cannot refund', async () => {
  await page.goto(invoiceUrl);
  await signInAs(page, 'viewer');
  const widget = await widgetOf(page);
  await widget.getByText('Visa ..1111').first().waitFor();
  expect(await widget.getByRole('button', { name: 'Refund…' }).count()).toBe(0);
  await picture(page, 'viewer');
});

test('another invoice opens in place and the panel follows', async () => {
  await signInAs(page, 'agent');
  const other = page.locator('#records a', { hasText: 'Mori Kissaten' }).first();
  await widgetOf(page);
  await other.click();
  const widget = await widgetOf(page);
  await widget.getByText('JCB ..1113').first().waitFor();
  expect(page.url()).not.toBe(invoiceUrl);
});

test('the settings page says in words what is connected', async () => {
  await page.goto(`${stage.sandbox.hosts.url}/settings`);
  await signInAs(page, 'admin');
  const widget = await widgetOf(page);
  await widget.getByText('larkfield_usd').waitFor();
  expect(await axeFaults(widget)).toEqual([]);
  await picture(page, 'settings');
});

test('axe finds nothing on the front page', async () => {
  await page.goto(stage.sandbox.home);
  expect(await axeFaults(page.mainFrame())).toEqual([]);
});
