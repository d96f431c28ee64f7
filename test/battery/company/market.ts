// What happens outside: orders in the shop, and what cards, reviewers and the Business Center do at the gateway.
import { GATEWAY_HOST, merchantIds } from '../../sandbox/setup/company-facts.ts';
import { createGatewayClient } from '../../sandbox/woocommerce/gateway-client.ts';
import { decimalText } from '../../sandbox/woocommerce/money-text.ts';
import type { ShopOrder } from '../../sandbox/woocommerce/orders.ts';
import type { Company } from './company.ts';

export type MarketCurrency = ShopOrder['currency'];

/** One order and the payment that was tried for it. */
export interface Purchase {
  readonly order: ShopOrder;
  /** The gateway's id of the payment. */
  readonly paymentId: string;
}

export interface Buyer {
  readonly firstName: string;
  readonly lastName: string;
  /** A `+review`, `+reject` or `+decline` behind the name makes the gateway do so. */
  readonly email: string;
}

/** Where it happens. */
type Outside = Pick<Company, 'clock' | 'credentials' | 'cybersource' | 'shop'>;

/** What the gateway answered to a request of somebody else than us. */
export interface GatewayReply {
  readonly status: number;
  readonly id: string;
}

const card = { number: '4111111111111111', expirationMonth: '12', expirationYear: '2031' };

export class Market {
  readonly #company: Outside;
  readonly #call: ReturnType<typeof createGatewayClient>;

  constructor(company: Outside) {
    const { clock, cybersource } = company;
    this.#company = company;
    this.#call = createGatewayClient({ clock, url: cybersource.url, host: GATEWAY_HOST });
  }

  /** Two items (or more of them) and one; announced by the shop. */
  order(buyer: Buyer, currency: MarketCurrency = 'USD', quantity = 2): ShopOrder {
    const billing = {
      first_name: buyer.firstName,
      last_name: buyer.lastName,
      company: '',
      address_1: '12 Orchard Road',
      address_2: '',
      city: 'Portland',
      state: 'OR',
      postcode: '97201',
      country: 'US',
      email: buyer.email,
      phone: '',
    };
    const items = [
      { sku: 'BEAN-ESP-1KG', quantity },
      { sku: 'CUP-SET-6', quantity: 1 },
    ];
    return this.#company.shop.seedOrder({ currency, billing, items });
  }

  /** @param capture a sale; otherwise an authorization only. */
  async pay(order: ShopOrder, capture: boolean): Promise<Purchase> {
    const { id } = await this.#ask(order.currency, '/pts/v2/payments', {
      clientReferenceInformation: { code: String(order.id) },
      processingInformation: { capture },
      paymentInformation: {
        card,
      },
      orderInformation: {
        amountDetails: amount(order.totalMinor, order.currency),
        billTo: billTo(order),
      },
    });
    return { order, paymentId: id };
  }

  /** A sale whose holder will dispute a part of it at that moment. */
  async payAndDispute(
    order: ShopOrder,
    disputed: { readonly amountMinor: number; readonly openedAtMs: number },
  ): Promise<Purchase> {
    const { clock, cybersource } = this.#company;
    const { payment } = await cybersource.seedTransaction({
      merchantId: merchantIds[order.currency],
      code: String(order.id),
      amountMinor: order.totalMinor,
      submitTimeMs: clock.now(),
      sale: true,
      card,
      billTo: billTo(order),
      disputed,
      announce: true,
    });
    return { order, paymentId: payment.id };
  }

  capture({ order, paymentId }: Purchase, amountMinor: number): Promise<GatewayReply> {
    const path = `/pts/v2/payments/${paymentId}/captures`;
    return this.#ask(order.currency, path, followOn(order, amountMinor));
  }

  /** A reviewer decides; what is accepted is captured at once. */
  decide({ order, paymentId }: Purchase, decision: 'ACCEPT' | 'REJECT'): Promise<GatewayReply> {
    const action = decision === 'ACCEPT' ? 'CAPTURE' : 'REVERSE';
    return this.#ask(order.currency, `/risk/v1/decisions/${paymentId}/actions`, {
      decisionInformation: { decision },
      processingInformation: { actionList: [action] },
    });
  }

  /** Somebody refunds in the Business Center. */
  refund({ order, paymentId }: Purchase, amountMinor: number): Promise<GatewayReply> {
    const path = `/pts/v2/payments/${paymentId}/refunds`;
    return this.#ask(order.currency, path, followOn(order, amountMinor));
  }

  /** Somebody voids the sale in the Business Center. */
  voidSale({ order, paymentId }: Purchase): Promise<GatewayReply> {
    const clientReferenceInformation = { code: String(order.id) };
    const path = `/pts/v2/payments/${paymentId}/voids`;
    return this.#ask(order.currency, path, { clientReferenceInformation });
  }

  async #ask(currency: MarketCurrency, path: string, body: object): Promise<GatewayReply> {
    const merchant = this.#company.credentials.merchants[currency];
    const { status, text } = await this.#call(merchant, 'POST', path, body);
    const { id = '' } = JSON.parse(text) as { id?: string };
    return { status, id };
  }
}

function billTo({ billing }: ShopOrder) {
  return {
    firstName: billing.first_name,
    lastName: billing.last_name,
    email: billing.email,
    address1: billing.address_1,
    locality: billing.city,
    administrativeArea: billing.state,
    postalCode: billing.postcode,
    country: billing.country,
  };
}

function amount(minor: number, currency: MarketCurrency) {
  return { totalAmount: decimalText(minor, currency), currency };
}

function followOn(order: ShopOrder, amountMinor: number): object {
  return {
    clientReferenceInformation: { code: String(order.id) },
    orderInformation: { amountDetails: amount(amountMinor, order.currency) },
  };
}
