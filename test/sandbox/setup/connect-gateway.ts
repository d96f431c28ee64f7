// Subscribes our hooks at the gateway through its public API: a signing key and a webhook per merchant.
import type { CallGateway, MerchantKeys } from '../woocommerce/gateway-client.ts';

export interface WebhookKey {
  readonly keyId: string;
  /** Base64. */
  readonly key: string;
}

const subscribed = [
  {
    productId: 'cardProcessing',
    eventTypes: [
      'payments.payments.accept',
      'payments.payments.review',
      'payments.payments.reject',
      'payments.captures.accept',
      'payments.refunds.accept',
      'payments.refunds.reject',
      'payments.reversals.accept',
      'payments.voids.accept',
    ],
  },
  {
    productId: 'decisionManager',
    eventTypes: ['risk.casemanagement.decision.accept', 'risk.casemanagement.decision.reject'],
  },
  {
    productId: 'tokenManagement',
    eventTypes: ['tms.networktoken.provisioned', 'tms.networktoken.updated'],
  },
];

/** Ten tries over half a day instead of the gateway's three in three minutes. */
const retryPolicy = {
  algorithm: 'GEOMETRIC',
  firstRetry: 1,
  interval: 2,
  numberOfRetries: 10,
  deactivateFlag: 'false',
  repeatSequenceCount: 0,
  repeatSequenceWaitTime: 0,
};

/** @returns the key that the merchant's notifications are signed with. @throws when the gateway refuses. */
export async function subscribeMerchant(
  call: CallGateway,
  merchant: MerchantKeys,
  hooksUrl: string,
): Promise<WebhookKey> {
  const organizationId = merchant.merchantId;
  const made = await ask<{ keyInformation: WebhookKey }>(
    call,
    merchant,
    'POST',
    '/kms/egress/v2/keys-sym',
    {
      clientRequestAction: 'CREATE',
      keyInformation: {
        provider: 'nrtd',
        tenant: organizationId,
        keyType: 'sharedSecret',
        organizationId,
        expiryDuration: '365',
      },
    },
  );
  const webhooks = '/notification-subscriptions/v2/webhooks';
  await forgetOthers(call, merchant);
  const { webhookId } = await ask<{ webhookId: string }>(call, merchant, 'POST', webhooks, {
    name: 'Tallybridge',
    description: 'Payments to the books',
    organizationId,
    products: subscribed,
    webhookUrl: hooksUrl,
    healthCheckUrl: hooksUrl,
    notificationScope: 'SELF',
    retryPolicy,
    securityPolicy: { securityType: 'KEY', proxyType: 'external' },
  });
  await ask(call, merchant, 'PUT', `${webhooks}/${webhookId}/status`, { status: 'ACTIVE' });
  const { keyId, key } = made.keyInformation;
  return { keyId, key };
}

/** Without subscriptions the gateway answers the list with 404. */
async function forgetOthers(call: CallGateway, merchant: MerchantKeys): Promise<void> {
  const path = '/notification-subscriptions/v2/webhooks';
  const listed = await call(merchant, 'GET', `${path}?organizationId=${merchant.merchantId}`);
  if (listed.status !== 200) return;
  for (const { webhookId } of JSON.parse(listed.text) as { readonly webhookId: string }[]) {
    await call(merchant, 'DELETE', `${path}/${webhookId}`);
  }
}

async function ask<T>(
  call: CallGateway,
  merchant: MerchantKeys,
  method: 'POST' | 'PUT',
  path: string,
  body: object,
): Promise<T> {
  const { status, text } = await call(merchant, method, path, body);
  if (status >= 300) throw new Error(`${method} ${path} was refused with ${status}: ${text}`);
  return (text === '' ? {} : JSON.parse(text)) as T;
}
