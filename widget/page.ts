// The HTML of a widget page: the same for every product but for the SDK's address and the host's name.
import type { Product } from './products.ts';

export interface PageOptions {
  readonly product: Product;
  /** Name of the script and style sheet beside the page. */
  readonly bundle: 'panel' | 'settings';
  readonly title: string;
  /** Address of our API, e.g. `https://tallybridge-….catalystserverless.com/server/api`. */
  readonly apiBase: string;
}

/** What the views show while they load, node by node: they take it over as it is. */
const SKELETON = `<div class="skeleton" role="status"><p class="visually-hidden">Loading…</p>${'<i class="bone"></i>'.repeat(5)}</div>`;

/**
 * Relative addresses only, nothing inline: the hosts' content security policies refuse both. Our script runs before the SDK's, as it
 * stands guard over the messages that the SDK would believe.
 */
export function widgetPage({ product, bundle, title, apiBase }: PageOptions): string {
  return `<!doctype html>
<html lang="en" dir="ltr" data-host="${product.name}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="tallybridge-api" content="${apiBase}">
    <title>${title}</title>
    <link rel="stylesheet" href="${bundle}.css">
    <script src="${bundle}.js" type="module"></script>
    <script src="${product.sdkUrl}" defer></script>
  </head>
  <body>
    <main id="tallybridge" aria-busy="true">${SKELETON}</main>
  </body>
</html>
`;
}
