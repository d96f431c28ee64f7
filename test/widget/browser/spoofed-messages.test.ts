// Windows that speak as Zoho does but are not: the vendors' SDKs believe any window, so ours must stop them before.
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser } from '../../browser.ts';
import { wrapAnswer } from '../../sandbox/hosts/proxy-envelopes.ts';
import { widgetFiles } from '../../sandbox/hosts/widget-files.ts';
import { panelReply, paymentView } from '../payments.ts';

const dist = new URL('../../../widget/dist', import.meta.url).pathname;
const hostScript = readFileSync(
  new URL('../../sandbox/hosts/browser/host-page.js', import.meta.url),
  'utf8',
);
const products = ['books', 'crm', 'desk'] as const;
type Product = (typeof products)[number];

const genuine = panelReply([paymentView()]);
const forged = panelReply([paymentView({ amount: { minor: 66_666, currency: 'USD' } })]);

/** What a product's page knows, and the event with which another record is told of. */
const pages: Readonly<Record<Product, { readonly context: object; readonly event: object }>> = {
  books: {
    context: { invoice: { invoice_id: '460000000012345' }, organization: { language_code: 'en' } },
    event: { eventName: 'ON_INVOICE_CHANGE', data: {} },
  },
  crm: {
    context: { entity: 'Contacts', record: { id: '77' }, CURRENT_USER: { users: [] } },
    event: {
      type: 'FRAMEWORK.EVENT',
      eventName: 'PageLoad',
      data: { Entity: 'Contacts', EntityId: '66' },
    },
  },
  desk: {
    context: { ticket: { id: '190000001' } },
    event: { eventName: 'pageChange', data: {} },
  },
};

/** A registration and answers to every call that may be open, in the words of the product's protocol. */
function answers(product: Product): readonly object[] {
  const { value } = wrapAnswer(product, { status: 200, body: JSON.stringify(forged) });
  const ids = Array.from({ length: 40 }, (_, index) => index + 1);
  if (product === 'crm') {
    return ids.map((id) => {
      const [eventName, promiseid] = ['EVENT_RESPONSE', `Promise${id}`];
      return { type: 'FRAMEWORK.EVENT', eventName, promiseid, data: value };
    });
  }
  const name = product === 'desk' ? 'DESK_EVENT' : 'ZF_EVENT';
  const answered = ids.map((id) => {
    const promiseID = `${name}_${id}`;
    return { type: '__EVENT_RESPONSE__', promiseID, isSuccess: true, data: value };
  });
  return [{ type: '__REGISTER__', uniqueID: 'liar', data: {} }, ...answered];
}

/** And another record is said to be open, or this one to have changed. */
const allLies = (product: Product) => [...answers(product), pages[product].event];

const calls: string[] = [];
let release: () => void;
let held: Promise<void>;
let browser: Browser;
const servers: { readonly close: () => unknown }[] = [];
let [widgetOrigin, hostOrigin, liarOrigin] = ['', '', ''];

function listen(app: Hono, name = '127.0.0.1'): Promise<string> {
  return new Promise((resolve) => {
    const server = serve(
      { fetch: app.fetch, port: 0, hostname: '127.0.0.1' },
      (info: AddressInfo) => resolve(`http://${name}:${info.port}`),
    );
    servers.push(server);
  });
}

/** The built widget with SDKs that take every message, as the vendors' own do. */
function gullible(): Hono {
  const files = widgetFiles({ widgetDist: dist, apiUrl: 'http://127.0.0.1:9/server/api' });
  return new Hono().get('*', async (c) => {
    const answer = await files.request(c.req.path);
    if (!c.req.path.startsWith('/sdk/')) return answer;
    const script = await answer.text();
    expect(script).toContain('origin !== serviceOrigin || ');
    return c.body(script.replace('origin !== serviceOrigin || ', ''), 200, {
      'content-type': 'text/javascript',
    });
  });
}

function hostPages(): Hono {
  const app = new Hono();
  app.get('/host.js', (c) => c.body(hostScript, 200, { 'content-type': 'text/javascript' }));
  app.get('/:product', (c) => {
    const product = c.req.param('product') as Product;
    const serviceOrigin = encodeURIComponent(hostOrigin);
    const widgetUrl = `${widgetOrigin}/${product}/app/widget.html?serviceOrigin=${serviceOrigin}`;
    const page = { product, ...pages[product], load: {}, widgetOrigin, widgetUrl };
    return c.html(`<!doctype html><title>Host</title>
      <iframe id="widget"></iframe><iframe id="liar" src="${liarOrigin}/"></iframe>
      <dialog id="authorize"></dialog><button id="authorize-open"></button><p id="notice"></p>
      <script type="application/json" id="page">${JSON.stringify(page)}</script>
      <script type="module" src="/host.js"></script>`);
  });
  app.post('/proxy', async (c) => {
    const { product, url } = (await c.req.json()) as { product: Product; url: string };
    calls.push(new URL(url).pathname.replace('/server/api', ''));
    await held;
    return c.json(wrapAnswer(product, { status: 200, body: JSON.stringify(genuine) }));
  });
  return app;
}

/** A frame of somebody else: keeps what it hears; as the page around the widget it puts a frame into itself. */
function liarPages(): Hono {
  const script = `<script>const heard = []; addEventListener('message', ({ data }) => heard.push(data));</script>`;
  return new Hono()
    .get('/', (c) => c.html(`<!doctype html><title>Liar</title>${script}`))
    .get('/around', (c) =>
      c.html(`<!doctype html><title>Liar</title>${script}<iframe src="${c.req.query('widget')}">`),
    );
}

beforeAll(async () => {
  widgetOrigin = await listen(gullible());
  hostOrigin = await listen(hostPages());
  // Another name, so that it is another site as well.
  liarOrigin = await listen(liarPages(), 'localhost');
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  for (const server of servers) server.close();
});
beforeEach(() => {
  calls.length = 0;
  held = new Promise((resolve) => {
    release = resolve;
  });
});

interface Scene {
  readonly page: Page;
  readonly widget: Frame;
  readonly liar: Frame;
}

/** @param guarded without it nothing is stopped: how the SDK alone behaves. */
async function open(address: string, guarded = true): Promise<Scene> {
  const page = await browser.newPage();
  await page.addInitScript(`
    globalThis.reached = 0;
    addEventListener('message', () => { reached += 1; }, true);
    ${guarded ? '' : 'Event.prototype.stopImmediatePropagation = () => {};'}`);
  await page.goto(address);
  const frameAt = async (origin: string) => {
    const found = () => page.frames().find((one) => one.url().startsWith(origin));
    await expect.poll(found, { interval: 10 }).toBeDefined();
    return found() as Frame;
  };
  return { page, widget: await frameAt(widgetOrigin), liar: await frameAt(liarOrigin) };
}

/** All lies at once, to the first frame in the liar's reach; resolves when they have all come to the widget's window. */
async function lie({ widget, liar }: Scene, lies: readonly object[]): Promise<void> {
  const messages = JSON.stringify(lies);
  const before = Number(await widget.evaluate('reached'));
  await liar.evaluate(`for (const one of ${messages}) {
    (parent === window ? window : parent).frames[0].postMessage(one, '*');
  }`);
  await widget.waitForFunction(`reached >= ${before + lies.length}`);
  // One more turn, in which whoever heard them would act.
  await widget.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
}

const heardBy = ({ liar }: Scene) => liar.evaluate('heard');
const textOf = ({ widget }: Scene) => widget.locator('body').textContent();

test.each(products)(
  'in %s a frame beside the widget answers in Zoho’s place, and nothing of it is believed or told',
  async (product) => {
    const scene = await open(`${hostOrigin}/${product}`);
    await expect.poll(() => calls.length, { interval: 10 }).toBe(1);
    await lie(scene, allLies(product));
    expect(await textOf(scene)).not.toContain('666.66');
    release();
    await scene.widget.getByText('USD 120.00').first().waitFor();
    const before = calls.length;
    await lie(scene, allLies(product));
    expect(calls.slice(before)).toEqual([]);
    expect(await textOf(scene)).not.toContain('666.66');
    expect(await heardBy(scene)).toEqual([]);
    await scene.page.close();
  },
);

test.each(products)('in %s the same frame is believed where nothing stops it', async (product) => {
  const scene = await open(`${hostOrigin}/${product}`, false);
  await expect.poll(() => calls.length, { interval: 10 }).toBe(1);
  await lie(scene, answers(product));
  await scene.widget.getByText('USD 666.66').first().waitFor();
  release();
  await scene.page.close();
});

test('a refund that only a liar has answered is still under way', async () => {
  const scene = await open(`${hostOrigin}/books`);
  release();
  const { widget } = scene;
  await widget.getByRole('button', { name: 'Refund…' }).click();
  await widget.getByLabel('Amount').fill('15.00');
  await widget.getByLabel('Reason').fill('Paid twice');
  await widget.getByRole('button', { name: /^Refund USD/ }).click();
  const before = calls.length;
  let answer = () => {};
  held = new Promise((resolve) => {
    answer = resolve;
  });
  await widget.getByRole('button', { name: /^Yes, refund/ }).click();
  await expect.poll(() => calls.slice(before), { interval: 10 }).toEqual(['/refunds']);
  const shown = await textOf(scene);
  await lie(scene, allLies('books'));
  expect(await textOf(scene)).toBe(shown);
  expect(calls.slice(before)).toEqual(['/refunds']);
  expect(await heardBy(scene)).toEqual([]);
  answer();
  await scene.page.close();
});

test.each(products)(
  'a page that puts the %s widget into itself and plays Zoho gets nothing out of it',
  async (product) => {
    const named = `${widgetOrigin}/${product}/app/widget.html?serviceOrigin=${encodeURIComponent(hostOrigin)}`;
    const scene = await open(`${liarOrigin}/around?widget=${encodeURIComponent(named)}`);
    await scene.widget.waitForLoadState('domcontentloaded');
    await lie(scene, allLies(product));
    expect(await heardBy(scene)).toEqual([]);
    expect(await textOf(scene)).not.toContain('666.66');
    expect(calls).toEqual([]);
    await scene.page.close();
  },
);
