// Everything that staff do with a payment's money, in the browser and in all four hosts; after each, the books are what the gateway is.
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { heal } from '../battery/company/heal.ts';
import { Market, type Purchase } from '../battery/company/market.ts';
import { SdkClient } from '../contract/cybersource/sdk.ts';
import { axeFaults, openStage, picture, type Stage, signInAs, widgetOf } from './stage.ts';

let stage: Stage;
let page: Page;
let market: Market;
let buyers = 0;

beforeAll(async () => {
  stage = await openStage();
  market = new Market(stage.sandbox);
  page = await stage.browser.newPage({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  });
});

afterAll(() => stage?.close());

interface Sale extends Purchase {
  readonly email: string;
  /** Captured as it was paid. */
  readonly isSale: boolean;
}

/** An order of a new customer and its payment, as far as it goes by itself. */
async function buy(isSale: boolean): Promise<Sale> {
  buyers += 1;
  const email = `mover${buyers}@example.com`;
  const order = market.order({ firstName: 'Ada', lastName: `Mover${buyers}`, email });
  const purchase = await market.pay(order, isSale);
  await settle();
  return { ...purchase, email, isSale };
}

async function settle(): Promise<void> {
  await stage.sandbox.settled(20_000);
}

function decimal(minor: number): string {
  return (minor / 100).toFixed(2);
}

/** Captured less refunded at the gateway; what was voided is neither. */
function heldAtGateway({ paymentId, isSale }: Sale): string {
  const rows = stage.sandbox.cybersource.overview().filter((row) => row.rootId === paymentId);
  const sum = rows.reduce((all, { kind, status, amount }) => {
    if (['VOIDED', 'DECLINED', 'REVERSED'].includes(status)) return all;
    const minor = Math.round(Number(amount) * 100);
    if (kind === 'refund') return all - minor;
    return kind === 'capture' || (isSale && kind === 'payment') ? all + minor : all;
  }, 0);
  return decimal(sum);
}

/** What the payment's entries on the clearing account come to. */
function heldInBooks({ paymentId }: Purchase): string {
  const { books } = stage.sandbox.zoho.seed;
  const ofGateway = new Set(
    stage.sandbox.cybersource
      .overview()
      .filter((row) => row.rootId === paymentId)
      .map(({ id }) => id),
  );
  const payments = books.payments.list().filter((one) => ofGateway.has(one.referenceNumber));
  const refunds = [...books.payments.list(), ...books.creditNotes.list()]
    .flatMap((one) => one.refunds)
    .filter((one) => ofGateway.has(one.referenceNumber));
  const sum = (all: readonly { readonly amountMinor: number }[]) =>
    all.reduce((total, one) => total + one.amountMinor, 0);
  return decimal(sum(payments) - sum(refunds));
}

async function compare(purchase: Sale, held: string): Promise<void> {
  await settle();
  expect(heldAtGateway(purchase)).toBe(held);
  expect(heldInBooks(purchase)).toBe(held);
}

function invoiceOf({ order }: Purchase): string {
  const { books } = stage.sandbox.zoho.seed;
  const found = books.invoices.list().find((one) => one.referenceNumber === String(order.id));
  if (found === undefined) throw new Error('the order is in the books');
  return found.id;
}

function contactOf(email: string): string {
  const { crm } = stage.sandbox.zoho.seed;
  const found = crm.records
    .list()
    .find((one) => one.module === 'Contacts' && one.values.Email === email);
  if (found === undefined) throw new Error('the customer is in the CRM');
  return found.id;
}

async function open(path: string): Promise<Frame> {
  await page.goto(`${stage.sandbox.hosts.url}${path}`);
  await signInAs(page, 'agent');
  return widgetOf(page);
}

async function press(widget: Frame, name: string | RegExp): Promise<void> {
  await widget.getByRole('button', { name }).first().click();
}

/** Under “More” stands what is not the recommended thing. */
async function begin(widget: Frame, name: string | RegExp): Promise<void> {
  const button = widget.getByRole('button', { name }).first();
  const more = widget.locator('details.more > summary');
  await button.or(more).first().waitFor();
  if (!(await button.isVisible())) await more.click();
  await button.click();
}

async function refundTen(widget: Frame): Promise<void> {
  await begin(widget, 'Refund…');
  await widget.getByLabel('Amount').fill('10');
  await press(widget, 'Goods returned');
  await press(widget, /^Refund USD/);
  await press(widget, /^Yes, refund/);
}

function orderStatus({ order }: Purchase): string | undefined {
  return stage.sandbox.shop.orders().find(({ id }) => id === order.id)?.status;
}

let twice: Sale;
let total = '';

test('in the CRM, a clerk captures a part of an authorization, then the rest', async () => {
  twice = await buy(false);
  total = decimal(twice.order.totalMinor);
  const widget = await open(`/crm/contacts/${contactOf(twice.email)}`);
  await begin(widget, 'Capture…');
  await widget.getByLabel('Amount').fill('20');
  await press(widget, 'Next');
  await press(widget, 'Yes, capture USD 20.00');
  await widget.getByText(/USD 20\.00 is captured/).waitFor();
  await press(widget, 'Done');
  expect(heldInBooks(twice)).toBe('0.00');
  await begin(widget, 'Capture…');
  await press(widget, 'Next');
  await widget.getByText('What will be written in Books').click();
  await widget.getByText(`Customer payment, USD ${total}`, { exact: false }).waitFor();
  expect(await axeFaults(widget)).toEqual([]);
  await picture(page, 'capture-rest');
  await press(widget, /^Yes, capture USD/);
  await widget.getByText(/is captured from/).waitFor();
  await compare(twice, total);
});

test('in Books, a refund of more than one capture goes back as two, each with its credit note', async () => {
  const widget = await open(`/books/invoices/${invoiceOf(twice)}`);
  const wanted = decimal(twice.order.totalMinor - 500);
  await begin(widget, 'Refund…');
  await widget.getByLabel('Amount').fill(wanted);
  await press(widget, 'Goods returned');
  await press(widget, /^Refund USD/);
  await widget.getByText('It goes back as 2 refunds', { exact: false }).waitFor();
  await picture(page, 'refund-over-two');
  await press(widget, /^Yes, refund/);
  await widget.getByText('Refund accepted').waitFor();
  await compare(twice, '5.00');
  const notes = stage.sandbox.zoho.seed.books.creditNotes.list();
  expect(notes.filter((one) => one.refunds.length > 0).length).toBeGreaterThanOrEqual(2);
});

test('in Books, a clerk chooses lines of the invoice, and just these are credited', async () => {
  const sale = await buy(true);
  const widget = await open(`/books/invoices/${invoiceOf(sale)}`);
  await begin(widget, 'Refund…');
  await widget.getByText('Choose lines of the invoice…').click();
  await widget
    .getByLabel(/^Quantity of/)
    .first()
    .fill('1');
  const amount = await widget.getByLabel('Amount').inputValue();
  await widget.getByLabel('Reason').fill('Damaged');
  await picture(page, 'refund-by-lines');
  await press(widget, /^Refund USD/);
  await widget.getByText('By one line').waitFor();
  await widget.getByText('What will be written in Books').click();
  await widget.getByText(`Credit note, USD ${amount}, invoice`, { exact: false }).waitFor();
  expect(await axeFaults(widget)).toEqual([]);
  await press(widget, /^Yes, refund/);
  await widget.getByText('Refund accepted').waitFor();
  const leftMinor = sale.order.totalMinor - Math.round(Number(amount) * 100);
  await compare(sale, decimal(leftMinor));
});

test('in Inventory, a sale is voided: the books forget it, the order is cancelled', async () => {
  const sale = await buy(true);
  expect(orderStatus(sale)).toBe('processing');
  const widget = await open(`/inventory/invoices/${invoiceOf(sale)}`);
  await begin(widget, /^Void…/);
  await widget.getByLabel('Reason').fill('Ordered twice');
  await press(widget, 'Next');
  await widget.getByText('What will be written in Books').click();
  await widget.getByText('Customer payment deleted', { exact: false }).waitFor();
  await picture(page, 'void-sale');
  await press(widget, /^Yes, void/);
  await widget.getByText(/is not taken from/).waitFor();
  await compare(sale, '0.00');
  expect(orderStatus(sale)).toBe('cancelled');
});

test('in the CRM, one of two captures is voided: just that much leaves the books', async () => {
  const both = await buy(false);
  const contact = `/crm/contacts/${contactOf(both.email)}`;
  await market.capture(both, 2_000);
  await market.capture(both, both.order.totalMinor - 2_000);
  await settle();
  expect(heldInBooks(both)).toBe(decimal(both.order.totalMinor));
  const widget = await open(contact);
  await begin(widget, 'Void USD 20.00…');
  await widget.getByLabel('Reason').fill('Counted twice');
  await press(widget, 'Next');
  await widget.getByText('What will be written in Books').click();
  await widget.getByText('Customer payment lowered', { exact: false }).waitFor();
  expect(await axeFaults(widget)).toEqual([]);
  await picture(page, 'void-one-capture');
  await press(widget, /^Yes, void/);
  await widget.getByText(/is not taken from/).waitFor();
  await compare(both, decimal(both.order.totalMinor - 2_000));
  expect(orderStatus(both)).toBe('processing');
});

test('in the CRM, an authorization is released, and nothing is booked', async () => {
  const held = await buy(false);
  const widget = await open(`/crm/contacts/${contactOf(held.email)}`);
  await begin(widget, 'Release…');
  await widget.getByLabel('Reason').fill('Out of stock');
  await press(widget, 'Next');
  await press(widget, /^Yes, release/);
  await widget.getByText(/is no longer reserved/).waitFor();
  await picture(page, 'released');
  await compare(held, '0.00');
});

test('in Inventory, a refund is called back, and the books are as before it', async () => {
  const sale = await buy(true);
  const paid = decimal(sale.order.totalMinor);
  const widget = await open(`/inventory/invoices/${invoiceOf(sale)}`);
  await refundTen(widget);
  await widget.getByText('Refund accepted').waitFor();
  await compare(sale, decimal(sale.order.totalMinor - 1_000));
  await press(widget, 'Done');
  await begin(widget, 'Call refund back…');
  await widget.getByLabel('Reason').fill('Wrong order');
  await press(widget, 'Next');
  await press(widget, /^Yes, call/);
  await widget.getByText(/does not go to/).waitFor();
  await picture(page, 'refund-called-back');
  await compare(sale, paid);
});

test('in Desk, a declined refund says so and moves nothing; asked again, it goes through', async () => {
  const sale = await buy(true);
  const ticket = stage.sandbox.zoho.seed.ticket({
    subject: `Order ${sale.order.id} arrived damaged`,
    departmentId: stage.sandbox.zoho.seedCompany().departments['Customer Support'],
    contact: { lastName: 'Mover', email: sale.email },
    email: sale.email,
    description: 'The box was open.',
  });
  stage.sandbox.cybersource.faults.switches.set('refund-decline', 1);
  const widget = await open(`/desk/tickets/${ticket.id}`);
  await refundTen(widget);
  await widget.getByText('Refund declined').waitFor();
  expect(await axeFaults(widget)).toEqual([]);
  await picture(page, 'refund-declined');
  await compare(sale, decimal(sale.order.totalMinor));
  await page.reload();
  const again = await widgetOf(page);
  await refundTen(again);
  await again.getByText('Refund accepted').waitFor();
  await compare(sale, decimal(sale.order.totalMinor - 1_000));
});

test('a refund whose answer is lost is shown as unknown, found at the gateway, and booked once', async () => {
  const sale = await buy(true);
  const widget = await open(`/books/invoices/${invoiceOf(sale)}`);
  stage.sandbox.cybersource.faults.arm({ mode: 'cut-after', method: 'POST', path: '/refunds' });
  await refundTen(widget);
  await widget.getByText('Outcome unknown').first().waitFor();
  await picture(page, 'refund-unknown');
  await heal(stage.sandbox);
  await compare(sale, decimal(sale.order.totalMinor - 1_000));
});

test('the vendor’s own client sees each of them as the panel does', async () => {
  const { cybersource, credentials } = stage.sandbox;
  const { USD } = credentials.merchants;
  const client = new SdkClient(cybersource.url, { ...USD, currency: 'USD' }, 'http_signature');
  const rows = cybersource.overview().filter((row) => row.rootId === twice.paymentId);
  expect(rows.map(({ kind }) => kind).toSorted()).toEqual([
    'capture',
    'capture',
    'payment',
    'refund',
    'refund',
  ]);
  for (const { id, amount } of rows) {
    const answer = await client.call('TransactionDetailsApi', 'getTransaction', id);
    expect(answer.body).toMatchObject({
      id,
      orderInformation: { amountDetails: { totalAmount: amount, currency: 'USD' } },
    });
  }
});
