// Money asked for by link: a clerk asks from an invoice in Books, the customer pays on our card page, the panel shows it by itself.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SdkClient } from '../contract/cybersource/sdk.ts';
import { axeFaults, openStage, picture, type Stage, signInAs, widgetOf } from './stage.ts';

const CARD = '4111111111111111';

let stage: Stage;
let clerk: Page;
let customer: Page;
let invoiceId = '';
let link = '';
let paid: { readonly id: string; readonly merchantId: string } | undefined;

beforeAll(async () => {
  stage = await openStage();
  const { seed } = stage.sandbox.zoho;
  const buyer = seed.customer({
    firstName: 'Sam',
    lastName: 'Field',
    email: 'sam.field@example.com',
    currencyCode: 'USD',
  });
  const item = seed.item({ name: 'Roasting course', rate: 120, sku: 'COURSE-1' });
  const invoice = seed.invoice({
    customer: buyer,
    date: seed.daysAgo(1),
    lines: [{ item, quantity: 1 }],
    state: 'sent',
  });
  invoiceId = invoice.id;
  clerk = await stage.browser.newPage({ viewport: { width: 1280, height: 900 } });
  const context = await stage.browser.newContext({
    viewport: { width: 390, height: 860 },
    locale: 'en-US',
  });
  customer = await context.newPage();
});

afterAll(() => stage?.close());

test('a clerk asks for the open invoice’s money by link', async () => {
  const url = `${stage.sandbox.hosts.url}/books/invoices/${invoiceId}`;
  await clerk.goto(url);
  await signInAs(clerk, 'agent');
  const widget = await widgetOf(clerk);
  await widget.getByRole('button', { name: 'Ask for payment…' }).click();
  await widget.getByText(/USD 120\.00 of invoice INV-\d+ is open\./).waitFor();
  expect(await axeFaults(widget)).toEqual([]);
  await widget.getByLabel('Reason').fill('Phone order');
  await widget.getByRole('button', { name: 'Make a link for USD 120.00' }).click();
  await widget.getByText('The link is ready').waitFor();
  link = await widget.getByLabel('Payment link').inputValue();
  expect(link).toMatch(/\/pay#[\w-]{43}$/);
  await widget.getByText('Waits for the customer').waitFor();
  await picture(clerk, 'payment-link');
});

test('the customer pays on the card page, in the gateway’s own frames', async () => {
  const sent: string[] = [];
  customer.on('request', (request) => {
    if (request.url().startsWith(new URL(link).origin)) sent.push(request.postData() ?? '');
  });
  await customer.goto(link);
  const pay = customer.getByRole('button', { name: 'Pay $120.00' });
  await pay.waitFor();
  await customer.frameLocator('#card-number iframe').locator('input').fill(CARD);
  await customer.frameLocator('#security-code iframe').locator('input').fill('123');
  await customer.getByLabel('Expires (MM/YY)').fill('12/31');
  for (const [label, value] of [
    ['First name', 'Sam'],
    ['Last name', 'Field'],
    ['E-mail', 'sam.field@example.com'],
    ['Street and number', '1 Market St'],
    ['City', 'San Francisco'],
    ['State or region', 'CA'],
    ['Postal code', '94105'],
  ] as const) {
    await customer.getByLabel(label, { exact: true }).fill(value);
  }
  await customer.getByLabel('Country').selectOption('US');
  await picture(customer, 'card-page');
  await pay.click();
  await customer.getByRole('heading', { name: 'Thank you, it is paid' }).waitFor();
  await picture(customer, 'card-page-paid');
  expect(sent.join()).not.toContain(CARD);
});

test('the panel shows that it is paid without a reload', async () => {
  const widget = await widgetOf(clerk);
  await widget.getByText('Paid', { exact: true }).first().waitFor();
  expect(await axeFaults(widget)).toEqual([]);
  await picture(clerk, 'payment-link-paid');
});

test('the payment is on the invoice in Books, which is paid', async () => {
  await expect
    .poll(
      async () => {
        const { invoice } = (await stage.sandbox.read('books', `invoices/${invoiceId}`)) as {
          readonly invoice: { readonly status: string; readonly balance: number };
        };
        return invoice;
      },
      { timeout: 20_000, interval: 500 },
    )
    .toMatchObject({ status: 'paid', balance: 0 });
});

test('the vendor’s own client sees the same transaction', async () => {
  const { cybersource, credentials } = stage.sandbox;
  paid = cybersource.overview().find((row) => /\.TB[0-9A-Z]{8}$/.test(row.code ?? ''));
  const { USD } = credentials.merchants;
  const client = new SdkClient(cybersource.url, { ...USD, currency: 'USD' }, 'http_signature');
  const answer = await client.call('TransactionDetailsApi', 'getTransaction', paid?.id);
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    id: paid?.id,
    merchantId: paid?.merchantId,
    orderInformation: { amountDetails: { totalAmount: '120.00', currency: 'USD' } },
  });
});

test('no card number is in the store, in the books or in any log', () => {
  const files = readdirSync(stage.dataDir, { recursive: true, withFileTypes: true }).filter(
    // What the gateway itself keeps is the gateway's.
    (entry) => entry.isFile() && !/cybersource/.test(join(entry.parentPath, entry.name)),
  );
  expect(files.length).toBeGreaterThan(0);
  const found = files.filter((entry) =>
    readFileSync(join(entry.parentPath, entry.name)).includes(CARD),
  );
  expect(found.map(({ name }) => name)).toEqual([]);
});
