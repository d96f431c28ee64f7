// The shop's own small gateway client: requests signed with a JWT over the shared secret.
import { createHash, randomUUID } from 'node:crypto';
import { importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import type { SandboxClock } from '../clock.ts';

/** One merchant account and its shared secret. */
export interface MerchantKeys {
  readonly merchantId: string;
  readonly keyId: string;
  /** Base64. */
  readonly secret: string;
}

export interface GatewayAccess {
  readonly clock: SandboxClock;
  readonly url: string;
  /** The host name that is signed, which is not the socket's here. */
  readonly host: string;
}

export interface GatewayReply {
  readonly status: number;
  readonly text: string;
}

export type CallGateway = (
  merchant: MerchantKeys,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: object,
) => Promise<GatewayReply>;

const TIMEOUT_MS = 15_000;
const TOKEN_LIFE_S = 120;

/** @returns a function that throws when no answer comes within 15 seconds. */
export function createGatewayClient(access: GatewayAccess): CallGateway {
  return async (merchant, method, path, body) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const token = await signRequest(access, merchant, method, path, text);
    const answer = await fetch(access.url + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'v-c-merchant-id': merchant.merchantId,
        ...(text === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(text === undefined ? {} : { body: text }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return { status: answer.status, text: await answer.text() };
  };
}

function signRequest(
  access: GatewayAccess,
  merchant: MerchantKeys,
  method: string,
  path: string,
  text: string | undefined,
): Promise<string> {
  const issuedAt = Math.floor(access.clock.now() / 1000);
  const digest =
    text === undefined
      ? {}
      : {
          digest: createHash('sha256').update(text).digest('base64'),
          'digest-algorithm': 'SHA-256',
        };
  return new SignJWT({
    ...digest,
    'request-host': access.host,
    'request-resource-path': path,
    'request-method': method.toLowerCase(),
    'v-c-merchant-id': merchant.merchantId,
    'v-c-jwt-version': '2',
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: merchant.keyId })
    .setIssuer(merchant.merchantId)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + TOKEN_LIFE_S)
    .setJti(randomUUID())
    .sign(Buffer.from(merchant.secret, 'base64'));
}

/** What the card fields need, taken from a verified capture context. */
export interface CaptureContext {
  readonly jwt: string;
  readonly clientLibrary: string;
  readonly clientLibraryIntegrity: string;
  /** The key that transient tokens of this context are signed with. */
  readonly tokenKey: JWK;
}

/** Opens a Microform session and verifies the context that the gateway answers. */
export async function openCardFields(
  access: GatewayAccess,
  call: CallGateway,
  merchant: MerchantKeys,
  origin: string,
): Promise<CaptureContext> {
  const reply = await call(merchant, 'POST', '/microform/v2/sessions', {
    clientVersion: 'v2',
    targetOrigins: [origin],
    allowedCardNetworks: ['VISA', 'MASTERCARD', 'AMEX', 'DISCOVER', 'JCB'],
    allowedPaymentTypes: ['CARD'],
  });
  if (reply.status !== 201) throw new Error(`the card fields could not be opened: ${reply.status}`);
  const verified = await jwtVerify<{ flx: { jwk: JWK }; ctx: [{ data: ContextData }] }>(
    reply.text,
    async (header) => {
      const key = await fetch(`${access.url}/flex/v2/public-keys/${header.kid}`);
      return importJWK((await key.json()) as JWK, 'RS256');
    },
    { currentDate: new Date(access.clock.now()) },
  );
  const { data } = verified.payload.ctx[0];
  return {
    jwt: reply.text,
    clientLibrary: data.clientLibrary,
    clientLibraryIntegrity: data.clientLibraryIntegrity,
    tokenKey: verified.payload.flx.jwk,
  };
}

interface ContextData {
  readonly clientLibrary: string;
  readonly clientLibraryIntegrity: string;
}

/** True when the token was made by the card fields of this context and is not yet stale. */
export async function isGenuineToken(
  access: GatewayAccess,
  context: CaptureContext,
  token: string,
): Promise<boolean> {
  try {
    await jwtVerify(token, await importJWK(context.tokenKey, 'RS256'), {
      currentDate: new Date(access.clock.now()),
    });
    return true;
  } catch {
    return false;
  }
}
