// Token and revocation endpoint (RFC 6749, RFC 7009): the client proves itself in the body, as the gateway eats `Authorization`.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { checkMembership, type Membership } from '../steps/identity/check-membership.ts';
import { type Grant, readOrganization, type Session } from '../steps/identity/identity-ports.ts';
import {
  endSession,
  endSessionOf,
  type Renewed,
  redeemCode,
  renewSession,
} from '../steps/identity/sessions.ts';
import { SCOPE } from './oauth-authorize.ts';
import { senderAddress, type Tries } from './oauth-limits.ts';
import type { OAuthPorts } from './oauth-ports.ts';

export interface TokenLimits {
  /** Wrong client credentials by address. */
  readonly clients: Tries;
  /** Refreshes by session. */
  readonly refreshes: Tries;
}

const ACCESS_LIFE_MS = 10 * 60_000;
const PARAMETER_MAX = 2_000;
/** A limit is over after its window of ten minutes at the latest, a store or Zoho that stumbles in seconds. */
const RETRY_AFTER_S = { 429: 60, 503: 5 } as const;

type Parameters = ReadonlyMap<string, string>;

export async function answerToken(
  c: Context,
  ports: OAuthPorts,
  limits: TokenLimits,
): Promise<Response> {
  const given = await readClient(c, ports, limits.clients);
  if (given instanceof Response) return given;
  const grantType = given.get('grant_type');
  if (grantType === 'authorization_code') return answerCode(c, ports, given);
  if (grantType === 'refresh_token') return answerRefresh(c, ports, limits.refreshes, given);
  const error = grantType === undefined ? 'invalid_request' : 'unsupported_grant_type';
  return refuse(c, error);
}

/** Whatever the token was: afterwards it is good for nothing, which is all that the answer says. */
export async function answerRevocation(
  c: Context,
  ports: OAuthPorts,
  limits: TokenLimits,
): Promise<Response> {
  const given = await readClient(c, ports, limits.clients);
  if (given instanceof Response) return given;
  const token = given.get('token');
  if (token === undefined) return refuse(c, 'invalid_request');
  const access = await ports.signedTokens.verify('staff', token);
  const sessionId = access.ok ? access.claims.sid : undefined;
  if (typeof sessionId === 'string') await endSession(ports, sessionId);
  else await endSessionOf(ports, token, ports.client.clientId);
  return c.json({}, 200);
}

/** The parameters, once the client has proven who it is. */
async function readClient(
  c: Context,
  { client }: OAuthPorts,
  failures: Tries,
): Promise<Parameters | Response> {
  c.header('cache-control', 'no-store');
  c.header('pragma', 'no-cache');
  const given = await readParameters(c);
  if (given === undefined) return refuse(c, 'invalid_request');
  const secret = given.get('client_secret') ?? '';
  const isKnown =
    given.get('client_id') === client.clientId &&
    client.clientSecrets.some((one) => isSame(one, secret));
  if (isKnown) return given;
  const address = senderAddress(c.req.header('x-forwarded-for'));
  const tooMany = address !== undefined && failures.count(address);
  return tooMany ? askLater(c, 429) : refuse(c, 'invalid_client', 401);
}

async function readParameters(c: Context): Promise<Parameters | undefined> {
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) return undefined;
  const given = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(await c.req.text())) {
    if (given.has(name) || value.length > PARAMETER_MAX) return undefined;
    if (value !== '') given.set(name, value);
  }
  return given;
}

/** Compares hashes: texts of any length take the same time. */
function isSame(secret: string, given: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(secret), hash(given));
}

async function answerCode(c: Context, ports: OAuthPorts, given: Parameters): Promise<Response> {
  const [code, redirectUri] = [given.get('code'), given.get('redirect_uri')];
  if (code === undefined || redirectUri === undefined) return refuse(c, 'invalid_request');
  const verifier = given.get('code_verifier');
  const redeemed = await redeemCode(ports, {
    code,
    clientId: ports.client.clientId,
    redirectUri,
    ...(verifier === undefined ? {} : { verifier }),
  });
  if (redeemed === undefined) return refuse(c, 'invalid_grant');
  const admission = await admissionOf(ports, redeemed.session);
  return admission.kind === 'in'
    ? answerWithTokens(c, ports, admission.grant, redeemed)
    : refuse(c, 'invalid_grant');
}

async function answerRefresh(
  c: Context,
  ports: OAuthPorts,
  refreshes: Tries,
  given: Parameters,
): Promise<Response> {
  const token = given.get('refresh_token');
  if (token === undefined) return refuse(c, 'invalid_request');
  if ((given.get('scope') ?? SCOPE) !== SCOPE) return refuse(c, 'invalid_scope');
  if (refreshes.count(token.slice(0, token.indexOf('.')))) return askLater(c, 429);
  let admission: Membership = { kind: 'out' };
  const renewed = await renewSession(ports, token, ports.client.clientId, async (session) => {
    admission = await admissionOf(ports, session);
    return admission.kind === 'in';
  });
  return answerRenewal(c, ports, admission, renewed);
}

function answerRenewal(
  c: Context,
  ports: OAuthPorts,
  admission: Membership,
  renewed: Renewed | undefined,
): Promise<Response> | Response {
  if (renewed !== undefined && admission.kind === 'in') {
    return answerWithTokens(c, ports, admission.grant, renewed);
  }
  // Zoho does not answer: the person stays signed in and comes again with the same refresh token.
  const isLater = admission.kind === 'unknown' && admission.canAskLater;
  return isLater ? askLater(c, 503) : refuse(c, 'invalid_grant');
}

async function admissionOf(ports: OAuthPorts, session: Session): Promise<Membership> {
  const grant = await ports.store.find('Grants', 'grant_key', session.grant_key);
  return grant?.state === 'active' ? checkMembership(ports, grant) : { kind: 'out' };
}

async function answerWithTokens(
  c: Context,
  ports: OAuthPorts,
  grant: Grant,
  { session, refreshToken }: Renewed,
): Promise<Response> {
  const access = await ports.signedTokens.sign(
    'staff',
    {
      sub: grant.zoho_user_id,
      ins: grant.installation,
      org: await readOrganization(ports.store, grant.installation),
      role: grant.role,
      sid: session.session_key,
    },
    ACCESS_LIFE_MS,
  );
  return c.json({
    access_token: access,
    token_type: 'Bearer',
    expires_in: ACCESS_LIFE_MS / 1000,
    refresh_token: refreshToken,
    scope: SCOPE,
  });
}

function refuse(c: Context, error: string, status: 400 | 401 = 400): Response {
  return c.json({ error }, status);
}

/**
 * Nothing is wrong with what was sent: the client keeps it and comes again. A client that reads `invalid_grant` drops the person's
 * authorization, so that word is for tokens that are over only (RFC 6749, 5.2; the word for later is of 4.1.2.1).
 */
export function askLater(c: Context, status: 429 | 503): Response {
  c.header('retry-after', String(RETRY_AFTER_S[status]));
  return c.json({ error: 'temporarily_unavailable' }, status);
}
