// Webhook subscriptions of one merchant id at the gateway, and the keys that it signs with.
import { ok, type Result, refused } from '../../domain/result.ts';
import type { GatewayProduct, SigningKey, Subscription } from '../../ports/setup.ts';
import { listAt, present, textAt, valueAt } from '../transport/read-json.ts';
import type { MerchantCalls } from './gateway-setup.ts';

const WEBHOOKS = '/notification-subscriptions/v2/webhooks';
const KEYS = '/kms/egress/v2/keys-sym';
const NAME = 'Tallybridge';
/** The longest that a key may live. */
const KEY_DAYS = 365;

/** Ten tries over half a day, as by default the gateway gives up after three minutes. */
const retryPolicy = {
  algorithm: 'GEOMETRIC',
  firstRetry: 1,
  interval: 2,
  numberOfRetries: 10,
  deactivateFlag: 'false',
  repeatSequenceCount: 0,
  repeatSequenceWaitTime: 0,
};

/** None at all is answered with 404. */
export async function listSubscriptions(
  calls: MerchantCalls,
): Promise<Result<readonly Subscription[]>> {
  const query = new URLSearchParams({ organizationId: calls.merchant });
  const what = 'The list of webhooks';
  const answer = await calls.ask({ method: 'GET', path: `${WEBHOOKS}?${query}` }, what);
  if (!answer.ok) return answer.problem.code === 'not-found' ? ok([]) : answer;
  const rows = Array.isArray(answer.value) ? answer.value : listAt(answer.value, 'webhooks');
  return ok(rows.flatMap((row) => readSubscription(row) ?? []));
}

/** A new key; the gateway signs with the newest, so the old one stays believed for a while. */
export async function createSigningKey(calls: MerchantCalls): Promise<Result<SigningKey>> {
  const { merchant } = calls;
  const body = {
    clientRequestAction: 'CREATE',
    keyInformation: {
      provider: 'nrtd',
      tenant: merchant,
      keyType: 'sharedSecret',
      organizationId: merchant,
      expiryDuration: String(KEY_DAYS),
    },
  };
  const headers = { 'v-c-sender-organization-id': merchant };
  const answer = await calls.ask({ method: 'POST', path: KEYS, headers, body }, 'The key');
  if (!answer.ok) return answer;
  const made = valueAt(answer.value, 'keyInformation');
  const keyId = textAt(made, 'keyId');
  const key = textAt(made, 'key');
  if (keyId === undefined || key === undefined) return refused(unreadable());
  const expiresAt = Date.parse(textAt(made, 'expirationDate') ?? '');
  return ok({ keyId, key, ...(Number.isNaN(expiresAt) ? {} : { expiresAt }) });
}

export async function subscribe(
  calls: MerchantCalls,
  url: string,
  products: readonly GatewayProduct[],
): Promise<Result<Subscription>> {
  const body = {
    name: NAME,
    description: 'Payments to the books',
    organizationId: calls.merchant,
    products: products.map(({ id, events }) => ({ productId: id, eventTypes: events })),
    webhookUrl: url,
    healthCheckUrl: url,
    notificationScope: 'SELF',
    retryPolicy,
    securityPolicy: { securityType: 'KEY', proxyType: 'external' },
  };
  const answer = await calls.ask({ method: 'POST', path: WEBHOOKS, body }, 'The webhook');
  if (!answer.ok) return answer;
  const made = readSubscription({ webhookUrl: url, ...(answer.value as object) });
  return made === undefined ? refused(unreadable()) : ok(made);
}

export async function activate(calls: MerchantCalls, id: string): Promise<Result<void>> {
  const path = `${WEBHOOKS}/${encodeURIComponent(id)}/status`;
  const answer = await calls.ask(
    { method: 'PUT', path, body: { status: 'ACTIVE' } },
    'The webhook',
  );
  return answer.ok ? ok(undefined) : answer;
}

/** One that is gone already is as good. */
export async function unsubscribe(calls: MerchantCalls, id: string): Promise<Result<void>> {
  const path = `${WEBHOOKS}/${encodeURIComponent(id)}`;
  const answer = await calls.ask({ method: 'DELETE', path }, 'The webhook');
  return answer.ok || answer.problem.code === 'not-found' ? ok(undefined) : answer;
}

function readSubscription(row: unknown): Subscription | undefined {
  const id = textAt(row, 'webhookId');
  if (id === undefined) return undefined;
  return present({
    id,
    url: textAt(row, 'webhookUrl') ?? '',
    status: textAt(row, 'status') ?? 'UNKNOWN',
    events: listAt(row, 'products').flatMap((product) =>
      listAt(product, 'eventTypes').filter((one): one is string => typeof one === 'string'),
    ),
  });
}

function unreadable() {
  return { code: 'gateway-unavailable', remedy: 'retry' } as const;
}
