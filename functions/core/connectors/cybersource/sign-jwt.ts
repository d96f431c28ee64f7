// Signs a gateway request with a JSON Web Token, HS256 with the shared secret: the gateway's current way.
import { createHmac } from 'node:crypto';
import { bodyDigest, type RequestToSign, signingKey } from './signing.ts';

/** The vendor's own client lets a token live this long. */
const LIFETIME_SECONDS = 120;

/**
 * The headers that authenticate the request. The claims bind the token to host, method, path with query and body.
 * @param nowMs epoch ms.
 * @param tokenId unique per request.
 */
export function signJwt(
  request: RequestToSign,
  nowMs: number,
  tokenId: string,
): Record<string, string> {
  const issuedAt = Math.floor(nowMs / 1000);
  const header = { typ: 'JWT', alg: 'HS256', kid: request.credentials.keyId };
  const claims = {
    iss: request.merchant,
    iat: issuedAt,
    exp: issuedAt + LIFETIME_SECONDS,
    jti: tokenId,
    'request-host': request.host,
    'request-resource-path': request.target,
    'request-method': request.method.toLowerCase(),
    'v-c-merchant-id': request.merchant,
    'v-c-jwt-version': '2',
    // A published table spells it `digestAlgorithm`; the vendor's client sends, and the gateway reads, this one.
    ...(request.body === undefined
      ? {}
      : { digest: bodyDigest(request.body), 'digest-algorithm': 'SHA-256' }),
  };
  const signed = `${encode(header)}.${encode(claims)}`;
  const signature = createHmac('sha256', signingKey(request.credentials))
    .update(signed)
    .digest('base64url');
  return { authorization: `Bearer ${signed}.${signature}` };
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part), 'utf8').toString('base64url');
}
