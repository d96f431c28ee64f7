// One signed call to the gateway, and the problems that any call may meet.
import type { MerchantId } from '../../domain/ids.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { Clock, HttpOutcome, Random, Transport } from '../../ports/platform.ts';
import { retryAfterMs } from '../transport/retry-after.ts';
import { readError } from './read-error.ts';
import { signHttpSignature } from './sign-http-signature.ts';
import { signJwt } from './sign-jwt.ts';
import type { GatewayCredentials, RequestToSign } from './signing.ts';

/** Where the gateway is and how we prove who we are. */
export interface GatewayConnection {
  /** Base address without a trailing slash, e.g. `https://api.cybersource.com`. */
  readonly url: string;
  /** The host name that is signed. */
  readonly host: string;
  readonly authentication: 'jwt' | 'http-signature';
  /** The keys of one merchant id; undefined when it is not connected. */
  readonly credentials: (merchant: MerchantId) => GatewayCredentials | undefined;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly random: Random;
}

export interface GatewayRequest {
  readonly merchant: MerchantId;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly timeoutMs: number;
}

/** Either the exchange or, when the merchant id has no keys, nothing was sent. */
export type GatewayExchange = HttpOutcome | { readonly kind: 'no-credentials' };

export async function callGateway(
  connection: GatewayConnection,
  request: GatewayRequest,
): Promise<GatewayExchange> {
  const credentials = connection.credentials(request.merchant);
  if (credentials === undefined) return { kind: 'no-credentials' };
  const body = request.body === undefined ? undefined : JSON.stringify(request.body);
  const payload = body === undefined ? {} : { body };
  const { merchant, method, path, timeoutMs } = request;
  const signed = { merchant, credentials, host: connection.host, method, target: path, ...payload };
  return connection.transport.send({
    method,
    url: `${connection.url.replace(/\/+$/, '')}${path}`,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...request.headers,
      ...sign(connection, signed),
    },
    timeoutMs,
    ...payload,
  });
}

function sign(connection: GatewayConnection, request: RequestToSign): Record<string, string> {
  const now = connection.clock.now();
  // A certificate's key signs tokens only.
  const asToken =
    connection.authentication === 'jwt' || request.credentials.privateKey !== undefined;
  if (!asToken) return signHttpSignature(request, now);
  return signJwt(request, now, Buffer.from(connection.random.bytes(16)).toString('hex'));
}

export function merchantUnknown(merchant: MerchantId): Problem {
  return problem('merchant-unknown', 'fix-setup', { merchant });
}

/**
 * What an answer outside 2xx means for a question, and for a movement that was certainly not made.
 * @param what what was asked for, as a person calls it.
 */
export function problemOfStatus(
  answer: Extract<HttpOutcome, { kind: 'answered' }>,
  merchant: MerchantId,
  what: string,
  nowMs: number,
): Problem {
  const { status, headers, body } = answer;
  if (status === 401 || status === 403) {
    return problem('gateway-credentials', 'fix-setup', { merchant });
  }
  if (status === 404) return problem('not-found', 'none', { what });
  if (status === 429) {
    const wait = retryAfterMs(headers, nowMs);
    const busy = problem('gateway-busy', 'retry');
    return wait === undefined ? busy : { ...busy, retryAfterMs: wait };
  }
  if (status >= 400 && status < 500) {
    const { reason } = readError(status, body);
    const setUp = reason === 'INVALID_MERCHANT_CONFIGURATION' || reason === 'NOT_SUPPORTED';
    return problem('gateway-refused', setUp ? 'fix-setup' : 'fix-input', { reason });
  }
  return problem('gateway-unavailable', 'retry');
}
