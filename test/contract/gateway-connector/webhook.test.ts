// Webhooks that the Cybersource stand-in signs and sends, taken by our verifier and reader.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readNotifications } from '../../../functions/core/connectors/cybersource/read-notification.ts';
import {
  verifyWebhook,
  type WebhookVerdict,
} from '../../../functions/core/connectors/cybersource/webhook-signature.ts';
import { type OpenGateway, openGateway, saleSeed, US } from './open-gateway.ts';

interface Received {
  readonly headers: Record<string, string>;
  readonly rawBody: Buffer;
}

let open: OpenGateway;
let receiver: Server;
let key: { readonly keyId: string; readonly key: string };
const received: Received[] = [];

beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const rawBody = Buffer.concat(chunks);
    if (rawBody.length > 0) {
      received.push({ headers: request.headers as Record<string, string>, rawBody });
    }
    response.end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const webhookUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  open = await openGateway();
  const eventTypes = ['payments.payments.accept'];
  const seeded = open.standIn.seedSubscription({
    merchantId: US,
    webhookUrl,
    products: [{ productId: 'cardProcessing', eventTypes }],
  });
  key = { keyId: seeded.key.keyId, key: seeded.key.key };
  await open.standIn.idle();
});

afterAll(async () => {
  await open.standIn.close();
  receiver.close();
});

beforeEach(() => {
  received.length = 0;
});

/** A sale, and what came of it at the receiver. */
async function sell(): Promise<string> {
  const { payment } = await open.standIn.seedTransaction(
    saleSeed(open.clock, { announce: true, submitTimeMs: open.clock.now() }),
  );
  await open.standIn.idle();
  return payment.id;
}

function verify(delivery: Received | undefined): WebhookVerdict {
  return verifyWebhook({
    signature: delivery?.headers['v-c-signature'],
    rawBody: delivery?.rawBody ?? Buffer.alloc(0),
    keys: [key],
    nowMs: open.clock.now(),
  });
}

const readAll = (delivery: Received) =>
  readNotifications(delivery.rawBody.toString('utf8'), delivery.headers);

describe('a webhook of the gateway', () => {
  test('is verified over its bytes and names transaction and merchant', async () => {
    const id = await sell();
    expect(received).toHaveLength(1);
    expect(verify(received[0])).toEqual({ kind: 'verified', reading: 'body', keyId: key.keyId });
    expect(received.flatMap(readAll)).toMatchObject([
      {
        eventType: 'payments.payments.accept',
        organizationId: US,
        subjectId: id,
        status: 'AUTHORIZED',
      },
    ]);
  });

  test('signed over its payload only is verified as such', async () => {
    open.standIn.faults.switches.set('webhook-payload-signature', 1);
    await sell();
    expect(verify(received[0])).toEqual({ kind: 'verified', reading: 'payload', keyId: key.keyId });
  });

  test('sent twice, with a new trace id and signature, has one key', async () => {
    open.standIn.faults.switches.set('webhook-duplicate', 1);
    await sell();
    await sell();
    const keys = received.flatMap(readAll).map((notification) => notification.dedupeKey);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(2);
    expect(received.map((delivery) => verify(delivery).kind)).toEqual(Array(3).fill('verified'));
  });

  test('is refused when it was changed on the way', async () => {
    await sell();
    const [delivery] = received;
    const changed = delivery?.rawBody.toString('utf8').replace('AUTHORIZED', 'DECLINED') ?? '';
    expect(verify({ headers: delivery?.headers ?? {}, rawBody: Buffer.from(changed) })).toEqual({
      kind: 'refused',
      reason: 'mismatch',
    });
  });
});
