// The shop's webhooks: registered by REST, signed, delivered once each, disabled after too many failures.
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { SandboxClock } from '../clock.ts';
import type { Collection, DocumentStore } from '../document-store.ts';
import type { Faults } from '../faults.ts';
import type { OrderEvent, ShopOrder } from './orders.ts';

export const webhookTopics = ['order.created', 'order.updated'] as const satisfies OrderEvent[];

export interface Webhook {
  readonly id: number;
  readonly name: string;
  readonly status: 'active' | 'paused' | 'disabled';
  readonly topic: OrderEvent;
  readonly deliveryUrl: string;
  readonly secret: string;
  readonly failures: number;
  readonly createdAt: number;
  readonly changedAt: number;
}

/** One delivery as the control page shows it. */
export interface ShopDelivery {
  readonly at: number;
  readonly topic: string;
  readonly orderId: number;
  readonly url: string;
  /** The answer's status; 0 when there was none. */
  readonly status: number;
}

export interface WebhooksOptions {
  readonly clock: SandboxClock;
  readonly store: DocumentStore;
  readonly faults: Faults;
  readonly shopUrl: () => string;
  readonly render: (order: ShopOrder) => object;
}

const TIMEOUT_MS = 5_000;
const MAX_FAILURES = 5;
const KEPT_DELIVERIES = 100;

export class Webhooks {
  readonly deliveries: ShopDelivery[] = [];
  readonly #options: WebhooksOptions;
  readonly #webhooks: Collection<Webhook>;
  readonly #running = new Set<Promise<void>>();

  constructor(options: WebhooksOptions) {
    this.#options = options;
    this.#webhooks = options.store.collection('webhook');
  }

  list(): Webhook[] {
    return this.#webhooks.list();
  }

  get(id: string): Webhook | undefined {
    return this.#webhooks.get(id);
  }

  /** Saves it and pings the address once, unsigned, as WooCommerce does. */
  async create(
    request: Pick<Webhook, 'topic' | 'deliveryUrl'> &
      Partial<Pick<Webhook, 'name' | 'status' | 'secret'>>,
  ): Promise<Webhook> {
    const at = this.#options.clock.now();
    const webhook: Webhook = {
      name: `Webhook created on ${new Date(at).toISOString()}`,
      status: 'active',
      secret: randomBytes(25).toString('hex'),
      ...request,
      id: this.#options.store.next('webhook-id'),
      failures: 0,
      createdAt: at,
      changedAt: at,
    };
    this.#webhooks.put(String(webhook.id), webhook);
    await this.#post(webhook.deliveryUrl, `webhook_id=${webhook.id}`, {
      'content-type': 'application/x-www-form-urlencoded',
    });
    return webhook;
  }

  change(webhook: Webhook, change: Partial<Webhook>): Webhook {
    const changed = {
      ...webhook,
      ...change,
      ...(change.status === 'active' ? { failures: 0 } : {}),
      changedAt: this.#options.clock.now(),
    };
    return this.#webhooks.put(String(webhook.id), changed);
  }

  delete(webhook: Webhook): void {
    this.#webhooks.delete(String(webhook.id));
  }

  /** Starts the deliveries of one event and returns at once. */
  announce(topic: OrderEvent, order: ShopOrder): void {
    const due = this.list().filter((one) => one.status === 'active' && one.topic === topic);
    for (const webhook of due) {
      const delivery = this.#deliver(webhook, order).finally(() => this.#running.delete(delivery));
      this.#running.add(delivery);
    }
  }

  /** Resolves when nothing is being delivered. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  async #deliver(webhook: Webhook, order: ShopOrder): Promise<void> {
    if (this.#options.faults.takeSwitch('webhook-drop')) return;
    const body = JSON.stringify(this.#options.render(order));
    const times = this.#options.faults.takeSwitch('webhook-duplicate') ? 2 : 1;
    for (let sent = 0; sent < times; sent += 1) {
      const status = await this.#post(webhook.deliveryUrl, body, this.#headers(webhook, body));
      this.#record(webhook, order, status);
    }
  }

  #headers(webhook: Webhook, body: string): Record<string, string> {
    const [resource = '', event = ''] = webhook.topic.split('.');
    return {
      'content-type': 'application/json',
      'user-agent': 'WooCommerce/9.4.2 Hookshot (WordPress/6.7)',
      'x-wc-webhook-source': `${this.#options.shopUrl()}/`,
      'x-wc-webhook-topic': webhook.topic,
      'x-wc-webhook-resource': resource,
      'x-wc-webhook-event': event,
      'x-wc-webhook-signature': createHmac('sha256', webhook.secret).update(body).digest('base64'),
      'x-wc-webhook-id': String(webhook.id),
      'x-wc-webhook-delivery-id': randomUUID().replaceAll('-', ''),
    };
  }

  #record(webhook: Webhook, order: ShopOrder, status: number): void {
    const { id: orderId } = order;
    const at = this.#options.clock.now();
    this.deliveries.push({ at, topic: webhook.topic, orderId, url: webhook.deliveryUrl, status });
    if (this.deliveries.length > KEPT_DELIVERIES) this.deliveries.shift();
    const current = this.#webhooks.get(String(webhook.id));
    if (current === undefined) return;
    const failures = status >= 200 && status < 400 ? 0 : current.failures + 1;
    this.#webhooks.put(String(webhook.id), {
      ...current,
      failures,
      ...(failures > MAX_FAILURES ? { status: 'disabled' as const } : {}),
    });
  }

  /** The answer's status, 0 without an answer: a broken receiver never breaks the shop. */
  async #post(url: string, body: string, headers: Record<string, string>): Promise<number> {
    try {
      const answer = await fetch(url, {
        method: 'POST',
        body,
        headers,
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      return 0;
    }
  }
}
