// JWT authentication: verifies `Authorization: Bearer` against the request it came with.
import { createHash, createPublicKey } from 'node:crypto';
import { compactVerify, decodeProtectedHeader } from 'jose';
import { z } from 'zod';
import type { Merchant, MerchantDirectory, MerchantKey } from '../merchants.ts';
import type { SignedRequest } from './signed-request.ts';

const SHARED_SECRET_ALGORITHMS = ['HS256', 'HS384', 'HS512'];
const CERTIFICATE_ALGORITHMS = ['RS256'];
const SKEW_SECONDS = 5 * 60;

const claimsSchema = z.object({
  iss: z.string(),
  iat: z.number(),
  exp: z.number(),
  'request-host': z.string(),
  'request-resource-path': z.string(),
  'request-method': z.string(),
  'v-c-merchant-id': z.string(),
  digest: z.string().optional(),
  // The guide's table spells it one way, its client the other: both are accepted.
  'digest-algorithm': z.string().optional(),
  digestAlgorithm: z.string().optional(),
});
type Claims = z.infer<typeof claimsSchema>;

/** The merchant whose key signed, or undefined when token and request do not belong together. */
export async function verifyJsonWebToken(
  token: string,
  request: SignedRequest,
  merchants: MerchantDirectory,
): Promise<Merchant | undefined> {
  try {
    const key = merchants.key(decodeProtectedHeader(token).kid ?? '');
    if (key === undefined) return undefined;
    const { payload } = await compactVerify(token, verificationKey(key), {
      algorithms: key.publicKeyPem ? CERTIFICATE_ALGORITHMS : SHARED_SECRET_ALGORITHMS,
    });
    const claims = claimsSchema.parse(JSON.parse(new TextDecoder().decode(payload)));
    return belongsTo(claims, request, key.merchant) ? key.merchant : undefined;
  } catch {
    return undefined;
  }
}

function verificationKey(key: MerchantKey) {
  return key.publicKeyPem === undefined
    ? key.merchant.secretBytes
    : createPublicKey(key.publicKeyPem);
}

function belongsTo(claims: Claims, request: SignedRequest, merchant: Merchant): boolean {
  return (
    [merchant.merchantId, merchant.organizationId].includes(claims.iss) &&
    claims['v-c-merchant-id'] === merchant.merchantId &&
    request.hosts.includes(claims['request-host']) &&
    claims['request-resource-path'] === request.target &&
    claims['request-method'].toLowerCase() === request.method.toLowerCase() &&
    isCurrent(claims, request.nowMs) &&
    (!request.hasBody || digestHolds(claims, request.body))
  );
}

function isCurrent(claims: Claims, nowMs: readonly number[]): boolean {
  return nowMs.some((now) => {
    const seconds = now / 1000;
    return claims.iat <= seconds + SKEW_SECONDS && seconds < claims.exp;
  });
}

function digestHolds(claims: Claims, body: Uint8Array): boolean {
  const algorithm = claims['digest-algorithm'] ?? claims.digestAlgorithm;
  return (
    algorithm === 'SHA-256' && claims.digest === createHash('sha256').update(body).digest('base64')
  );
}
