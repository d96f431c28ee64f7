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
}

interface Market {
  readonly clock: SandboxClock;
  readonly shop: ShopStandIn;
  readonly cybersource: CybersourceStandIn;
  readonly subscription: Subscription;
}

/** A sale of two items to the customer of that number; the same number is the same person. */
export async function placePaidOrder(market: Market, customer: number): Promise<PaidOrder> {
  const { clock, shop, cybersource, subscription } = market;
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
    email: `customer-${customer}@example.com`,
    phone: '',
  };
  const items = [
    { sku: 'BEAN-ESP-1KG', quantity: 2 },
    { sku: 'CUP-SET-6', quantity: 1 },
  ];
  const order = shop.seedOrder({ currency: 'USD', billing, items });
  const { payment } = await cybersource.seedTransaction({
    merchantId: subscription.merchantId,
    code: String(order.id),
    amountMinor: order.totalMinor,
    submitTimeMs: clock.now(),
    sale: true,
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
  return { order, gatewayId: payment.id };
}

/** Sends the gateway's signed notification of the payment. @throws when it is not acknowledged. */
export function announce(
  url: string,
  subscription: Subscription,
  { order, gatewayId }: PaidOrder,
): Promise<void> {
  const totalAmount = (order.totalMinor / 100).toFixed(2);
  const payment = { gatewayId, code: String(order.id), totalAmount, currency: order.currency };
  const { headers, body } = paymentWebhook(subscription, payment, Date.now());
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
  while (waiting.size > 0) {
    for (const { id, status } of shop.orders()) if (status === 'processing') waiting.delete(id);
    if (Date.now() > end) throw new Error(`${waiting.size} orders did not get through`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
