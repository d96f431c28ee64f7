// The authorization server's routes; loaded when the first of them is asked for, so that the panel does not pay for it.
import { Hono } from 'hono/quick';
import { isStoreFailure } from '../ports/store.ts';
import { connectionScopes, signInScopes } from '../steps/identity/zoho-scopes.ts';
import { readAuthorization } from './oauth-authorize.ts';
import { createTries } from './oauth-limits.ts';
import type { OAuthPorts } from './oauth-ports.ts';
import { answerRevocation, answerToken, askLater } from './oauth-token.ts';
import {
  answerCallback,
  answerConsent,
  beginSignIn,
  connectionRequested,
} from './sign-in-callback.ts';
import { messagePage, pageResponse, pageStyle } from './sign-in-page.ts';

const MINUTE_MS = 60_000;
const WINDOW_MS = 10 * MINUTE_MS;
/** By address: people behind one router share it. */
const CALLBACK_FAILURES_MAX = 20;
const CLIENT_FAILURES_MAX = 20;
/** By session: one refresh in ten minutes is the rule. */
const REFRESHES_MAX = 30;

/** What happened is told by the reply's status only: RFC 6749 has no word for a fault of ours. */
const FAULT = { error: 'server_error' };

/** Answers every request below `/oauth/`. */
export function createOAuthApp(ports: OAuthPorts): (request: Request) => Promise<Response> {
  const app = new Hono();
  const { clock, publicUrl, client } = ports;
  const callbackFailures = createTries(clock, CALLBACK_FAILURES_MAX, WINDOW_MS);
  const limits = {
    clients: createTries(clock, CLIENT_FAILURES_MAX, WINDOW_MS),
    refreshes: createTries(clock, REFRESHES_MAX, WINDOW_MS),
  };
  app.onError((error, c) => {
    ports.log.error('a sign-in failed', { code: error.name });
    return isStoreFailure(error) ? askLater(c, 503) : c.json(FAULT, 500);
  });
  app.notFound((c) => c.text('not found', 404));
  app.get('/oauth/authorize', (c) => {
    const read = readAuthorization(new URL(c.req.url).searchParams, client);
    if (read.kind === 'redirect') return c.redirect(read.url, 302);
    if (read.kind === 'go-on')
      return beginSignIn(c, ports, { authorize: read.request }, signInScopes);
    const page = messagePage(read.sentence, 'Ask the administrator who set up the connection.');
    return pageResponse(c, publicUrl, page, { status: 400 });
  });
  app.get('/oauth/zoho/connect', async (c) => {
    const verified = await ports.signedTokens.verify('zoho-connect', c.req.query('ticket') ?? '');
    const ticket = connectionRequested.safeParse(verified.ok ? verified.claims : undefined);
    if (ticket.success) {
      const connect = ticket.data;
      return beginSignIn(c, ports, { connect }, connectionScopes(connect.products));
    }
    const page = messagePage('This link is over.', 'Begin again on the settings page.');
    return pageResponse(c, publicUrl, page, { status: 400 });
  });
  app.get('/oauth/zoho/callback', (c) => answerCallback(c, ports, callbackFailures));
  app.post('/oauth/consent', (c) => answerConsent(c, ports));
  app.post('/oauth/token', (c) => answerToken(c, ports, limits));
  app.post('/oauth/revoke', (c) => answerRevocation(c, ports, limits));
  app.get('/oauth/page.css', (c) =>
    c.body(pageStyle, 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=3600',
      'x-content-type-options': 'nosniff',
    }),
  );
  return async (request) => app.fetch(request);
}
