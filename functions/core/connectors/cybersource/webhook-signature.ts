// Checks the `v-c-signature` of a gateway notification: HMAC-SHA256 over `t.message`, with a key named by its id.
import { createHmac, timingSafeEqual } from 'node:crypto';

/** A signing key of the organization; during a rotation there are two. */
interface WebhookKey {
  readonly keyId: string;
  /** Base64. */
  readonly key: string;
}

export interface WebhookToVerify {
  /** The `v-c-signature` header. */
  readonly signature: string | undefined;
  /** The body, byte for byte as received. */
  readonly rawBody: Uint8Array;
  readonly keys: readonly WebhookKey[];
  /** Epoch ms. */
  readonly nowMs: number;
  /** How old a signature may be; 5 minutes when absent. */
  readonly maxAgeMs?: number;
}

/**
 * `reading` says what was signed: the whole body, or only its payload; then nothing around the payload
 * (event type, webhook id, retry number) is proven.
 */
export type WebhookVerdict =
  | { readonly kind: 'verified'; readonly reading: 'body' | 'payload'; readonly keyId: string }
  | { readonly kind: 'refused'; readonly reason: WebhookRefusal };

type WebhookRefusal =
  | 'missing'
  | 'malformed'
  | 'unknown-key'
  | 'mismatch'
  | 'too-old'
  | 'from-the-future';

const MAX_AGE_MS = 5 * 60_000;
const MAX_AHEAD_MS = 60_000;

/**
 * Live senders sign the raw body, some published receivers hash the re-serialised payload: both are tried.
 * The age is looked at last, so that `too-old` means a genuine signature (a replay, or a clock that is off).
 */
export function verifyWebhook(input: WebhookToVerify): WebhookVerdict {
  if (input.signature === undefined || input.signature === '') return refuse('missing');
  const parts = parseSignature(input.signature);
  if (parts === undefined) return refuse('malformed');
  const keys = input.keys.filter((key) => key.keyId === parts.keyId);
  if (keys.length === 0) return refuse('unknown-key');
  const reading = findReading(parts, input.rawBody, keys);
  if (reading === undefined) return refuse('mismatch');
  const ageMs = input.nowMs - parts.signedAt;
  if (ageMs > (input.maxAgeMs ?? MAX_AGE_MS)) return refuse('too-old');
  if (ageMs < -MAX_AHEAD_MS) return refuse('from-the-future');
  return { kind: 'verified', reading, keyId: parts.keyId };
}

interface SignatureParts {
  /** As written: it is part of what was signed. */
  readonly time: string;
  /** Epoch ms. */
  readonly signedAt: number;
  readonly keyId: string;
  readonly signature: Buffer;
}

/** `t=<epoch ms>;keyId=<id>;sig=<base64>`: only the first `=` of a part separates, the rest is base64 padding. */
function parseSignature(header: string): SignatureParts | undefined {
  const fields = new Map<string, string>();
  for (const part of header.split(';')) {
    const at = part.indexOf('=');
    if (at > 0) fields.set(part.slice(0, at).trim(), part.slice(at + 1).trim());
  }
  const time = fields.get('t');
  const keyId = fields.get('keyId');
  const sig = fields.get('sig');
  if (time === undefined || !/^\d{1,15}$/.test(time) || !keyId || !sig) return undefined;
  return { time, signedAt: Number(time), keyId, signature: Buffer.from(sig, 'base64') };
}

function findReading(
  parts: SignatureParts,
  rawBody: Uint8Array,
  keys: readonly WebhookKey[],
): 'body' | 'payload' | undefined {
  if (keys.some((key) => matches(parts, rawBody, key))) return 'body';
  const payload = serialisedPayload(rawBody);
  if (payload === undefined) return undefined;
  return keys.some((key) => matches(parts, payload, key)) ? 'payload' : undefined;
}

function matches(parts: SignatureParts, message: Uint8Array, key: WebhookKey): boolean {
  const expected = createHmac('sha256', Buffer.from(key.key, 'base64'))
    .update(`${parts.time}.`)
    .update(message)
    .digest();
  return expected.length === parts.signature.length && timingSafeEqual(expected, parts.signature);
}

function serialisedPayload(rawBody: Uint8Array): Buffer | undefined {
  try {
    const body: unknown = JSON.parse(Buffer.from(rawBody).toString('utf8'));
    if (typeof body !== 'object' || body === null || !('payload' in body)) return undefined;
    return Buffer.from(JSON.stringify(body.payload), 'utf8');
  } catch {
    return undefined;
  }
}

function refuse(reason: WebhookRefusal): WebhookVerdict {
  return { kind: 'refused', reason };
}
