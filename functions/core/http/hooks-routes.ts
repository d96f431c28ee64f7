// The hooks' routes: announcements from outside. Verify, one inbox row, 200; the work is done elsewhere.
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { readShopDelivery } from '../connectors/woocommerce/read-notification.ts';
import { verifyShopWebhook } from '../connectors/woocommerce/webhook-signature.ts';
import { type InstallationId, isSafeId } from '../domain/ids.ts';
import type { Clock, Log, Waker } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import type { DoorKeys } from '../steps/read-door-keys.ts';
import { putInInbox } from '../work/inbox.ts';
import { enterGateway, namedKeyId } from './gateway-door.ts';

export interface HooksPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly doorKeys: (
    installation: InstallationId,
    wantedKeyId?: string,
  ) => Promise<DoorKeys | undefined>;
}

export interface HooksBindings {
  /** Called when something new is in the inbox; acted on after the answer has gone out. */
  readonly waker: Waker;
}

type HooksContext = Context<{ Bindings: HooksBindings }>;

const BODY_BYTES_MAX = 1024 * 1024;

export function hooksRoutes(ports: HooksPorts) {
  const app = new Hono<{ Bindings: HooksBindings }>();
  app.onError((error, c) => {
    // The sender tries again: nothing was acknowledged.
    ports.log.error('an announcement was not stored', { code: error.name });
    return c.text('try again', 503);
  });
  app.use(bodyLimit({ maxSize: BODY_BYTES_MAX }));
  app.get('/health', (c) => c.text('ok'));
  // Health checks of the gateway and of the shop: nothing is read and nothing is stored.
  app.get('/cybersource/:installation', (c) => c.text('ok'));
  app.get('/woocommerce/:installation', (c) => c.text('ok'));
  app.post('/cybersource/:installation', (c) => takeGatewayEvent(ports, c));
  app.post('/woocommerce/:installation', (c) => takeShopEvent(ports, c));
  return app;
}

async function takeGatewayEvent(ports: HooksPorts, c: HooksContext): Promise<Response> {
  const rawBody = new Uint8Array(await c.req.arrayBuffer());
  if (rawBody.byteLength === 0) return c.text('ok');
  const headers = c.req.header();
  const installation = c.req.param('installation') as InstallationId;
  const keys = isSafeId(installation)
    ? await ports.doorKeys(installation, namedKeyId(headers))
    : undefined;
  if (keys === undefined) return c.text('unknown', 401);
  const visit = enterGateway({ headers, rawBody, nowMs: ports.clock.now() }, keys);
  if (visit.kind === 'out') {
    ports.log.warn('a gateway notification was refused', { installation, code: visit.reason });
    return c.text('refused', 401);
  }
  let stored = 0;
  for (const notification of visit.notifications) {
    const put = await putInInbox(ports, {
      installation,
      source: 'cybersource',
      type: notification.eventType,
      subject: notification.subjectId ?? '',
      merchantId: visit.merchantId,
      sameness: [notification.dedupeKey],
      body: visit.body,
    });
    if (put === 'stored') stored += 1;
  }
  if (stored > 0) await c.env.waker.wake();
  return c.text('ok');
}

async function takeShopEvent(ports: HooksPorts, c: HooksContext): Promise<Response> {
  const rawBody = new Uint8Array(await c.req.arrayBuffer());
  const body = Buffer.from(rawBody).toString('utf8');
  const headers = c.req.header();
  const delivery = readShopDelivery(body, headers);
  if (rawBody.byteLength === 0 || delivery.kind === 'ping') return c.text('ok');
  const installation = c.req.param('installation') as InstallationId;
  const keys = isSafeId(installation) ? await ports.doorKeys(installation) : undefined;
  const secret = keys?.shopSecret;
  if (
    secret === undefined ||
    !verifyShopWebhook(headers['x-wc-webhook-signature'], rawBody, secret)
  ) {
    ports.log.warn('a shop notification was refused', { installation });
    return c.text('refused', 401);
  }
  if (delivery.kind === 'unreadable') return c.text('ok');
  const { notification } = delivery;
  const put = await putInInbox(ports, {
    installation,
    source: 'woocommerce',
    type: notification.topic,
    subject: notification.resourceId ?? '',
    sameness: [notification.dedupeKey],
    body,
  });
  if (put === 'stored') await c.env.waker.wake();
  return c.text('ok');
}
