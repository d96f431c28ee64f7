// What the built packages say: which page belongs to which place, which connection and which domain may be called.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Product } from './proxy-envelopes.ts';

interface Manifest {
  readonly modules?: { readonly widgets?: readonly { location: string; url: string }[] };
  readonly usedConnections?: readonly { connectionLinkName: string }[];
  readonly connectors?: readonly { connectionLinkName: string }[];
  readonly whiteListedDomains?: readonly string[];
}

export class PackedWidget {
  readonly folder: string;
  readonly #product: Product;

  /** @param widgetDist the folder that holds one built package per product. */
  constructor(widgetDist: string, product: Product) {
    this.#product = product;
    this.folder = join(widgetDist, product);
  }

  /** The path of the page registered for a location; CRM registers its pages outside the manifest. */
  pageAt(location: string): string {
    const manifest = this.#manifest();
    if (manifest === undefined) return `/app/${location}.html`;
    const found = manifest.modules?.widgets?.find((widget) => widget.location === location);
    if (found === undefined) throw new Error(`${this.#product} has no widget at ${location}`);
    return found.url;
  }

  /** Undefined when the request may pass, else why the product's proxy refuses it. */
  refusal(connection: string | undefined, packedUrl: string): string | undefined {
    const manifest = this.#manifest();
    if (manifest === undefined) {
      return connection === CRM_CONNECTION ? undefined : unknownConnection(connection);
    }
    const declared = [...(manifest.usedConnections ?? []), ...(manifest.connectors ?? [])];
    if (!declared.some((one) => one.connectionLinkName === connection)) {
      return unknownConnection(connection);
    }
    const listed = manifest.whiteListedDomains ?? [];
    // Only Desk is known to refuse what is not listed; a list in a finance package is taken at its word.
    if (this.#product !== 'desk' && listed.length === 0) return undefined;
    const { origin } = new URL(packedUrl);
    return listed.some((domain) => new URL(domain).origin === origin)
      ? undefined
      : 'No entry found in plugin-manifest whiteListedDomains for requested URL';
  }

  #manifest(): Manifest | undefined {
    if (this.#product === 'crm') return undefined;
    const file = join(this.folder, 'plugin-manifest.json');
    if (!existsSync(file))
      throw new Error(`no package for ${this.#product}: build the widget first`);
    return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  }
}

/** In CRM an administrator makes the connection by hand, under this name. */
const CRM_CONNECTION = 'tallybridge_api';

function unknownConnection(name: string | undefined): string {
  return `The connection ${name ?? '(none)'} does not exist.`;
}
