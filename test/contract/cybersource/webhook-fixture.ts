// A gateway with a webhook receiver, and the ways to subscribe to it.
import type { WebhookKey } from '../../sandbox/cybersource/webhooks/signing.ts';
import type { Answer } from './answer.ts';
import { payment, startGateway, type TestGateway } from './gateway.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { SdkClient } from './sdk.ts';

export const products = [
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
];

export interface WebhookFixture {
  readonly gateway: TestGateway;
  readonly receiver: Receiver;
  readonly client: SdkClient;
  /** Seeds key and subscription and waits until it is active. */
  subscribe(more?: object): Promise<WebhookKey>;
  createKey(by: SdkClient): Promise<Answer>;
  createSubscription(by: SdkClient, more?: object): Promise<Answer>;
  pay(options?: Parameters<typeof payment>[0]): Promise<Answer>;
  close(): Promise<void>;
}

/** Starts both; a retry minute lasts 20 ms. */
export async function startWebhookFixture(): Promise<WebhookFixture> {
  const receiver = await startReceiver();
  const gateway = await startGateway({ retryMinuteMs: 20 });
  const client = new SdkClient(gateway.url, gateway.shop, 'jwt');
  const { merchantId } = gateway.shop;
  return {
    gateway,
    receiver,
    client,
    subscribe: async (more = {}) => {
      const seed = { merchantId, webhookUrl: receiver.url, products, ...more };
      const { key } = gateway.seedSubscription(seed);
      await gateway.idle();
      return key;
    },
    createKey: (by) => by.call('CreateNewWebhooksApi', 'saveSymEgressKey', keyRequest(merchantId)),
    createSubscription: (by, more = {}) =>
      by.call('CreateNewWebhooksApi', 'notificationSubscriptionsV2WebhooksPost', {
        createWebhook: { ...subscriptionRequest(merchantId, receiver.url), ...more },
      }),
    pay: (options = {}) => client.call('PaymentsApi', 'createPayment', payment(options)),
    close: async () => {
      await gateway.close();
      await receiver.close();
    },
  };
}

function keyRequest(merchantId: string): object {
  return {
    vCSenderOrganizationId: merchantId,
    vCPermissions: 'KeyManagement',
    vCCorrelationId: 'c-1',
    saveSymEgressKey: {
      clientRequestAction: 'CREATE',
      keyInformation: {
        provider: 'nrtd',
        tenant: merchantId,
        keyType: 'sharedSecret',
        organizationId: merchantId,
        expiryDuration: '365',
      },
    },
  };
}

function subscriptionRequest(merchantId: string, url: string): object {
  return {
    name: 'Orders',
    description: 'Everything about orders',
    organizationId: merchantId,
    products,
    webhookUrl: url,
    healthCheckUrl: url,
    notificationScope: 'SELF',
  };
}
