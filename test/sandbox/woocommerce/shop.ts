// The web shop: pages for buyers, WooCommerce REST v3 and signed order webhooks.
import { DocumentStore } from '../document-store.ts';
import { applyFaults, Faults } from '../faults.ts';
import { createApp, listen, type StandIn, type StandInOptions } from '../stand-in.ts';
import type { ShopCurrency } from './catalog.ts';
import type { MerchantKeys } from './gateway-client.ts';
import { type OrderRequest, Orders, type ShopOrder } from './orders.ts';
import { restApi } from './rest/api.ts';
import { orderJson } from './rest/order-json.ts';
import { refusal } from './rest/rest-values.ts';
import { storefront } from './storefront/storefront.ts';
import { type ShopDelivery, Webhooks } from './webhooks.ts';

export interface ShopOptions extends StandInOptions {
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly gateway: {
    readonly url: string;
    readonly host: string;
    /** One merchant account for each currency that the shop sells in. */
    readonly merchants: Readonly<Record<ShopCurrency, MerchantKeys>>;
  };
}

export interface ShopStandIn extends StandIn {
  /** Newest first. */
  orders(): ShopOrder[];
  /** Places an order of the past, for the seed; announced like any other. */
  seedOrder(request: OrderRequest): ShopOrder;
  readonly deliveries: readonly ShopDelivery[];
  /** Resolves when no webhook is under way. */
  idle(): Promise<void>;
}

const REST_PATH = '/wp-json/wc/v3';

export async function startShop(options: ShopOptions): Promise<ShopStandIn> {
  const { clock } = options;
  const faults = new Faults();
  const store = new DocumentStore(options.dataDir, 'woocommerce');
  let url = '';
  const apiUrl = () => url + REST_PATH;
  const webhooks = new Webhooks({
    clock,
    store,
    faults,
    shopUrl: () => url,
    render: (order) => orderJson(order, apiUrl()),
  });
  const orders = new Orders(clock, store, (event, order) => webhooks.announce(event, order));

  const app = createApp();
  app.use(
    `${REST_PATH}/*`,
    applyFaults(faults, {
      rateLimit: () => refusal(429, 'too_many_requests', 'Too many requests.'),
    }),
  );
  app.route(
    REST_PATH,
    restApi({
      consumerKey: options.consumerKey,
      consumerSecret: options.consumerSecret,
      orders,
      webhooks,
      apiUrl,
    }),
  );
  app.all('/wp-json/*', () =>
    refusal(404, 'rest_no_route', 'No route was found matching the URL and request method.'),
  );
  const { gateway } = options;
  app.route(
    '/',
    storefront({
      clock,
      orders,
      gateway: { clock, url: gateway.url, host: gateway.host },
      merchants: gateway.merchants,
      shopUrl: () => url,
    }),
  );
  const server = await listen(app, options.port);
  url = server.url;

  return {
    name: 'woocommerce',
    url,
    faults,
    orders: () => orders.list(),
    seedOrder: (request) => orders.place(request),
    deliveries: webhooks.deliveries,
    idle: () => webhooks.idle(),
    async close() {
      await server.close();
      await webhooks.idle();
      store.close();
    },
  };
}
