// Shop notifications: signature, ping, and keys that tell repeats from news.
import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readShopDelivery } from '../../../../functions/core/connectors/woocommerce/read-notification.ts';
import { verifyShopWebhook } from '../../../../functions/core/connectors/woocommerce/webhook-signature.ts';

const SECRET = 'a secret, as text';
const sign = (body: string | Uint8Array, secret = SECRET) =>
  createHmac('sha256', secret).update(body).digest('base64');

describe('the signature of a shop webhook', () => {
  test('is the one that RFC 4231 gives for its second case', () => {
    const raw = Buffer.from('what do ya want for nothing?');
    const digest = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
    const signature = Buffer.from(digest, 'hex').toString('base64');
    expect(verifyShopWebhook(signature, raw, 'Jefe')).toBe(true);
    expect(verifyShopWebhook(digest, raw, 'Jefe')).toBe(false);
  });

  test('holds over any bytes, and over no others', () =>
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (body, other) => {
        fc.pre(!Buffer.from(body).equals(Buffer.from(other)));
        expect(verifyShopWebhook(sign(body), body, SECRET)).toBe(true);
        expect(verifyShopWebhook(sign(body), other, SECRET)).toBe(false);
      }),
    ));

  test.each([undefined, '', 'not base64 at all', 'AAAA'])('%j does not pass', (signature) => {
    expect(verifyShopWebhook(signature, Buffer.from('{}'), SECRET)).toBe(false);
  });

  test('an empty secret opens to nobody', () => {
    expect(verifyShopWebhook(sign('{}', ''), Buffer.from('{}'), '')).toBe(false);
    expect(verifyShopWebhook(sign('{}', 'another'), Buffer.from('{}'), SECRET)).toBe(false);
  });
});

const headers = {
  'X-WC-Webhook-Topic': 'order.updated',
  'X-WC-Webhook-Delivery-ID': 'd1',
};
const keyOf = (body: string, more: Readonly<Record<string, string>> = {}) => {
  const read = readShopDelivery(body, { ...headers, ...more });
  return read.kind === 'event' ? read.notification.dedupeKey : undefined;
};

describe('a shop delivery', () => {
  test('names topic, resource and delivery', () => {
    expect(readShopDelivery('{"id":1042,"status":"processing"}', headers)).toEqual({
      kind: 'event',
      notification: {
        topic: 'order.updated',
        resourceId: '1042',
        deliveryId: 'd1',
        dedupeKey: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      },
    });
  });

  test('that is a ping is told apart', () => {
    expect(readShopDelivery('webhook_id=12', {})).toEqual({ kind: 'ping' });
    expect(readShopDelivery('webhook_id=12&x=1', headers)).toEqual({ kind: 'unreadable' });
  });

  test.each([
    ['', headers],
    ['not json', headers],
    ['7', headers],
    ['{"id":1}', {}],
  ])('with body %j and headers %j is unreadable', (body, some) => {
    expect(readShopDelivery(body, some)).toEqual({ kind: 'unreadable' });
  });

  test('without a safe id has none', () => {
    const read = readShopDelivery('{"id":"1\' OR 1=1"}', headers);
    expect(read.kind === 'event' && read.notification).not.toHaveProperty('resourceId');
  });

  test('is a repeat when only the delivery id is new, and news when anything else is', () => {
    const body = '{"id":1042,"status":"processing"}';
    expect(keyOf(body, { 'X-WC-Webhook-Delivery-ID': 'd2' })).toBe(keyOf(body));
    expect(keyOf('{"id":1042,"status":"completed"}')).not.toBe(keyOf(body));
    expect(keyOf('{"id":1043,"status":"processing"}')).not.toBe(keyOf(body));
    expect(keyOf(body, { 'X-WC-Webhook-Topic': 'order.created' })).not.toBe(keyOf(body));
  });
});
