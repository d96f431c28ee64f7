// Orders in the shop that were just paid at the gateway, ready to be announced to our functions.
import { request } from 'node:http';
import type { SandboxClock } from '../sandbox/clock.ts';
import type { CybersourceStandIn } from '../sandbox/cybersource/server.ts';
import type { ShopOrder } from '../sandbox/woocommerce/orders.ts';
import type { ShopStandIn } from '../sandbox/woocommerce/shop.ts';
import { paymentWebhook, type Subscription } from './webhook.ts';

export interface PaidOrder {
  readonly order: ShopOrder;
  readonly gatewayId: string;
  readonly paidAtMs: number;
}

interface Market {
  readonly clock: SandboxClock;
  readonly shop: ShopStandIn;
  readonly cybersource: CybersourceStandIn;
  readonly subscription: Subscription;
}

/** Who tells our hooks what the gateway would tell them. */
type Announcer = Pick<Market, 'clock' | 'subscription'> & { readonly gatewayHook: string };

/** How the order was paid: taken at once unless said otherwise. */
export type Paid = 'sale' | 'authorization' | 'review';

/** An order of two items of the customer of that number; the same number is the same person. */
export async function placePaidOrder(
  market: Market,
  customer: number,
  paid: Paid = 'sale',
): Promise<PaidOrder> {
  const { clock, shop } = market;
  const paidAtMs = clock.now();
  const billing = {
    first_name: 'Morgan',
    last_name: `Field ${customer}`,
    company: '',
    address_1: `${customer} Orchard Road`,
    address_2: '',
    city: 'Portland',
    state: 'OR',
    postcode: '97201',
    country: 'US',
    // The gateway's rules hold an address with this word for review.
    email: `customer-${customer}${paid === 'review' ? '+review' : ''}@example.com`,
    phone: '',
  };
  const items = [
    { sku: 'BEAN-ESP-1KG', quantity: 2 },
    { sku: 'CUP-SET-6', quantity: 1 },
  ];
  const order = shop.seedOrder({ currency: 'USD', billing, items });
  return { order, gatewayId: await payFor(market, order, paid), paidAtMs };
}

/** Pays an order at the gateway (once more). @returns the gateway's id of the payment. */
export async function payFor(
  { clock, cybersource, subscription }: Market,
  { id, totalMinor, billing }: ShopOrder,
  paid: Paid = 'sale',
): Promise<string> {
  const { payment } = await cybersource.seedTransaction({
    merchantId: subscription.merchantId,
    code: String(id),
    amountMinor: totalMinor,
    submitTimeMs: clock.now(),
    sale: paid !== 'authorization',
    card: { number: '4111111111111111', expirationMonth: '12', expirationYear: '2031' },
    billTo: {
      firstName: billing.first_name,
      lastName: billing.last_name,
      email: billing.email,
      address1: billing.address_1,
      locality: billing.city,
      administrativeArea: billing.state,
      postalCode: billing.postcode,
      country: billing.country,
    },
  });
  return payment.id;
}

/**
 * Sends the gateway's signed notification of the order's payment, or of another transaction that belongs to it.
 * @throws when it is not acknowledged.
 */
export function announce(
  { clock, gatewayHook, subscription }: Announcer,
  { order, gatewayId, paidAtMs }: PaidOrder,
  about: { readonly eventType?: string; readonly gatewayId?: string } = {},
): Promise<void> {
  const totalAmount = (order.totalMinor / 100).toFixed(2);
  const payment = {
    gatewayId,
    submittedAtMs: paidAtMs,
    code: String(order.id),
    totalAmount,
    currency: order.currency,
    ...about,
  };
  const { headers, body } = paymentWebhook(subscription, payment, clock.now());
  return postSigned(gatewayHook, headers, body);
}

/** @throws when it is not acknowledged. */
export function postSigned(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers }, (answer) => {
      answer.resume();
      if (answer.statusCode === 200) resolve();
      else reject(new Error(`an announcement was answered with ${answer.statusCode}`));
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

/** Resolves when the shop shows all of them as processing. @throws after `timeoutMs`. */
export async function untilProcessing(
  shop: ShopStandIn,
  paid: readonly PaidOrder[],
  timeoutMs: number,
): Promise<void> {
  const waiting = new Set(paid.map(({ order }) => order.id));
  const end = Date.now() + timeoutMs;
  for (;;) {
    for (const { id, status } of shop.orders()) if (status === 'processing') waiting.delete(id);
    if (waiting.size === 0) return;
    if (Date.now() > end) throw new Error(`${waiting.size} orders did not get through`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
