// The frame of every host page: product bar, list of records, the document, the widget beside it.
import { html, raw } from 'hono/html';
import { fullName, type ZohoUser } from '../../zoho/users.ts';
import type { Product } from '../proxy-envelopes.ts';

export type Markup = ReturnType<typeof html>;

/** The record that a page shows, ready to be put into the frame or sent alone. */
export interface Document {
  readonly title: string;
  readonly content: Markup;
  /** What the SDK's `get` calls answer on this page. */
  readonly context: Readonly<Record<string, unknown>>;
}

export interface RecordLink {
  readonly href: string;
  readonly title: string;
  readonly detail: string;
  readonly figure?: string;
}

export interface HostPage {
  readonly product: Product;
  /** Heading over the list. */
  readonly section: string;
  readonly records: readonly RecordLink[];
  readonly path: string;
  readonly document: Document;
  readonly widget: {
    /** Origin of the widget's files. */
    readonly origin: string;
    readonly url: string;
    /** What the host hands over when it registers the widget. */
    readonly load: Readonly<Record<string, unknown>>;
    /** The event that tells of another record. */
    readonly changeEvent: string;
    readonly heading: string;
    /** The settings page has a Save button of the host's own. */
    readonly savable?: true;
  };
  readonly me: ZohoUser;
  readonly people: readonly ZohoUser[];
}

export const productNames: Readonly<Record<Product, string>> = {
  books: 'Books',
  inventory: 'Inventory',
  crm: 'CRM',
  desk: 'Desk',
};

const products: readonly (readonly [label: string, href: string, product?: Product])[] = [
  ['Books', '/books/invoices', 'books'],
  ['Inventory', '/inventory/invoices', 'inventory'],
  ['CRM', '/crm/contacts', 'crm'],
  ['Desk', '/desk/tickets', 'desk'],
];

/** JSON for a script element: nothing in it can end the element. */
function embedded(value: unknown): Markup {
  return html`${raw(JSON.stringify(value).replaceAll('<', '\\u003c'))}`;
}

function pageData(page: HostPage): unknown {
  const { widget, document } = page;
  return {
    product: page.product,
    widgetOrigin: widget.origin,
    widgetUrl: widget.url,
    changeEvent: widget.changeEvent,
    load: widget.load,
    context: document.context,
  };
}

/** What the bar of every page needs. */
export interface PageBar {
  readonly title: string;
  readonly me: ZohoUser;
  readonly people: readonly ZohoUser[];
  /** Where a switch of the person comes back to. */
  readonly path: string;
  readonly product?: Product;
}

/** A page without a record or a widget. */
export function plainPage(bar: PageBar, content: Markup): Markup {
  return shell(bar, 'plain', html`<main id="document">${content}</main>`);
}

export function frame(page: HostPage): Markup {
  const { product, path, me, people, widget } = page;
  const bar = {
    title: `${page.document.title} · ${productNames[product]}`,
    ...{ me, people, path, product },
  };
  return shell(
    bar,
    widget.savable ? 'settings' : product,
    html`<div class="columns">
  <nav class="records" aria-label="${page.section}">
    <h2>${page.section}</h2>
    <ul id="records">${page.records.map((record) => recordLink(record, path))}</ul>
  </nav>
  <main id="document" tabindex="-1">${page.document.content}</main>
  <aside class="side" aria-label="${widget.heading}">
    <h2>${widget.heading}</h2>
    <iframe id="widget" title="Tallybridge" allow="clipboard-write"></iframe>
    ${widget.savable ? html`<p><button id="save" type="button">Save</button></p>` : ''}
  </aside>
</div>
<dialog id="authorize" class="prompt" aria-labelledby="authorize-title">
  <h2 id="authorize-title">Authorize the connection</h2>
  <p>The widget uses the connection <strong id="authorize-name"></strong>, which you have not authorized yet.</p>
  <form method="dialog">
    <button id="authorize-open" type="button">Authorize</button>
    <button value="later">Not now</button>
  </form>
</dialog>
<p id="notice" role="status" hidden></p>
<script id="page" type="application/json">${embedded(pageData(page))}</script>
<script src="/host-page.js" type="module"></script>`,
  );
}

function shell(
  { title, me, people, path, product }: PageBar,
  look: string,
  content: Markup,
): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/hosts.css">
<link rel="stylesheet" href="/connections.css">
</head>
<body class="${look}">
<header class="bar">
  <strong class="product">${product === undefined ? 'Zoho' : productNames[product]} <span>stand-in</span></strong>
  <nav class="tabs" aria-label="Products">${products.map(
    ([label, href, one]) =>
      html`<a href="${href}" ${one === product ? raw('aria-current="true"') : ''}>${label}</a>`,
  )}<a href="/settings">Settings</a><a href="/connections">Connections</a></nav>
  <form id="user" method="post" action="/user">
    <input type="hidden" name="back" value="${path}">
    <label for="person">Signed in as</label>
    <select id="person" name="person">${people.map(
      (one) =>
        html`<option value="${one.email}" ${one.email === me.email ? 'selected' : ''}>${fullName(one)} (${one.isActive ? one.role : 'deactivated'})</option>`,
    )}</select>
    <noscript><button>Switch</button></noscript>
  </form>
</header>
${content}
<script src="/person-switch.js" type="module"></script>
</body>
</html>`;
}

function recordLink(record: RecordLink, path: string): Markup {
  return html`<li><a href="${record.href}" ${record.href === path ? raw('aria-current="page"') : ''}>
    <span class="title">${record.title}</span>
    ${record.figure === undefined ? '' : html`<span class="figure">${record.figure}</span>`}
    <span class="detail">${record.detail}</span>
  </a></li>`;
}

/** `paid`, `partially_paid` … as a coloured word. */
export function badge(status: string): Markup {
  return html`<span class="badge" data-status="${status}">${status.replaceAll('_', ' ')}</span>`;
}

/** An amount as a JSON number of the API, written for reading. */
export function money(amount: number, currency: string): string {
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: currency === '' ? 'USD' : currency,
    currencyDisplay: 'code',
  }).format(amount);
}
