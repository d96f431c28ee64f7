// The four manifests: one source, checked where Zoho's toolkit does not check.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { logoPng } from '../../widget/logo.ts';
import { manifestFaults } from '../../widget/manifest-check.ts';
import {
  LOGO,
  type Manifest,
  manifestOf,
  manifestText,
  PANEL_PAGE,
  SETTINGS_PAGE,
} from '../../widget/manifests.ts';
import { widgetPage } from '../../widget/page.ts';
import { products } from '../../widget/products.ts';

const API = 'https://tallybridge-1.catalystserverless.com/server/api';
const files = new Set([PANEL_PAGE, SETTINGS_PAGE, LOGO]);

/** The Books manifest with its widgets changed. */
function withWidgets(change: (widgets: Record<string, unknown>[]) => unknown): Manifest {
  const manifest = structuredClone(manifestOf('books', API)) as {
    modules: { widgets: Record<string, unknown>[] };
  };
  change(manifest.modules.widgets);
  return manifest as unknown as Manifest;
}

test('the committed plugin-manifest.json is the one that the source makes', () => {
  const committed = readFileSync(new URL('../../plugin-manifest.json', import.meta.url), 'utf8');
  // After a change: node widget/write-manifest.ts
  expect(committed).toBe(manifestText(manifestOf('books', API)));
});

test.each(products)('the manifest for $name has no faults', ({ name }) => {
  expect(manifestFaults(manifestOf(name, API), files)).toEqual([]);
});

test('Books and Inventory differ in nothing but the service', () => {
  const { service: books, ...rest } = manifestOf('books', API);
  const { service: inventory, ...same } = manifestOf('inventory', API);
  expect([books, inventory]).toEqual(['FINANCE', 'INVENTORY']);
  expect(same).toEqual(rest);
});

test('Desk lists our API’s domain, without which its proxy refuses every call', () => {
  expect(manifestOf('desk', API)).toMatchObject({
    whiteListedDomains: ['https://tallybridge-1.catalystserverless.com'],
    connectors: [{ connectionLinkName: 'tallybridgeapi' }],
  });
});

test('Desk tells of its uninstall when there is a secret to prove it with', () => {
  const secret = 'a'.repeat(40);
  const manifest = manifestOf('desk', API, secret);
  expect(manifest).toMatchObject({
    callbackListener: {
      onUninstall: 'https://tallybridge-1.catalystserverless.com/server/hooks/desk-extension',
    },
    secret,
  });
  expect(manifestFaults(manifest, files)).toEqual([]);
  expect(manifestOf('desk', API)).not.toHaveProperty('callbackListener');
  for (const wrong of ['', 'short']) {
    expect(manifestFaults({ ...manifest, secret: wrong }, files)).not.toEqual([]);
  }
  const { secret: _, ...unproven } = manifest;
  expect(manifestFaults(unproven, files)).not.toEqual([]);
  expect(manifestOf('books', API, secret)).toEqual(manifestOf('books', API));
});

test.each([
  [
    'an unknown place',
    (widgets: Record<string, unknown>[]) =>
      Object.assign(widgets[0] ?? {}, { location: 'invoice.sidebar' }),
  ],
  [
    'a page that is not there',
    (widgets: Record<string, unknown>[]) =>
      Object.assign(widgets[0] ?? {}, { url: '/app/gone.html' }),
  ],
  [
    'a page elsewhere',
    (widgets: Record<string, unknown>[]) =>
      Object.assign(widgets[0] ?? {}, { url: 'http://example.com' }),
  ],
  [
    'a name twice',
    (widgets: Record<string, unknown>[]) =>
      Object.assign(widgets[1] ?? {}, { name: widgets[0]?.name }),
  ],
  ['no widget', (widgets: Record<string, unknown>[]) => widgets.splice(0)],
  [
    'a key of its own',
    (widgets: Record<string, unknown>[]) => Object.assign(widgets[0] ?? {}, { secret: 'x' }),
  ],
])('a Books manifest with %s is refused', (_, change) => {
  expect(manifestFaults(withWidgets(change), files)).not.toEqual([]);
});

test.each([
  ['a domain without https', { whiteListedDomains: ['http://example.com'] }],
  [
    'more than ten connect-src entries',
    {
      cspDomains: {
        'connect-src': Array.from({ length: 11 }, (_, i) => `https://a${i}.example.com`),
      },
    },
  ],
  ['no domain at all', { whiteListedDomains: [] }],
])('a Desk manifest with %s is refused', (_, change) => {
  expect(manifestFaults({ ...manifestOf('desk', API), ...change }, files)).not.toEqual([]);
});

test('a wider scope than our own API’s is refused', () => {
  const manifest = structuredClone(manifestOf('books', API)) as { usedConnections: object[] };
  Object.assign(manifest.usedConnections[0] ?? {}, { scope: ['ZohoBooks.fullaccess.all'] });
  expect(manifestFaults(manifest, files)).not.toEqual([]);
});

test.each(products)('the page for $name differs only in SDK and host name', (product) => {
  const options = {
    bundle: 'panel',
    imports: ['part.js'],
    title: 'Card payment',
    apiBase: API,
  } as const;
  const page = widgetPage({ ...options, product });
  const neutral = page
    .replace(product.sdkUrl, 'SDK')
    .replace(`data-host="${product.name}"`, 'data-host');
  const [books] = products;
  const first = widgetPage({ ...options, product: books ?? product })
    .replace(books?.sdkUrl ?? '', 'SDK')
    .replace('data-host="books"', 'data-host');
  expect(neutral).toBe(first);
  expect(page).not.toMatch(/<script>|<style|style=|onload=|src="\//);
});

test('the logo is a PNG and the same on every run', () => {
  const logo = Buffer.from(logoPng());
  expect(logo.subarray(1, 4).toString()).toBe('PNG');
  expect(logo.equals(Buffer.from(logoPng()))).toBe(true);
});
