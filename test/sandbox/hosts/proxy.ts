// The server half of the SDKs' request calls: checks the package's rules, adds the connection's token, calls our api.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from 'hono';
import * as z from 'zod/mini';
import { PackedWidget } from './packed-widget.ts';
import { type Product, type Settlement, wrapAnswer, wrapRefusal } from './proxy-envelopes.ts';
import { mintStaffToken, type StaffMember, type StaffTokenIssuer } from './staff-token.ts';
import { packedApiUrl } from './widget-files.ts';

const proxied = z.object({
  product: z.enum(['books', 'inventory', 'crm', 'desk']),
  connection: z.optional(z.string()),
  url: z.url(),
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  headers: z.record(z.string(), z.string()),
  body: z.optional(z.string()),
});
type Proxied = z.infer<typeof proxied>;

export interface ProxyOptions {
  readonly issuer: StaffTokenIssuer;
  readonly widgetDist: string;
  readonly apiUrl: string;
  /** Who is signed in on the page that asks. */
  readonly member: (c: Context) => StaffMember;
}

/** As Zoho's own limit for calls to the outside. */
const TIMEOUT_MS = 40_000;

export async function answerProxied(c: Context, options: ProxyOptions): Promise<Response> {
  const parsed = proxied.safeParse(await c.req.json().catch(() => undefined));
  // A call of another shape never settles in the real SDKs.
  if (!parsed.success) return new Promise<never>(() => {});
  const { product } = parsed.data;
  const refusal = refusalOf(parsed.data, options);
  if (refusal !== undefined) return c.json(wrapRefusal(product, refusal));
  const token = await mintStaffToken(options.issuer, options.member(c));
  return c.json(await forward(parsed.data, token));
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

async function forward(request: Proxied, token: string): Promise<Settlement> {
  const product: Product = request.product;
  try {
    const answer = await fetch(request.url, {
      method: request.method,
      headers: { ...request.headers, 'x-tallybridge-token': token },
      ...(request.body === undefined || request.method === 'GET' ? {} : { body: request.body }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return wrapAnswer(product, { status: answer.status, body: await answer.text() });
  } catch {
    return wrapRefusal(product, 'Unable to reach the requested URL.');
  }
}
