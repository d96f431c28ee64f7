// A shop over a scripted transport, and an order as WooCommerce's REST API gives it.
import { createWooCommerceShop } from '../../../../functions/core/connectors/woocommerce/woocommerce-shop.ts';
import type { HttpOutcome } from '../../../../functions/core/ports/platform.ts';
import type { Shop } from '../../../../functions/core/ports/shop.ts';
import { type ScriptedTransport, scriptedTransport } from '../transport/scripted-transport.ts';

export interface ScriptedShop {
  readonly shop: Shop;
  readonly transport: ScriptedTransport;
}

export function scriptedShop(...outcomes: readonly HttpOutcome[]): ScriptedShop {
  const transport = scriptedTransport(...outcomes);
  const shop = createWooCommerceShop({
    url: 'https://shop.example.com/',
    consumerKey: 'ck_1',
    consumerSecret: 'cs_1',
    transport,
  });
  return { shop, transport };
}

/** Two lines, shipping, a fee and tax: 2 x 10.00 + 5.50 + 4.90 + 1.00 + 6.28 = 37.68. */
export function shopOrder(more: Readonly<Record<string, unknown>> = {}) {
  return {
    id: 1042,
    number: '1042',
    status: 'pending',
    currency: 'EUR',
    date_created: '2026-11-22T13:20:00',
    date_created_gmt: '2026-11-22T12:20:00',
    total: '37.68',
    total_tax: '6.28',
    shipping_total: '4.90',
    transaction_id: '',
    billing: {
      first_name: 'Ada',
      last_name: 'Byron',
      company: '',
      address_1: '12 Square',
      address_2: '',
      city: 'London',
      state: '',
      postcode: 'SW1Y 4JH',
      country: 'GB',
      email: 'Ada@example.com',
      phone: '+44 20 7946 0000',
    },
    shipping: { first_name: '', address_1: '', city: '', country: '', postcode: '' },
    line_items: [
      { id: 1, sku: 'MUG-1', name: 'Mug', quantity: 2, subtotal: '22.00', total: '20.00' },
      { id: 2, sku: null, name: 'Gift wrap', quantity: 1, subtotal: '5.50', total: '5.50' },
    ],
    shipping_lines: [{ id: 3, method_title: 'Parcel', total: '4.90' }],
    fee_lines: [{ id: 4, name: 'Card fee', total: '1.00', total_tax: '0.00' }],
    ...more,
  };
}
