// Serves the built packages as Zoho's widget hosting would, with its content policy and our stand-in SDKs.
import { existsSync, readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { Hono } from 'hono';
import type { Product } from './proxy-envelopes.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** Zoho allows a widget no requests but to its own static hosts: everything else goes through the page. */
const CONTENT_POLICY =
  'connect-src https://*.zohostatic.com https://*.sigmausercontent.com https://*.zappsusercontent.com';

/** Where each product's packed pages load the vendor's SDK from, and the scripts that stand in for it. */
const sdks: Readonly<Record<Product, { host: RegExp; parts: readonly string[] }>> = {
  books: {
    host: /^https:\/\/js\.zohostatic\.com\/zohofinance\//,
    parts: ['sigma-channel', 'zfapps'],
  },
  inventory: {
    host: /^https:\/\/js\.zohostatic\.com\/zohofinance\//,
    parts: ['sigma-channel', 'zfapps'],
  },
  crm: { host: /^https:\/\/live\.zwidgets\.com\/js-sdk\//, parts: ['zoho-crm'] },
  desk: {
    host: /^https:\/\/js\.zohostatic\.com\/support\//,
    parts: ['sigma-channel', 'zohodesk'],
  },
};

const API_META = /(<meta\s+name="tallybridge-api"\s+content=")([^"]*)(")/;

export interface WidgetFiles {
  readonly widgetDist: string;
  /** Address of the sandbox's api function, which takes the place of the packed one. */
  readonly apiUrl: string;
}

/** The address of our api that a packed page names. */
export function packedApiUrl(page: string): string {
  const found = API_META.exec(page)?.[2];
  if (found === undefined) throw new Error('the page names no tallybridge-api');
  return found;
}

/** The page as it runs here: stand-in SDK and the sandbox's api; nothing else is changed. */
function localPage(html: string, product: Product, apiUrl: string): string {
  packedApiUrl(html);
  let replaced = 0;
  const local = html
    .replace(API_META, (_, before: string, __, after: string) => before + apiUrl + after)
    .replaceAll(/(<script[^>]*\ssrc=")(https:[^"]+)(")/g, (tag, before, src: string, after) => {
      if (!sdks[product].host.test(src)) return tag;
      replaced += 1;
      return `${before}/sdk/${product}.js${after}`;
    });
  if (replaced !== 1)
    throw new Error(`the ${product} page must load its SDK once, not ${replaced} times`);
  return local;
}

/** @returns the routes `/sdk/<product>.js` and `/<product>/app/...`. */
export function widgetFiles(options: WidgetFiles): Hono {
  const app = new Hono();
  app.get('/sdk/:name{[a-z]+\\.js}', (c) => {
    const sdk = sdks[c.req.param('name').slice(0, -3) as Product];
    if (sdk === undefined) return c.notFound();
    const script = sdk.parts.map((part) =>
      readFileSync(new URL(`browser/${part}.js`, import.meta.url), 'utf8'),
    );
    return c.body(script.join('\n'), 200, { 'content-type': 'text/javascript; charset=utf-8' });
  });
  app.get('/:product{books|inventory|crm|desk}/app/*', (c) => {
    const product = c.req.param('product') as Product;
    const path = normalize(decodeURIComponent(new URL(c.req.url).pathname));
    const file = join(options.widgetDist, path);
    const type = types[extname(file)];
    if (!path.startsWith(`/${product}/app/`) || type === undefined || !existsSync(file)) {
      return c.notFound();
    }
    const headers = {
      'content-type': type,
      'content-security-policy': CONTENT_POLICY,
      'access-control-allow-origin': '*',
    };
    if (extname(file) !== '.html') return c.body(readFileSync(file), 200, headers);
    const page = localPage(readFileSync(file, 'utf8'), product, options.apiUrl);
    return c.body(page, 200, headers);
  });
  return app;
}
