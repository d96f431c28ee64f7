// Webhook notifications: signed, delivered, retried, and disturbed by switches.
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { retryPolicySchema, retryWaits } from '../../sandbox/cybersource/webhooks/retry-policy.ts';
import { signatureHeader } from '../../sandbox/cybersource/webhooks/signing.ts';
import { amount, payment, reversal, startGateway, type TestGateway, voidBody } from './gateway.ts';
import type { Received, Receiver } from './receiver.ts';
import { SdkClient } from './sdk.ts';
import { products, startWebhookFixture, type WebhookFixture } from './webhook-fixture.ts';

let hooks: WebhookFixture;
let gateway: TestGateway;
let receiver: Receiver;
let client: SdkClient;

beforeEach(async () => {
  hooks = await startWebhookFixture();
  ({ gateway, receiver, client } = hooks);
});
afterEach(() => hooks.close());

const signedWith = (key: string, { headers }: Received, message: string) => {
  const header = String(headers['v-c-signature']);
  const t = /t=(\d+);/.exec(header)?.[1];
  const sig = createHmac('sha256', Buffer.from(key, 'base64'))
    .update(`${t}.${message}`)
    .digest('base64');
  return header.endsWith(`;sig=${sig}`);
};

describe('the signature', () => {
  const vectors = JSON.parse(
    readFileSync(
      new URL('../../fixtures/cybersource/webhook-vectors.json', import.meta.url),
      'utf8',
    ),
  ) as Record<'key' | 'keyId' | 't' | 'rawBody' | 'raw_body_variant' | 'payload_variant', string>;

  test('agrees with the golden vectors in both readings', () => {
    const { rawBody, t } = vectors;
    const payload = JSON.stringify((JSON.parse(rawBody) as { payload: unknown }).payload);
    expect(signatureHeader(vectors, t, rawBody)).toBe(vectors.raw_body_variant);
    expect(signatureHeader(vectors, t, payload)).toBe(vectors.payload_variant);
  });

  test('covers the raw body, or the payload when switched', async () => {
    const { key, keyId } = await hooks.subscribe();
    await hooks.pay();
    await gateway.idle();
    gateway.faults.switches.set('webhook-payload-signature', 1);
    await hooks.pay();
    await gateway.idle();
    const [byBody, byPayload] = receiver.received as [Received, Received];
    expect(byBody.headers['v-c-signature']).toContain(`keyId=${keyId};`);
    expect(signedWith(key, byBody, byBody.raw)).toBe(true);
    expect(signedWith(key, byPayload, JSON.stringify(byPayload.body.payload))).toBe(true);
    expect(signedWith(key, byPayload, byPayload.raw)).toBe(false);
  });

  test('is made with the newest key', async () => {
    await hooks.subscribe();
    const { key } = (await hooks.createKey(client)).at('keyInformation') as { key: string };
    await hooks.pay();
    await gateway.idle();
    const [received] = receiver.received as [Received];
    expect(signedWith(key, received, received.raw)).toBe(true);
  });
});

test('a notification has the documented headers and envelope', async () => {
  await hooks.subscribe();
  const id = (await hooks.pay({ code: 'HOOK-1', amount: '41.50' })).text('id');
  await gateway.idle();
  const [{ headers, body, method }] = receiver.received as [Received];
  const webhookId = gateway.subscriptions[0]?.webhookId;
  expect(method).toBe('POST');
  expect(headers).toMatchObject({
    'v-c-event-type': 'payments.payments.accept',
    'v-c-organization-id': gateway.shop.merchantId,
    'v-c-product-name': 'cardProcessing',
    'v-c-request-type': 'NEW',
    'v-c-retry-count': '0',
    'v-c-transaction-trace-id': body.transactionTraceId,
    'v-c-webhook-id': webhookId,
  });
  expect(body).toMatchObject({
    eventType: 'payments.payments.accept',
    webhookId,
    productId: 'cardProcessing',
    organizationId: gateway.shop.merchantId,
    eventDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
    retryNumber: 0,
    requestType: 'NEW',
    payload: { id, status: 'AUTHORIZED', clientReferenceInformation: { code: 'HOOK-1' } },
  });
});

test('each operation announces itself, and refused requests do not', async () => {
  await hooks.subscribe();
  const sale = (await hooks.pay({ capture: true })).text('id');
  const held = (await hooks.pay({ billTo: { lastName: 'Review' } })).text('id');
  await hooks.pay({ amount: '4005.00' });
  await client.call('RefundApi', 'refundPayment', amount('1.00'), sale);
  await client.call('RefundApi', 'refundPayment', amount('999.00'), sale);
  gateway.faults.switches.set('refund-decline', 1);
  await client.call('RefundApi', 'refundPayment', amount('2.00'), sale);
  await client.call('DecisionManagerApi', 'actionDecisionManagerCase', held, {
    decisionInformation: { decision: 'ACCEPT', comments: 'known customer' },
    processingInformation: { actionList: ['CAPTURE'] },
  });
  const open = (await hooks.pay()).text('id');
  await client.call('ReversalApi', 'authReversal', open, reversal('100.00'));
  const second = (await hooks.pay({ capture: true })).text('id');
  await client.call('VoidApi', 'voidPayment', voidBody, second);
  await gateway.idle();
  const events = receiver.received.map(({ body }) => body.eventType);
  expect(events.sort()).toEqual(
    [
      'payments.payments.accept',
      'payments.payments.review',
      'payments.payments.reject',
      'payments.refunds.accept',
      'payments.refunds.reject',
      'payments.captures.accept',
      'risk.casemanagement.decision.accept',
      'payments.payments.accept',
      'payments.reversals.accept',
      'payments.payments.accept',
      'payments.voids.accept',
    ].sort(),
  );
  const decision = receiver.received.find(
    ({ body }) => body.eventType === 'risk.casemanagement.decision.accept',
  );
  expect(decision?.body.payload).toMatchObject({
    data: {
      referenceNumber: expect.any(String),
      notes: [{ comment: 'known customer' }],
      _embedded: { capture: { _links: { self: { href: expect.stringContaining('/captures/') } } } },
    },
  });
});

describe('retries', () => {
  test('come by the policy, each with a new trace id and signature', async () => {
    const { key } = await hooks.subscribe();
    receiver.answers.push(500, 503);
    await hooks.pay();
    await until(() => receiver.received.length === 3);
    const seen = receiver.received;
    expect(seen.map(({ body }) => [body.retryNumber, body.requestType])).toEqual([
      [0, 'NEW'],
      [1, 'RETRY'],
      [2, 'RETRY'],
    ]);
    expect(new Set(seen.map(({ body }) => body.transactionTraceId)).size).toBe(3);
    expect(seen.every((one) => signedWith(key, one, one.raw))).toBe(true);
    expect(new Set(seen.map(({ body }) => JSON.stringify(body.payload))).size).toBe(1);
    await until(() => gateway.deliveries[0]?.state === 'delivered');
    expect(gateway.deliveries[0]?.attempts.map((attempt) => attempt.status)).toEqual([
      500, 503, 200,
    ]);
  });

  test('end after the last one, and the event is lost', async () => {
    await hooks.subscribe({ retryPolicy: { numberOfRetries: 1 } });
    receiver.answers.push(500, 500);
    await hooks.pay();
    await until(() => gateway.deliveries[0]?.state === 'failed');
    expect(receiver.received).toHaveLength(2);
  });

  test('with deactivateFlag the subscription is suspended and its queue kept until it is healthy', async () => {
    await hooks.subscribe({ retryPolicy: { numberOfRetries: 0, deactivateFlag: true } });
    // The notification fails; so does the first health check, by GET and by POST.
    receiver.answers.push(500, 500, 500);
    await hooks.pay({ code: 'KEPT' });
    await until(() => gateway.subscriptions[0]?.status === 'SUSPENDED');
    await until(() => gateway.subscriptions[0]?.status === 'ACTIVE');
    await until(() => gateway.deliveries[0]?.state === 'delivered');
    expect(receiver.received).toHaveLength(2);
  });

  test('wait for the sandbox clock when it jumps', async () => {
    const slow = await startGateway({ retryMinuteMs: 3_600_000 });
    const merchantId = slow.shop.merchantId;
    slow.seedSubscription({ merchantId, webhookUrl: receiver.url, products });
    await slow.idle();
    receiver.answers.push(500);
    await new SdkClient(slow.url, slow.shop, 'jwt').call('PaymentsApi', 'createPayment', payment());
    await slow.idle();
    expect(receiver.received).toHaveLength(1);
    slow.clock.advance(3_600_000);
    await slow.idle();
    expect(receiver.received).toHaveLength(2);
    await slow.close();
  });

  test('are planned as the policy says', () => {
    const waits = (policy: object) => retryWaits(retryPolicySchema.parse(policy));
    expect(waits({})).toEqual([1, 1, 1]);
    expect(waits({ firstRetry: 5, interval: 2, numberOfRetries: 3 })).toEqual([5, 2, 2]);
    expect(
      waits({ algorithm: 'GEOMETRIC', firstRetry: 2, interval: 3, numberOfRetries: 3 }),
    ).toEqual([2, 6, 18]);
    expect(
      waits({ numberOfRetries: 2, repeatSequenceCount: 1, repeatSequenceWaitTime: 10 }),
    ).toEqual([1, 1, 11, 1]);
  });
});

describe('the switches', () => {
  test('duplicate the same bytes, drop, and reorder', async () => {
    await hooks.subscribe();
    gateway.faults.switches.set('webhook-duplicate', 1);
    await hooks.pay({ code: 'TWICE' });
    await gateway.idle();
    expect(receiver.received).toHaveLength(2);
    expect(receiver.received[0]?.raw).toBe(receiver.received[1]?.raw);

    gateway.faults.switches.set('webhook-drop', 1);
    await hooks.pay({ code: 'NEVER' });
    await gateway.idle();
    expect(receiver.received).toHaveLength(2);

    gateway.faults.switches.set('webhook-reorder', 1);
    await hooks.pay({ code: 'LATE' });
    await gateway.idle();
    await hooks.pay({ code: 'EARLY' });
    await gateway.idle();
    const codes = receiver.received.slice(2).map(({ body }) => {
      const payload = body.payload as { clientReferenceInformation: { code: string } };
      return payload.clientReferenceInformation.code;
    });
    expect(codes).toEqual(['EARLY', 'LATE']);
  });
});

test('another merchant gets none of the notifications', async () => {
  await hooks.subscribe();
  const other = new SdkClient(gateway.url, gateway.other, 'jwt');
  await other.call('PaymentsApi', 'createPayment', payment());
  await gateway.idle();
  expect(receiver.received).toEqual([]);
});

/** Resolves as soon as it holds; the test's own time limit is the end of waiting. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
