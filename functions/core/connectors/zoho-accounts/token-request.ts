// Asks Zoho Accounts for a new access token; failures come with status 200 as often as not.
import * as z from 'zod/mini';
import type { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Clock, HttpOutcome, Transport } from '../../ports/platform.ts';
import { busy, signInNeeded, unavailable } from '../zoho-http/zoho-problem.ts';
import type { CacheEntry } from './access-token-cache.ts';

export interface TokenRequest {
  /** The accounts server of the data centre, e.g. `https://accounts.zoho.eu`. */
  readonly accountsUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
  readonly transport: Transport;
  readonly clock: Clock;
}

export const TOKEN_TIMEOUT_MS = 10_000;
const MINUTE_MS = 60_000;
/** Zoho blocks for the rest of its window of 10 minutes, and longer when asked again meanwhile. */
const BLOCKED_MS = 10 * MINUTE_MS;
/** A refused refresh token stays refused: asking with every event would only add a block to it. */
const REFUSED_MS = MINUTE_MS;

const tokenShape = z.object({
  access_token: z.string().check(z.minLength(1)),
  expires_in: z.number().check(z.positive()),
  api_domain: z.optional(z.string()),
});
const errorShape = z.object({ error: z.string(), status: z.optional(z.string()) });

/**
 * A token, or a refusal that is worth remembering (`zoho-busy`, `zoho-sign-in-needed`); a problem when Zoho did
 * not answer in a way that tells (`zoho-unavailable`).
 */
export async function requestToken(request: TokenRequest): Promise<Result<CacheEntry>> {
  const { clientId, clientSecret, refreshToken } = request;
  const outcome = await request.transport.send({
    method: 'POST',
    url: `${request.accountsUrl}/oauth/v2/token`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      client_id: clientId,
      client_secret: clientSecret,
      refresh_token: refreshToken,
    }).toString(),
    timeoutMs: TOKEN_TIMEOUT_MS,
  });
  return readToken(outcome, request.clock.now());
}

function readToken(outcome: HttpOutcome, now: number): Result<CacheEntry> {
  if (outcome.kind === 'no-answer' || outcome.status >= 500)
    return refused(unavailable('accounts'));
  const body = parseJson(outcome.body);
  const token = tokenShape.safeParse(body);
  if (token.success) {
    const { access_token, expires_in, api_domain } = token.data;
    const expiresAt = now + expires_in * 1000;
    const entry = { kind: 'token', token: access_token, expiresAt } as const;
    return ok(api_domain === undefined ? entry : { ...entry, apiUrl: api_domain });
  }
  const error = errorShape.safeParse(body);
  if (outcome.status === 429 || error.data?.error === 'Access Denied' || isBlock(error.data)) {
    return ok(remember(busy('accounts', BLOCKED_MS), now + BLOCKED_MS));
  }
  if (isRefusal(error.data?.error)) {
    return ok(remember(signInNeeded(), now + REFUSED_MS));
  }
  return refused(unavailable('accounts'));
}

/** OAuth's own words (RFC 6749, 5.2) among them: the person who connected, or our client, is no longer allowed to. */
function isRefusal(error = ''): boolean {
  return error.startsWith('invalid_') || ['access_denied', 'unauthorized_client'].includes(error);
}

/** The block's `error` is in the user's language too; its `status` is not. */
function isBlock(error: { readonly status?: string | undefined } | undefined): boolean {
  return error?.status === 'failure';
}

function remember(found: ReturnType<typeof problem>, expiresAt: number): CacheEntry {
  return { kind: 'problem', problem: found, expiresAt };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
