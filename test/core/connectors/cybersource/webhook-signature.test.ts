// The gateway's webhook signature: golden vectors in both readings, and everything that must not pass.
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  verifyWebhook,
  type WebhookToVerify,
} from '../../../../functions/core/connectors/cybersource/webhook-signature.ts';

interface Vectors {
  readonly key: string;
  readonly keyId: string;
  readonly t: string;
  readonly rawBody: string;
  readonly raw_body_variant: string;
  readonly payload_variant: string;
}

const file = new URL('../../../fixtures/gateway/webhook-vectors.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vectors;
const signedAt = Number(vectors.t);
const key = { keyId: vectors.keyId, key: vectors.key };

function delivery(more: Partial<WebhookToVerify> = {}): WebhookToVerify {
  return {
    signature: vectors.raw_body_variant,
    rawBody: Buffer.from(vectors.rawBody, 'utf8'),
    keys: [key],
    nowMs: signedAt + 1_000,
    ...more,
  };
}

describe('a webhook signature', () => {
  test('over the raw body is verified', () => {
    expect(verifyWebhook(delivery())).toEqual({
      kind: 'verified',
      reading: 'body',
      keyId: vectors.keyId,
    });
  });

  test('over the payload is verified, and says that only the payload is proven', () => {
    const signature = vectors.payload_variant;
    expect(verifyWebhook(delivery({ signature }))).toEqual({
      kind: 'verified',
      reading: 'payload',
      keyId: vectors.keyId,
    });
    // The envelope can be changed in this reading: nothing but the payload may be trusted.
    const changed = vectors.rawBody.replace('"retryNumber":0', '"retryNumber":7');
    expect(verifyWebhook(delivery({ signature, rawBody: Buffer.from(changed) }))).toMatchObject({
      kind: 'verified',
    });
    const forged = vectors.rawBody.replace('"PENDING"', '"DECLINED"');
    expect(verifyWebhook(delivery({ signature, rawBody: Buffer.from(forged) }))).toEqual({
      kind: 'refused',
      reason: 'mismatch',
    });
  });

  test('is found by key id while two keys overlap', () => {
    const old = { keyId: 'old', key: Buffer.alloc(32, 1).toString('base64') };
    expect(verifyWebhook(delivery({ keys: [old, key] }))).toMatchObject({ kind: 'verified' });
    const replaced = { keyId: key.keyId, key: old.key };
    expect(verifyWebhook(delivery({ keys: [replaced, key] }))).toMatchObject({ kind: 'verified' });
  });

  test('may have its parts in another order, with spaces between them', () => {
    const signature = vectors.raw_body_variant.split(';').reverse().join(' ; ');
    expect(verifyWebhook(delivery({ signature }))).toMatchObject({ kind: 'verified' });
  });

  test.each([
    ['missing', { signature: undefined }],
    ['missing', { signature: '' }],
    ['malformed', { signature: 'sig=abc' }],
    ['malformed', { signature: 't=soon;keyId=k;sig=abc' }],
    ['malformed', { signature: 't=1795350000000;keyId=;sig=abc' }],
    ['unknown-key', { keys: [] }],
    ['unknown-key', { keys: [{ ...key, keyId: 'another' }] }],
    ['mismatch', { keys: [{ ...key, key: Buffer.alloc(32, 1).toString('base64') }] }],
    ['mismatch', { rawBody: Buffer.from(`${vectors.rawBody} `) }],
    ['mismatch', { rawBody: Buffer.from('not json') }],
    ['mismatch', { rawBody: Buffer.alloc(0) }],
    ['mismatch', { signature: vectors.raw_body_variant.replace('sig=2', 'sig=3') }],
    ['mismatch', { signature: vectors.raw_body_variant.replace('t=17953', 't=17954') }],
    ['mismatch', { signature: vectors.raw_body_variant.slice(0, -10) }],
    ['too-old', { nowMs: signedAt + 5 * 60_000 + 1 }],
    ['from-the-future', { nowMs: signedAt - 60_001 }],
  ] as const)('is refused as %s for %j', (reason, more) => {
    expect(verifyWebhook(delivery(more))).toEqual({ kind: 'refused', reason });
  });

  test.each([5 * 60_000, 0, -60_000])('holds at an age of %s ms', (ageMs) => {
    expect(verifyWebhook(delivery({ nowMs: signedAt + ageMs }))).toMatchObject({
      kind: 'verified',
    });
  });

  test('may be allowed a longer age', () => {
    const late = delivery({ nowMs: signedAt + 30 * 60_000, maxAgeMs: 60 * 60_000 });
    expect(verifyWebhook(late)).toMatchObject({ kind: 'verified' });
  });

  test('with a time in seconds is far too old, not fresh', () => {
    const time = String(Math.floor(signedAt / 1000));
    const sig = createHmac('sha256', Buffer.from(key.key, 'base64'))
      .update(`${time}.${vectors.rawBody}`)
      .digest('base64');
    const signature = `t=${time};keyId=${key.keyId};sig=${sig}`;
    expect(verifyWebhook(delivery({ signature }))).toEqual({ kind: 'refused', reason: 'too-old' });
  });

  test('no single changed byte of a body passes', () => {
    const body = Buffer.from(vectors.rawBody, 'utf8');
    return fc.assert(
      fc.property(
        fc.nat({ max: body.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, flip) => {
          const changed = Buffer.from(body);
          changed[at] = (changed[at] ?? 0) ^ flip;
          expect(verifyWebhook(delivery({ rawBody: changed })).kind).toBe('refused');
        },
      ),
    );
  });
});
