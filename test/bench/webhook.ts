// Signed gateway notifications as the gateway sends them, each about another transaction.
import { createHmac, randomUUID } from 'node:crypto';

/** One merchant's subscription. */
export interface Subscription {
  readonly webhookId: string;
  readonly merchantId: string;
  readonly keyId: string;
  /** Base64. */
  readonly key: string;
}

/** What the notification says of the transaction. */
export interface AnnouncedPayment {
  /** An accepted payment when absent. */
  readonly eventType?: string;
  /** Of the transaction that the event is about. */
  readonly gatewayId: string;
  /** The time of sending when absent. */
  readonly submittedAtMs?: number;
  readonly code: string;
  readonly totalAmount: string;
  readonly currency: string;
}

export interface SignedWebhook {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const PAYMENT_ACCEPTED = 'payments.payments.accept';
const PRODUCT = 'cardProcessing';

/** Signed over the raw body at `nowMs`. */
export function paymentWebhook(
  subscription: Subscription,
  payment: AnnouncedPayment,
  nowMs: number,
): SignedWebhook {
  const { webhookId, merchantId, keyId, key } = subscription;
  const { eventType = PAYMENT_ACCEPTED } = payment;
  const at = inSeconds(nowMs);
  const transactionTraceId = randomUUID();
  const body = JSON.stringify({
    eventType,
    webhookId,
    productId: PRODUCT,
    organizationId: merchantId,
    eventDate: at,
    transactionTraceId,
    retryNumber: 0,
    payload: {
      id: payment.gatewayId,
      status: 'AUTHORIZED',
      submitTimeUtc: `${inSeconds(payment.submittedAtMs ?? nowMs)}Z`,
      merchantId,
      clientReferenceInformation: { code: payment.code },
      orderInformation: {
        amountDetails: { totalAmount: payment.totalAmount, currency: payment.currency },
      },
    },
    requestType: 'NEW',
  });
  const signature = createHmac('sha256', Buffer.from(key, 'base64'))
    .update(`${nowMs}.${body}`)
    .digest('base64');
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Vert.x-WebClient/3.9.8',
      'v-c-event-type': eventType,
      'v-c-organization-id': merchantId,
      'v-c-product-name': PRODUCT,
      'v-c-request-type': 'NEW',
      'v-c-retry-count': '0',
      'v-c-transaction-trace-id': transactionTraceId,
      'v-c-webhook-id': webhookId,
      'v-c-signature': `t=${nowMs};keyId=${keyId};sig=${signature}`,
    },
  };
}

function inSeconds(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 19);
}
