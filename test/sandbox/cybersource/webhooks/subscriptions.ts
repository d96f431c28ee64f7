// Webhook subscriptions: what is stored, how it is shown, and which events it takes.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Collection } from '../../document-store.ts';
import { readValue } from '../body.ts';
import type { Merchant } from '../merchants.ts';
import { invalidField, Refusal } from '../refusal.ts';
import { productOf } from './payloads.ts';
import { type RetryPolicy, retryPolicySchema } from './retry-policy.ts';

interface Product {
  readonly productId: string;
  readonly eventTypes: readonly string[];
}

export interface Subscription {
  readonly webhookId: string;
  readonly organizationId: string;
  readonly name: string;
  readonly description: string;
  readonly products: readonly Product[];
  readonly webhookUrl: string;
  readonly healthCheckUrl: string;
  readonly notificationScope: 'SELF' | 'DESCENDANTS';
  readonly retryPolicy: RetryPolicy;
  readonly securityPolicy: Readonly<Record<string, unknown>>;
  readonly status: 'ACTIVE' | 'INACTIVE' | 'PENDING_REVIEW' | 'BLOCKED' | 'SUSPENDED';
  /** A health check that succeeds makes it ACTIVE. */
  readonly awaitsHealthCheck: boolean;
  readonly createdMs: number;
}

const productSchema = z.looseObject({
  productId: z.string().min(1),
  eventTypes: z.array(z.string()).min(1),
});

const changeSchema = z.looseObject({
  name: z.string().max(255).optional(),
  description: z.string().max(255).optional(),
  products: z.array(productSchema).min(1).optional(),
  webhookUrl: z.string().optional(),
  healthCheckUrl: z.string().optional(),
  notificationScope: z.enum(['SELF', 'DESCENDANTS']).optional(),
  retryPolicy: retryPolicySchema.optional(),
  securityPolicy: z.record(z.string(), z.unknown()).optional(),
});

const createSchema = changeSchema.extend({
  organizationId: z.string().min(1),
  products: z.array(productSchema).min(1),
  webhookUrl: z.string(),
});

const DEFAULT_POLICY = retryPolicySchema.parse({});

export class Subscriptions {
  readonly #rows: Collection<Subscription>;

  constructor(rows: Collection<Subscription>) {
    this.#rows = rows;
  }

  /** @param body the older flat form (productId, eventTypes) is read too. @throws Refusal 400 */
  create(merchant: Merchant, body: Record<string, unknown>, nowMs: number): Subscription {
    const { productId, eventTypes, products = [{ productId, eventTypes }] } = body;
    const asked = readValue({ ...body, products }, createSchema);
    if (!ownOrganizations(merchant).includes(asked.organizationId)) {
      throw invalidField('organizationId');
    }
    checkTarget(asked);
    return this.#put({
      webhookId: randomUUID(),
      organizationId: asked.organizationId,
      name: asked.name ?? '',
      description: asked.description ?? '',
      products: asked.products,
      webhookUrl: asked.webhookUrl,
      healthCheckUrl: asked.healthCheckUrl ?? asked.webhookUrl,
      notificationScope: asked.notificationScope ?? 'DESCENDANTS',
      retryPolicy: asked.retryPolicy ?? DEFAULT_POLICY,
      securityPolicy: asked.securityPolicy ?? { securityType: 'KEY', proxyType: 'external' },
      status: 'INACTIVE',
      awaitsHealthCheck: true,
      createdMs: nowMs,
    });
  }

  /** @throws Refusal 400 */
  change(row: Subscription, body: Record<string, unknown>): Subscription {
    const asked = readValue(body, changeSchema);
    checkTarget({
      webhookUrl: asked.webhookUrl ?? row.webhookUrl,
      healthCheckUrl: asked.healthCheckUrl,
      products: asked.products ?? row.products,
    });
    return this.update(row.webhookId, {
      ...(asked.name === undefined ? {} : { name: asked.name }),
      ...(asked.description === undefined ? {} : { description: asked.description }),
      ...(asked.products === undefined ? {} : { products: asked.products }),
      ...(asked.webhookUrl === undefined ? {} : { webhookUrl: asked.webhookUrl }),
      ...(asked.healthCheckUrl === undefined ? {} : { healthCheckUrl: asked.healthCheckUrl }),
      ...(asked.retryPolicy === undefined ? {} : { retryPolicy: asked.retryPolicy }),
      ...(asked.securityPolicy === undefined ? {} : { securityPolicy: asked.securityPolicy }),
      ...(asked.notificationScope === undefined
        ? {}
        : { notificationScope: asked.notificationScope }),
    });
  }

  update(webhookId: string, change: Partial<Subscription>): Subscription {
    const row = this.#rows.get(webhookId);
    if (row === undefined) throw new Error(`no subscription ${webhookId}`);
    return this.#put({ ...row, ...change });
  }

  get(webhookId: string): Subscription | undefined {
    return this.#rows.get(webhookId);
  }

  /** @throws Refusal 404 for an unknown one or another organization's. */
  own(merchant: Merchant, webhookId: string): Subscription {
    const row = this.#rows.get(webhookId);
    if (row === undefined || !ownOrganizations(merchant).includes(row.organizationId)) {
      throw subscriptionMissing();
    }
    return row;
  }

  listOwn(merchant: Merchant): Subscription[] {
    const organizations = ownOrganizations(merchant);
    return this.all().filter((row) => organizations.includes(row.organizationId));
  }

  all(): Subscription[] {
    return this.#rows.list();
  }

  delete(webhookId: string): void {
    this.#rows.delete(webhookId);
  }

  #put(row: Subscription): Subscription {
    return this.#rows.put(row.webhookId, row);
  }
}

/** Whether an event of that merchant goes to the subscription. */
export function takes(row: Subscription, merchant: Merchant, eventType: string): boolean {
  const inScope =
    row.organizationId === merchant.merchantId ||
    (row.organizationId === merchant.organizationId && row.notificationScope === 'DESCENDANTS');
  return inScope && row.products.some((product) => product.eventTypes.includes(eventType));
}

/** As the service answers it. */
export function subscriptionAnswer(row: Subscription): object {
  const { createdMs, awaitsHealthCheck, securityPolicy, ...shown } = row;
  return {
    ...shown,
    securityPolicy: { ...securityPolicy, digitalSignatureEnabled: 'yes' },
    createdOn: new Date(createdMs).toISOString(),
    version: '3',
    deliveryType: 'nrtdCentral',
  };
}

/** The organizations a merchant may manage webhooks and keys of. */
export function ownOrganizations(merchant: Merchant): string[] {
  return [merchant.merchantId, merchant.organizationId];
}

export function subscriptionMissing(): Refusal {
  const message = 'No webhook subscription was found';
  return new Refusal(404, message, () => ({ reason: 'NOT_FOUND', message, details: [] }));
}

function checkTarget(asked: {
  webhookUrl: string;
  healthCheckUrl?: string | undefined;
  products: readonly Product[];
}): void {
  if (!isAllowedUrl(asked.webhookUrl)) throw invalidField('webhookUrl');
  if (asked.healthCheckUrl !== undefined && !isAllowedUrl(asked.healthCheckUrl)) {
    throw invalidField('healthCheckUrl');
  }
  for (const { productId, eventTypes } of asked.products) {
    const known = eventTypes.every((eventType) => productOf(eventType) === productId);
    if (!known) throw invalidField('products.eventTypes');
  }
}

/** https, or plain http on this machine, which the real service does not allow. */
function isAllowedUrl(text: string): boolean {
  const url = URL.parse(text);
  if (url === null) return false;
  const local = ['127.0.0.1', 'localhost'].includes(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && local);
}
