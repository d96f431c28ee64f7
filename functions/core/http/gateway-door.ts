// The gateway's door: a notification is let in when its signature fits one of the company's keys.
import {
  type GatewayNotification,
  readNotifications,
} from '../connectors/cybersource/read-notification.ts';
import { verifyWebhook } from '../connectors/cybersource/webhook-signature.ts';
import type { DoorKeys } from '../steps/read-door-keys.ts';

export interface GatewayDelivery {
  readonly headers: Readonly<Record<string, string>>;
  readonly rawBody: Uint8Array;
  readonly nowMs: number;
}

export type GatewayVisit =
  | {
      readonly kind: 'in';
      /** The merchant id whose key signed: what the envelope says is a claim only. */
      readonly merchantId: string;
      readonly body: string;
      readonly notifications: readonly GatewayNotification[];
    }
  | { readonly kind: 'out'; readonly reason: string };

/** The key id that a delivery names, so that its company's keys can be looked up anew when it is not among them. */
export function namedKeyId(headers: Readonly<Record<string, string>>): string | undefined {
  return /(?:^|;)\s*keyId=([^;]+)/.exec(headers['v-c-signature'] ?? '')?.[1];
}

export function enterGateway(delivery: GatewayDelivery, keys: DoorKeys): GatewayVisit {
  const verdict = verifyWebhook({
    signature: delivery.headers['v-c-signature'],
    rawBody: delivery.rawBody,
    keys: keys.gateway,
    nowMs: delivery.nowMs,
  });
  if (verdict.kind === 'refused') return { kind: 'out', reason: verdict.reason };
  const key = keys.gateway.find((one) => one.keyId === verdict.keyId);
  const body = Buffer.from(delivery.rawBody).toString('utf8');
  return {
    kind: 'in',
    merchantId: key?.merchantId ?? '',
    body,
    notifications: readNotifications(body, delivery.headers),
  };
}
