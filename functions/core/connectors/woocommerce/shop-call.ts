// One call to the shop's REST API, and the problems that any call may meet.
import { type Problem, problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { HttpOutcome, Transport } from '../../ports/platform.ts';
import { parseJson, textAt } from '../transport/read-json.ts';

/** Where the shop is and the REST key that we were given there. */
export interface ShopConnection {
  /** The shop's address, e.g. `https://shop.example.com`. */
  readonly url: string;
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly transport: Transport;
}

export interface ShopRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/wp-json/wc/v3`. */
  readonly path: string;
  readonly body?: object;
  /** What is asked for, as a person calls it. */
  readonly what: string;
}

const TIMEOUT_MS = 10_000;

/** The JSON of a 2xx answer. Problems: `not-found`, `shop-refused` (our keys or the request), `shop-unavailable`. */
export async function callShop(
  connection: ShopConnection,
  request: ShopRequest,
): Promise<Result<unknown>> {
  const { url, consumerKey, consumerSecret, transport } = connection;
  const key = Buffer.from(`${consumerKey}:${consumerSecret}`, 'utf8').toString('base64');
  const body = request.body === undefined ? undefined : JSON.stringify(request.body);
  const outcome = await transport.send({
    method: request.method,
    url: `${url.replace(/\/+$/, '')}/wp-json/wc/v3${request.path}`,
    headers: {
      accept: 'application/json',
      authorization: `Basic ${key}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    timeoutMs: TIMEOUT_MS,
    ...(body === undefined ? {} : { body }),
  });
  const found = readProblem(outcome, request.what);
  if (found !== undefined) return refused(found);
  const json = outcome.kind === 'answered' ? parseJson(outcome.body) : undefined;
  // A shop under maintenance answers pages, also with 200.
  return json === undefined ? refused(unavailable()) : ok(json);
}

function readProblem(outcome: HttpOutcome, what: string): Problem | undefined {
  if (outcome.kind === 'no-answer') return unavailable();
  const { status, body } = outcome;
  if (status >= 200 && status < 300) return undefined;
  if (status >= 500 || status === 408 || status === 429) return unavailable();
  const code = textAt(parseJson(body), 'code');
  // Without WooCommerce or pretty permalinks every route is missing: that says nothing about the order.
  if (status === 404 && code !== undefined && code !== 'rest_no_route') {
    return problem('not-found', 'none', { what });
  }
  return problem('shop-refused', 'fix-setup', { detail: code ?? `HTTP ${status}` });
}

function unavailable(): Problem {
  return problem('shop-unavailable', 'retry');
}
