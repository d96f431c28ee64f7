// A host page with the built widget in a cross-origin frame, a scripted ZFAPPS, and a real browser to look at it.
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { axeFaults } from '../../axe.ts';
import { launchBrowser } from '../../browser.ts';
import { takePicture } from '../../pictures.ts';

const dist = fileURLToPath(new URL('../../../widget/dist/books', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
};

const AXE = '/axe.js';

/** Speaks to the host page as the vendor's SDK does: calls by message, bodies as strings, rejections as strings. */
const SDK = `
  const waiting = new Map();
  let calls = 0;
  addEventListener('message', ({ data }) => {
    if (data.event) return void handlers.get(data.event)?.forEach((handler) => handler());
    const promise = waiting.get(data.call);
    waiting.delete(data.call);
    data.failed ? promise?.reject(data.failed) : promise?.resolve(data.value);
  });
  const handlers = new Map();
  const call = (name, value) => new Promise((resolve, reject) => {
    waiting.set(++calls, { resolve, reject });
    parent.postMessage({ call: calls, name, value }, '*');
  });
  const ZFAPPS = {
    extension: { init: async () => ({ instance: {
      on: (event, handler) => handlers.set(event, [...(handlers.get(event) ?? []), handler]),
    } }) },
    get: (key) => key === 'contact' ? new Promise(() => {}) : call('get', key),
    request: (options) => call('request', options),
    invoke: (name, data) => call('invoke', { name, data }),
  };`;

/** Listens before the frame is there: on a busy machine its first message would be lost. */
const HOST_PAGE = (
  widget: string,
  language: string,
) => `<!doctype html><html lang="en"><head><title>Invoice</title>
  <style>body{margin:0}iframe{border:0;width:100%;height:100vh;display:block}</style></head><body>
  <script>
    const record = { invoice: { invoice: { invoice_id: '460000000012345' } },
      organization: { organization: { organization_id: '10234695', language_code: '${language}' } } };
    addEventListener('message', async ({ data, source }) => {
      const answer = (message) => source.postMessage({ call: data.call, ...message }, '*');
      if (data.name === 'get') return answer({ value: record[data.value] });
      if (data.name === 'invoke') return answer({ value: {} });
      const reply = await fetch('/proxy', { method: 'POST', body: JSON.stringify(data.value) });
      const body = await reply.text();
      reply.ok ? answer({ value: { code: 0, message: 'success', data: { body } } }) : answer({ failed: 'proxy error' });
    });
  </script>
  <iframe title="Card payment" src="${widget}"></iframe></body></html>`;

/** One call of the widget to our API. */
export interface ApiCall {
  readonly path: string;
  /** What stands behind the question mark. */
  readonly query?: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Stage {
  /** All calls so far, oldest first. */
  readonly calls: ApiCall[];
  /** The queries of all calls of one path so far. */
  queries(path: string): readonly string[];
  /** What the API answers from now on; undefined makes the proxy fail. */
  answer: (call: ApiCall) => unknown;
  open(options: StageOptions): Promise<{ readonly page: Page; readonly widget: Frame }>;
  /** Names of the rules that axe finds broken in the widget's frame, with the elements. */
  faults(widget: Frame): Promise<readonly string[]>;
  picture(page: Page, name: string): Promise<void>;
  close(): Promise<void>;
}

interface StageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly direction?: 'ltr' | 'rtl';
  readonly file?: 'widget.html' | 'settings.html';
  /** As the host writes it, `de_DE`; US English unless told. */
  readonly language?: string;
  /** A file of the widget that is not there. */
  readonly without?: string;
  /** Whether the page has a network of its own, to go offline with. */
  readonly ownNetwork?: boolean;
}

export async function openStage(): Promise<Stage> {
  let missing: string | undefined;
  const widgetServer = await serve((request, response) => {
    const path = new URL(request.url ?? '/', 'http://local').pathname;
    if (missing !== undefined && path.endsWith(`/${missing}`)) throw new Error('not there');
    if (path === '/sdk.js') return send(response, types['.js'], SDK);
    if (path === AXE) return send(response, types['.js'], axe.source);
    const type = types[extname(path)];
    const file = readFileSync(dist + path);
    if (extname(path) !== '.html') return send(response, type, file);
    return send(response, type, file.toString().replace(/src="https:[^"]+"/, 'src="/sdk.js"'));
  });
  const widgetOrigin = `http://127.0.0.1:${(widgetServer.address() as AddressInfo).port}`;
  const calls: ApiCall[] = [];
  let file = 'widget.html';
  let language = 'en_US';
  const hostServer = await serve(async (request, response) => {
    if (request.method !== 'POST') {
      return send(response, types['.html'], HOST_PAGE(`${widgetOrigin}/app/${file}`, language));
    }
    const options = JSON.parse(await textOf(request));
    const call: ApiCall = {
      path: new URL(options.url).pathname.replace('/server/api', ''),
      query: new URL(options.url).searchParams.toString(),
      body: options.body ? JSON.parse(options.body.raw) : {},
    };
    calls.push(call);
    const reply = await stage.answer(call);
    response.statusCode = reply === undefined ? 502 : 200;
    return send(response, 'application/json', JSON.stringify(reply ?? {}));
  });
  const hostOrigin = `http://127.0.0.1:${(hostServer.address() as AddressInfo).port}`;
  // One process shows all pages, so that a page finds the code of the one before compiled.
  const browser = await launchBrowser('--process-per-site', '--disable-site-isolation-trials');

  const quiet = { reducedMotion: 'reduce' } as const;
  const context = await browser.newContext(quiet);
  // Stays open, and the process with it; it shows nothing that asks our API.
  const keeper = await context.newPage();
  await keeper.goto(`${widgetOrigin}/sdk.js`);

  const stage: Stage = {
    calls,
    answer: () => undefined,
    queries: (path) => calls.filter((call) => call.path === path).map(({ query = '' }) => query),
    async open(options) {
      file = options.file ?? 'widget.html';
      language = options.language ?? 'en_US';
      missing = options.without;
      calls.length = 0;
      const around = options.ownNetwork ? await browser.newContext(quiet) : context;
      const page = await around.newPage();
      await page.setViewportSize({ width: options.width ?? 320, height: options.height ?? 900 });
      await page.emulateMedia({ colorScheme: options.dark ? 'dark' : 'light' });
      await page.goto(hostOrigin);
      const frame = await (await page.waitForSelector('iframe')).contentFrame();
      if (frame === null) throw new Error('the widget has no frame');
      await frame.waitForSelector('main:not([aria-busy])');
      if (options.direction) {
        await frame.evaluate(`document.documentElement.dir = '${options.direction}'`);
      }
      return { page, widget: frame };
    },
    faults: (widget) => axeFaults(widget, AXE),
    async picture(page, name) {
      await takePicture(page, `widget/${name}`);
    },
    async close() {
      await browser.close();
      widgetServer.close();
      hostServer.close();
    },
  };
  return stage;
}

function serve(
  handle: (request: IncomingMessage, response: ServerResponse) => unknown,
): Promise<Server> {
  const server = createServer(async (request, response) => {
    try {
      await handle(request, response);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function send(response: ServerResponse, type: string | undefined, body: string | Buffer): void {
  response.setHeader('content-type', type ?? 'application/octet-stream');
  response.end(body);
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}
