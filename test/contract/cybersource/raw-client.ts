// Signs requests by hand, so that tests can sign them wrongly.
import { createHash, createHmac } from 'node:crypto';
import { SignJWT } from 'jose';
import type { MerchantSeed } from '../../sandbox/cybersource/merchants.ts';
import { Answer } from './answer.ts';
import { EXPECTED_HOST } from './sdk.ts';

/** One request to sign. */
export interface RawRequest {
  readonly method: string;
  /** Path with query. */
  readonly target: string;
  readonly body?: string;
}

export type Headers = Record<string, string>;

/** Headers of a rightly signed HTTP Signature request. @param change what to sign differently. */
export function httpSignature(
  merchant: MerchantSeed,
  request: RawRequest,
  change: {
    readonly date?: Date;
    readonly requestTargetName?: string;
    readonly host?: string;
  } = {},
): Headers {
  const { method, target, body } = request;
  const digest = body === undefined ? undefined : `SHA-256=${sha256(body)}`;
  const date = (change.date ?? new Date()).toUTCString();
  const targetName = change.requestTargetName ?? 'request-target';
  const lines: [string, string][] = [
    ['host', change.host ?? EXPECTED_HOST],
    ['date', date],
    [targetName, `${method.toLowerCase()} ${target}`],
    ...(digest === undefined ? [] : [['digest', digest] as [string, string]]),
    ['v-c-merchant-id', merchant.merchantId],
  ];
  const signature = createHmac('sha256', Buffer.from(merchant.secret, 'base64'))
    .update(lines.map(([name, value]) => `${name}: ${value}`).join('\n'))
    .digest('base64');
  const names = lines.map(([name]) => name).join(' ');
  return {
    date,
    ...(digest === undefined ? {} : { digest }),
    'v-c-merchant-id': merchant.merchantId,
    signature: `keyid="${merchant.keyId}", algorithm="HmacSHA256", headers="${names}", signature="${signature}"`,
  };
}

/** Headers of a rightly signed JWT request. @param change claims to set differently. */
export async function jwt(
  merchant: MerchantSeed,
  request: RawRequest,
  change: Readonly<Record<string, unknown>> = {},
): Promise<Headers> {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: merchant.merchantId,
    iat: now,
    exp: now + 120,
    'request-host': EXPECTED_HOST,
    'request-resource-path': request.target,
    'request-method': request.method.toLowerCase(),
    'v-c-merchant-id': merchant.merchantId,
    ...(request.body === undefined
      ? {}
      : { digest: sha256(request.body), 'digest-algorithm': 'SHA-256' }),
    ...change,
  };
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', kid: merchant.keyId, typ: 'JWT' })
    .sign(Buffer.from(merchant.secret, 'base64'));
  return { authorization: `Bearer ${token}` };
}

/** Sends a request with exactly these headers. */
export async function sendRaw(url: string, request: RawRequest, headers: Headers): Promise<Answer> {
  const response = await fetch(url + request.target, {
    method: request.method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(request.body === undefined ? {} : { body: request.body }),
  });
  const text = await response.text();
  return new Answer(response.status, text.startsWith('{') ? JSON.parse(text) : text);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
