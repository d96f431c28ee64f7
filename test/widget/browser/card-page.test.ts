// The card page in a real browser: the stand-in's own card fields in cross-origin frames, our app behind it, axe over it.
import { randomBytes } from 'node:crypto';
import { type ServerType, serve } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildCardPage } from '../../../functions/build.ts';
import { createCardPayments } from '../../../functions/core/connectors/cybersource/card-payments.ts';
import { createCybersourceGateway } from '../../../functions/core/connectors/cybersource/cybersource-gateway.ts';
import { createFetchTransport } from '../../../functions/core/connectors/transport/fetch-transport.ts';
import { type CardPageFiles, cardPageApp } from '../../../functions/core/http/card-page-app.ts';
import { createTries } from '../../../functions/core/http/oauth-limits.ts';
import { axeFaults } from '../../axe.ts';
import { launchBrowser } from '../../browser.ts';
import { type ChargeStory, openChargeStory } from '../../core/steps/charges/charge-story.ts';
import { MERCHANT } from '../../core/steps/fake-transactions.ts';
import { takePicture } from '../../pictures.ts';
import { SandboxClock } from '../../sandbox/clock.ts';
import { type CybersourceStandIn, startCybersource } from '../../sandbox/cybersource/server.ts';

const HOST = 'apitest.cybersource.com';
const CARD = '4111111111111111';

let files: CardPageFiles;
let browser: Browser;
let gateway: CybersourceStandIn;
let story: ChargeStory;
let server: ServerType;
let base: string;
let page: Page;

const merchant = {
  merchantId: MERCHANT,
  keyId: 'key-1',
  secret: randomBytes(32).toString('base64'),
  currency: 'USD',
};

beforeAll(async () => {
  files = await buildCardPage();
  const clock = new SandboxClock();
  gateway = await startCybersource({
    clock,
    dataDir: ':memory:',
    port: 0,
    merchants: [merchant],
    expectedHost: HOST,
  });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await gateway.close();
});

beforeEach(async () => {
  story = openChargeStory();
  const connection = {
    url: gateway.url,
    host: HOST,
    authentication: 'jwt' as const,
    credentials: () => merchant,
    transport: createFetchTransport(),
    clock: new SandboxClock(),
    random: { bytes: (count: number) => randomBytes(count) },
  };
  Object.assign(story.company, {
    cardPayments: createCardPayments(connection),
    gateway: createCybersourceGateway(connection),
  });
  const listening = Promise.withResolvers<number>();
  let fetchApp: (request: Request) => Response | Promise<Response>;
  server = serve({ fetch: (request) => fetchApp(request), port: 0, hostname: '127.0.0.1' }, (at) =>
    listening.resolve(at.port),
  );
  base = `http://127.0.0.1:${await listening.promise}`;
  fetchApp = cardPageApp({
    ...story.ports,
    files,
    publicUrl: base,
    fieldOrigins: [gateway.url],
    visits: createTries(story.ports.clock, 100, 60_000),
    waker: { wake: async () => {} },
  }).fetch;
});

afterEach(async () => {
  await page?.context().close();
  await new Promise((done) => server.close(done));
});

async function open(secret: string, width = 390, locale = 'en-US'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 860 }, locale });
  page = await context.newPage();
  await page.goto(`${base}/pay#${secret}`);
  return page;
}

async function fill(card = CARD): Promise<void> {
  await page.frameLocator('#card-number iframe').locator('input').fill(card);
  await page.frameLocator('#security-code iframe').locator('input').fill('123');
  await page.getByLabel('Expires (MM/YY)').fill('12/31');
}

async function fillAddress(): Promise<void> {
  const details: readonly [string, string][] = [
    ['First name', 'Some'],
    ['Last name', 'Buyer'],
    ['E-mail', 'buyer@example.com'],
    ['Street and number', '1 Market St'],
    ['City', 'San Francisco'],
    ['State or region', 'CA'],
    ['Postal code', '94105'],
  ];
  for (const [label, value] of details) await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByLabel('Country').selectOption('US');
}

const faults = () => axeFaults(page.mainFrame());
const payButton = () => page.getByRole('button', { name: 'Pay $100.00' });

describe('the card page', () => {
  it('takes a card, and never sees its number', async () => {
    const sent: string[] = [];
    await open(await story.link());
    page.on('request', (request) => {
      if (request.url().startsWith(base)) sent.push(`${request.url()} ${request.postData() ?? ''}`);
    });
    await payButton().waitFor();
    expect(await faults()).toEqual([]);
    await takePicture(page, `card-page/form-390`, true);
    await fill();
    await fillAddress();
    await payButton().click();
    await page.getByRole('heading', { name: 'Thank you, it is paid' }).waitFor();
    expect(await page.getByRole('status').textContent()).toContain('$100.00 from Visa ..1111');
    expect(await faults()).toEqual([]);
    await takePicture(page, `card-page/paid-390`);
    expect(sent.join()).not.toContain(CARD);
    expect(sent.join()).not.toContain('#');
    const rows = JSON.stringify([await story.charges(), await story.payments()]);
    expect(rows).not.toContain(CARD);
    expect(await story.payments()).toHaveLength(1);
    expect((await story.charges())[0]?.state).toBe('paid');
  });

  it.each([
    ['de-DE', 'ltr', 'Mit Karte zahlen', '100,00\u00a0$ zahlen'],
    ['ar-AE', 'rtl', 'الدفع بالبطاقة', /^ادفع.*100\.00.USD/],
  ])('speaks the language of the customer’s browser: %s', async (locale, direction, title, pay) => {
    await open(await story.link(), 320, locale);
    await page.getByRole('button', { name: pay }).waitFor();
    expect(await page.title()).toBe(title);
    expect(await page.getByRole('heading').textContent()).toBe(title);
    const { dir, lang } = await page.evaluate(() => {
      const { dir, lang } = document.documentElement;
      return { dir, lang };
    });
    expect([dir, lang]).toEqual([direction, locale.slice(0, 2)]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await faults()).toEqual([]);
    await takePicture(page, `card-page/form-${locale}`, true);
  });

  it('says what is wrong before it asks the bank', async () => {
    await open(await story.link());
    await payButton().waitFor();
    await payButton().click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('month and year');
    await fill('4111111111111112');
    await fillAddress();
    await payButton().click();
    await page.getByText('Check the card number.').waitFor();
    expect((await story.charges())[0]?.tries).toBe(0);
  });

  it('lets the customer try again after a decline, by keyboard', async () => {
    const secret = await story.link();
    await open(secret);
    await payButton().waitFor();
    await fill();
    await fillAddress();
    await page.getByLabel('Last name').fill('decline');
    await page.getByLabel('Last name').press('Enter');
    await page.getByText('Your bank declined the card.').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('4 more times');
    await takePicture(page, `card-page/declined-390`, true);
    expect(await faults()).toEqual([]);
    await payButton().waitFor();
    await fill();
    await page.getByLabel('Last name').fill('Buyer');
    await payButton().click();
    await page.getByRole('heading', { name: 'Thank you, it is paid' }).waitFor();
    expect(await story.payments()).toHaveLength(1);
  });

  it('shows an answer that comes late, and takes no second payment meanwhile', async () => {
    await open(await story.link());
    await payButton().waitFor();
    await fill();
    await fillAddress();
    gateway.faults.arm({ method: 'POST', path: '/pts/v2/payments', mode: 'cut-after' });
    await payButton().click();
    await page.getByRole('heading', { name: /waiting for your bank/ }).waitFor();
    await takePicture(page, `card-page/under-way-390`);
    expect(await faults()).toEqual([]);
    // The gateway's search lags two seconds behind.
    await expect
      .poll(
        async () => {
          story.advance(60_000);
          await story.work();
          return (await story.charges())[0]?.state;
        },
        { interval: 500 },
      )
      .toBe('paid');
    await page.getByRole('heading', { name: 'Thank you, it is paid' }).waitFor();
    expect(await story.payments()).toHaveLength(1);
  });

  it('lets the payer confirm with the bank, in a frame, and tells staff who bears a loss', async () => {
    Object.assign(story.company, { confirmsPayers: 'always', publicUrl: base });
    await open(await story.link());
    await payButton().waitFor();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await fill('4000000000002503');
    await fillAddress();
    await payButton().click();
    const bank = page.frameLocator('iframe.bank').frameLocator('iframe[name=bank]');
    await bank.getByLabel('Code that we sent you').fill('1234');
    await takePicture(page, `card-page/bank-390`, true);
    await bank.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('heading', { name: 'Thank you, it is paid' }).waitFor();
    expect((await story.charges())[0]).toMatchObject({ state: 'paid', liability: 'bank' });
    expect(complaints).toEqual([]);
  });

  it('says that the bank could not confirm, and takes another card', async () => {
    Object.assign(story.company, { confirmsPayers: 'always', publicUrl: base });
    await open(await story.link());
    await payButton().waitFor();
    await fill('4000000000002925');
    await fillAddress();
    await payButton().click();
    await page.getByText('Your bank could not confirm that the card is yours.').waitFor();
    expect(await story.payments()).toEqual([]);
    await payButton().waitFor();
    await fill('4000000000002701');
    await payButton().click();
    await page.getByRole('heading', { name: 'Thank you, it is paid' }).waitFor();
  });

  it('says that the invoice is paid already, before a card is typed', async () => {
    const secret = await story.link();
    story.records.payments.set('other', {
      customerId: 'customer-1',
      amount: { minor: 10_000, currency: 'USD' },
      date: '2026-11-02',
      reference: 'by hand',
      accountId: 'bank',
      applyTo: [{ invoiceId: 'invoice-inv', amount: { minor: 10_000, currency: 'USD' } }],
      description: '',
    });
    await open(secret);
    await page.getByRole('heading', { name: 'This invoice is paid already' }).waitFor();
    expect(await faults()).toEqual([]);
  });

  it('opened with a wrong or a used link says what to do', async () => {
    await open('x'.repeat(43));
    await page.getByText('Check that the whole address was copied').waitFor();
    const secret = await story.link();
    story.advance(4 * 86_400_000);
    await page.context().close();
    await open(secret, 320);
    await page.getByRole('heading', { name: 'can no longer be used' }).waitFor();
    expect(await faults()).toEqual([]);
  });

  it('runs under a policy that lets in nobody but us and the card fields', async () => {
    const response = await fetch(`${base}/pay`);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    const complaints: string[] = [];
    await open(await story.link());
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await payButton().waitFor();
    const ran = await page.evaluate(`new Promise((resolve) => {
      const script = document.createElement('script');
      script.src = 'https://evil.example/skim.js';
      script.onerror = () => resolve('blocked');
      script.onload = () => resolve('ran');
      document.head.append(script);
    })`);
    expect(ran).toBe('blocked');
    expect(complaints.join()).toContain('Content Security Policy');
  });

  it('answers no other site’s page', async () => {
    const secret = await story.link();
    const ask = (origin: string) =>
      fetch(`${base}/pay/show`, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json' },
        body: JSON.stringify({ secret }),
      });
    expect((await ask('https://evil.example')).status).toBe(404);
    expect((await ask(base)).status).toBe(200);
  });
});
