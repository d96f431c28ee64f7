// The card page: what a customer's browser loads and asks. The secret of the link is its only key; no cookie, no other script.
import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { payFieldsRequest, payRequest, payShowRequest } from '../contract/charges.ts';
import { problem } from '../domain/problem.ts';
import type { Waker } from '../ports/platform.ts';
import type { ChangePorts } from '../steps/announce-change.ts';
import { openCardFields } from '../steps/charges/open-card-fields.ts';
import { payCharge } from '../steps/charges/pay-charge.ts';
import { type LinkPorts, showCharge } from '../steps/charges/show-charge.ts';
import { refuseRequestsWithCardData } from './card-data-door.ts';
import { answer, readBody } from './company-request.ts';
import { senderAddress, type Tries } from './oauth-limits.ts';
import { problemResponse } from './problem-response.ts';

/** The page's own script and style, as they were built. */
export interface CardPageFiles {
  readonly script: string;
  readonly style: string;
}

export interface CardPagePorts extends ChangePorts, LinkPorts {
  readonly files: CardPageFiles;
  /** Base address of the api function, as browsers see it. */
  readonly publicUrl: string;
  /** Origins of the gateway's card fields: scripts and frames of nobody else are let in. */
  readonly fieldOrigins: readonly string[];
  /** Requests of one address: enough for a shop's counter, too few for trying secrets or numbers. */
  readonly visits: Tries;
  readonly waker: Waker;
}

/** Paths are those of the api function: `/pay`, `/pay/...`. */
export function cardPageApp(ports: CardPagePorts): Hono {
  const app = new Hono();
  const { files, publicUrl } = ports;
  app.use(async (c, next) => {
    await next();
    secure(c, ports);
  });
  app.get('/pay', (c) => c.html(page(publicUrl, files)));
  app.get('/pay/card-page.js', (c) => asset(c, files.script, 'text/javascript; charset=utf-8'));
  app.get('/pay/card-page.css', (c) => asset(c, files.style, 'text/css; charset=utf-8'));
  app.use('/pay/*', async (c, next) => onlyFromPage(ports, c) ?? next());
  // A number typed into a name or an address must not come further than this.
  app.use('/pay/*', refuseRequestsWithCardData);
  app.post('/pay/show', async (c) => {
    const request = await readBody(c, payShowRequest);
    if (!request.ok) return problemResponse(c, request.problem);
    return answer(c, await showCharge(ports, request.value.secret));
  });
  app.post('/pay/fields', async (c) => {
    const request = await readBody(c, payFieldsRequest);
    if (!request.ok) return problemResponse(c, request.problem);
    const origin = new URL(publicUrl).origin;
    return answer(c, await openCardFields(ports, request.value.secret, origin));
  });
  app.post('/pay/card', async (c) => {
    const request = await readBody(c, payRequest);
    if (!request.ok) return problemResponse(c, request.problem);
    const address = senderAddress(c.req.header('x-forwarded-for'));
    const paid = await payCharge(ports, request.value, address);
    if (paid.ok) await ports.waker.wake();
    return answer(c, paid);
  });
  return app;
}

/** Our own page sends its requests with its origin; a page of anybody else can't. */
function onlyFromPage(ports: CardPagePorts, c: Context): Response | undefined {
  const own = new URL(ports.publicUrl).origin;
  if (c.req.method !== 'POST' || c.req.header('origin') !== own) {
    return problemResponse(c, problem('not-found', 'none', { what: 'This address' }));
  }
  const address = senderAddress(c.req.header('x-forwarded-for')) ?? 'unknown';
  return ports.visits.count(address)
    ? problemResponse(c, problem('too-many-tries', 'wait'))
    : undefined;
}

/**
 * PCI DSS 6.4.3: each script is there for a reason, authorized and unchanged. Ours is held by its hash; the gateway's by the hash in the
 * context that the gateway signed; no other origin may run or frame anything.
 */
export function cardPagePolicy(publicUrl: string, fieldOrigins: readonly string[]): string {
  const own = new URL(publicUrl).origin;
  const fields = fieldOrigins.join(' ');
  return [
    "default-src 'none'",
    `script-src ${own}/ ${fields}`,
    `style-src ${own}`,
    `connect-src ${own} ${fields}`,
    `frame-src ${fields}`,
    'img-src data:',
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function secure(c: Context, { publicUrl, fieldOrigins }: CardPagePorts): void {
  c.header('content-security-policy', cardPagePolicy(publicUrl, fieldOrigins));
  c.header('x-frame-options', 'DENY');
  c.header('x-content-type-options', 'nosniff');
  c.header('referrer-policy', 'no-referrer');
  c.header('cross-origin-opener-policy', 'same-origin');
  c.header('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()');
  c.header('cache-control', 'no-store');
  if (publicUrl.startsWith('https:')) {
    c.header('strict-transport-security', 'max-age=63072000; includeSubDomains');
  }
}

function asset(c: Context, body: string, type: string): Response {
  return c.body(body, 200, { 'content-type': type });
}

/** The hash by which the browser knows that a file is the one that was built (SRI). */
function integrityOf(content: string): string {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`;
}

function page(publicUrl: string, { script, style }: CardPageFiles): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Pay by card</title>
<link rel="stylesheet" href="${publicUrl}/pay/card-page.css" integrity="${integrityOf(style)}">
<script src="${publicUrl}/pay/card-page.js" integrity="${integrityOf(script)}" defer></script>
</head>
<body><main id="page"></main><noscript>This page needs JavaScript to take your card safely.</noscript></body>
</html>`;
}
