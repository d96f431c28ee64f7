// The pages of connections: what a person has authorized, the way to the service and the way back.
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { isMember } from '../../zoho/people.ts';
import { fullName, type ZohoUser } from '../../zoho/users.ts';
import { type Markup, plainPage, productNames } from '../pages/frame.ts';
import { type Product, products, serviceOf } from '../proxy-envelopes.ts';
import type { Visitors } from '../visitors.ts';
import type { Connections } from './connections.ts';
import { CALLBACK_PATH, connectionNames } from './custom-service.ts';

export interface ConnectionRoutes {
  readonly connections: Connections;
  readonly visitors: Visitors;
}

export function connectionRoutes(options: ConnectionRoutes): Hono {
  const { connections, visitors } = options;
  const person = (c: Context) => visitors.person(c);
  const app = new Hono();
  app.get('/connections', (c) => {
    const me = person(c);
    const bar = { title: 'Connections', me, people: visitors.list(), path: '/connections' };
    return c.html(plainPage(bar, list(connections, me)));
  });
  app.get('/connections/authorize', (c) => {
    const product = productOf(c.req.query('product'));
    const me = person(c);
    if (product === undefined || !isMember(me, serviceOf(product))) return c.notFound();
    return c.redirect(connections.begin(product, me.email), 302);
  });
  app.get(CALLBACK_PATH, async (c) => {
    const finished = await connections.finish(c.req.query(), person(c).email);
    return c.html(
      finished.ok ? donePage(finished.product) : failedPage(finished.reason),
      finished.ok ? 200 : 400,
    );
  });
  app.post('/connections/revoke', async (c) => {
    const product = productOf(String((await c.req.parseBody()).product));
    if (product === undefined) return c.notFound();
    await connections.revoke(product, person(c).email);
    return c.redirect('/connections', 303);
  });
  return app;
}

function productOf(name: string | undefined): Product | undefined {
  return products.find((one) => one === name);
}

function list(connections: Connections, me: ZohoUser): Markup {
  return html`<h1>Connections</h1>
<p>What ${fullName(me)} has allowed. Each product keeps a connection of its own for each person.</p>
<ul class="connections">${products
    .filter((product) => isMember(me, serviceOf(product)))
    .map((product) => {
      const name = productNames[product];
      return html`<li><strong>${connectionNames[product]}</strong> in ${name}: ${
        connections.isAuthorized(product, me.email)
          ? html`authorized
            <form method="post" action="/connections/revoke"><button name="product" value="${product}">Revoke in ${name}</button></form>`
          : html`not authorized
            <form method="get" action="/connections/authorize"><button name="product" value="${product}">Authorize in ${name}</button></form>`
      }</li>`;
    })}</ul>`;
}

function donePage(product: Product): Markup {
  return closing(
    'Connected',
    html`<p>${connectionNames[product]} is authorized in ${productNames[product]}. You can close this window.</p>
<script type="module" src="/connected.js"></script>`,
  );
}

function failedPage(reason: string): Markup {
  return closing(
    'Not connected',
    html`<p role="alert">${reason}</p><p>Close this window and try again.</p>`,
  );
}

/** The last page of the window that the service's pages were shown in. */
function closing(title: string, content: Markup): Markup {
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/hosts.css"><link rel="stylesheet" href="/connections.css"></head>
<body><main class="closing"><h1>${title}</h1>${content}</main></body>
</html>`;
}
