// The hooks' routes: announcements from outside. Verify, one inbox row, 200; the work is done elsewhere.
// Plain functions instead of a router: the first request of a cold start is what a sender's time-out measures.
import { readShopDelivery } from '../connectors/woocommerce/read-notification.ts';
import { verifyShopWebhook } from '../connectors/woocommerce/webhook-signature.ts';
import { type InstallationId, isSafeId } from '../domain/ids.ts';
import type { Clock, Log } from '../ports/platform.ts';
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

export interface HooksRequest {
  readonly method: string;
  /** Without query. */
  readonly path: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly rawBody: Uint8Array;
}

export interface HooksAnswer {
  readonly status: 200 | 401 | 404 | 503;
  readonly text: string;
  /** Something new is in the inbox. */
  readonly stored: boolean;
}

/** @param installation as the path says, not yet known to exist. */
type Door = (
  ports: HooksPorts,
  installation: InstallationId,
  request: HooksRequest,
) => Promise<HooksAnswer>;

const doors: Readonly<Record<string, Door>> = {
  cybersource: takeGatewayEvent,
  woocommerce: takeShopEvent,
};

/** Never throws: what could not be stored is answered with 503, so that the sender tries again. */
export async function answerHook(ports: HooksPorts, request: HooksRequest): Promise<HooksAnswer> {
  if (request.path === '/health') return answer(200, 'ok');
  const [, source = '', installation = '', ...rest] = request.path.split('/');
  const door = Object.hasOwn(doors, source) ? doors[source] : undefined;
  if (door === undefined || rest.length > 0) return answer(404, 'not found');
  // Health checks of the gateway and of the shop: nothing is read and nothing is stored.
  if (request.method !== 'POST' || request.rawBody.byteLength === 0) return answer(200, 'ok');
  try {
    return await door(ports, installation as InstallationId, request);
  } catch (error) {
    const code = error instanceof Error ? error.name : 'unknown';
    ports.log.error('an announcement was not stored', { operation: source, code });
    return answer(503, 'try again');
  }
}

async function takeGatewayEvent(
  ports: HooksPorts,
  installation: InstallationId,
  { headers, rawBody }: HooksRequest,
): Promise<HooksAnswer> {
  const keys = isSafeId(installation)
    ? await ports.doorKeys(installation, namedKeyId(headers))
    : undefined;
  if (keys === undefined) return answer(401, 'unknown');
  const visit = enterGateway({ headers, rawBody, nowMs: ports.clock.now() }, keys);
  if (visit.kind === 'out') {
    ports.log.warn('a gateway notification was refused', { installation, code: visit.reason });
    return answer(401, 'refused');
  }
  let stored = false;
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
    stored = stored || put === 'stored';
  }
  return answer(200, 'ok', stored);
}

async function takeShopEvent(
  ports: HooksPorts,
  installation: InstallationId,
  { headers, rawBody }: HooksRequest,
): Promise<HooksAnswer> {
  const body = Buffer.from(rawBody).toString('utf8');
  const delivery = readShopDelivery(body, headers);
  if (delivery.kind === 'ping') return answer(200, 'ok');
  const keys = isSafeId(installation) ? await ports.doorKeys(installation) : undefined;
  const signature = headers['x-wc-webhook-signature'];
  if (keys?.shopSecret === undefined || !verifyShopWebhook(signature, rawBody, keys.shopSecret)) {
    ports.log.warn('a shop notification was refused', { installation });
    return answer(401, 'refused');
  }
  if (delivery.kind === 'unreadable') return answer(200, 'ok');
  const { notification } = delivery;
  const put = await putInInbox(ports, {
    installation,
    source: 'woocommerce',
    type: notification.topic,
    subject: notification.resourceId ?? '',
    sameness: [notification.dedupeKey],
    body,
  });
  return answer(200, 'ok', put === 'stored');
}

function answer(status: HooksAnswer['status'], text: string, stored = false): HooksAnswer {
  return { status, text, stored };
}
