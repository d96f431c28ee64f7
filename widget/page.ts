// The HTML of a widget page: the same for every product but for the SDK's address and the host's name.
import type { Product } from './products.ts';

export interface PageOptions {
  readonly product: Product;
  /** Name of the script and style sheet beside the page. */
  readonly bundle: 'panel' | 'settings';
  /** What the script imports before it runs: fetched beside it, not after it. */
  readonly imports: readonly string[];
  readonly title: string;
  /** Address of our API, e.g. `https://tallybridge-….catalystserverless.com/server/api`. */
  readonly apiBase: string;
}

/**
 * Relative addresses only, nothing inline: the hosts' content security policies refuse both. Our script runs before the SDK's, as it
 * stands guard over the messages that the SDK would believe.
 */
export function widgetPage({ product, bundle, imports, title, apiBase }: PageOptions): string {
  const preloads = imports
    .map((file) => `\n    <link rel="modulepreload" href="${file}">`)
    .join('');
  return `<!doctype html>
<html lang="en" dir="ltr" data-host="${product.name}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="tallybridge-api" content="${apiBase}">
    <title>${title}</title>
    <link rel="stylesheet" href="${bundle}.css">
    <script src="${bundle}.js" type="module"></script>${preloads}
    <script src="${product.sdkUrl}" defer></script>
  </head>
  <body>
    <main id="tallybridge" aria-busy="true">
      <div class="skeleton">
        <p class="visually-hidden">Loading…</p>
        <i class="bone"></i>
        <i class="bone"></i>
        <i class="bone"></i>
        <i class="bone"></i>
        <i class="bone"></i>
      </div>
    </main>
  </body>
</html>
`;
}
