// HTTP Signature: verifies the `signature` header of a request, strict request-target form only.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Merchant, MerchantDirectory } from '../merchants.ts';
import type { SignedRequest } from './signed-request.ts';

const SKEW_MS = 5 * 60_000;

interface SignatureHeader {
  readonly keyid: string;
  readonly algorithm: string;
  readonly headers: readonly string[];
  readonly signature: string;
}

/** The merchant that signed, or undefined when anything about the signature is wrong. */
export function verifyHttpSignature(
  request: SignedRequest,
  merchants: MerchantDirectory,
): Merchant | undefined {
  const header = parseSignatureHeader(request.header('signature') ?? '');
  if (header === undefined || header.algorithm !== 'HmacSHA256') return undefined;
  const key = merchants.key(header.keyid);
  if (key === undefined || key.publicKeyPem !== undefined) return undefined;
  const { merchant } = key;
  const sound =
    coversWhatItMust(header.headers, request.hasBody) &&
    request.header('v-c-merchant-id') === merchant.merchantId &&
    isFresh(request) &&
    (!request.hasBody || digestHolds(request)) &&
    request.hosts.some((host) => signatureHolds(header, request, host, merchant.secretBytes));
  return sound ? merchant : undefined;
}

function parseSignatureHeader(value: string): SignatureHeader | undefined {
  const fields = new Map(
    [...value.matchAll(/(\w+)="([^"]*)"/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
  );
  const [keyid, algorithm, headers, signature] = ['keyid', 'algorithm', 'headers', 'signature'].map(
    (name) => fields.get(name),
  );
  if (keyid === undefined || algorithm === undefined || !headers || !signature) return undefined;
  return { keyid, algorithm, headers: headers.split(' '), signature };
}

function coversWhatItMust(listed: readonly string[], hasBody: boolean): boolean {
  const needed = ['host', 'date', 'request-target', 'v-c-merchant-id'];
  if (hasBody) needed.push('digest');
  return needed.every((name) => listed.includes(name));
}

function isFresh(request: SignedRequest): boolean {
  const sent = Date.parse(request.header('date') ?? '');
  return request.nowMs.some((now) => Math.abs(now - sent) <= SKEW_MS);
}

function digestHolds(request: SignedRequest): boolean {
  const digest = createHash('sha256').update(request.body).digest('base64');
  return request.header('digest') === `SHA-256=${digest}`;
}

function signatureHolds(
  header: SignatureHeader,
  request: SignedRequest,
  host: string,
  secret: Uint8Array,
): boolean {
  const lines = header.headers.map((name) => {
    if (name === 'request-target') {
      return `request-target: ${request.method.toLowerCase()} ${request.target}`;
    }
    return `${name}: ${name === 'host' ? host : (request.header(name) ?? '')}`;
  });
  const expected = createHmac('sha256', secret).update(lines.join('\n')).digest();
  const given = Buffer.from(header.signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
