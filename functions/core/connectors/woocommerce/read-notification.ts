// Reads a shop notification: the topic, the resource it is about and the key that makes a repeat recognisable.
import { createHash } from 'node:crypto';
import { isSafeId } from '../../domain/ids.ts';
import { parseJson, present, textAt } from '../transport/read-json.ts';

/** A hint that something changed at the shop. */
interface ShopNotification {
  /** E.g. `order.updated`. */
  readonly topic: string;
  readonly resourceId?: string;
  /** New for every try: for people who look at the shop's delivery log, not for telling repeats. */
  readonly deliveryId?: string;
  /** Topic, resource and content; 43 characters, safe in keys. */
  readonly dedupeKey: string;
}

/**
 * `ping` is what the shop sends, unsigned and not as JSON, when a webhook is saved: it wants a 200 and nothing else.
 */
export type ShopDelivery =
  | { readonly kind: 'ping' }
  | { readonly kind: 'event'; readonly notification: ShopNotification }
  | { readonly kind: 'unreadable' };

const PING = /^webhook_id=\d+$/;

/** @param headers names in any case. */
export function readShopDelivery(
  body: string,
  headers: Readonly<Record<string, string>>,
): ShopDelivery {
  if (PING.test(body.trim())) return { kind: 'ping' };
  const json = parseJson(body);
  const known = new Map(Object.entries(headers).map(([name, text]) => [name.toLowerCase(), text]));
  const topic = known.get('x-wc-webhook-topic')?.trim() ?? '';
  if (topic === '' || typeof json !== 'object' || json === null) return { kind: 'unreadable' };
  const id = textAt(json, 'id');
  const resourceId = id !== undefined && isSafeId(id) ? id : undefined;
  const dedupeKey = createHash('sha256')
    .update(JSON.stringify([topic, resourceId, body]), 'utf8')
    .digest('base64url');
  const deliveryId = known.get('x-wc-webhook-delivery-id');
  return { kind: 'event', notification: present({ topic, resourceId, deliveryId, dedupeKey }) };
}
