// The token endpoint in its three encodings, revocation, and who a token belongs to.
import type { Context } from 'hono';
import type { StandInApp } from '../../stand-in.ts';
import { fullName } from '../users.ts';
import { type AccountsParts, TOO_MANY } from './accounts-parts.ts';
import { ACCESS_LIFE_S, type Grants, type Minted } from './grants.ts';
import { parameters } from './parameters.ts';
import { isGranted } from './scopes.ts';

export function addTokenRoutes(app: StandInApp, parts: AccountsParts): void {
  app.post('/oauth/v2/token', (c) => token(c, parts));
  app.post('/oauth/v2/token/revoke', async (c) => {
    const { token: revoked = '' } = await parameters(c);
    return parts.grants.revoke(revoked)
      ? c.json({ status: 'success' })
      : c.json({ error: 'invalid_code' }, 400);
  });
  app.get('/oauth/user/info', (c) => userInfo(c, parts.grants));
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

function userInfo(c: Context, grants: Grants): Response {
  const caller = grants.caller(c.req.header('authorization'));
  if (typeof caller === 'string') {
    return c.json({ response: 'error', cause: 'INVALID_OAUTHTOKEN' }, 401);
  }
  if (!isGranted(caller.scopes, ['AaaServer.profile.READ'])) {
    return c.json({ response: 'error', cause: 'INVALID_OAUTHSCOPE' }, 401);
  }
  const { user } = caller;
  return c.json({
    First_Name: user.firstName,
    Email: user.email,
    Last_Name: user.lastName,
    Display_Name: fullName(user),
    ZUID: Number(user.zuid),
  });
}
