// The card fields in a real browser: frames of another origin, filled by mouse and keyboard, refused elsewhere.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { decodeJwt } from 'jose';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkoutPage, launchBrowser, type PageServer, startPageServer } from './card-page.ts';
import { billTo, startGateway, type TestGateway } from './gateway.ts';
import { SdkClient } from './sdk.ts';

interface LibraryClaim {
  readonly ctx: readonly [{ readonly data: Readonly<Record<string, string>> }];
}

interface Findings {
  readonly violations: readonly { readonly id: string }[];
  readonly passes: readonly { readonly nodes: readonly { readonly target: readonly string[] }[] }[];
}

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let gateway: TestGateway;
let client: SdkClient;
let browser: Browser;
let shop: PageServer;
let host: PageServer;

beforeAll(async () => {
  [gateway, browser, shop, host] = await Promise.all([
    startGateway(),
    launchBrowser(),
    startPageServer(),
    startPageServer(),
  ]);
  client = new SdkClient(gateway.url, gateway.shop, 'jwt');
});
afterAll(async () => {
  await browser.close();
  await Promise.all([gateway.close(), shop.close(), host.close()]);
});

/** Puts a checkout page at `path` of the shop, with a fresh context. */
async function putCheckout(
  path: string,
  targetOrigins: readonly string[],
  integrity?: string,
): Promise<string> {
  const answer = await client.call('MicroformIntegrationApi', 'generateCaptureContext', {
    clientVersion: 'v2',
    targetOrigins,
    allowedCardNetworks: ['VISA'],
  });
  const context = String(answer.body);
  const { data } = decodeJwt<LibraryClaim>(context).ctx[0];
  const { clientLibrary = '', clientLibraryIntegrity = '' } = data;
  shop.pages.set(path, checkoutPage(context, clientLibrary, integrity ?? clientLibraryIntegrity));
  return shop.origin + path;
}

const field = (page: Page, title: string, label: string) =>
  page.frameLocator(`iframe[title="${title}"]`).getByLabel(label);
const number = (page: Page) => field(page, 'Secure card number field', 'Card number');
const code = (page: Page) => field(page, 'Secure security code field', 'Security code');
const outcome = async (page: Page) => {
  const filled = page.locator('#outcome:not(:empty)');
  await filled.waitFor();
  return (await filled.textContent()) ?? '';
};

test('a card typed into the fields becomes a token that pays, and the page never has the number', async () => {
  const page = await browser.newPage();
  await page.goto(await putCheckout('/pay', [shop.origin]));
  await number(page).fill('4111 1111 1111 1111');
  await code(page).fill('737');
  const state = JSON.parse((await page.locator('#events').textContent()) ?? '') as object;
  expect(state).toMatchObject({ valid: true, empty: false, card: [{ cardType: '001' }] });
  await page.getByRole('button', { name: 'Pay' }).click();
  const transientTokenJwt = await outcome(page);
  const paid = await client.call('PaymentsApi', 'createPayment', {
    tokenInformation: { transientTokenJwt },
    orderInformation: { amountDetails: { totalAmount: '19.99', currency: 'USD' }, billTo },
  });
  expect(paid.at('status')).toBe('AUTHORIZED');
  const reachable = await page.evaluate(() => {
    const frame = document.querySelector('iframe');
    return { inner: frame?.contentDocument, text: document.documentElement.outerHTML };
  });
  expect(reachable.inner).toBeNull();
  expect(reachable.text).not.toContain('4111');
  await page.close();
});

test('the fields can be used by keyboard alone', async () => {
  const page = await browser.newPage();
  await page.goto(await putCheckout('/keys', [shop.origin]));
  await number(page).waitFor();
  await code(page).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('4111111111111111');
  await page.keyboard.press('Tab');
  await page.keyboard.type('737');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(decodeJwt(await outcome(page))).toMatchObject({ iss: 'Flex/00' });
  await page.close();
});

test('what is typed wrongly is named by field, without a request', async () => {
  const page = await browser.newPage();
  const requests: string[] = [];
  await page.goto(await putCheckout('/wrong', [shop.origin]));
  page.on('request', (request) => requests.push(request.url()));
  await number(page).fill('4111111111111112');
  await code(page).fill('7');
  await page.getByRole('button', { name: 'Pay' }).click();
  expect(JSON.parse(await outcome(page))).toEqual({
    reason: 'CREATE_TOKEN_VALIDATION_FIELDS',
    details: [
      { location: 'number', message: 'Validation error' },
      { location: 'securityCode', message: 'Validation error' },
    ],
  });
  expect(requests).toEqual([]);
  await page.close();
});

test('a page that the context does not name gets no fields', async () => {
  const page = await browser.newPage();
  await page.goto(await putCheckout('/foreign', ['https://shop.example.com']));
  expect(await outcome(page)).toBe('field refused');
  expect(await number(page).count()).toBe(0);
  await page.close();
});

test('a page inside another needs both origins in the context', async () => {
  const page = await browser.newPage();
  const framed = async (origins: readonly string[]) => {
    const url = await putCheckout('/framed', origins);
    host.pages.set('/host', `<!doctype html><title>Host</title><iframe src="${url}"></iframe>`);
    await page.goto(`${host.origin}/host`);
    return page.frameLocator('iframe');
  };
  const alone = await framed([shop.origin]);
  await alone.getByText('field refused').waitFor();
  const both = await framed([shop.origin, host.origin]);
  const input = both
    .frameLocator('iframe[title="Secure card number field"]')
    .getByLabel('Card number');
  await input.fill('4111111111111111');
  expect(await input.inputValue()).toBe('4111111111111111');
  await page.close();
});

test('a library that is not the one the context names is blocked', async () => {
  const page = await browser.newPage();
  const wrong = `sha256-${Buffer.alloc(32).toString('base64')}`;
  await page.goto(await putCheckout('/blocked', [shop.origin], wrong));
  expect(await outcome(page)).toBe('library blocked');
  await page.close();
});

test('page and frames have no accessibility findings', async () => {
  const page = await browser.newPage();
  await page.goto(await putCheckout('/axe', [shop.origin]));
  await number(page).waitFor();
  await code(page).waitFor();
  const source = readFileSync(axePath, 'utf8');
  for (const frame of page.frames()) {
    await frame.evaluate(`${source}; axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] })`);
  }
  const { violations, passes } = await page.evaluate<Findings>('axe.run()');
  const inFrames = passes.flatMap(({ nodes }) => nodes).filter(({ target }) => target.length > 1);
  expect(violations).toEqual([]);
  expect(inFrames.length).toBeGreaterThan(0);
  await page.close();
});
