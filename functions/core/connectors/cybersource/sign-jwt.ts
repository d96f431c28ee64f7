// Signs a gateway request with a JSON Web Token, HS256 with the shared secret or RS256 with a certificate's key: the gateway's current way.
import { createHmac, sign } from 'node:crypto';
import { bodyDigest, type GatewayCredentials, type RequestToSign, signingKey } from './signing.ts';

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
  const { credentials } = request;
  const isCertificate = credentials.privateKey !== undefined;
  const header = { typ: 'JWT', alg: isCertificate ? 'RS256' : 'HS256', kid: credentials.keyId };
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
  return { authorization: `Bearer ${signed}.${signatureOf(signed, credentials)}` };
}

function signatureOf(signed: string, credentials: GatewayCredentials): string {
  const key = signingKey(credentials);
  return credentials.privateKey === undefined
    ? createHmac('sha256', key).update(signed).digest('base64url')
    : sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url');
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part), 'utf8').toString('base64url');
}
