// The server half of the SDKs' request calls: checks the package's rules, adds the connection's token, calls our api.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from 'hono';
import * as z from 'zod/mini';
import { isMember } from '../zoho/people.ts';
import type { ZohoUser } from '../zoho/users.ts';
import type { Connections } from './connections/connections.ts';
import { PackedWidget } from './packed-widget.ts';
import {
  products,
  type Settlement,
  serviceOf,
  wrapAnswer,
  wrapRefusal,
  wrapUnauthorized,
} from './proxy-envelopes.ts';
import { packedApiUrl } from './widget-files.ts';

const proxied = z.object({
  product: z.enum(products),
  connection: z.optional(z.string()),
  url: z.url(),
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  headers: z.record(z.string(), z.string()),
  body: z.optional(z.string()),
});
type Proxied = z.infer<typeof proxied>;

export interface ProxyOptions {
  readonly connections: Connections;
  /** The header that the connection's token goes in. */
  readonly tokenHeader: string;
  readonly widgetDist: string;
  readonly apiUrl: string;
  /** Who is signed in in the browser that asks. */
  readonly person: (c: Context) => ZohoUser | undefined;
}

/** What the page gets; with `authorize` it offers the person to authorize the connection. */
type Reply = Settlement & { readonly authorize?: string };

/** As Zoho's own limit for calls to the outside. */
const TIMEOUT_MS = 40_000;

export async function answerProxied(c: Context, options: ProxyOptions): Promise<Response> {
  const parsed = proxied.safeParse(await c.req.json().catch(() => undefined));
  // A call of another shape never settles in the real SDKs.
  if (!parsed.success) return new Promise<never>(() => {});
  const { product } = parsed.data;
  const person = options.person(c);
  const refusal =
    person !== undefined && isMember(person, serviceOf(product))
      ? refusalOf(parsed.data, options)
      : 'You are signed out, or no user of this product.';
  if (person === undefined || refusal !== undefined) {
    return c.json(wrapRefusal(product, refusal ?? ''));
  }
  return c.json(await forwardFor(person, parsed.data, options));
}

/** The call with the person's token, and once more with a new one when our api no longer takes it. */
async function forwardFor(
  { email }: ZohoUser,
  request: Proxied,
  { connections, tokenHeader }: ProxyOptions,
): Promise<Reply> {
  const { product, connection = '' } = request;
  try {
    let token = await connections.token(product, email);
    let answer = token && (await forward(request, tokenHeader, token));
    if (token && answer && answer.status === 401) {
      token = await connections.renew(product, email, token);
      answer = token && (await forward(request, tokenHeader, token));
    }
    if (!answer) return { ...wrapUnauthorized(product, connection), authorize: connection };
    return wrapAnswer(product, { status: answer.status, body: await answer.text() });
  } catch {
    return wrapRefusal(product, 'Unable to reach the requested URL.');
  }
}

function refusalOf(request: Proxied, options: ProxyOptions): string | undefined {
  const packed = new PackedWidget(options.widgetDist, request.product);
  const packedUrl = packedApiOf(packed.folder);
  // The packed domain stands for the sandbox's functions; anything else is somebody else's server.
  const target = request.url.startsWith(`${options.apiUrl}/`) ? packedUrl : request.url;
  const refusal = packed.refusal(request.connection, target);
  if (refusal !== undefined) return refusal;
  return target === packedUrl ? undefined : `${new URL(request.url).host} cannot be reached.`;
}

const pages = new Map<string, string>();

function packedApiOf(folder: string): string {
  const known =
    pages.get(folder) ?? packedApiUrl(readFileSync(join(folder, 'app/widget.html'), 'utf8'));
  pages.set(folder, known);
  return known;
}

function forward(request: Proxied, tokenHeader: string, token: string): Promise<Response> {
  const headers = new Headers(request.headers);
  headers.set(tokenHeader, token);
  return fetch(request.url, {
    method: request.method,
    headers,
    ...(request.body === undefined || request.method === 'GET' ? {} : { body: request.body }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
}
