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
  'app/settings.css',
  'app/settings.html',
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
  const scripts = ['app/panel.js', 'app/settings.js'].flatMap((file) => [
    ...reachedFrom(contentOf(product), file),
  ]);
  expect(found.sort()).toEqual([...new Set([...files, ...scripts])].sort());
});

const IMPORTED = /(?:from|import)\s*["']\.\/([\w-]+\.js)["']/g;
const NAMED = /["'`]\.\/([\w-]+\.js)["'`]/g;

/** The script and all others that it names: imported before it runs, or (by default) also when they are needed. */
function reachedFrom(
  files: Readonly<Record<string, Uint8Array>>,
  file: string,
  names = NAMED,
  found = new Set<string>(),
): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const text = Buffer.from(files[file] ?? []).toString();
  for (const [, name] of text.matchAll(names)) reachedFrom(files, `app/${name}`, names, found);
  return found;
}

test('all products have the same style and the same parts; only the first script knows its host', () => {
  const books = contentOf('books');
  for (const product of ['inventory', 'crm', 'desk']) {
    for (const file of ['app/panel.css', 'app/settings.css', 'app/en-reasons.js']) {
      const same = Buffer.from(contentOf(product)[file] ?? []).equals(books[file] ?? Buffer.of());
      expect([product, file, same]).toEqual([product, file, true]);
    }
    for (const file of reachedFrom(contentOf(product), 'app/panel.js')) {
      const size = contentOf(product)[file]?.length ?? 0;
      expect([product, file, size > 0]).toEqual([product, file, true]);
    }
    const script = Buffer.from(contentOf(product)['app/panel.js'] ?? []).toString();
    expect([product, script.includes('ZFAPPS')]).toEqual([product, product === 'inventory']);
  }
});

test('script and style of the panel’s first load weigh at most 25 kB gzip', () => {
  const books = contentOf('books');
  // What asks names nothing but what shows the answer.
  const asking = Buffer.from(books['app/panel.js'] ?? []).toString();
  expect([...asking.matchAll(NAMED)].map(([, file]) => file)).toEqual(['start-panel.js']);
  const scripts = reachedFrom(books, 'app/start-panel.js', IMPORTED);
  const weight = [...scripts.add('app/panel.js'), 'app/panel.css']
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
