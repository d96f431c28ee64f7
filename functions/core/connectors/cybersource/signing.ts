// What both ways of signing a gateway request need: the request as it is signed, and the digest of its body.
import { createHash, createSecretKey, type KeyObject } from 'node:crypto';

/** A merchant's shared secret; the same pair serves JWT and HTTP Signature. */
export interface GatewayCredentials {
  readonly keyId: string;
  /** Base64, as the Business Center shows it. */
  readonly secret: string;
}

/** A request before it is signed. */
export interface RequestToSign {
  readonly merchant: string;
  readonly credentials: GatewayCredentials;
  /** The gateway's host name, e.g. `api.cybersource.com`. */
  readonly host: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path with query. */
  readonly target: string;
  /** Covered by a digest when present. */
  readonly body?: string;
}

/** Base64 of the SHA-256 of the body's UTF-8 bytes. */
export function bodyDigest(body: string): string {
  return createHash('sha256').update(body, 'utf8').digest('base64');
}

/** Making a key costs far more than signing with it. */
const keys = new WeakMap<GatewayCredentials, KeyObject>();

/** The decoded secret as a key. */
export function signingKey(credentials: GatewayCredentials): KeyObject {
  const known = keys.get(credentials);
  if (known !== undefined) return known;
  const made = createSecretKey(credentials.secret, 'base64');
  keys.set(credentials, made);
  return made;
}
