// The packages: accepted by Zoho's own toolkit, whole, light, and free of what must not travel.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageWidget } from '../../../widget/package-widget.ts';

const outDir = mkdtempSync(join(tmpdir(), 'widget-package-'));
const packages = new Map<string, Record<string, Uint8Array>>();

beforeAll(async () => {
  for (const path of await packageWidget(outDir)) {
    packages.set(basename(path, '.zip'), unzipSync(new Uint8Array(readFileSync(path))));
  }
});
afterAll(() => rmSync(outDir, { recursive: true, force: true }));

function contentOf(product: string): Record<string, Uint8Array> {
  return packages.get(product) ?? {};
}

const app = [
  'app/img/logo.png',
  'app/panel.css',
  'app/panel.js',
  'app/settings.css',
  'app/settings.html',
  'app/settings.js',
  'app/translations/en.json',
  'app/widget.html',
];

test.each([
  ['books', [...app, 'plugin-manifest.json']],
  ['inventory', [...app, 'plugin-manifest.json']],
  ['crm', app],
  ['desk', [...app, 'plugin-manifest.json', 'resources.json']],
])('the package for %s holds what it needs and nothing else', (product, files) => {
  const found = Object.keys(contentOf(product)).filter((path) => !path.endsWith('/'));
  expect(found.sort()).toEqual(files);
});

test('all products run the very same script and style', () => {
  const books = contentOf('books');
  for (const product of ['inventory', 'crm', 'desk']) {
    for (const file of ['app/panel.js', 'app/panel.css', 'app/settings.js', 'app/settings.css']) {
      const same = Buffer.from(contentOf(product)[file] ?? []).equals(books[file] ?? Buffer.of());
      expect([product, file, same]).toEqual([product, file, true]);
    }
  }
});

test('script and style of the panel weigh at most 25 kB gzip', () => {
  const books = contentOf('books');
  const weight = ['app/panel.js', 'app/panel.css']
    .map((file) => gzipSync(books[file] ?? '').length)
    .reduce((sum, bytes) => sum + bytes, 0);
  expect(weight).toBeGreaterThan(10_000);
  expect(weight).toBeLessThanOrEqual(25_000);
});

test('the packages carry no path of the machine that built them and ask no other host', () => {
  for (const [product, files] of packages) {
    for (const [path, bytes] of Object.entries(files)) {
      if (path.endsWith('.png')) continue;
      const text = Buffer.from(bytes).toString();
      expect([product, path, text.includes(process.cwd())]).toEqual([product, path, false]);
      expect(text).not.toMatch(/\beval\(|new Function\(|sourceMappingURL/);
      if (path.endsWith('.css')) expect(text).not.toMatch(/url\(|@import/);
    }
  }
});
