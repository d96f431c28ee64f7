// Who is calling: verifies either way of signing, and hands the merchant and raw body to the routes.
import type { MiddlewareHandler } from 'hono';
import type { SandboxClock } from '../../clock.ts';
import type { ApiEnv } from '../api.ts';
import type { Merchant, MerchantDirectory } from '../merchants.ts';
import { verifyHttpSignature } from './http-signature.ts';
import { verifyJsonWebToken } from './json-web-token.ts';
import type { SignedRequest } from './signed-request.ts';

const METHODS_WITH_BODY = ['POST', 'PUT', 'PATCH'];

/** @param expectedHost the host name genuine clients sign; the socket's own is accepted too. */
export function authenticate(
  merchants: MerchantDirectory,
  clock: SandboxClock,
  expectedHost: string,
): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const body = new Uint8Array(await c.req.arrayBuffer());
    const request: SignedRequest = {
      method: c.req.method,
      target: c.env.incoming.url ?? '',
      body,
      hasBody: METHODS_WITH_BODY.includes(c.req.method),
      hosts: [expectedHost, socketHost(c.env.incoming.socket)],
      nowMs: [Date.now(), clock.now()],
      header: (name) => c.req.header(name),
    };
    const merchant = await identify(request, merchants);
    if (merchant === undefined) {
      return c.json({ response: { rmsg: 'Authentication Failed' } }, 401);
    }
    c.set('merchant', merchant);
    c.set('body', body);
    return next();
  };
}

function identify(
  request: SignedRequest,
  merchants: MerchantDirectory,
): Promise<Merchant | undefined> | Merchant | undefined {
  const token = /^Bearer (\S+)$/.exec(request.header('authorization') ?? '')?.[1];
  return token === undefined
    ? verifyHttpSignature(request, merchants)
    : verifyJsonWebToken(token, request, merchants);
}

function socketHost(socket: { localAddress?: string; localPort?: number }): string {
  return `${socket.localAddress}:${socket.localPort}`;
}
