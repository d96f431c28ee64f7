// The routes of webhook keys and subscriptions, /kms/egress/v2 and /notification-subscriptions.
import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Collection } from '../../document-store.ts';
import type { Faults } from '../../faults.ts';
import { type Api, createApi } from '../api.ts';
import { readBody, readObject } from '../body.ts';
import { timestamp } from '../ids.ts';
import type { Merchant } from '../merchants.ts';
import { invalidField, invalidRequest } from '../refusal.ts';
import type { DeliveryQueue } from './delivery-queue.ts';
import { baseHeaders } from './notification.ts';
import { products } from './payloads.ts';
import { signatureHeader, type WebhookKey } from './signing.ts';
import {
  ownOrganizations,
  type Subscription,
  type Subscriptions,
  subscriptionAnswer,
  subscriptionMissing,
} from './subscriptions.ts';

const DAY_MS = 86_400_000;

const keySchema = z.looseObject({
  clientRequestAction: z.literal('CREATE'),
  keyInformation: z.looseObject({
    provider: z.literal('nrtd'),
    tenant: z.string().min(1),
    keyType: z.literal('sharedSecret'),
    organizationId: z.string().min(1),
    expiryDuration: z.coerce.number().int().min(1).max(365).optional(),
  }),
});

const statusSchema = z.looseObject({ status: z.enum(['ACTIVE', 'INACTIVE']) });

export interface WebhookParts {
  readonly keys: Collection<WebhookKey>;
  readonly subscriptions: Subscriptions;
  readonly queue: DeliveryQueue;
  readonly faults: Faults;
  now(): number;
}

export function webhookRoutes(parts: WebhookParts): Api {
  const { subscriptions } = parts;
  const api = createApi();
  api.post('/kms/egress/v2/keys-sym', (c) => {
    const { keyInformation } = readBody(c.var.body, keySchema);
    const sender = c.req.header('v-c-sender-organization-id') ?? keyInformation.organizationId;
    const own = ownOrganizations(c.var.merchant);
    if (!own.includes(sender) || !own.includes(keyInformation.organizationId)) {
      throw invalidField('keyInformation.organizationId');
    }
    const days = keyInformation.expiryDuration ?? 365;
    return c.json(
      keyAnswer(createKey(parts, keyInformation.organizationId, days), parts.now()),
      201,
    );
  });
  api.get('/notification-subscriptions/v2/products/:organizationId', (c) => {
    if (!ownOrganizations(c.var.merchant).includes(c.req.param('organizationId'))) {
      throw subscriptionMissing();
    }
    return c.json(productList());
  });
  api.post('/notification-subscriptions/v2/webhooks', (c) => {
    const body = readObject(c.var.body);
    const row = createSubscription(parts, c.var.merchant, body);
    return c.json(subscriptionAnswer(row), 201);
  });
  api.get('/notification-subscriptions/v2/webhooks', (c) => {
    turnStatus(parts, c.var.merchant);
    const rows = subscriptions
      .listOwn(c.var.merchant)
      .filter((row) => isAskedFor(row, c.req.query()));
    if (rows.length === 0) throw subscriptionMissing();
    return c.json(rows.map(subscriptionAnswer));
  });
  api.get('/notification-subscriptions/v2/webhooks/:id', (c) =>
    c.json(subscriptionAnswer(subscriptions.own(c.var.merchant, c.req.param('id')))),
  );
  api.patch('/notification-subscriptions/v2/webhooks/:id', (c) => {
    const row = subscriptions.own(c.var.merchant, c.req.param('id'));
    return c.json(subscriptionAnswer(subscriptions.change(row, readObject(c.var.body))));
  });
  api.put('/notification-subscriptions/v2/webhooks/:id/status', (c) => {
    const row = subscriptions.own(c.var.merchant, c.req.param('id'));
    const { status } = readBody(c.var.body, statusSchema);
    if (row.status === 'PENDING_REVIEW' || row.status === 'BLOCKED') {
      throw invalidRequest('INVALID_DATA', 'The URLs are not released');
    }
    subscriptions.update(row.webhookId, { status, awaitsHealthCheck: false });
    return c.body(null, 200);
  });
  api.delete('/notification-subscriptions/v2/webhooks/:id', (c) => {
    subscriptions.delete(subscriptions.own(c.var.merchant, c.req.param('id')).webhookId);
    return c.body(null, 204);
  });
  api.post('/notification-subscriptions/v1/webhooks/:id', async (c) => {
    const row = subscriptions.own(c.var.merchant, c.req.param('id'));
    return c.json(await sendTest(parts, row), 201);
  });
  return api;
}

/** Stores a subscription and asks its receiver for a sign of life, unless its URLs wait for review. */
export function createSubscription(
  parts: WebhookParts,
  merchant: Merchant,
  body: Record<string, unknown>,
): Subscription {
  const row = parts.subscriptions.create(merchant, body, parts.now());
  if (parts.faults.takeSwitch('webhook-pending-review')) {
    const waiting = { status: 'PENDING_REVIEW', awaitsHealthCheck: false } as const;
    return parts.subscriptions.update(row.webhookId, waiting);
  }
  parts.queue.checkHealth(row.webhookId);
  return row;
}

const statusSwitches = [
  ['webhook-suspend', 'SUSPENDED'],
  ['webhook-block', 'BLOCKED'],
  ['webhook-review', 'PENDING_REVIEW'],
] as const;

/** The fault switches that stop a merchant's subscriptions: seen when somebody next looks. */
function turnStatus({ faults, subscriptions }: WebhookParts, merchant: Merchant): void {
  for (const [name, status] of statusSwitches) {
    if (!faults.takeSwitch(name)) continue;
    for (const { webhookId } of subscriptions.listOwn(merchant)) {
      subscriptions.update(webhookId, { status, awaitsHealthCheck: false });
    }
  }
}

/** A new signing key; the organization's newest one signs. */
export function createKey(parts: WebhookParts, organizationId: string, days: number): WebhookKey {
  const createdMs = parts.now();
  const key = {
    keyId: randomUUID(),
    organizationId,
    key: randomBytes(32).toString('base64'),
    createdMs,
    expiresMs: createdMs + days * DAY_MS,
  };
  return parts.keys.put(key.keyId, key);
}

function keyAnswer(key: WebhookKey, nowMs: number): object {
  return {
    submitTimeUtc: timestamp(nowMs),
    status: 'SUCCESS',
    keyInformation: {
      provider: 'nrtd',
      tenant: key.organizationId,
      organizationId: key.organizationId,
      keyId: key.keyId,
      key: key.key,
      keyType: 'sharedSecret',
      status: 'ACTIVE',
      expirationDate: timestamp(key.expiresMs),
    },
  };
}

function productList(): object[] {
  return Object.entries(products).map(([productId, events]) => ({
    productId,
    productName: productId.replaceAll(/([A-Z])/g, ' $1').replace(/^./, (c) => c.toUpperCase()),
    eventTypes: events.map((eventName) => ({
      eventName,
      displayName: eventName.split('.').join(' '),
      frequency: 1,
      timeSensitivity: true,
      payloadEncryption: false,
    })),
  }));
}

function isAskedFor(row: Subscription, query: Record<string, string>): boolean {
  const { organizationId, productId, eventType } = query;
  return (
    (organizationId === undefined || row.organizationId === organizationId) &&
    row.products.some(
      (product) =>
        (productId === undefined || product.productId === productId) &&
        (eventType === undefined || product.eventTypes.includes(eventType)),
    )
  );
}

/** The test notification has `payloads` and a retry number that is a string. */
async function sendTest(parts: WebhookParts, row: Subscription): Promise<object> {
  const product = row.products[0];
  const eventType = product?.eventTypes[0] ?? '';
  const productId = product?.productId ?? '';
  const nowMs = parts.now();
  const notification = {
    eventDate: timestamp(nowMs).slice(0, 19),
    eventType,
    organizationId: row.organizationId,
    payloads: { testPayload: { message: 'A test notification of this webhook subscription' } },
    productId,
    requestType: 'NEW',
    retryNumber: '0',
    transactionTraceId: randomUUID(),
    webhookId: row.webhookId,
  };
  const body = JSON.stringify(notification);
  const key = newestKey(parts.keys, row.organizationId);
  await parts.queue.sendNow({
    url: row.webhookUrl,
    headers: {
      ...baseHeaders(row, eventType, productId),
      'v-c-request-type': 'NEW',
      'v-c-retry-count': '0',
      'v-c-transaction-trace-id': notification.transactionTraceId,
      ...(key === undefined ? {} : { 'v-c-signature': signatureHeader(key, nowMs, body) }),
    },
    body,
  });
  return notification;
}

/** The key that signs for an organization. */
export function newestKey(
  keys: Collection<WebhookKey>,
  organizationId: string,
): WebhookKey | undefined {
  return keys.list().findLast((key) => key.organizationId === organizationId);
}
