// One notification on the wire: envelope, headers and signature, and the sending of it.
import { signatureHeader, type WebhookKey } from './signing.ts';
import type { Subscription } from './subscriptions.ts';

const ANSWER_TIMEOUT_MS = 10_000;

/** What one attempt says. */
export interface NotificationContent {
  readonly eventType: string;
  readonly productId: string;
  readonly eventMs: number;
  readonly transactionTraceId: string;
  readonly retryNumber: number;
  readonly payload: object;
}

/** A request ready to be sent, any number of times. */
export interface Notification {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How it was received: an HTTP status, or why there is none. */
export interface Receipt {
  readonly status?: number;
  readonly error?: string;
}

/** @param signed which reading of the guide the signature follows. */
export function buildNotification(
  subscription: Subscription,
  content: NotificationContent,
  key: WebhookKey | undefined,
  nowMs: number,
  signed: 'body' | 'payload',
): Notification {
  const requestType = content.retryNumber === 0 ? 'NEW' : 'RETRY';
  const body = JSON.stringify({
    eventType: content.eventType,
    webhookId: subscription.webhookId,
    productId: content.productId,
    organizationId: subscription.organizationId,
    // Without a zone, as the third version of the envelope has it.
    eventDate: new Date(content.eventMs).toISOString().slice(0, 19),
    transactionTraceId: content.transactionTraceId,
    retryNumber: content.retryNumber,
    payload: content.payload,
    requestType,
  });
  const message = signed === 'body' ? body : JSON.stringify(content.payload);
  return {
    url: subscription.webhookUrl,
    headers: {
      ...baseHeaders(subscription, content.eventType, content.productId),
      'v-c-request-type': requestType,
      'v-c-retry-count': String(content.retryNumber),
      'v-c-transaction-trace-id': content.transactionTraceId,
      ...(key === undefined ? {} : { 'v-c-signature': signatureHeader(key, nowMs, message) }),
    },
    body,
  };
}

/** The headers all notifications carry. */
export function baseHeaders(
  subscription: Subscription,
  eventType: string,
  productId: string,
): Record<string, string> {
  return {
    'content-type': 'application/json',
    'user-agent': 'Vert.x-WebClient/3.9.8',
    'v-c-event-type': eventType,
    'v-c-organization-id': subscription.organizationId,
    'v-c-product-name': productId,
    'v-c-webhook-id': subscription.webhookId,
  };
}

/**
 * Sends once; redirects are not followed. Never rejects.
 * @param stop ends the waiting for an answer.
 */
export async function send(notification: Notification, stop: AbortSignal): Promise<Receipt> {
  const { url, headers, body } = notification;
  return request(url, { method: 'POST', headers, body }, stop);
}

/** GET, and if that is refused an empty POST: a receiver may answer either. */
export async function isHealthy(subscription: Subscription, stop: AbortSignal): Promise<boolean> {
  const url = subscription.healthCheckUrl;
  if (isReceived(await request(url, { method: 'GET' }, stop))) return true;
  return isReceived(await request(url, { method: 'POST', body: '' }, stop));
}

export function isReceived(receipt: Receipt): boolean {
  return receipt.status !== undefined && receipt.status >= 200 && receipt.status < 300;
}

async function request(url: string, init: RequestInit, stop: AbortSignal): Promise<Receipt> {
  try {
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.any([stop, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]),
    });
    await response.arrayBuffer();
    return { status: response.status };
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    return { error: cause instanceof Error ? cause.message : String(cause) };
  }
}
