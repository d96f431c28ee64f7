// Signed requests, verified with code of others: jose for the token, the published recipe for HTTP Signature.
import { createHash, createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import { signHttpSignature } from '../../../../functions/core/connectors/cybersource/sign-http-signature.ts';
import { signJwt } from '../../../../functions/core/connectors/cybersource/sign-jwt.ts';
import type { RequestToSign } from '../../../../functions/core/connectors/cybersource/signing.ts';
import { CREDENTIALS, NOW } from './scripted-gateway.ts';

const secret = Buffer.from(CREDENTIALS.secret, 'base64');
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('base64');

const post: RequestToSign = {
  merchant: 'acme_us',
  credentials: CREDENTIALS,
  host: 'api.cybersource.com',
  method: 'POST',
  target: '/pts/v2/payments/1/refunds?a=b',
  body: '{"note":"café / €"}',
};
const get: RequestToSign = {
  merchant: 'acme_us',
  credentials: CREDENTIALS,
  host: 'api.cybersource.com',
  method: 'GET',
  target: '/tss/v2/transactions/1',
};

async function claimsOf(request: RequestToSign) {
  const token = signJwt(request, NOW, 'token-1').authorization?.replace('Bearer ', '') ?? '';
  const { payload } = await jwtVerify(token, secret, { currentDate: new Date(NOW) });
  return { payload, header: decodeProtectedHeader(token) };
}

describe('JSON Web Token', () => {
  test('carries the claims of a request with a body', async () => {
    const { payload, header } = await claimsOf(post);
    expect(header).toEqual({ typ: 'JWT', alg: 'HS256', kid: CREDENTIALS.keyId });
    expect(payload).toEqual({
      iss: 'acme_us',
      iat: NOW / 1000,
      exp: NOW / 1000 + 120,
      jti: 'token-1',
      'request-host': 'api.cybersource.com',
      'request-resource-path': '/pts/v2/payments/1/refunds?a=b',
      'request-method': 'post',
      'v-c-merchant-id': 'acme_us',
      'v-c-jwt-version': '2',
      digest: sha256(post.body ?? ''),
      'digest-algorithm': 'SHA-256',
    });
  });

  test('carries no digest without a body', async () => {
    const { payload } = await claimsOf(get);
    expect(payload).not.toHaveProperty('digest');
    expect(payload).not.toHaveProperty('digest-algorithm');
  });

  test('is refused when one character of it changes', async () => {
    const token = signJwt(post, NOW, 'token-1').authorization?.replace('Bearer ', '') ?? '';
    const [header, , signature] = token.split('.');
    const other = Buffer.from(JSON.stringify({ iss: 'someone' })).toString('base64url');
    await expect(jwtVerify(`${header}.${other}.${signature}`, secret)).rejects.toThrow();
  });

  test('verifies for any merchant, path and body', async () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(texts, texts, texts, async (merchant, target, body) => {
        const { payload } = await claimsOf({ ...post, merchant, target, body });
        expect(payload).toMatchObject({ iss: merchant, 'request-resource-path': target });
        expect(payload.digest).toBe(sha256(body));
      }),
      { numRuns: 50 },
    );
  });
});

function fieldsOf(header: string): Map<string, string> {
  return new Map([...header.matchAll(/(\w+)="([^"]*)"/g)].map((m) => [m[1] ?? '', m[2] ?? '']));
}

describe('HTTP Signature', () => {
  test('signs the five lines of a request with a body', () => {
    const headers = signHttpSignature(post, NOW);
    const lines = [
      'host: api.cybersource.com',
      'date: Sun, 22 Nov 2026 12:20:00 GMT',
      'request-target: post /pts/v2/payments/1/refunds?a=b',
      `digest: SHA-256=${sha256(post.body ?? '')}`,
      'v-c-merchant-id: acme_us',
    ];
    const fields = fieldsOf(headers.signature ?? '');
    expect(Object.fromEntries(fields)).toEqual({
      keyid: CREDENTIALS.keyId,
      algorithm: 'HmacSHA256',
      headers: 'host date request-target digest v-c-merchant-id',
      signature: createHmac('sha256', secret).update(lines.join('\n')).digest('base64'),
    });
    expect(headers).toMatchObject({
      date: 'Sun, 22 Nov 2026 12:20:00 GMT',
      digest: `SHA-256=${sha256(post.body ?? '')}`,
      'v-c-merchant-id': 'acme_us',
    });
  });

  test('signs four lines and sends no digest without a body', () => {
    const headers = signHttpSignature(get, NOW);
    const lines = [
      'host: api.cybersource.com',
      'date: Sun, 22 Nov 2026 12:20:00 GMT',
      'request-target: get /tss/v2/transactions/1',
      'v-c-merchant-id: acme_us',
    ];
    const fields = fieldsOf(headers.signature ?? '');
    expect(fields.get('headers')).toBe('host date request-target v-c-merchant-id');
    expect(fields.get('signature')).toBe(
      createHmac('sha256', secret).update(lines.join('\n')).digest('base64'),
    );
    expect(headers).not.toHaveProperty('digest');
  });
});
