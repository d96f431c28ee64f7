// A customer in the built panel: figures above the payments, a chart with its table, cards with their expiry.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CustomerRequest } from '../../../functions/core/contract/customer.ts';
import { panelReply, paymentView } from '../payments.ts';
import { figures } from './customer-view.ts';
import { sidewaysScroll } from './panel-walk.ts';
import { openStage, type Stage } from './widget-stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const asked: CustomerRequest = { host: 'crm', record: { kind: 'contact', id: '5001' } };
const second = paymentView({
  key: 'inst|acme_usd|7000000000000000000002',
  amount: { minor: 4_990, currency: 'USD' },
});
const several = { ...panelReply([paymentView(), second]), customer: asked };

test.each([320, 1280])('the figures stand above the payments, %i px wide', async (width) => {
  stage.answer = ({ path }) => (path === '/customer' ? figures() : several);
  const { page, widget } = await stage.open({ width });
  await widget.getByText('USD 169.90 paid').waitFor();
  await widget.getByText('JPY 4,980 paid').waitFor();
  await widget.getByText('1 open').waitFor();
  await widget.getByText('expired 10/2026').waitFor();
  await widget.getByText('Next charge Dec 1, 2026').waitFor();
  await widget.getByText('2 card payments').waitFor();
  await widget.getByText('expires 12/2031').waitFor();
  expect(await widget.getByRole('table').count()).toBe(width === 1280 ? 1 : 0);
  expect(await stage.faults(widget)).toEqual([]);
  expect(await sidewaysScroll(widget)).toBe(0);
  await stage.picture(page, `customer-${width}`);
  await widget.getByText('As a table').focus();
  await page.keyboard.press('Enter');
  await widget.locator('details').getByRole('cell', { name: 'USD 120.00' }).waitFor();
  expect(await widget.locator('details').getByRole('row').count()).toBe(4);
  expect(await stage.faults(widget)).toEqual([]);
  await stage.picture(page, `customer-table-${width}`);
  const calls = stage.calls.filter(({ path }) => path === '/customer');
  expect(calls.map(({ body }) => body)).toEqual([asked]);
  await page.close();
});

test('dark and from right to left, nothing is cut off', async () => {
  stage.answer = ({ path }) => (path === '/customer' ? figures() : several);
  const { page, widget } = await stage.open({ dark: true, direction: 'rtl' });
  await widget.getByText('USD 169.90 paid').waitFor();
  expect(await stage.faults(widget)).toEqual([]);
  expect(await sidewaysScroll(widget)).toBe(0);
  await stage.picture(page, 'customer-dark-rtl');
  await page.close();
});

test('a related list has the history as a table, from which a payment is opened by keyboard', async () => {
  stage.answer = ({ path }) => (path === '/customer' ? figures() : several);
  const { page, widget } = await stage.open({ width: 900, height: 700 });
  const table = widget.getByRole('table').filter({ hasText: 'Amount' });
  await table.waitFor();
  expect(await table.getByRole('columnheader').allTextContents()).toEqual([
    'Date',
    'For',
    'Amount',
    'State',
    'Card',
  ]);
  expect(await table.getByRole('row').count()).toBe(3);
  await stage.picture(page, 'customer-related-list');
  expect(await stage.faults(widget)).toEqual([]);
  expect(await sidewaysScroll(widget)).toBe(0);
  await table.getByRole('button').nth(1).focus();
  await page.keyboard.press('Enter');
  await widget.locator('h1', { hasText: 'USD 49.90' }).waitFor();
  await page.close();
});

test('the chart runs from right to left where one reads so', async () => {
  stage.answer = ({ path }) => (path === '/customer' ? figures() : several);
  const places = async (direction: 'ltr' | 'rtl') => {
    const { page, widget } = await stage.open({ direction });
    await widget.getByText('USD 169.90 paid').waitFor();
    const rects = widget.locator('svg.time-axis rect');
    const xs = await Promise.all(
      [rects.first(), rects.last(), widget.getByText('8/2026', { exact: false }).first()].map(
        async (one) => (await one.boundingBox())?.x ?? 0,
      ),
    );
    await page.close();
    return xs;
  };
  const [first = 0, last = 0, label = 0] = await places('ltr');
  const [firstRtl = 0, lastRtl = 0, labelRtl = 0] = await places('rtl');
  expect([first < last, firstRtl > lastRtl, label < labelRtl]).toEqual([true, true, true]);
});

test('who has not paid yet has cards and subscriptions shown, below what is said of payments', async () => {
  const nobody = figures({ totals: [], declinedCount: 0, openDisputeCount: 0 });
  const { months: _, firstPaidAt: __, lastPaidAt: ___, risk: ____, ...customer } = nobody.customer;
  stage.answer = ({ path }) =>
    path === '/customer' ? { ...nobody, customer } : { ...panelReply([]), customer: asked };
  const { page, widget } = await stage.open({});
  await widget.getByText('Cards on file').waitFor();
  await widget.getByText('Next charge Dec 1, 2026').waitFor();
  expect(await stage.faults(widget)).toEqual([]);
  expect(await sidewaysScroll(widget)).toBe(0);
  await stage.picture(page, 'customer-no-payments');
  await page.close();
});

test('the only payment is open at once, with the figures below it', async () => {
  stage.answer = ({ path }) =>
    path === '/customer' ? figures() : { ...panelReply(), customer: asked };
  const { page, widget } = await stage.open({});
  await widget.getByText('USD 169.90 paid').waitFor();
  expect(await widget.locator('h1').textContent()).toBe('USD 120.00');
  expect(await stage.faults(widget)).toEqual([]);
  await page.close();
});

test('figures that cannot be read say so and are asked for again; the payments are there', async () => {
  let reply: object | undefined;
  stage.answer = ({ path }) => (path === '/customer' ? reply : several);
  const { page, widget } = await stage.open({});
  await widget.getByText('The customer’s figures could not be read.').waitFor();
  await widget.getByText('2 card payments').waitFor();
  reply = figures({
    cards: [],
    subscriptions: { code: 'gateway-unavailable', message: 'It is silent.', next: 'Wait.' },
  });
  await widget.getByRole('button', { name: 'Try again' }).click();
  await widget.getByText('No card on file.').waitFor();
  await widget.getByText('The subscriptions could not be read. It is silent.').waitFor();
  await page.close();
});

test('an invoice asks for no customer and loads nothing of it', async () => {
  stage.answer = () => panelReply();
  const { page, widget } = await stage.open({});
  await widget.waitForSelector('h1');
  const loaded = await widget.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  );
  expect(loaded.filter((url) => /customer|ticket/.test(url))).toEqual([]);
  await page.close();
});
