// Announcements on their way to our hooks: signed, doubled, lost, late, overtaking each other, tried again.
import { createHmac, createSecretKey } from 'node:crypto';
import type { Fate } from '../fate.ts';
import type { Scheduler } from '../scheduler.ts';
import type { SeededRandom } from '../seeded-random.ts';
import type { Announce } from './gateway.ts';
import type { ShopOrder } from './shop.ts';

/** Each merchant id signs with a key of its own. */
export function webhookKeyOf(merchantId: string): { readonly keyId: string; readonly key: string } {
  return { keyId: `hook-${merchantId}`, key: Buffer.alloc(32, merchantId).toString('base64') };
}

export const SHOP_WEBHOOK_SECRET = 'shop-webhook-secret';

const RETRIES = 3;
const RETRY_MS = 60_000;
const LATE_MAX_MS = 3 * 3_600_000;

/** Hands a delivery to our hooks; the status, or undefined when no answer came. */
export type Deliver = (
  path: string,
  body: string,
  headers: Readonly<Record<string, string>>,
) => Promise<number | undefined>;

export interface WebhookParts {
  readonly scheduler: Scheduler;
  readonly random: SeededRandom;
  readonly fate: Fate;
  readonly deliver: Deliver;
  readonly installation: string;
}

/** How the gateway announces: each try has a new trace id and a new signature, the payload stays. */
export function gatewayAnnouncer(parts: WebhookParts): Announce {
  const { scheduler, random } = parts;

  async function deliver(organizationId: string, eventType: string, payload: object) {
    for (let retry = 0; retry <= RETRIES; retry += 1) {
      if (retry > 0) await scheduler.sleep(RETRY_MS);
      const body = JSON.stringify({
        eventType,
        webhookId: `webhook-${organizationId}`,
        productId: 'cardProcessing',
        organizationId,
        eventDate: new Date(scheduler.nowMs).toISOString().slice(0, 19),
        transactionTraceId: Buffer.from(random.bytes(8)).toString('hex'),
        retryNumber: retry,
        payload,
        requestType: retry === 0 ? 'NEW' : 'RETRY',
      });
      const status = await parts.deliver(`/cybersource/${parts.installation}`, body, {
        'v-c-signature': sign(organizationId, Math.floor(scheduler.nowMs), body),
        'v-c-event-type': eventType,
      });
      if (status === 200) return;
    }
  }

  return (merchantId, eventType, payload) => {
    for (const delayMs of deliveriesOf(parts)) {
      scheduler.after(delayMs, () => void deliver(merchantId, eventType, payload));
    }
  };
}

/** Delays of the deliveries of one announcement: usually one, soon. */
function deliveriesOf({ fate, random }: WebhookParts): number[] {
  const soon = () => (random.chance(0.5) ? random.between(20, 200) : random.between(50, 4_000));
  switch (fate.announcementFault()) {
    case 'dropped':
      return [];
    case 'doubled':
      return [soon(), soon() + random.pick([0, 0, 60_000, 1_800_000])];
    case 'delayed':
      return [random.pick([30_000, 600_000, LATE_MAX_MS]) * random.fraction()];
    case undefined:
      return [soon()];
  }
}

function sign(merchantId: string, atMs: number, body: string): string {
  const { keyId, key } = webhookKeyOf(merchantId);
  const secret = createSecretKey(Buffer.from(key, 'base64'));
  const sig = createHmac('sha256', secret).update(`${atMs}.${body}`).digest('base64');
  return `t=${atMs};keyId=${keyId};sig=${sig}`;
}

/** The shop tells of a new order. */
export function announceOrder(parts: WebhookParts, order: ShopOrder): void {
  const body = JSON.stringify({ id: Number(order.id), status: order.status });
  const signature = createHmac('sha256', SHOP_WEBHOOK_SECRET).update(body).digest('base64');
  for (const delayMs of deliveriesOf(parts)) {
    parts.scheduler.after(
      delayMs,
      () =>
        void parts.deliver(`/woocommerce/${parts.installation}`, body, {
          'x-wc-webhook-topic': 'order.created',
          'x-wc-webhook-signature': signature,
        }),
    );
  }
}
