// The frame of every host page: product bar, list of records, the document, the widget beside it.
import { html, raw } from 'hono/html';
import type { Product } from '../proxy-envelopes.ts';
import type { StaffMember } from '../staff-token.ts';

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
  readonly member: StaffMember;
  readonly members: readonly StaffMember[];
}

const productNames: Readonly<Record<Product, string>> = {
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

export function frame(page: HostPage): Markup {
  const name = productNames[page.product];
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.document.title} · ${name}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/hosts.css">
</head>
<body class="${page.widget.savable ? 'settings' : page.product}">
<header class="bar">
  <strong class="product">${name} <span>stand-in</span></strong>
  <nav class="tabs" aria-label="Products">${products.map(
    ([label, href, product]) =>
      html`<a href="${href}" ${product === page.product ? raw('aria-current="true"') : ''}>${label}</a>`,
  )}<a href="/settings">Settings</a></nav>
  <form id="user" method="post" action="/user">
    <input type="hidden" name="back" value="${page.path}">
    <label for="role">Signed in as</label>
    <select id="role" name="role">${page.members.map(
      (one) =>
        html`<option value="${one.role}" ${one.role === page.member.role ? 'selected' : ''}>${one.name} (${one.role})</option>`,
    )}</select>
    <noscript><button>Switch</button></noscript>
  </form>
</header>
<div class="columns">
  <nav class="records" aria-label="${page.section}">
    <h2>${page.section}</h2>
    <ul id="records">${page.records.map((record) => recordLink(record, page.path))}</ul>
  </nav>
  <main id="document" tabindex="-1">${page.document.content}</main>
  <aside class="side" aria-label="${page.widget.heading}">
    <h2>${page.widget.heading}</h2>
    <iframe id="widget" title="Tallybridge" allow="clipboard-write"></iframe>
    ${page.widget.savable ? html`<p><button id="save" type="button">Save</button></p>` : ''}
  </aside>
</div>
<p id="notice" role="status" hidden></p>
<script id="page" type="application/json">${embedded(pageData(page))}</script>
<script src="/host-page.js" type="module"></script>
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
