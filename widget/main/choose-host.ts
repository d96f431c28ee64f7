// Picks the host that the page was built for: the only place that knows the four of them.
import { createBooksHost, type ZohoFinanceSdk } from '../hosts/books-host.ts';
import { createCrmHost, type ZohoCrmSdk } from '../hosts/crm-host.ts';
import { createDeskHost, type ZohoDeskSdk } from '../hosts/desk-host.ts';
import type { Host } from '../hosts/host.ts';

// What the hosts' scripts declare; naming one whose script did not load throws, within the host's own call.
// Not read from the window: a `const` global is no property of it.
declare const ZFAPPS: ZohoFinanceSdk;
declare const ZOHO: ZohoCrmSdk;
declare const ZOHODESK: ZohoDeskSdk;

/** What the package is for; the build leaves the other hosts out. */
declare const BUILT_FOR: string | undefined;

/** Address of our API without a slash at the end, from `<meta name="tallybridge-api">`. */
export function apiBaseOf(page: Document): string {
  const meta = page.querySelector<HTMLMetaElement>('meta[name="tallybridge-api"]');
  return (meta?.content ?? '').replace(/\/+$/, '');
}

/** The host named by `data-host` on the root element. */
export function chooseHost(frame: Window & typeof globalThis, isSettings: boolean): Host {
  const root = frame.document.documentElement;
  const apiBase = apiBaseOf(frame.document);
  const browserLocale = frame.navigator.language;
  const built = typeof BUILT_FOR === 'string' ? BUILT_FOR : root.dataset.host;
  switch (built) {
    case 'books':
    case 'inventory':
      return createBooksHost({
        kind: built,
        sdk: () => ZFAPPS,
        apiBase,
        browserLocale,
        inModal: isSettings,
        rootStyle: root.style,
      });
    case 'crm':
      return createCrmHost({
        sdk: () => ZOHO,
        apiBase,
        browserLocale,
      });
    case 'desk':
      return createDeskHost({
        sdk: () => ZOHODESK,
        apiBase,
        browserLocale,
        hasTicket: !isSettings,
      });
    default:
      throw new Error('the page names no host');
  }
}
