// What goes wrong and what lasts: a declined card, calls of the host that fail, a restart with the same data.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { heal } from '../battery/company/heal.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { openStage, picture, type Stage, widgetOf } from './stage.ts';

const HOUR_MS = 3_600_000;
const SIX_HOURS_MS = 6 * HOUR_MS;

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage();
  page = await stage.browser.newPage({ viewport: { width: 1280, height: 900 } });
});

afterAll(() => stage?.close());

async function pay(): Promise<void> {
  await page.frameLocator('#card-number iframe').locator('input').fill('5555555555554444');
  await page.frameLocator('#card-code iframe').locator('input').fill('123');
  await page.getByRole('button', { name: /^Pay / }).click();
}

test('a declined card is said in words and another try pays the same order', async () => {
  await page.goto(stage.sandbox.shop.url);
  await page.getByLabel('Currency').selectOption('EUR');
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByRole('button', { name: 'Add Cup Set of 6 to the cart' }).click();
  await page.getByRole('link', { name: 'Go to checkout' }).click();
  await page.locator('#pay:enabled').waitFor();
  await page.getByLabel('E-mail').fill('robin.ash+decline@example.com');
  await pay();
  const alert = page.getByRole('alert');
  await alert.getByText('The payment was declined.').waitFor();
  await picture(page, 'declined');
  const [order] = stage.sandbox.shop.orders();

  await page.getByLabel('E-mail').fill('robin.ash@example.com');
  await page.getByRole('button', { name: /^Pay / }).click();
  await page.getByRole('heading', { name: 'Thank you, your order is being prepared' }).waitFor();
  expect(page.url()).toContain(`/order-received/${order?.id}`);
  const tries = stage.sandbox.cybersource
    .overview()
    .filter((row) => row.kind === 'payment' && row.code === String(order?.id));
  expect(tries.map((row) => row.merchantId)).toEqual(['larkfield_eur', 'larkfield_eur']);
});

test('when the proxy of the host fails, the panel says so and tries again on demand', async () => {
  const { pages } = await stage.sandbox.description();
  stage.sandbox.hosts.faults.arm({ mode: 'bad-gateway', path: '/proxy', times: 1 });
  await page.goto(pages.booksInvoice);
  const widget = await widgetOf(page);
  const again = widget.getByRole('button', { name: 'Try again' });
  await again.waitFor();
  await picture(page, 'proxy-failed');
  await again.click();
  await widget
    .getByText(/can go back/)
    .first()
    .waitFor();
});

test('a refund of unknown outcome is shown as reserved and can be asked about', async () => {
  await page.goto(stage.sandbox.home);
  const [oldest] = stage.sandbox.shop.orders().slice(-1);
  const { invoices } = (await stage.sandbox.read('books', 'invoices?per_page=200')) as {
    readonly invoices: readonly { invoice_id: string; reference_number: string }[];
  };
  const invoice = invoices.find((one) => one.reference_number === String(oldest?.id));
  await page.goto(`${stage.sandbox.hosts.url}/books/invoices/${invoice?.invoice_id}`);
  const widget = await widgetOf(page);
  await widget.getByText('USD 248.90 can go back').waitFor();
  await widget.getByRole('button', { name: 'Recheck now' }).first().waitFor();
  await picture(page, 'unknown-outcome');
});

test('a switch on the front page is armed, listed and cleared', async () => {
  await page.goto(stage.sandbox.home);
  await page.getByLabel('Where').selectOption('zoho-api');
  await page.getByRole('button', { name: '429' }).click();
  await page.getByText('zoho-api: 429, any call').waitFor();
  await page.getByRole('button', { name: 'Clear all' }).click();
  await page.getByText('zoho-api: 429, any call').waitFor({ state: 'detached' });
  expect(stage.sandbox.zoho.api.faults.armed).toEqual([]);
});

test('on the next day the batch is settled and the panel knows it', async () => {
  const { shop, clock, cybersource } = stage.sandbox;
  const [order] = shop.orders();
  const statusOf = () =>
    cybersource
      .overview()
      .find((row) => row.kind === 'payment' && row.id === shop.orders()[0]?.transactionId)?.status;
  expect(statusOf()).toBe('AUTHORIZED');
  const before = clock.now();
  await page.getByRole('button', { name: 'Next day' }).click();
  await page
    .getByText(`Sandbox time: ${new Date(clock.now()).toISOString().slice(0, 10)}`)
    .waitFor();
  expect(new Date(clock.now()).getUTCDate()).not.toBe(new Date(before).getUTCDate());
  expect(statusOf()).toBe('TRANSMITTED');
  // A reading of a captured payment stays good for six hours, and midnight may be nearer than that.
  while (clock.now() - before < SIX_HOURS_MS) {
    const reached = clock.now() + HOUR_MS;
    await page.getByRole('button', { name: 'One hour on' }).click();
    await expect.poll(() => clock.now()).toBeGreaterThanOrEqual(reached);
  }
  await expect.poll(() => stateOf(order?.transactionId ?? ''), { interval: 250 }).toBe('settled');
});

/** What our functions know of a payment. */
function stateOf(gatewayId: string): unknown {
  const payments = stage.sandbox.catalyst.tables.newest('Payments', 300);
  return payments.find((row) => row.gateway_id === gatewayId)?.state;
}

test('the sandbox starts again with its data and serves it at once', async () => {
  // Whatever is still under way is finished first; otherwise it goes on after the start, as it should.
  await heal(stage.sandbox);
  const before = stage.sandbox.shop.orders();
  const overview = stage.sandbox.zoho.overview();
  await stage.sandbox.close();
  const startedAt = performance.now();
  const again = await startSandbox({ port: 0, dataDir: stage.dataDir });
  try {
    expect(performance.now() - startedAt).toBeLessThan(15_000);
    expect(again.shop.orders()).toEqual(before);
    expect(again.zoho.overview()).toEqual(overview);
    const { pages } = await again.description();
    await page.goto(pages.booksInvoice);
    const widget = await widgetOf(page);
    await widget
      .getByText(/can go back/)
      .first()
      .waitFor();
  } finally {
    await again.close();
  }
});
