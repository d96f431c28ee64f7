// Webhook subscriptions, managed by the vendor's client.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TestGateway } from './gateway.ts';
import type { Receiver } from './receiver.ts';
import { type AuthMode, SdkClient } from './sdk.ts';
import { startWebhookFixture, type WebhookFixture } from './webhook-fixture.ts';

let hooks: WebhookFixture;
let gateway: TestGateway;
let receiver: Receiver;
let client: SdkClient;

beforeEach(async () => {
  hooks = await startWebhookFixture();
  ({ gateway, receiver, client } = hooks);
});
afterEach(() => hooks.close());

test.each<AuthMode>(['http_signature', 'jwt'])(
  'the vendor client manages a subscription from key to deletion, %s',
  async (mode) => {
    const by = new SdkClient(gateway.url, gateway.shop, mode);
    const api = 'ManageWebhooksApi';
    const offered = await by.call(
      'CreateNewWebhooksApi',
      'findProductsToSubscribe',
      gateway.shop.merchantId,
    );
    expect(offered.at('0.eventTypes.0')).toMatchObject({ eventName: 'payments.payments.accept' });
    const none = await by.call(api, 'getWebhookSubscriptionsByOrg', gateway.shop.merchantId, {});
    expect(none.status).toBe(404);

    const key = await hooks.createKey(by);
    expect(key.at('keyInformation')).toMatchObject({
      keyId: expect.any(String),
      key: expect.any(String),
    });
    const made = await hooks.createSubscription(by, {
      retryPolicy: { algorithm: 'ARITHMETIC', deactivateFlag: 'false', numberOfRetries: '5' },
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      status: 'INACTIVE',
      version: '3',
      deliveryType: 'nrtdCentral',
      retryPolicy: { firstRetry: 1, interval: 1, numberOfRetries: 5, deactivateFlag: false },
      securityPolicy: { digitalSignatureEnabled: 'yes' },
    });
    const id = made.text('webhookId');
    await gateway.idle();
    const active = await by.call(api, 'getWebhookSubscriptionById', id);
    expect(active.at('status')).toBe('ACTIVE');
    expect(receiver.healthChecks.map((check) => check.method)).toEqual(['GET']);

    const changed = await by.call(api, 'notificationSubscriptionsV2WebhooksWebhookIdPatch', id, {
      updateWebhook: { name: 'Renamed' },
    });
    expect(changed.at('name')).toBe('Renamed');
    const sent = await by.call(api, 'notificationSubscriptionsV1WebhooksWebhookIdPost', id);
    expect(sent.body).toMatchObject({ retryNumber: '0', payloads: { testPayload: {} } });
    expect(receiver.received.at(-1)?.body).toEqual(sent.body);

    const paused = await by.call(api, 'notificationSubscriptionsV2WebhooksWebhookIdStatusPut', id, {
      updateStatus: { status: 'INACTIVE' },
    });
    const listed = await by.call(api, 'getWebhookSubscriptionsByOrg', gateway.shop.merchantId, {});
    expect([paused.status, listed.at('0.status')]).toEqual([200, 'INACTIVE']);
    const deleted = await by.call(api, 'deleteWebhookSubscription', id);
    const gone = await by.call(api, 'getWebhookSubscriptionById', id);
    expect([deleted.status, gone.status]).toEqual([204, 404]);
  },
);

test('a subscription is refused for another organization, an unknown event or a plain http URL', async () => {
  const answers = [
    await hooks.createSubscription(client, { organizationId: gateway.other.merchantId }),
    await hooks.createSubscription(client, {
      products: [{ productId: 'cardProcessing', eventTypes: ['payments.disputes.opened'] }],
    }),
    await hooks.createSubscription(client, { webhookUrl: 'http://shop.example.com/hook' }),
  ];
  expect(answers.map((answer) => [answer.status, answer.at('details.0.field')])).toEqual([
    [400, 'organizationId'],
    [400, 'products.eventTypes'],
    [400, 'webhookUrl'],
  ]);
});

test('a subscription may wait for the review of its URLs', async () => {
  await hooks.createKey(client);
  gateway.faults.switches.set('webhook-pending-review', 1);
  const made = await hooks.createSubscription(client);
  expect(made.at('status')).toBe('PENDING_REVIEW');
  const id = made.text('webhookId');
  const early = await client.call(
    'ManageWebhooksApi',
    'notificationSubscriptionsV2WebhooksWebhookIdStatusPut',
    id,
    { updateStatus: { status: 'ACTIVE' } },
  );
  expect(early.status).toBe(400);
  gateway.approveReview(id);
  await gateway.idle();
  expect(gateway.subscriptions[0]?.status).toBe('ACTIVE');
});
