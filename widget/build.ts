// Builds the widget for the four products: widget/dist/<product>/ is what each package holds.
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { logoPng } from './logo.ts';
import { deskResources, manifestOf, manifestText } from './manifests.ts';
import { widgetPage } from './page.ts';
import { type Product, products } from './products.ts';
import { bundleConfig } from './vite.config.ts';

const dist = fileURLToPath(new URL('dist', import.meta.url));

/** Stands for the address of a Catalyst project until `TALLYBRIDGE_API_BASE` names the real one. */
const PLACEHOLDER_API =
  'https://tallybridge-000000000.development.catalystserverless.com/server/api';

/** Our API's address that the packages are built for, from `TALLYBRIDGE_API_BASE`. */
export function apiBaseOfBuild(): string {
  return process.env.TALLYBRIDGE_API_BASE ?? PLACEHOLDER_API;
}

/** Writes `<outDir>/<product>/`: plugin-manifest.json, for Desk resources.json, and app/ with pages and bundles. */
export async function buildWidget(outDir = dist): Promise<void> {
  await mkdir(outDir, { recursive: true });
  // Built aside and moved in when whole: somebody may be serving what is there.
  const staging = await mkdtemp(`${outDir}/.building-`);
  try {
    for (const product of products) {
      const folder = `${staging}/${product.name}`;
      await writeProduct(product, folder);
      await rm(`${outDir}/${product.name}`, { recursive: true, force: true });
      await rename(folder, `${outDir}/${product.name}`);
    }
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function writeProduct(product: Product, folder: string): Promise<void> {
  const apiBase = apiBaseOfBuild();
  const app = `${folder}/app`;
  await mkdir(`${app}/img`, { recursive: true });
  await mkdir(`${app}/translations`, { recursive: true });
  await build(bundleConfig('panel', app, product.name));
  await build(bundleConfig('settings', app, product.name));
  await writeFile(`${app}/img/logo.png`, logoPng());
  // Desk refuses a locale without its file; our own texts are in the bundle.
  await writeFile(`${app}/translations/en.json`, '{}\n');
  const panel = { product, bundle: 'panel', title: 'Card payment', apiBase } as const;
  await writeFile(`${app}/widget.html`, widgetPage(panel));
  const settings = { product, bundle: 'settings', title: 'Tallybridge settings', apiBase } as const;
  await writeFile(`${app}/settings.html`, widgetPage(settings));
  // An empty variable is none.
  const deskSecret = process.env.TALLYBRIDGE_DESK_SECRET || undefined;
  const manifest = manifestOf(product.name, apiBase, deskSecret);
  await writeFile(`${folder}/plugin-manifest.json`, manifestText(manifest));
  if (product.name === 'desk') {
    await writeFile(`${folder}/resources.json`, manifestText(deskResources));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWidget();
