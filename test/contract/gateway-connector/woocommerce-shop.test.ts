// The shop connector against the WooCommerce stand-in.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLiveFields } from '../../../functions/core/catalogs/read-live-fields.ts';
import { createFetchTransport } from '../../../functions/core/connectors/transport/fetch-transport.ts';
import { createShopFields } from '../../../functions/core/connectors/woocommerce/field-list.ts';
import { createWooCommerceShop } from '../../../functions/core/connectors/woocommerce/woocommerce-shop.ts';
import type { Shop } from '../../../functions/core/ports/shop.ts';
import { SandboxClock } from '../../sandbox/clock.ts';
import { type ShopStandIn, startShop } from '../../sandbox/woocommerce/shop.ts';

const consumerKey = 'ck_test';
const consumerSecret = 'cs_test';
const merchant = { merchantId: 'm', keyId: 'k', secret: 'c2VjcmV0' };
const GATEWAY_ID = '7953500000000000000001';

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

let standIn: ShopStandIn;
let shop: Shop;

function connect(secret = consumerSecret): Shop {
  return createWooCommerceShop({
    url: standIn.url,
    consumerKey,
    consumerSecret: secret,
    transport: createFetchTransport(),
  });
}

beforeAll(async () => {
  standIn = await startShop({
    clock: new SandboxClock(),
    dataDir: ':memory:',
    port: 0,
    consumerKey,
    consumerSecret,
    gateway: {
      url: 'http://127.0.0.1:9',
      host: 'apitest.cybersource.com',
      merchants: { USD: merchant, EUR: merchant, JPY: merchant },
    },
  });
  shop = connect();
});

afterAll(() => standIn.close());

function place(currency: 'USD' | 'EUR' | 'JPY' = 'EUR'): string {
  const items = [
    { sku: 'FILTER-100', quantity: 3 },
    { sku: 'CUP-SET-6', quantity: 1 },
  ];
  return String(standIn.seedOrder({ currency, billing, items }).id);
}

interface ShownNote {
  readonly note: string;
  readonly customer_note: boolean;
}

/** The shop's own view, not through the connector. */
async function show(path: string): Promise<unknown> {
  const key = Buffer.from(`${consumerKey}:${consumerSecret}`).toString('base64');
  const headers = { authorization: `Basic ${key}` };
  const answer = await fetch(`${standIn.url}/wp-json/wc/v3${path}`, { headers });
  return answer.json();
}

async function ourNotes(id: string): Promise<ShownNote[]> {
  const notes = (await show(`/orders/${id}/notes`)) as ShownNote[];
  return notes.filter((note) => note.note.startsWith('Tallybridge'));
}

describe('an order of the shop', () => {
  test.each(['USD', 'EUR', 'JPY'] as const)(
    'in %s is read, and its parts make its total',
    async (currency) => {
      const id = place(currency);
      const read = await shop.readOrder(id);
      if (!read.ok) throw new Error(JSON.stringify(read.problem));
      const { lines, shipping, tax, total, customer } = read.value;
      expect(lines.map((line) => [line.sku, line.quantity])).toEqual([
        ['FILTER-100', 3],
        ['CUP-SET-6', 1],
      ]);
      const net = lines.reduce((sum, line) => sum + line.total.minor, 0);
      expect(net + shipping.minor + tax.minor).toBe(total.minor);
      expect(total.currency).toBe(currency);
      expect(customer).toMatchObject({
        email: 'robin.ash@example.com',
        billing: { city: 'Portland' },
      });
    },
  );

  test('brings along what plugins have added to recent orders, as fields', async () => {
    const connection = { url: standIn.url, consumerKey, consumerSecret };
    const fields = createShopFields({ ...connection, transport: createFetchTransport() });
    const id = place();
    const key = Buffer.from(`${consumerKey}:${consumerSecret}`).toString('base64');
    await fetch(`${standIn.url}/wp-json/wc/v3/orders/${id}`, {
      method: 'PUT',
      headers: { authorization: `Basic ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ meta_data: [{ key: '_vat_number', value: 'DE129273398' }] }),
    });
    const answer = await fields.readFields('order');
    expect(answer.ok && readLiveFields('woocommerce', answer.value)).toContainEqual({
      path: 'meta_data._vat_number',
      label: 'Vat number',
      type: 'text',
      custom: true,
    });
    expect(await fields.readFields('coupon')).toMatchObject({ problem: { code: 'not-found' } });
  });

  test('that is not there is not found, and wrong keys are told', async () => {
    expect(await shop.readOrder('999999')).toMatchObject({ problem: { code: 'not-found' } });
    expect(await connect('cs_wrong').readOrder(place())).toMatchObject({
      problem: { code: 'shop-refused', remedy: 'fix-setup' },
    });
  });

  test('is set to processing once, with the payment and one private note', async () => {
    const id = place();
    for (let i = 0; i < 3; i += 1) {
      expect(await shop.setOrderOutcome(id, 'processing', GATEWAY_ID)).toEqual({
        ok: true,
        value: { status: 'processing' },
      });
    }
    expect(await show(`/orders/${id}`)).toMatchObject({
      status: 'processing',
      transaction_id: GATEWAY_ID,
    });
    expect(await ourNotes(id)).toMatchObject([{ customer_note: false }]);
  });

  test('goes from held to processing, and never back', async () => {
    const id = place();
    await shop.setOrderOutcome(id, 'on-hold', GATEWAY_ID);
    await shop.setOrderOutcome(id, 'processing', GATEWAY_ID);
    for (const late of ['on-hold', 'failed'] as const) {
      expect(await shop.setOrderOutcome(id, late, GATEWAY_ID)).toMatchObject({
        value: { status: 'processing' },
      });
    }
    expect(await ourNotes(id)).toHaveLength(2);
  });

  test('whose change was made but not answered is finished by the next try', async () => {
    const id = place();
    standIn.faults.arm({ mode: 'cut-after', method: 'PUT' });
    expect(await shop.setOrderOutcome(id, 'processing', GATEWAY_ID)).toMatchObject({
      problem: { code: 'shop-unavailable' },
    });
    standIn.faults.arm({ mode: 'cut-after', method: 'POST' });
    expect(await shop.setOrderOutcome(id, 'processing', GATEWAY_ID)).toMatchObject({ ok: false });
    expect(await shop.setOrderOutcome(id, 'processing', GATEWAY_ID)).toMatchObject({ ok: true });
    expect(await ourNotes(id)).toHaveLength(1);
  });
});
