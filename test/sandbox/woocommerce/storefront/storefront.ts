// The shop's pages for buyers: products, cart, checkout, thank-you.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import type { SandboxClock } from '../../clock.ts';
import { isShopCurrency, productBySku, type ShopCurrency } from '../catalog.ts';
import {
  type CallGateway,
  type CaptureContext,
  createGatewayClient,
  type GatewayAccess,
  isGenuineToken,
  type MerchantKeys,
  openCardFields,
} from '../gateway-client.ts';
import type { Address, Orders, ShopOrder } from '../orders.ts';
import { readCart, readCurrency, withQuantity, writeCart, writeCurrency } from './cart.ts';
import { checkoutPage } from './checkout-page.ts';
import { layout, type Markup } from './layout.ts';
import { cartPage, productsPage, receivedPage, statusText } from './pages.ts';
import { chargeCard } from './payment.ts';

export interface Storefront {
  readonly clock: SandboxClock;
  readonly orders: Orders;
  readonly gateway: GatewayAccess;
  readonly merchants: Readonly<Record<ShopCurrency, MerchantKeys>>;
  readonly shopUrl: () => string;
}

/** One buyer on the checkout page: the card fields that were opened and the order once it was placed. */
interface Checkout {
  readonly currency: ShopCurrency;
  readonly context: CaptureContext;
  orderId?: number;
}

const text = z.string().check(z.trim(), z.maxLength(200));
const needed = text.check(z.minLength(1));
const payBody = z.object({
  session: z.string(),
  token: z.string(),
  reserveOnly: z.boolean(),
  billing: z.object({
    first_name: needed,
    last_name: needed,
    company: text,
    address_1: needed,
    city: needed,
    state: text,
    postcode: needed,
    country: needed,
    email: z.email(),
    phone: text,
  }),
});

const OPEN_CHECKOUTS = 200;

/** @returns the routes of the shop outside `/wp-json`. */
export function storefront(shop: Storefront): Hono {
  const app = new Hono();
  const call = createGatewayClient(shop.gateway);
  const checkouts = new Map<string, Checkout>();

  assets(app);
  app.get('/', (c) => show(c, 'Products', productsPage(readCurrency(c))));
  app.get('/cart', (c) => show(c, 'Cart', cartPage(readCart(c), readCurrency(c))));
  app.post('/cart', async (c) => {
    const sku = String((await c.req.parseBody()).sku);
    const items = readCart(c);
    const had = items.find((item) => item.sku === sku)?.quantity ?? 0;
    if (productBySku(sku) !== undefined) writeCart(c, withQuantity(items, sku, had + 1));
    return c.redirect('/cart', 303);
  });
  app.post('/cart/quantity', async (c) => {
    const body = await c.req.parseBody();
    writeCart(c, withQuantity(readCart(c), String(body.sku), Number(body.quantity)));
    return c.redirect('/cart', 303);
  });
  app.post('/currency', async (c) => {
    const body = await c.req.parseBody();
    const currency = String(body.currency);
    if (isShopCurrency(currency)) writeCurrency(c, currency);
    const back = String(body.back);
    return c.redirect(/^\/[a-z-]*$/.test(back) ? back : '/', 303);
  });
  app.get('/checkout', (c) => {
    const items = readCart(c);
    if (items.length === 0) return c.redirect('/cart', 303);
    const year = new Date(shop.clock.now()).getUTCFullYear() + 1;
    return show(c, 'Checkout', checkoutPage(items, readCurrency(c), year));
  });
  app.post('/checkout/card-fields', async (c) => {
    const currency = readCurrency(c);
    const merchant = shop.merchants[currency];
    const context = await openCardFields(shop.gateway, call, merchant, shop.shopUrl());
    const session = randomUUID();
    checkouts.set(session, { currency, context });
    for (const old of [...checkouts.keys()].slice(0, -OPEN_CHECKOUTS)) checkouts.delete(old);
    const { jwt: captureContext, clientLibrary, clientLibraryIntegrity } = context;
    return c.json({ session, captureContext, clientLibrary, clientLibraryIntegrity });
  });
  app.post('/checkout/pay', (c) => pay(c, shop, call, checkouts));
  received(app, shop.orders);
  return app;
}

async function show(c: Context, title: string, content: Markup): Promise<Response> {
  const cartCount = readCart(c).reduce((sum, item) => sum + item.quantity, 0);
  const path = new URL(c.req.url).pathname;
  return c.html(await layout({ title, currency: readCurrency(c), cartCount, path }, content));
}

function assets(app: Hono): void {
  const types = {
    'shop.css': 'text/css',
    'checkout.css': 'text/css',
    'checkout.js': 'text/javascript',
    'received.js': 'text/javascript',
  };
  for (const [name, type] of Object.entries(types)) {
    const content = readFileSync(new URL(name, import.meta.url), 'utf8');
    app.get(`/${name}`, (c) => c.body(content, 200, { 'content-type': `${type}; charset=utf-8` }));
  }
}

async function pay(
  c: Context,
  shop: Storefront,
  call: CallGateway,
  checkouts: Map<string, Checkout>,
): Promise<Response> {
  const parsed = payBody.safeParse(await c.req.json());
  if (!parsed.success) {
    const field = String(parsed.error.issues[0]?.path.at(-1)).replaceAll('_', ' ');
    return c.json({ message: `Please check: ${field}.` }, 400);
  }
  const { session, token, billing, reserveOnly } = parsed.data;
  const checkout = checkouts.get(session);
  if (checkout === undefined || checkout.currency !== readCurrency(c)) {
    return c.json({ message: 'This page is too old. Please reload it.' }, 409);
  }
  if (!(await isGenuineToken(shop.gateway, checkout.context, token))) {
    return c.json({ message: 'The card was not read. Please reload the page.' }, 400);
  }
  const order = orderOf(c, shop.orders, checkout, { ...billing, address_2: '' });
  const merchant = shop.merchants[checkout.currency];
  const outcome = await chargeCard(call, merchant, order, token, !reserveOnly);
  if (outcome.kind === 'declined') {
    shop.orders.addNote(order, outcome.message, 'system', false);
    return c.json({ message: outcome.message }, 402);
  }
  checkouts.delete(session);
  writeCart(c, []);
  return c.json({ redirect: `/order-received/${order.id}?key=${order.key}` });
}

/** A second try with another card is the same order, unless the cart changed meanwhile. */
function orderOf(c: Context, orders: Orders, checkout: Checkout, billing: Address): ShopOrder {
  const items = readCart(c);
  const placed = checkout.orderId === undefined ? undefined : orders.get(checkout.orderId);
  const asked = items.map((item) => `${item.sku}*${item.quantity}`).join();
  const same = placed?.lines.map((line) => `${line.sku}*${line.quantity}`).join() === asked;
  if (placed !== undefined && same) return orders.change(placed, { billing, status: 'pending' });
  const order = orders.place({ currency: checkout.currency, billing, items });
  checkout.orderId = order.id;
  return order;
}

function received(app: Hono, orders: Orders): void {
  const find = (c: Context): ShopOrder | undefined => {
    const order = orders.get(Number(c.req.param('id')));
    return order?.key === c.req.query('key') ? order : undefined;
  };
  app.get('/order-received/:id', (c) => {
    const order = find(c);
    return order === undefined ? c.notFound() : show(c, 'Order', receivedPage(order));
  });
  app.get('/order-received/:id/state', (c) => {
    const order = find(c);
    if (order === undefined) return c.notFound();
    return c.json({ status: order.status, ...statusText(order.status) });
  });
}
