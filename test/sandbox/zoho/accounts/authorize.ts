// The authorization endpoint: checks the client, signs the person in, asks once for consent, sends the code back.
import type { Context } from 'hono';
import type { StandInApp } from '../../stand-in.ts';
import type { ZohoUser } from '../users.ts';
import { type AccountsParts, type OAuthClient, TOO_MANY } from './accounts-parts.ts';
import { consentPage } from './consent-page.ts';
import { errorPage } from './page-frame.ts';
import { parameters } from './parameters.ts';
import { signInAddress } from './sign-in.ts';

type Query = Readonly<Record<string, string>>;

export function addAuthorization(app: StandInApp, parts: AccountsParts): void {
  app.get('/oauth/v2/auth', (c) => authorize(c, parts));
  app.post('/oauth/v2/auth', (c) => decide(c, parts));
}

function authorize(c: Context, parts: AccountsParts): Response | Promise<Response> {
  const query = c.req.query();
  const problem = problemOf(query, parts.client);
  if (problem !== undefined) return c.html(errorPage(problem), 400);
  const signedIn = parts.sessions.of(c);
  if (signedIn === undefined) return c.redirect(signInAddress(c), 302);
  const scopes = scopesOf(query.scope);
  const { user, formToken } = signedIn;
  if (query.prompt !== 'consent' && parts.grants.hasConsent(user.email, scopes)) {
    return sendCode(c, parts, query, user);
  }
  return c.html(consentPage({ request: query, scopes, user, formToken }));
}

async function decide(c: Context, parts: AccountsParts): Promise<Response> {
  const form = await parameters(c);
  const problem = problemOf(form, parts.client);
  if (problem !== undefined) return c.html(errorPage(problem), 400);
  const signedIn = parts.sessions.of(c);
  if (signedIn === undefined || form.form_token !== signedIn.formToken) {
    return c.html(errorPage('Your session has ended. Please go back and sign in again.'), 403);
  }
  if (form.decision !== 'accept') {
    return c.redirect(backTo(form, { error: 'access_denied' }), 302);
  }
  parts.grants.keepConsent(signedIn.user.email, scopesOf(form.scope));
  return sendCode(c, parts, form, signedIn.user);
}

function sendCode(
  c: Context,
  parts: AccountsParts,
  query: Query,
  user: ZohoUser,
): Response | Promise<Response> {
  const code = parts.grants.issueCode({
    email: user.email,
    scopes: scopesOf(query.scope),
    redirectUri: query.redirect_uri ?? '',
    offline: query.access_type === 'offline',
  });
  // What the page says beyond this limit is not known; only that there is one.
  if (code === undefined) return c.html(errorPage(TOO_MANY.error_description), 400);
  const { location } = parts;
  return c.redirect(backTo(query, { code, location, 'accounts-server': parts.accountsUrl() }), 302);
}

function backTo(query: Query, answer: Query): string {
  const target = new URL(query.redirect_uri ?? '');
  if (query.state !== undefined) target.searchParams.set('state', query.state);
  for (const [name, value] of Object.entries(answer)) target.searchParams.set(name, value);
  return target.href;
}

function problemOf(query: Query, client: OAuthClient): string | undefined {
  if (query.client_id !== client.clientId) return 'Invalid Client ID';
  if (query.response_type !== 'code') return 'Invalid Response Type';
  const scopes = scopesOf(query.scope);
  if (scopes.length === 0 || !scopes.every(isScope)) return 'Invalid OAuth Scope';
  if (!mayRedirect(query.redirect_uri ?? '', client)) return 'Invalid Redirect Uri';
  return undefined;
}

const services = ['ZohoBooks', 'ZohoInventory', 'ZohoCRM', 'Desk', 'ZohoSearch', 'AaaServer'];

/** `Service.group.OPERATION`, of a service that there is here. */
function isScope(scope: string): boolean {
  const [service = '', ...rest] = scope.split('.');
  return services.includes(service) && rest.length >= 2;
}

function mayRedirect(uri: string, client: OAuthClient): boolean {
  if (client.redirectUris !== undefined) return client.redirectUris.includes(uri);
  return URL.canParse(uri) && ['127.0.0.1', 'localhost'].includes(new URL(uri).hostname);
}

/** Scopes are separated by commas; some clients send spaces. */
function scopesOf(text = ''): string[] {
  return text.split(/[\s,]+/).filter((scope) => scope !== '');
}
