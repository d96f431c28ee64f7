// What both ways of signing a gateway request need: the request as it is signed, and the digest of its body.
import { createHash, createPrivateKey, createSecretKey, type KeyObject } from 'node:crypto';

/** A merchant's shared secret, which serves JWT and HTTP Signature, or the key of its certificate, for JWT only. */
export interface GatewayCredentials {
  readonly keyId: string;
  /** Base64, as the Business Center shows it. */
  readonly secret: string;
  /** PKCS#8 PEM; `keyId` is the certificate's serial number then. */
  readonly privateKey?: string;
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

/** The decoded secret, or the certificate's private key, as a key. */
export function signingKey(credentials: GatewayCredentials): KeyObject {
  const known = keys.get(credentials);
  if (known !== undefined) return known;
  const made =
    credentials.privateKey === undefined
      ? createSecretKey(credentials.secret, 'base64')
      : createPrivateKey(credentials.privateKey);
  keys.set(credentials, made);
  return made;
}
