// Signs a gateway request with HTTP Signature: the gateway's older way, announced to end in March 2027.
import { createHmac } from 'node:crypto';
import { bodyDigest, type RequestToSign, signingKey } from './signing.ts';

/**
 * The headers that authenticate the request: one `name: value` line per covered header, joined by line feeds,
 * HMAC-SHA256 with the decoded secret. `host` is signed as the gateway's name; the client sends it by itself.
 * @param nowMs epoch ms.
 */
export function signHttpSignature(request: RequestToSign, nowMs: number): Record<string, string> {
  const date = new Date(nowMs).toUTCString();
  const digest = request.body === undefined ? undefined : `SHA-256=${bodyDigest(request.body)}`;
  const covered = [
    ['host', request.host],
    ['date', date],
    ['request-target', `${request.method.toLowerCase()} ${request.target}`],
    ...(digest === undefined ? [] : [['digest', digest]]),
    ['v-c-merchant-id', request.merchant],
  ];
  const names = covered.map(([name]) => name).join(' ');
  const text = covered.map(([name, value]) => `${name}: ${value}`).join('\n');
  const signature = createHmac('sha256', signingKey(request.credentials))
    .update(text, 'utf8')
    .digest('base64');
  const keyId = request.credentials.keyId;
  return {
    date,
    'v-c-merchant-id': request.merchant,
    signature: `keyid="${keyId}", algorithm="HmacSHA256", headers="${names}", signature="${signature}"`,
    ...(digest === undefined ? {} : { digest }),
  };
}
