// Zoho Accounts: consent, the token endpoint in its three encodings, revoke and server info.
import type { Context } from 'hono';
import { applyFaults, type Faults } from '../../faults.ts';
import { createApp, type StandInApp } from '../../stand-in.ts';
import { userByEmail } from '../users.ts';
import { consentPage } from './consent-page.ts';
import { ACCESS_LIFE_S, type Grants, type Minted } from './grants.ts';

/** The one application registered in the sandbox's API console. */
export interface OAuthClient {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where codes may be sent; any address on this machine when absent. */
  readonly redirectUris?: readonly string[];
}

export interface AccountsParts {
  readonly grants: Grants;
  readonly client: OAuthClient;
  readonly faults: Faults;
  /** This server's own address, known once it listens. */
  accountsUrl(): string;
  /** What the token reply names as `api_domain`. */
  apiUrl(): string;
}

const TOO_MANY = {
  error_description:
    'You have made too many requests continuously. Please try again after some time.',
  error: 'Access Denied',
  status: 'failure',
};

export function createAccountsApp(parts: AccountsParts): StandInApp {
  const app = createApp();
  app.use(applyFaults(parts.faults, { rateLimit: () => Response.json(TOO_MANY, { status: 400 }) }));
  app.get('/oauth/v2/auth', (c) => authorize(c, parts));
  app.post('/oauth/v2/auth', (c) => decide(c, parts));
  app.post('/oauth/v2/token', (c) => token(c, parts));
  app.post('/oauth/v2/token/revoke', async (c) => {
    const { token: revoked = '' } = await parameters(c);
    return parts.grants.revoke(revoked)
      ? c.json({ status: 'success' })
      : c.json({ error: 'invalid_code' }, 400);
  });
  app.get('/oauth/serverinfo', (c) =>
    c.json({ result: 'success', locations: { us: parts.accountsUrl() } }),
  );
  app.notFound((c) => c.html('<html><body><h1>404 Not Found</h1></body></html>', 404));
  return app;
}

/** Clients send the parameters in the query, urlencoded or multipart; all three are accepted. */
async function parameters(c: Context): Promise<Record<string, string>> {
  const all: Record<string, string> = { ...c.req.query() };
  const type = c.req.header('content-type') ?? '';
  if (/form-urlencoded|form-data/i.test(type)) {
    for (const [name, value] of Object.entries(await c.req.parseBody())) {
      if (typeof value === 'string') all[name] = value;
    }
  }
  return all;
}

function problemOf(query: Readonly<Record<string, string>>, client: OAuthClient) {
  if (query.client_id !== client.clientId) return 'Invalid Client ID';
  if (query.response_type !== 'code') return 'Invalid Response Type';
  if ((query.scope ?? '') === '') return 'Invalid OAuth Scope';
  if (!mayRedirect(query.redirect_uri ?? '', client)) return 'Invalid Redirect Uri';
  return undefined;
}

function mayRedirect(uri: string, client: OAuthClient): boolean {
  if (client.redirectUris !== undefined) return client.redirectUris.includes(uri);
  return URL.canParse(uri) && ['127.0.0.1', 'localhost'].includes(new URL(uri).hostname);
}

function authorize(c: Context, { client }: AccountsParts): Response | Promise<Response> {
  const query = c.req.query();
  const problem = problemOf(query, client);
  if (problem !== undefined) return c.html(errorPage(problem), 400);
  return c.html(consentPage(query, scopesOf(query.scope)));
}

async function decide(c: Context, parts: AccountsParts): Promise<Response> {
  const form = await parameters(c);
  const user = userByEmail(form.user ?? '');
  const problem =
    problemOf(form, parts.client) ?? (user === undefined ? 'Unknown User' : undefined);
  if (problem !== undefined || user === undefined) return c.html(errorPage(problem ?? ''), 400);
  const redirectUri = form.redirect_uri ?? '';
  const target = new URL(redirectUri);
  if (form.state !== undefined) target.searchParams.set('state', form.state);
  if (form.decision === 'accept') {
    const code = parts.grants.issueCode({
      email: user.email,
      scopes: scopesOf(form.scope),
      redirectUri,
      offline: form.access_type === 'offline',
    });
    target.searchParams.set('code', code);
    target.searchParams.set('location', 'us');
    target.searchParams.set('accounts-server', parts.accountsUrl());
  } else {
    target.searchParams.set('error', 'access_denied');
  }
  return c.redirect(target.href, 302);
}

/** Failures come with status 200 and an `error` key; only the request limit is a 400. */
async function token(c: Context, parts: AccountsParts): Promise<Response> {
  const given = await parameters(c);
  if (given.client_id !== parts.client.clientId) return c.json({ error: 'invalid_client' });
  if (given.client_secret !== parts.client.clientSecret) {
    return c.json({ error: 'invalid_client_secret' });
  }
  const minted = grant(given, parts.grants);
  if (minted === undefined) return c.json({ error: 'unsupported_grant_type' });
  if (!minted.ok) {
    return minted.error === 'too_many_requests'
      ? c.json(TOO_MANY, 400)
      : c.json({ error: minted.error });
  }
  return c.json({
    access_token: minted.accessToken,
    ...(minted.refreshToken === undefined ? {} : { refresh_token: minted.refreshToken }),
    scope: minted.scopes.join(' '),
    api_domain: parts.apiUrl(),
    token_type: 'Bearer',
    expires_in: ACCESS_LIFE_S,
  });
}

function grant(given: Readonly<Record<string, string>>, grants: Grants): Minted | undefined {
  if (given.grant_type === 'authorization_code') {
    return grants.redeemCode(given.code ?? '', given.redirect_uri ?? '');
  }
  if (given.grant_type === 'refresh_token') return grants.refresh(given.refresh_token ?? '');
  return undefined;
}

/** Scopes are separated by commas; some clients send spaces. */
function scopesOf(text = ''): string[] {
  return text.split(/[\s,]+/).filter((scope) => scope !== '');
}

function errorPage(problem: string): string {
  return `<!doctype html><html lang="en"><head><title>Error occurred</title></head><body><h1>Error occurred</h1><p>${problem}</p></body></html>`;
}
