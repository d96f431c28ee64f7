// Headers of every answer that says nothing stricter of itself: it is no page, nobody keeps it, and it is told over TLS only.
import type { Context, Next } from 'hono';

/** OWASP ASVS 5.0, V3.4: an answer that a browser is made to open as a page can load, run and frame nothing. */
export const strictHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  // Browsers heed it over TLS only.
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
};

/** Middleware: what a page has said of itself stays. */
export async function addStrictHeaders(c: Context, next: Next): Promise<void> {
  await next();
  for (const [name, value] of Object.entries(strictHeaders)) {
    if (!c.res.headers.has(name)) c.header(name, value);
  }
}
