// One call to a Zoho API: token, organization, time-out, one more try with a new token, errors as problems.
import { ok, type Result, refused } from '../../domain/result.ts';
import type { HttpOutcome, HttpRequest, Transport } from '../../ports/platform.ts';
import type { AccessToken, AccessTokens } from './access-tokens.ts';
import { isOtherDataCentre } from './data-centre.ts';
import { type Remaining, readRemaining } from './remaining.ts';
import {
  busy,
  notFound,
  retryAfterMs,
  signInNeeded,
  unavailable,
  wrongDataCentre,
  type ZohoProblem,
} from './zoho-problem.ts';
import type { ZohoProduct } from './zoho-product.ts';

export interface ZohoCall {
  /** Verb-noun, for counting. */
  readonly operation: string;
  readonly method: HttpRequest['method'];
  /** Segments below the API's root: `['invoices', id]`. */
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; fields that are undefined are left out. */
  readonly body?: unknown;
  /** What a 404 means: `The invoice`. */
  readonly what: string;
  /** The custom field that the write rests on: a refusal that names it means that it does not exist. */
  readonly uniqueField?: string;
  /** Credits it costs where the product counts those; 1 when absent. */
  readonly cost?: number;
}

/** An answer with JSON in it. */
interface ZohoAnswer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export type Reading =
  | { readonly kind: 'value'; readonly body: unknown }
  | { readonly kind: 'token-refused' }
  | { readonly kind: 'problem'; readonly problem: ZohoProblem };

/** How one product says yes and no. Told by codes, never by message texts: those are in the user's language. */
export type ReadAnswer = (answer: ZohoAnswer, call: ZohoCall) => Reading;

/** Sends a call; the value is the parsed body, or undefined for an empty answer (204). */
export type ZohoCaller = (call: ZohoCall) => Promise<Result<unknown, ZohoProblem>>;

/** What every Zoho connector is given. */
export interface ZohoConnection {
  readonly tokens: AccessTokens;
  readonly transport: Transport;
  /** Told of every request that goes out, repeated ones too. */
  readonly onCall?: (product: ZohoProduct, operation: string) => void;
  /** Asked before every request; without it calls are not counted. */
  readonly budget?: CallBudget;
}

/** The products whose calls are counted. */
type CountedProduct = Exclude<ZohoProduct, 'accounts'>;

/** The calls that one organization may make, shared by all function instances. */
export interface CallBudget {
  /** Leave to make one call now, or `zoho-busy` with the time to come back. */
  take(product: CountedProduct, cost: number): Promise<Result<CallLeave>>;
  /** Zoho asked for a pause. */
  pause(product: CountedProduct, ms: number): Promise<void>;
}

interface CallLeave {
  /** The call is over; with what its answer said is left of the day. */
  end(remaining?: Remaining): void;
}

export interface ZohoCallerOptions {
  readonly product: CountedProduct;
  /** Up to and including the version: `https://www.zohoapis.com/books/v3`. */
  readonly rootUrl: string;
  /** Query parameters and headers of every call: the organization. */
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly readAnswer: ReadAnswer;
}

/** Twice this, with a token request between, still ends inside a function's 30 seconds. */
const TIMEOUT_MS = 12_000;
/** Where a 429 says neither why nor for how long. */
const BUSY_MS = 60_000;
/** Ids come from pages too: no dots or slashes, so that they cannot climb to another resource. */
const SEGMENT = /^[\w-]+$/;

/** Builds the one way to call a product. It never throws for what happens outside. */
export function createZohoCaller(
  connection: ZohoConnection,
  options: ZohoCallerOptions,
): ZohoCaller {
  return async (call) => {
    if (!call.path.every((segment) => SEGMENT.test(segment))) return refused(notFound(call.what));
    // A refused token did nothing, so that even a write may be sent once more.
    for (let tries = 0; tries < 2; tries += 1) {
      const token = await connection.tokens.accessToken();
      if (!token.ok) return token;
      const reading = await sendCounted(connection, options, call, token.value);
      if (reading.kind === 'value') return ok(reading.body);
      if (reading.kind === 'problem') return refused(reading.problem);
      connection.tokens.invalidate(token.value.token);
    }
    return refused(signInNeeded());
  };
}

async function sendCounted(
  connection: ZohoConnection,
  options: ZohoCallerOptions,
  call: ZohoCall,
  token: AccessToken,
): Promise<Reading> {
  const { product, rootUrl } = options;
  if (token.apiUrl !== undefined && isOtherDataCentre(rootUrl, token.apiUrl)) {
    return problemReading(wrongDataCentre(product, rootUrl, token.apiUrl));
  }
  const { budget } = connection;
  const leave = await budget?.take(product, call.cost ?? 1);
  if (leave?.ok === false) return problemReading(leave.problem);
  connection.onCall?.(product, call.operation);
  const request = requestOf(options, call, token.token);
  let outcome: HttpOutcome | undefined;
  try {
    outcome = await connection.transport.send(request);
  } finally {
    const headers = outcome?.kind === 'answered' ? outcome.headers : {};
    leave?.value.end(readRemaining(product, headers));
  }
  const reading = readOutcome(options, call, outcome);
  const pauseMs = reading.kind === 'problem' ? pauseOf(reading.problem) : undefined;
  if (pauseMs !== undefined) await budget?.pause(product, pauseMs);
  return reading;
}

function pauseOf({ code, retryAfterMs: pauseMs }: ZohoProblem): number | undefined {
  return code === 'zoho-busy' ? pauseMs : undefined;
}

function readOutcome(options: ZohoCallerOptions, call: ZohoCall, outcome: HttpOutcome): Reading {
  const { product } = options;
  if (outcome.kind === 'no-answer') return problemReading(unavailable(product));
  const { status, headers } = outcome;
  if (status >= 500) return problemReading(unavailable(product, retryAfterMs(headers)));
  if (status === 204) return { kind: 'value', body: undefined };
  let body: unknown;
  try {
    body = JSON.parse(outcome.body);
  } catch {
    if (status === 429) return problemReading(busy(product, retryAfterMs(headers) ?? BUSY_MS));
    return problemReading(unavailable(product));
  }
  return options.readAnswer({ status, headers, body }, call);
}

function requestOf(options: ZohoCallerOptions, call: ZohoCall, token: string): HttpRequest {
  const query = new URLSearchParams({ ...options.query, ...call.query }).toString();
  const url = `${options.rootUrl}/${call.path.join('/')}${query === '' ? '' : `?${query}`}`;
  const headers = {
    authorization: `Zoho-oauthtoken ${token}`,
    accept: 'application/json',
    ...options.headers,
    ...call.headers,
  };
  const { method } = call;
  if (call.body === undefined) return { method, url, headers, timeoutMs: TIMEOUT_MS };
  return {
    method,
    url,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(call.body),
    timeoutMs: TIMEOUT_MS,
  };
}

export function problemReading(problem: ZohoProblem): Reading {
  return { kind: 'problem', problem };
}
