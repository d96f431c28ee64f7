// The shop's REST v3 and its webhooks, as a genuine client meets them.
import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SandboxClock } from '../../sandbox/clock.ts';
import { type ShopStandIn, startShop } from '../../sandbox/woocommerce/shop.ts';

const keys = { consumerKey: 'ck_test', consumerSecret: 'cs_test' };
const basic = `Basic ${Buffer.from('ck_test:cs_test').toString('base64')}`;
const merchant = { merchantId: 'm', keyId: 'k', secret: 'c2VjcmV0' };

interface Received {
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

let shop: ShopStandIn;
let receiver: Server;
let receiverUrl: string;
let receiverStatus = 200;
const received: Received[] = [];

beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    response.statusCode = receiverStatus;
    response.end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  receiverUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/shop`;
  shop = await startShop({
    clock: new SandboxClock(),
    dataDir: ':memory:',
    port: 0,
    ...keys,
    gateway: {
      url: 'http://127.0.0.1:9',
      host: 'apitest.cybersource.com',
      merchants: { USD: merchant, EUR: merchant, JPY: merchant },
    },
  });
});

afterAll(async () => {
  await shop.close();
  receiver.close();
});

async function call(
  path: string,
  method = 'GET',
  body?: object,
): Promise<{ status: number; headers: Headers; json: never }> {
  const answer = await fetch(`${shop.url}/wp-json/wc/v3${path}`, {
    method,
    headers: { authorization: basic, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, headers: answer.headers, json: (await answer.json()) as never };
}

const billing = {
  first_name: 'Robin',
  last_name: 'Ash',
  company: '',
  address_1: '18 Mill Lane',
  address_2: '',
  city: 'Portland',
  state: 'OR',
  postcode: '97201',
  country: 'US',
  email: 'robin.ash@example.com',
  phone: '',
};

describe('orders over REST', () => {
  test('an order has the amounts as strings in the decimals of its currency', async () => {
    const euro = shop.seedOrder({
      currency: 'EUR',
      billing,
      items: [{ sku: 'FILTER-100', quantity: 3 }],
    });
    const { json } = await call(`/orders/${euro.id}`);
    expect(json).toMatchObject({
      id: euro.id,
      number: String(euro.id),
      status: 'pending',
      currency: 'EUR',
      shipping_total: '7.90',
      cart_tax: '3.41',
      shipping_tax: '1.50',
      total_tax: '4.91',
      total: '30.78',
      transaction_id: '',
      date_paid: null,
      line_items: [
        { sku: 'FILTER-100', quantity: 3, subtotal: '17.97', total: '17.97', price: 5.99 },
      ],
      shipping_lines: [{ method_id: 'flat_rate', total: '7.90' }],
      fee_lines: [],
      coupon_lines: [],
    });
    const yen = shop.seedOrder({
      currency: 'JPY',
      billing,
      items: [{ sku: 'CUP-SET-6', quantity: 1 }],
    });
    expect((await call(`/orders/${yen.id}`)).json).toMatchObject({
      total: '7810',
      total_tax: '710',
    });
  });

  test('the lines, delivery and tax of every order add up to its total', async () => {
    const order = shop.seedOrder({
      currency: 'EUR',
      billing,
      items: [
        { sku: 'WATER-KIT', quantity: 7 },
        { sku: 'BEAN-DEC-500', quantity: 1 },
      ],
    });
    const sum = [...order.lines.map((line) => line.totalMinor + line.taxMinor)].reduce(
      (a, b) => a + b,
    );
    expect(sum + order.shippingMinor + order.shippingTaxMinor).toBe(order.totalMinor);
  });

  test('a change of status is kept, dated and noted', async () => {
    const order = shop.seedOrder({
      currency: 'USD',
      billing,
      items: [{ sku: 'CUP-SET-6', quantity: 1 }],
    });
    const changed = await call(`/orders/${order.id}`, 'PUT', {
      status: 'processing',
      transaction_id: '7000000000000000000001',
    });
    expect(changed.status).toBe(200);
    expect(changed.json).toMatchObject({
      status: 'processing',
      transaction_id: '7000000000000000000001',
      date_paid: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
    });
    const note = await call(`/orders/${order.id}/notes`, 'POST', { note: 'Paid by card.' });
    expect(note.status).toBe(201);
    expect((await call(`/orders/${order.id}/notes`)).json).toMatchObject([
      { note: 'Paid by card.', customer_note: false, author: 'WooCommerce' },
      { note: 'Order status changed from Pending payment to Processing.', author: 'system' },
    ]);
  });

  test('the list is paged, filtered and counted', async () => {
    const first = await call('/orders?per_page=1&status=pending');
    expect(first.json).toHaveLength(1);
    expect(Number(first.headers.get('x-wp-total'))).toBeGreaterThan(1);
    expect(first.headers.get('link')).toContain('rel="next"');
    expect((await call('/orders?after=2999-01-01T00:00:00')).json).toEqual([]);
  });

  test('refusals have the code, message and status of WordPress', async () => {
    expect(await call('/orders/999999')).toMatchObject({
      status: 404,
      json: { code: 'woocommerce_rest_shop_order_invalid_id', data: { status: 404 } },
    });
    expect(await call('/orders?status=paid')).toMatchObject({
      status: 400,
      json: { code: 'rest_invalid_param' },
    });
    expect(await call('/nowhere')).toMatchObject({ status: 404, json: { code: 'rest_no_route' } });
    const stranger = await fetch(`${shop.url}/wp-json/wc/v3/orders`);
    expect(stranger.status).toBe(401);
    expect(await stranger.json()).toMatchObject({ code: 'woocommerce_rest_cannot_view' });
    const wrong = await fetch(
      `${shop.url}/wp-json/wc/v3/orders?consumer_key=ck_test&consumer_secret=no`,
    );
    expect(await wrong.json()).toMatchObject({ code: 'woocommerce_rest_authentication_error' });
  });
});

describe('webhooks of the shop', () => {
  test('creation pings, a change is signed over its raw bytes', async () => {
    received.length = 0;
    const created = await call('/webhooks', 'POST', {
      topic: 'order.updated',
      delivery_url: receiverUrl,
      secret: 'shh',
    });
    expect(created).toMatchObject({ status: 201, json: { status: 'active', resource: 'order' } });
    expect(created.json).not.toHaveProperty('secret');
    expect(received.map((one) => one.body)).toEqual([
      `webhook_id=${(created.json as { id: number }).id}`,
    ]);
    const order = shop.seedOrder({
      currency: 'USD',
      billing,
      items: [{ sku: 'CUP-SET-6', quantity: 1 }],
    });
    await call(`/orders/${order.id}`, 'PUT', { status: 'on-hold' });
    await shop.idle();
    const sent = received[1];
    expect(sent?.headers).toMatchObject({
      'x-wc-webhook-topic': 'order.updated',
      'x-wc-webhook-signature': createHmac('sha256', 'shh')
        .update(sent?.body ?? '')
        .digest('base64'),
    });
    expect(JSON.parse(sent?.body ?? '')).toMatchObject({ id: order.id, status: 'on-hold' });
  });

  test('a receiver that keeps failing is disabled', async () => {
    receiverStatus = 500;
    const order = shop.seedOrder({
      currency: 'USD',
      billing,
      items: [{ sku: 'CUP-SET-6', quantity: 1 }],
    });
    for (let times = 0; times < 6; times += 1) {
      await call(`/orders/${order.id}`, 'PUT', { status: times % 2 === 0 ? 'on-hold' : 'pending' });
      await shop.idle();
    }
    receiverStatus = 200;
    expect((await call('/webhooks')).json).toMatchObject([{ status: 'disabled' }]);
  });
});
