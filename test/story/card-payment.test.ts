// Money asked for by link: a clerk asks from an invoice in Books, the customer pays on our card page, the panel shows it by itself.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults } from '../axe.ts';
import { passTime } from '../battery/company/heal.ts';
import { SdkClient } from '../contract/cybersource/sdk.ts';
import { fillCardPage, TEST_CARD } from './card-page-visit.ts';
import { Sales } from './movements/sales.ts';
import { openStage, picture, type Stage, signInAs, widgetOf } from './stage.ts';

const OTHER_CARD = '5555555555554444';
const BUYER = 'sam.field@example.com';
const DAY_MS = 24 * 3_600_000;

let stage: Stage;
let clerk: Page;
let customer: Page;
let invoiceId = '';
let nextInvoiceId = '';
let customerId = '';
let writeInvoice: (quantity: number) => { readonly id: string; readonly number: string };
let sales: Sales;
let link = '';
let paid: { readonly id: string; readonly merchantId: string } | undefined;

beforeAll(async () => {
  stage = await openStage();
  const { seed } = stage.sandbox.zoho;
  const buyer = seed.customer({
    firstName: 'Sam',
    lastName: 'Field',
    email: BUYER,
    currencyCode: 'USD',
  });
  const item = seed.item({ name: 'Roasting course', rate: 120, sku: 'COURSE-1' });
  writeInvoice = (quantity) => {
    const lines = [{ item, quantity }];
    return seed.invoice({ customer: buyer, date: seed.daysAgo(1), lines, state: 'sent' });
  };
  customerId = buyer.booksContactId;
  invoiceId = writeInvoice(1).id;
  nextInvoiceId = writeInvoice(2).id;
  sales = new Sales(stage);
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

test('the customer is declined in words, and pays with another card in the gateway’s own frames', async () => {
  const sent: string[] = [];
  customer.on('request', (request) => {
    if (request.url().startsWith(new URL(link).origin)) sent.push(request.postData() ?? '');
  });
  await customer.goto(link);
  const pay = customer.getByRole('button', { name: 'Pay $120.00' });
  await pay.waitFor();
  await fillCardPage(customer, 'sam.field+decline@example.com');
  await picture(customer, 'card-page');
  await pay.click();
  await customer
    .getByText(
      'Your bank declined the card. Nothing was charged. Use another card or ask your bank.',
    )
    .waitFor();
  expect(await axeFaults(customer.mainFrame())).toEqual([]);
  await picture(customer, 'card-page-declined');
  // The same page, another card: it is kept for later.
  await customer.frameLocator('#card-number iframe').locator('input').fill(OTHER_CARD);
  await customer.frameLocator('#security-code iframe').locator('input').fill('123');
  await customer.getByLabel('Expires (MM/YY)').fill('11/32');
  await customer.getByLabel('E-mail', { exact: true }).fill(BUYER);
  await customer.getByLabel(/^Keep this card/).check();
  await pay.click();
  await customer.getByRole('heading', { name: 'Thank you, it is paid' }).waitFor();
  await picture(customer, 'card-page-paid');
  for (const card of [TEST_CARD, OTHER_CARD]) expect(sent.join()).not.toContain(card);
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
      { interval: 500 },
    )
    .toMatchObject({ status: 'paid', balance: 0 });
});

test('the vendor’s own client sees the same transaction', async () => {
  const { cybersource, credentials } = stage.sandbox;
  paid = cybersource.overview().find(isPaidCharge);
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

function isPaidCharge({ code, status }: { readonly code: string; readonly status: string }) {
  return /\.TB[0-9A-Z]{8}$/.test(code) && status !== 'DECLINED';
}

test('a clerk charges the saved card, and the panel says that it is declined for now and tried again', async () => {
  stage.sandbox.cybersource.faults.switches.set('payment-decline', 1);
  await clerk.goto(`${stage.sandbox.hosts.url}/books/invoices/${nextInvoiceId}`);
  const widget = await widgetOf(clerk);
  await widget.getByRole('button', { name: 'Ask for payment…' }).click();
  await widget.getByLabel(/^Charge .*4444/).check();
  await widget.getByLabel(/^If the bank says no for now/).check();
  await widget.getByLabel('Reason').fill('Second course');
  await widget.getByRole('button', { name: /^Charge USD 240\.00 to / }).click();
  await widget.getByRole('button', { name: 'Yes, charge USD 240.00' }).click();
  await widget.getByText('Declined for now').first().waitFor();
  await widget
    .getByText(/Tried once; next try /)
    .first()
    .waitFor();
  expect(await axeFaults(widget)).toEqual([]);
  await picture(clerk, 'saved-card-declined');
});

test('the customer is told by mail, and the invoice has a comment', async () => {
  const mails = () => stage.sandbox.catalyst.outbox.list().filter(({ to }) => to.includes(BUYER));
  await expect.poll(mails, { interval: 250 }).toHaveLength(1);
  expect(mails()[0]?.content).toMatch(/could not charge USD 240\.00 .* ending in 4444/);
  expect(mails()[0]?.content).toContain('We try the same card again on');
  await expect
    .poll(declinesNoted, { interval: 250 })
    .toEqual([
      expect.stringMatching(/ending in 4444 was declined for USD 240\.00.* is tried again on /),
    ]);
});

async function declinesNoted(): Promise<readonly string[]> {
  const path = `invoices/${nextInvoiceId}/comments`;
  const { comments } = (await stage.sandbox.read('books', path)) as {
    readonly comments: readonly { readonly description: string }[];
  };
  return comments.map(({ description }) => description).filter((text) => /declined/.test(text));
}

test('a day later the card is charged once, and books and gateway say the same', async () => {
  await passTime(stage.sandbox, DAY_MS);
  await sales.compare();
  const { invoice } = (await stage.sandbox.read('books', `invoices/${nextInvoiceId}`)) as {
    readonly invoice: { readonly status: string; readonly invoice_number: string };
  };
  expect(invoice.status).toBe('paid');
  const tries = stage.sandbox.cybersource
    .overview()
    .filter(({ kind, code }) => kind === 'payment' && code.startsWith(invoice.invoice_number));
  expect(tries.map(({ status }) => status).sort()).toEqual(['AUTHORIZED', 'DECLINED']);
  await clerk.reload();
  const widget = await widgetOf(clerk);
  await widget.getByText('Paid', { exact: true }).first().waitFor();
  await picture(clerk, 'saved-card-paid');
});

test('two invoices of the customer are paid by one link: one payment over both', async () => {
  const two = [writeInvoice(3), writeInvoice(4)];
  await clerk.goto(`${stage.sandbox.hosts.url}/books/customers/${customerId}`);
  const widget = await widgetOf(clerk);
  await widget.getByRole('button', { name: 'Ask for payment…' }).click();
  for (const { number } of two) await widget.getByLabel(number).check();
  await widget.getByLabel('Reason').fill('Both courses');
  expect(await axeFaults(widget)).toEqual([]);
  await picture(clerk, 'link-over-two-invoices');
  await widget.getByRole('button', { name: 'Make a link for USD 840.00' }).click();
  await customer.goto(await widget.getByLabel('Payment link').inputValue());
  const pay = customer.getByRole('button', { name: 'Pay $840.00' });
  await pay.waitFor();
  for (const { number } of two) await customer.getByText(number, { exact: true }).waitFor();
  expect(await axeFaults(customer.mainFrame())).toEqual([]);
  await fillCardPage(customer, BUYER);
  await picture(customer, 'card-page-two-invoices');
  await pay.click();
  await customer.getByRole('heading', { name: 'Thank you, it is paid' }).waitFor();
  await sales.compare();
  const { payments } = stage.sandbox.zoho.seed.books;
  const over = payments
    .list()
    .map(({ amountMinor, applications }) => [
      amountMinor,
      ...applications.map((one) => [one.invoiceId, one.amountMinor]),
    ]);
  expect(over).toContainEqual([84_000, [two[0]?.id, 36_000], [two[1]?.id, 48_000]]);
});

test('no card number is in the store, in the books or in any log', () => {
  const files = readdirSync(stage.dataDir, { recursive: true, withFileTypes: true }).filter(
    // What the gateway itself keeps is the gateway's.
    (entry) => entry.isFile() && !/cybersource/.test(join(entry.parentPath, entry.name)),
  );
  expect(files.length).toBeGreaterThan(0);
  const found = files.filter((entry) =>
    [TEST_CARD, OTHER_CARD].some((card) =>
      readFileSync(join(entry.parentPath, entry.name)).includes(card),
    ),
  );
  expect(found.map(({ name }) => name)).toEqual([]);
});
