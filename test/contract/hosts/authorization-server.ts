// A small authorization server as RFC 6749 and RFC 7009 have it, for a connection to lead to; no more than that.
import { randomBytes } from 'node:crypto';
import type { SandboxClock } from '../../sandbox/clock.ts';
import { createApp, listen } from '../../sandbox/stand-in.ts';

export const client = { clientId: 'zoho-connection', clientSecret: 'only-for-zoho' } as const;
const LIFE_S = 600;

export interface AuthorizationServer {
  readonly url: string;
  /** Grant types of the token calls so far. */
  readonly tokenCalls: string[];
  readonly revoked: string[];
  /** Fails token calls while true. */
  isDown: boolean;
  isValid(token: string): boolean;
  /** As when an administrator takes the person's access away. */
  endAll(): void;
  close(): Promise<void>;
}

interface Grant {
  readonly redirectUri: string;
}

/** Refresh tokens rotate: each is good for one call. */
export async function startAuthorizationServer(clock: SandboxClock): Promise<AuthorizationServer> {
  const codes = new Map<string, Grant>();
  const refreshTokens = new Set<string>();
  /** Token to its end, epoch ms. */
  const accessTokens = new Map<string, number>();
  const app = createApp();
  app.get('/authorize', (c) => {
    const { response_type, client_id, redirect_uri = '', state = '' } = c.req.query();
    if (client_id !== client.clientId || response_type !== 'code') return c.text('refused', 400);
    const back = new URL(redirect_uri);
    back.searchParams.set('state', state);
    if (c.req.query('scope') === 'refuse-me') back.searchParams.set('error', 'access_denied');
    else back.searchParams.set('code', issueCode(redirect_uri));
    return c.redirect(back.href, 302);
  });
  app.post('/token', async (c) => {
    const form = (await c.req.parseBody()) as Readonly<Record<string, string>>;
    server.tokenCalls.push(form.grant_type ?? '');
    if (server.isDown) return c.text('Bad gateway', 502);
    if (form.client_id !== client.clientId || form.client_secret !== client.clientSecret) {
      return c.json({ error: 'invalid_client' }, 401);
    }
    if (form.grant_type === 'authorization_code') {
      const grant = codes.get(form.code ?? '');
      codes.delete(form.code ?? '');
      if (grant === undefined || grant.redirectUri !== form.redirect_uri) {
        return c.json({ error: 'invalid_grant' }, 400);
      }
    } else if (!refreshTokens.delete(form.refresh_token ?? '')) {
      return c.json({ error: 'invalid_grant' }, 400);
    }
    return c.json(mint());
  });
  app.post('/revoke', async (c) => {
    const form = (await c.req.parseBody()) as Readonly<Record<string, string>>;
    server.revoked.push(form.token ?? '');
    refreshTokens.delete(form.token ?? '');
    return c.body(null, 200);
  });

  function issueCode(redirectUri: string): string {
    const code = randomBytes(12).toString('hex');
    codes.set(code, { redirectUri });
    return code;
  }

  function mint() {
    const access_token = randomBytes(12).toString('hex');
    const refresh_token = randomBytes(12).toString('hex');
    accessTokens.set(access_token, clock.now() + LIFE_S * 1000);
    refreshTokens.add(refresh_token);
    return { access_token, refresh_token, token_type: 'Bearer', expires_in: LIFE_S };
  }

  const { url, close } = await listen(app, 0);
  const server: AuthorizationServer = {
    url,
    tokenCalls: [],
    revoked: [],
    isDown: false,
    isValid: (token) => (accessTokens.get(token) ?? 0) > clock.now(),
    endAll() {
      refreshTokens.clear();
      accessTokens.clear();
    },
    close,
  };
  return server;
}
