// The card page: what a customer's browser loads and asks. The secret of the link is its only key; no cookie, no other script.
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { Hono } from 'hono/quick';
import {
  payConfirmationRequest,
  payFieldsRequest,
  payRequest,
  payShowRequest,
} from '../contract/charges.ts';
import { problem } from '../domain/problem.ts';
import type { Waker } from '../ports/platform.ts';
import type { ChangePorts } from '../steps/announce-change.ts';
import { RETURN_PATH, startConfirmation } from '../steps/charges/confirm-payer.ts';
import { openCardFields } from '../steps/charges/open-card-fields.ts';
import { payCharge } from '../steps/charges/pay-charge.ts';
import { type LinkPorts, showCharge } from '../steps/charges/show-charge.ts';
import { refuseRequestsWithCardData } from './card-data-door.ts';
import { pageLanguage, pageWords } from './card-page-words.ts';
import { answer, readBody } from './company-request.ts';
import { senderAddress, type Tries } from './oauth-limits.ts';
import { problemResponse } from './problem-response.ts';

/** The page's own script and style, as they were built. */
export interface CardPageFiles {
  readonly script: string;
  readonly style: string;
  /** Of the frame that the payer's bank is shown in. */
  readonly bank: string;
  /** By language: the script that brings the page's texts in it. */
  readonly texts?: Readonly<Record<string, string>>;
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
  // What fails unforeseen is answered by the api that this page is a part of, as everywhere.
  app.onError((error) => {
    throw error;
  });
  const { files, publicUrl } = ports;
  app.use(async (c, next) => {
    await next();
    secure(c, ports);
  });
  app.get('/pay', (c) => c.html(page(publicUrl, files, c.req.header('accept-language'))));
  for (const [language, script] of Object.entries(files.texts ?? {})) {
    app.get(textPath(language), (c) => asset(c, script, 'text/javascript; charset=utf-8'));
  }
  app.get('/pay/card-page.js', (c) => asset(c, files.script, 'text/javascript; charset=utf-8'));
  app.get('/pay/card-page.css', (c) => asset(c, files.style, 'text/css; charset=utf-8'));
  app.get('/pay/bank.js', (c) => asset(c, files.bank, 'text/javascript; charset=utf-8'));
  app.get('/pay/bank', (c) => c.html(bankFrame(publicUrl, files, '')));
  // The bank's page comes back here by a form of its own; nothing that it brings along is believed.
  app.on(['GET', 'POST'], RETURN_PATH, (c) => c.html(bankFrame(publicUrl, files, 'returned')));
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
  app.post('/pay/confirmation', async (c) => {
    const request = await readBody(c, payConfirmationRequest);
    if (!request.ok) return problemResponse(c, request.problem);
    return answer(c, await startConfirmation(ports, request.value));
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
    `frame-src ${own}/ ${fields}`,
    'img-src data:',
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * Of the frame between our page and the bank's: nobody can know where a bank has its page, so that this frame may hold any; it holds
 * nothing else, and only our own page may hold it.
 */
function bankFramePolicy(publicUrl: string): string {
  const own = new URL(publicUrl).origin;
  const banks = publicUrl.startsWith('https:') ? 'https:' : 'https: http:';
  return [
    "default-src 'none'",
    `script-src ${own}/`,
    `frame-src ${banks}`,
    `form-action ${banks}`,
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}

const BANK_PATHS = ['/pay/bank', RETURN_PATH];

function secure(c: Context, { publicUrl, fieldOrigins }: CardPagePorts): void {
  const isBank = BANK_PATHS.some((path) => c.req.path.endsWith(path));
  const policy = isBank ? bankFramePolicy(publicUrl) : cardPagePolicy(publicUrl, fieldOrigins);
  c.header('content-security-policy', policy);
  c.header('x-frame-options', isBank ? 'SAMEORIGIN' : 'DENY');
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

/** @param state `returned` once the bank's page has come back. */
function bankFrame(publicUrl: string, { bank }: CardPageFiles, state: string): string {
  return `<!doctype html>
<html lang="en" data-state="${state}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Your bank</title>
<script src="${publicUrl}/pay/bank.js" integrity="${integrityOf(bank)}" defer></script></head>
<body></body>
</html>`;
}

function textPath(language: string): string {
  return `/pay/text-${language}.js`;
}

/** @param wanted the browser's languages, best first. */
function page(publicUrl: string, files: CardPageFiles, wanted: string | undefined): string {
  const { script, style, texts = {} } = files;
  const asked = pageLanguage(wanted);
  const language = texts[asked] === undefined ? 'en' : asked;
  const { title, noScript, direction } = pageWords[language];
  const text = texts[language];
  const textTag =
    text === undefined
      ? ''
      : `\n<script src="${publicUrl}${textPath(language)}" integrity="${integrityOf(text)}" defer></script>`;
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="${publicUrl}/pay/card-page.css" integrity="${integrityOf(style)}">${textTag}
<script src="${publicUrl}/pay/card-page.js" integrity="${integrityOf(script)}" defer></script>
</head>
<body><main id="page"></main><noscript>${noScript}</noscript></body>
</html>`;
}
