// The hooks' routes: announcements from outside. Verify, one inbox row, 200; the work is done elsewhere.
// Plain functions instead of a router: the first request of a cold start is what a sender's time-out measures.
import { readShopDelivery } from '../connectors/woocommerce/read-notification.ts';
import { verifyShopWebhook } from '../connectors/woocommerce/webhook-signature.ts';
import { type InstallationId, isSafeId } from '../domain/ids.ts';
import type { Clock, Log } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import type { DoorKeys } from '../steps/read-door-keys.ts';
import { putInInbox } from '../work/inbox.ts';
import { enterCrm } from './crm-door.ts';
import { enterDesk } from './desk-door.ts';
import { enterDeskExtension } from './desk-extension-door.ts';
import type { DeskKeys } from './desk-keys.ts';
import { enterFinance } from './finance-door.ts';
import { enterGateway, namedKeyId } from './gateway-door.ts';

export interface HooksPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly doorKeys: (
    installation: InstallationId,
    wantedKeyId?: string,
  ) => Promise<DoorKeys | undefined>;
  /** Without them Desk's webhooks are refused. */
  readonly deskKeys?: DeskKeys;
  /** The `secret` of the Desk extension's manifest; without it nothing is believed of the extension. */
  readonly deskExtensionSecret?: string;
}

export interface HooksRequest {
  readonly method: string;
  /** Without query. */
  readonly path: string;
  /** Without `?`. */
  readonly query?: string;
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
  books: takeFinanceEvent,
  crm: takeCrmEvent,
  desk: takeDeskEvents,
  'desk-extension': takeDeskExtensionEvent,
};

/** Who announces something: the first part of each path. */
export const hookSources: readonly string[] = Object.keys(doors);

/** Never throws: what could not be stored is answered with 503, so that the sender tries again. */
export async function answerHook(ports: HooksPorts, request: HooksRequest): Promise<HooksAnswer> {
  if (request.path === '/health') return answer(200, 'ok');
  const [, source = '', installation = '', ...rest] = request.path.split('/');
  const door = Object.hasOwn(doors, source) ? doors[source] : undefined;
  if (door === undefined || rest.length > 0) return answer(404, 'not found');
  // Health checks of gateway, shop and Desk: nothing is read and nothing is stored.
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
  const secrets = believed(keys?.shopSecret, keys?.formerShopSecret);
  if (!secrets.some((secret) => verifyShopWebhook(signature, rawBody, secret))) {
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

async function takeFinanceEvent(
  ports: HooksPorts,
  installation: InstallationId,
  { headers, query = '', rawBody }: HooksRequest,
): Promise<HooksAnswer> {
  const keys = isSafeId(installation) ? await ports.doorKeys(installation) : undefined;
  const visit = believed(keys?.zoho?.financeSecret, keys?.zoho?.formerFinanceSecret)
    .map((secret) => enterFinance({ headers, query, rawBody }, secret))
    .find(({ kind }) => kind === 'in');
  if (visit?.kind !== 'in') return refuse(ports, installation, 'books');
  const { body, notice } = visit;
  if (notice === undefined) return answer(200, 'ok');
  const put = await putInInbox(ports, {
    installation,
    source: 'books',
    type: notice.record,
    subject: notice.id,
    // The poll that finds the same change says the same.
    sameness: [notice.record, notice.id, String(notice.changedAt ?? body)],
    body,
  });
  return answer(200, 'ok', put === 'stored');
}

async function takeCrmEvent(
  ports: HooksPorts,
  installation: InstallationId,
  { rawBody }: HooksRequest,
): Promise<HooksAnswer> {
  const keys = isSafeId(installation) ? await ports.doorKeys(installation) : undefined;
  const body = Buffer.from(rawBody).toString('utf8');
  const visit = believed(keys?.zoho?.crmToken, keys?.zoho?.formerCrmToken)
    .map((token) => enterCrm(body, token))
    .find(({ kind }) => kind === 'in');
  if (visit?.kind !== 'in') return refuse(ports, installation, 'crm');
  let stored = false;
  for (const { id, operation, at } of visit.notices) {
    const put = await putInInbox(ports, {
      installation,
      source: 'crm',
      type: 'crm-contact',
      subject: id,
      sameness: ['crm-contact', id, operation, at],
      body: '',
    });
    stored = stored || put === 'stored';
  }
  return answer(200, 'ok', stored);
}

async function takeDeskEvents(
  ports: HooksPorts,
  installation: InstallationId,
  { headers, rawBody }: HooksRequest,
): Promise<HooksAnswer> {
  const keys = isSafeId(installation) ? await ports.doorKeys(installation) : undefined;
  const { deskKeys } = ports;
  const desk = keys?.zoho?.desk;
  if (desk === undefined || deskKeys === undefined) {
    return refuse(ports, installation, 'desk');
  }
  const body = Buffer.from(rawBody).toString('utf8');
  const delivery = { headers, body, nowMs: ports.clock.now() };
  const visit = await enterDesk(delivery, desk, (keyId) => deskKeys(desk.url, keyId));
  if (visit.kind !== 'in') return refuse(ports, installation, 'desk');
  let stored = false;
  for (const { id, at, body: event } of visit.notices) {
    const put = await putInInbox(ports, {
      installation,
      source: 'desk',
      type: 'ticket',
      subject: id,
      sameness: ['ticket', id, at],
      body: event,
    });
    stored = stored || put === 'stored';
  }
  return answer(200, 'ok', stored);
}

/** The path names no installation: the manifest is the same for all. */
async function takeDeskExtensionEvent(
  ports: HooksPorts,
  _installation: InstallationId,
  request: HooksRequest,
): Promise<HooksAnswer> {
  const secret = ports.deskExtensionSecret;
  const visit = secret === undefined ? undefined : enterDeskExtension(request, secret);
  if (visit === undefined) return refuse(ports, '' as InstallationId, 'desk-extension');
  if (visit.event === 'onUninstall') {
    const { deskUninstalled } = await import('../steps/lifecycle/desk-uninstalled.ts');
    await deskUninstalled(ports, visit.orgId);
  }
  return answer(200, 'ok');
}

/** While a secret takes the place of another, either proves its sender. */
function believed(...secrets: readonly (string | undefined)[]): readonly string[] {
  return secrets.filter((secret) => secret !== undefined);
}

function refuse(ports: HooksPorts, installation: InstallationId, operation: string): HooksAnswer {
  ports.log.warn('a notification of Zoho was refused', { installation, operation });
  return answer(401, 'refused');
}

function answer(status: HooksAnswer['status'], text: string, stored = false): HooksAnswer {
  return { status, text, stored };
}
