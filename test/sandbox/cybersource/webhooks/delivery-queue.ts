// The delivery queue: sends notifications when due, retries by each subscription's policy, and survives a restart.
import { randomUUID } from 'node:crypto';
import type { SandboxClock } from '../../clock.ts';
import type { Collection } from '../../document-store.ts';
import type { Faults } from '../../faults.ts';
import type { GatewayEvent } from '../gateway.ts';
import {
  buildNotification,
  isHealthy,
  isReceived,
  type Notification,
  type Receipt,
  send,
} from './notification.ts';
import { productOf } from './payloads.ts';
import { retryWaits } from './retry-policy.ts';
import type { WebhookKey } from './signing.ts';
import { type Subscription, type Subscriptions, takes } from './subscriptions.ts';

/** One try. The trace id differs from try to try. */
export interface Attempt extends Receipt {
  readonly timeMs: number;
  readonly transactionTraceId: string;
}

export interface Delivery {
  readonly id: string;
  readonly webhookId: string;
  readonly eventType: string;
  readonly eventMs: number;
  readonly payload: object;
  /**
   * waiting for its time; delivered; failed after all retries; held while the subscription is
   * suspended; held-back and dropped by a fault switch.
   */
  readonly state: 'waiting' | 'delivered' | 'failed' | 'held' | 'held-back' | 'dropped';
  readonly dueMs: number;
  readonly attempts: readonly Attempt[];
}

export interface DeliveryQueueParts {
  readonly deliveries: Collection<Delivery>;
  readonly subscriptions: Subscriptions;
  readonly clock: SandboxClock;
  readonly faults: Faults;
  /** The signing key of an organization, if it has made one. */
  keyOf(organizationId: string): WebhookKey | undefined;
  /** From the event to its first notification. */
  readonly delayMs: number;
  /** How long a minute of a retry policy lasts. */
  readonly retryMinuteMs: number;
}

const KEPT_DELIVERIES = 2000;
const LONGEST_TIMER_MS = 60_000;

export class DeliveryQueue {
  readonly #parts: DeliveryQueueParts;
  readonly #running = new Set<Promise<void>>();
  readonly #waiting = new Map<string, Delivery>();
  readonly #checking = new Set<string>();
  readonly #stopListening: () => void;
  readonly #healthTimer: NodeJS.Timeout;
  #timer: NodeJS.Timeout | undefined;
  readonly #closing = new AbortController();

  constructor(parts: DeliveryQueueParts) {
    this.#parts = parts;
    for (const delivery of parts.deliveries.list()) {
      if (delivery.state === 'waiting') this.#waiting.set(delivery.id, delivery);
    }
    this.#stopListening = parts.clock.onJump(() => this.#wake());
    this.#healthTimer = setInterval(() => this.#checkAllHealth(), parts.retryMinuteMs).unref();
    this.#wake();
  }

  get deliveries(): Delivery[] {
    return this.#parts.deliveries.list();
  }

  /** Queues one delivery per subscription that takes the event. */
  enqueue(event: GatewayEvent): void {
    const { subscriptions, clock, delayMs } = this.#parts;
    for (const subscription of subscriptions.all()) {
      const open = subscription.status === 'ACTIVE' || subscription.status === 'SUSPENDED';
      if (!open || !takes(subscription, event.merchant, event.eventType)) continue;
      this.#save({
        id: randomUUID(),
        webhookId: subscription.webhookId,
        eventType: event.eventType,
        eventMs: clock.now(),
        payload: event.payload,
        state: subscription.status === 'SUSPENDED' ? 'held' : 'waiting',
        dueMs: clock.now() + delayMs,
        attempts: [],
      });
    }
    this.#forgetOldest();
    this.#wake();
  }

  /** Asks the receiver if it is there; a yes activates the subscription and sends what was held. */
  checkHealth(webhookId: string): void {
    if (this.#checking.has(webhookId)) return;
    this.#checking.add(webhookId);
    this.#run(this.#activateIfHealthy(webhookId).finally(() => this.#checking.delete(webhookId)));
  }

  /** Sends one notification outside the queue, ended by closing it. */
  sendNow(notification: Notification): Promise<Receipt> {
    return send(notification, this.#closing.signal);
  }

  /** Resolves once nothing is being sent, and every first attempt was made. */
  async idle(): Promise<void> {
    while (this.#running.size > 0 || this.#awaitsFirstAttempt()) {
      if (this.#running.size > 0) await Promise.all(this.#running);
      else await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
    clearTimeout(this.#timer);
    clearInterval(this.#healthTimer);
    this.#stopListening();
    await Promise.all(this.#running);
  }

  #awaitsFirstAttempt(): boolean {
    return (
      !this.#closing.signal.aborted &&
      [...this.#waiting.values()].some((one) => one.attempts.length === 0)
    );
  }

  #wake(): void {
    clearTimeout(this.#timer);
    if (this.#closing.signal.aborted) return;
    const now = this.#parts.clock.now();
    for (const delivery of [...this.#waiting.values()]) {
      if (delivery.dueMs > now) continue;
      this.#waiting.delete(delivery.id);
      this.#run(this.#attempt(delivery));
    }
    const next = Math.min(...[...this.#waiting.values()].map((delivery) => delivery.dueMs));
    if (Number.isFinite(next)) {
      this.#timer = setTimeout(() => this.#wake(), Math.min(next - now, LONGEST_TIMER_MS)).unref();
    }
  }

  async #attempt(delivery: Delivery): Promise<void> {
    const { subscriptions, faults } = this.#parts;
    const subscription = subscriptions.get(delivery.webhookId);
    if (subscription?.status !== 'ACTIVE') {
      this.#save({ ...delivery, state: subscription?.status === 'SUSPENDED' ? 'held' : 'failed' });
      return;
    }
    if (delivery.attempts.length === 0) {
      if (faults.takeSwitch('webhook-drop')) {
        this.#save({ ...delivery, state: 'dropped' });
        return;
      }
      if (faults.takeSwitch('webhook-reorder')) {
        this.#save({ ...delivery, state: 'held-back' });
        return;
      }
    }
    this.#settle(delivery, subscription, await this.#sendOnce(delivery, subscription));
    if (this.#closing.signal.aborted) return;
    this.#releaseHeldBack();
  }

  async #sendOnce(delivery: Delivery, subscription: Subscription): Promise<Attempt> {
    const { clock, faults, keyOf } = this.#parts;
    const timeMs = clock.now();
    const transactionTraceId = randomUUID();
    const notification = buildNotification(
      subscription,
      {
        eventType: delivery.eventType,
        productId: productOf(delivery.eventType) ?? '',
        eventMs: delivery.eventMs,
        transactionTraceId,
        retryNumber: delivery.attempts.length,
        payload: delivery.payload,
      },
      keyOf(subscription.organizationId),
      timeMs,
      faults.takeSwitch('webhook-payload-signature') ? 'payload' : 'body',
    );
    const receipt = await this.sendNow(notification);
    if (faults.takeSwitch('webhook-duplicate')) await this.sendNow(notification);
    return { ...receipt, timeMs, transactionTraceId };
  }

  #settle(delivery: Delivery, subscription: Subscription, attempt: Attempt): void {
    const { clock, retryMinuteMs, subscriptions } = this.#parts;
    const attempts = [...delivery.attempts, attempt];
    if (isReceived(attempt)) {
      this.#save({ ...delivery, attempts, state: 'delivered' });
      return;
    }
    const waitMinutes = retryWaits(subscription.retryPolicy)[attempts.length - 1];
    if (waitMinutes !== undefined) {
      const dueMs = clock.now() + waitMinutes * retryMinuteMs;
      this.#save({ ...delivery, attempts, state: 'waiting', dueMs });
      this.#wake();
      return;
    }
    const { deactivateFlag } = subscription.retryPolicy;
    this.#save({ ...delivery, attempts, state: deactivateFlag ? 'held' : 'failed' });
    if (deactivateFlag) {
      subscriptions.update(subscription.webhookId, {
        status: 'SUSPENDED',
        awaitsHealthCheck: true,
      });
    }
  }

  /** The one that was held back goes out after the one that came after it. */
  #releaseHeldBack(): void {
    for (const delivery of this.deliveries.filter((one) => one.state === 'held-back')) {
      const subscription = this.#parts.subscriptions.get(delivery.webhookId);
      if (subscription === undefined) continue;
      this.#run(
        this.#sendOnce(delivery, subscription).then((attempt) =>
          this.#settle(delivery, subscription, attempt),
        ),
      );
    }
  }

  #checkAllHealth(): void {
    for (const subscription of this.#parts.subscriptions.all()) {
      if (subscription.awaitsHealthCheck) this.checkHealth(subscription.webhookId);
    }
  }

  async #activateIfHealthy(webhookId: string): Promise<void> {
    const { subscriptions } = this.#parts;
    const asked = subscriptions.get(webhookId);
    if (
      asked === undefined ||
      !(await isHealthy(asked, this.#closing.signal)) ||
      this.#closing.signal.aborted
    )
      return;
    const subscription = subscriptions.get(webhookId);
    if (subscription?.awaitsHealthCheck !== true) return;
    subscriptions.update(webhookId, { status: 'ACTIVE', awaitsHealthCheck: false });
    for (const delivery of this.deliveries) {
      if (delivery.webhookId !== webhookId || delivery.state !== 'held') continue;
      this.#save({ ...delivery, state: 'waiting', dueMs: this.#parts.clock.now() });
    }
    this.#wake();
  }

  #save(delivery: Delivery): void {
    if (this.#closing.signal.aborted) return;
    this.#parts.deliveries.put(delivery.id, delivery);
    if (delivery.state === 'waiting') this.#waiting.set(delivery.id, delivery);
    else this.#waiting.delete(delivery.id);
  }

  #forgetOldest(): void {
    const { deliveries } = this.#parts;
    if (deliveries.size <= KEPT_DELIVERIES) return;
    const done = deliveries.list().find((one) => ['delivered', 'failed'].includes(one.state));
    if (done !== undefined) deliveries.delete(done.id);
  }

  #run(work: Promise<void>): void {
    const tracked = work.finally(() => this.#running.delete(tracked));
    this.#running.add(tracked);
  }
}
