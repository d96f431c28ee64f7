// Sends to addresses that administrators type: https and public ones only, and no redirects.
import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { HttpOutcome, HttpRequest, Transport } from '../../ports/platform.ts';
import { isPublicAddress } from './public-address.ts';

/** An address of a host, as the system's resolver gives it. */
interface HostAddress {
  readonly address: string;
  readonly family: number;
}

export interface PublicTransportOptions {
  /** All addresses of a host; rejects when there are none. */
  readonly resolve: (host: string) => Promise<readonly HostAddress[]>;
  /** For a sandbox on one machine: plain http and private addresses too. */
  readonly allowPrivate?: boolean;
  /** Characters of an answer; the rest is not read. */
  readonly answerLengthMax?: number;
}

/** Nobody needs more of the answer to a notice. */
const ANSWER_LENGTH_MAX = 16 * 1024;
const NOT_ALLOWED = 'address-not-allowed';

/**
 * A transport to the public internet. The connection goes to the addresses that were judged, so that a name which
 * resolves to something else a moment later gains nothing. Each request has a connection of its own.
 */
export function createPublicTransport(options: PublicTransportOptions): Transport {
  return {
    async send(request) {
      const url = URL.canParse(request.url) ? new URL(request.url) : undefined;
      const isProtocolFit = url?.protocol === 'https:' || url?.protocol === 'http:';
      if (url === undefined || !isProtocolFit || url.username !== '' || url.password !== '') {
        return neverSent(NOT_ALLOWED);
      }
      if (url.protocol !== 'https:' && options.allowPrivate !== true) return neverSent(NOT_ALLOWED);
      const addresses = await addressesOf(options, url.hostname);
      if (addresses === undefined) return neverSent('ENOTFOUND');
      const isFit = addresses.every(({ address }) => isPublicAddress(address));
      if (!isFit && options.allowPrivate !== true) return neverSent(NOT_ALLOWED);
      return exchange(url, request, addresses, options.answerLengthMax ?? ANSWER_LENGTH_MAX);
    },
  };
}

/** An address in the place of a name needs no resolver; undefined when there is no such host. */
async function addressesOf(
  { resolve }: PublicTransportOptions,
  hostname: string,
): Promise<readonly HostAddress[] | undefined> {
  if (hostname.startsWith('[')) return [{ address: hostname.slice(1, -1), family: 6 }];
  if (/^[\d.]+$/.test(hostname)) return [{ address: hostname, family: 4 }];
  const found = await resolve(hostname).catch(() => []);
  return found.length === 0 ? undefined : found;
}

function exchange(
  url: URL,
  { method, headers, body, timeoutMs }: HttpRequest,
  addresses: readonly HostAddress[],
  answerLengthMax: number,
): Promise<HttpOutcome> {
  const { promise, resolve } = Promise.withResolvers<HttpOutcome>();
  const start = url.protocol === 'https:' ? secureRequest : plainRequest;
  const sending = start(url, {
    method,
    headers: { 'user-agent': 'Tallybridge', ...headers },
    agent: false,
    signal: AbortSignal.timeout(timeoutMs),
    lookup: (_host, { all }, done) => {
      const [first = { address: '', family: 0 }] = addresses;
      if (all === true) done(null, [...addresses]);
      else done(null, first.address, first.family);
    },
  });
  sending.on('response', (response) => {
    readAnswer(response, answerLengthMax).then(resolve, () =>
      resolve(noAnswer('connection-broken')),
    );
  });
  sending.on('error', (error: NodeJS.ErrnoException) => resolve(noAnswer(reasonOf(error))));
  sending.end(body);
  return promise;
}

async function readAnswer(response: IncomingMessage, lengthMax: number): Promise<HttpOutcome> {
  let body = '';
  response.setEncoding('utf8');
  for await (const chunk of response) {
    body += chunk;
    if (body.length > lengthMax) break;
  }
  const headers = Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
  );
  return { kind: 'answered', status: response.statusCode ?? 0, headers, body };
}

function reasonOf({ name, code }: NodeJS.ErrnoException): string {
  return name === 'TimeoutError' || name === 'AbortError' ? 'timeout' : (code ?? 'failed');
}

function neverSent(reason: string): HttpOutcome {
  return { kind: 'no-answer', neverSent: true, reason };
}

function noAnswer(reason: string): HttpOutcome {
  return { kind: 'no-answer', neverSent: reason === 'ECONNREFUSED', reason };
}
