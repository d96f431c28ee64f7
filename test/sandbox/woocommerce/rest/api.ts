// WooCommerce REST v3: orders with notes, products and webhooks.
import { Hono } from 'hono';
import * as z from 'zod/mini';
import { products } from '../catalog.ts';
import { decimalText } from '../money-text.ts';
import { type OrderChange, type Orders, orderStatuses, type ShopOrder } from '../orders.ts';
import { type Webhooks, webhookTopics } from '../webhooks.ts';
import { type ConsumerKeys, requireKeys } from './authentication.ts';
import { filterOrders } from './order-filters.ts';
import { noteJson, orderJson } from './order-json.ts';
import { page } from './paging.ts';
import { invalidParameter, refusal } from './rest-values.ts';
import { webhookJson } from './webhook-json.ts';

export interface RestApi extends ConsumerKeys {
  readonly orders: Orders;
  readonly webhooks: Webhooks;
  /** Address of `/wp-json/wc/v3`, known once the server listens. */
  readonly apiUrl: () => string;
}

const orderBody = z.object({
  status: z.optional(z.enum(orderStatuses)),
  transaction_id: z.optional(z.string()),
  customer_note: z.optional(z.string()),
  set_paid: z.optional(z.boolean()),
  meta_data: z.optional(z.array(z.object({ key: z.string(), value: z.unknown() }))),
});

const noteBody = z.object({
  note: z.string().check(z.minLength(1)),
  customer_note: z.optional(z.boolean()),
  added_by_user: z.optional(z.boolean()),
});

const webhookBody = z.object({
  name: z.optional(z.string()),
  status: z.optional(z.enum(['active', 'paused', 'disabled'])),
  topic: z.enum(webhookTopics),
  delivery_url: z.url({ protocol: /^https?$/ }),
  secret: z.optional(z.string()),
});

/** The parsed body, or WordPress' refusal of the first field that does not fit. */
async function parse<T>(schema: z.ZodMiniType<T>, request: Request): Promise<T | Response> {
  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return refusal(400, 'rest_invalid_json', 'Invalid JSON body passed.', {
      json_error_code: 4,
      json_error_message: 'Syntax error',
    });
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = String(issue?.path[0] ?? 'body');
  const missing = typeof body === 'object' && body !== null && !(field in body);
  return missing
    ? refusal(400, 'rest_missing_callback_param', `Missing parameter(s): ${field}`, {
        params: [field],
      })
    : invalidParameter(field, issue?.message ?? 'Invalid value.');
}

function changeOf(body: z.infer<typeof orderBody>, order: ShopOrder): OrderChange {
  const meta = body.meta_data?.map((entry, index) => ({
    id: order.id * 100 + order.meta.length + index,
    ...entry,
  }));
  return {
    ...(body.status === undefined ? {} : { status: body.status }),
    ...(body.transaction_id === undefined ? {} : { transactionId: body.transaction_id }),
    ...(body.customer_note === undefined ? {} : { customerNote: body.customer_note }),
    ...(body.set_paid === true && order.paidAt === undefined ? { paid: true } : {}),
    ...(meta === undefined
      ? {}
      : {
          meta: [
            ...order.meta.filter((old) => !meta.some((entry) => entry.key === old.key)),
            ...meta,
          ],
        }),
  };
}

export function restApi(api: RestApi): Hono {
  const app = new Hono();
  app.use(requireKeys(api));
  app.route('/orders', orderRoutes(api));
  app.route('/webhooks', webhookRoutes(api));
  app.get('/products', (c) => {
    const sku = c.req.query('sku');
    const found = products.filter((one) => sku === undefined || sku.split(',').includes(one.sku));
    return page(c.req.url, found, productJson);
  });
  return app;
}

function productJson(product: (typeof products)[number]): object {
  const price = decimalText(product.priceMinor.USD, 'USD');
  return {
    id: product.id,
    name: product.name,
    slug: product.slug,
    type: 'simple',
    status: 'publish',
    description: product.description,
    sku: product.sku,
    price,
    regular_price: price,
    sale_price: '',
    purchasable: true,
    virtual: false,
    stock_status: 'instock',
    tax_status: 'taxable',
    tax_class: '',
    meta_data: [],
  };
}

function orderRoutes(api: RestApi): Hono {
  const app = new Hono();
  const find = (id: string, status: number): ShopOrder | Response =>
    api.orders.get(Number(id)) ??
    refusal(status, 'woocommerce_rest_shop_order_invalid_id', 'Invalid ID.');

  app.get('/', (c) => {
    const found = filterOrders(api.orders.list(), c.req.url);
    if (found instanceof Response) return found;
    return page(c.req.url, found, (order) => orderJson(order, api.apiUrl()));
  });
  app.get('/:id{[0-9]+}', (c) => {
    const order = find(c.req.param('id'), 404);
    return order instanceof Response ? order : c.json(orderJson(order, api.apiUrl()));
  });
  app.on(['PUT', 'POST', 'PATCH'], '/:id{[0-9]+}', async (c) => {
    const order = find(c.req.param('id'), 400);
    if (order instanceof Response) return order;
    const body = await parse(orderBody, c.req.raw);
    if (body instanceof Response) return body;
    return c.json(orderJson(api.orders.change(order, changeOf(body, order)), api.apiUrl()));
  });
  app.get('/:id{[0-9]+}/notes', (c) => {
    const order = find(c.req.param('id'), 404);
    if (order instanceof Response) return order;
    return page(c.req.url, order.notes.toReversed(), (note) => noteJson(order, note, api.apiUrl()));
  });
  app.post('/:id{[0-9]+}/notes', async (c) => {
    const order = find(c.req.param('id'), 404);
    if (order instanceof Response) return order;
    const body = await parse(noteBody, c.req.raw);
    if (body instanceof Response) return body;
    const author = body.added_by_user === true ? 'Finance Administrator' : 'WooCommerce';
    const note = api.orders.addNote(order, body.note, author, body.customer_note ?? false);
    return c.json(noteJson(order, note, api.apiUrl()), 201);
  });
  return app;
}

function webhookRoutes(api: RestApi): Hono {
  const app = new Hono();
  app.get('/', (c) =>
    page(c.req.url, api.webhooks.list(), (webhook) => webhookJson(webhook, api.apiUrl())),
  );
  app.post('/', async (c) => {
    const body = await parse(webhookBody, c.req.raw);
    if (body instanceof Response) return body;
    const webhook = await api.webhooks.create({
      topic: body.topic,
      deliveryUrl: body.delivery_url,
      ...(body.name === undefined ? {} : { name: body.name }),
      ...(body.status === undefined ? {} : { status: body.status }),
      ...(body.secret === undefined ? {} : { secret: body.secret }),
    });
    return c.json(webhookJson(webhook, api.apiUrl()), 201);
  });
  app.get('/:id{[0-9]+}', (c) => {
    const webhook = api.webhooks.get(c.req.param('id'));
    if (webhook === undefined) return unknownWebhook(404);
    return c.json(webhookJson(webhook, api.apiUrl()));
  });
  app.on(['PUT', 'POST', 'PATCH'], '/:id{[0-9]+}', async (c) => {
    const webhook = api.webhooks.get(c.req.param('id'));
    if (webhook === undefined) return unknownWebhook(400);
    const body = await parse(z.partial(webhookBody), c.req.raw);
    if (body instanceof Response) return body;
    const changed = api.webhooks.change(webhook, {
      ...(body.name === undefined ? {} : { name: body.name }),
      ...(body.status === undefined ? {} : { status: body.status }),
      ...(body.topic === undefined ? {} : { topic: body.topic }),
      ...(body.delivery_url === undefined ? {} : { deliveryUrl: body.delivery_url }),
      ...(body.secret === undefined ? {} : { secret: body.secret }),
    });
    return c.json(webhookJson(changed, api.apiUrl()));
  });
  app.delete('/:id{[0-9]+}', (c) => {
    const webhook = api.webhooks.get(c.req.param('id'));
    if (webhook === undefined) return unknownWebhook(404);
    if (c.req.query('force') !== 'true') {
      return refusal(
        501,
        'woocommerce_rest_trash_not_supported',
        'Webhooks do not support trashing.',
      );
    }
    api.webhooks.delete(webhook);
    return c.json(webhookJson(webhook, api.apiUrl()));
  });
  return app;
}

function unknownWebhook(status: number): Response {
  return refusal(status, 'woocommerce_rest_shop_webhook_invalid_id', 'Invalid ID.');
}
