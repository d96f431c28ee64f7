// A page with card fields for tests, on its own origin, and the browser to open it with.
import { accessSync, constants } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Chromium from CHROMIUM_PATH, or the first on the PATH. */
export function launchBrowser(): Promise<Browser> {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(isExecutable);
  const executablePath = process.env.CHROMIUM_PATH ?? onPath;
  if (executablePath === undefined) throw new Error('Chromium was not found');
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/** A server whose pages the test sets, each on this origin. */
export interface PageServer {
  readonly origin: string;
  /** Path -> HTML. */
  readonly pages: Map<string, string>;
  close(): Promise<void>;
}

export async function startPageServer(): Promise<PageServer> {
  const pages = new Map<string, string>();
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? '');
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    pages,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A checkout page; the outcome of its button appears in `#outcome`. */
export function checkoutPage(captureContext: string, library: string, integrity: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Checkout</title></head>
<body><main>
<h1>Checkout</h1>
<div id="number" style="height:2.5em;border:1px solid #555"></div>
<div id="code" style="height:2.5em;border:1px solid #555"></div>
<button id="pay" type="button">Pay</button>
<p id="events" role="status"></p>
<p id="outcome" role="status"></p>
</main>
<script>
  const outcome = (text) => { document.querySelector('#outcome').textContent = text; };
  const script = document.createElement('script');
  script.src = ${JSON.stringify(library)};
  script.integrity = ${JSON.stringify(integrity)};
  script.crossOrigin = 'anonymous';
  script.onerror = () => outcome('library blocked');
  script.onload = () => {
    const form = new Flex(${JSON.stringify(captureContext)}).microform('card', {
      styles: { input: { 'font-size': '18px' } },
    });
    const number = form.createField('number', { placeholder: 'Card number' });
    const code = form.createField('securityCode', {});
    number.on('error', () => outcome('field refused'));
    number.on('change', (state) => {
      document.querySelector('#events').textContent = JSON.stringify(state);
    });
    number.load('#number');
    code.load('#code');
    document.querySelector('#pay').onclick = () => {
      form.createToken({ expirationMonth: '12', expirationYear: '2031' }, (error, token) => {
        outcome(error ? JSON.stringify({ reason: error.reason, details: error.details }) : token);
      });
    };
  };
  document.head.append(script);
</script></body></html>`;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
