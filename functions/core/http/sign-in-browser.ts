// Ties a sign-in to the browser in which it began: a signed state is good only together with the cookie of that browser.
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Random } from '../ports/platform.ts';

const LIFE_S = 10 * 60;
const VALUE = /^[0-9a-f]{64}$/;

/** Under this name browsers take the cookie from us only, over https, for the whole host. */
function cookieName(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-tallybridge' : 'tallybridge';
}

/** Sets the cookie, or goes on with the one of another tab; the answer goes into the signed state. */
export function bindToBrowser(c: Context, publicUrl: string, random: Random): string {
  const known = readCookie(c, publicUrl);
  const value = known ?? Buffer.from(random.bytes(32)).toString('hex');
  setCookie(c, cookieName(publicUrl), value, {
    path: '/',
    httpOnly: true,
    secure: publicUrl.startsWith('https:'),
    // Comes along when Zoho sends the browser back, but never with a form of another site.
    sameSite: 'Lax',
    maxAge: LIFE_S,
  });
  return hashOf(value);
}

export function isBoundToBrowser(c: Context, publicUrl: string, bound: unknown): boolean {
  const value = readCookie(c, publicUrl);
  return value !== undefined && hashOf(value) === bound;
}

/** A form is taken from our own page only; browsers say where it was, and can't be talked out of it. */
export function isOwnForm(c: Context, publicUrl: string): boolean {
  const site = c.req.header('sec-fetch-site');
  return (
    c.req.header('origin') === new URL(publicUrl).origin &&
    (site === undefined || site === 'same-origin')
  );
}

function readCookie(c: Context, publicUrl: string): string | undefined {
  const value = getCookie(c, cookieName(publicUrl));
  return value !== undefined && VALUE.test(value) ? value : undefined;
}

function hashOf(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}
