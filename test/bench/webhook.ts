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

/** What the notification says of the payment. */
export interface AnnouncedPayment {
  readonly gatewayId: string;
  readonly code: string;
  readonly totalAmount: string;
  readonly currency: string;
}

export interface SignedWebhook {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const EVENT_TYPE = 'payments.payments.accept';
const PRODUCT = 'cardProcessing';

/** Signed over the raw body at `nowMs`. */
export function paymentWebhook(
  subscription: Subscription,
  payment: AnnouncedPayment,
  nowMs: number,
): SignedWebhook {
  const { webhookId, merchantId, keyId, key } = subscription;
  const at = new Date(nowMs).toISOString().slice(0, 19);
  const transactionTraceId = randomUUID();
  const body = JSON.stringify({
    eventType: EVENT_TYPE,
    webhookId,
    productId: PRODUCT,
    organizationId: merchantId,
    eventDate: at,
    transactionTraceId,
    retryNumber: 0,
    payload: {
      id: payment.gatewayId,
      status: 'AUTHORIZED',
      submitTimeUtc: `${at}Z`,
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
      'v-c-event-type': EVENT_TYPE,
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
