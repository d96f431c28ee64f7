// Sign-in with Zoho: where to send the person, what the code is worth, and whose account it is.
import * as z from 'zod/mini';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { ZohoAccount, ZohoReply } from '../../ports/people.ts';
import type { HttpOutcome, Transport } from '../../ports/platform.ts';
import { present } from '../zoho-http/read-json.ts';
import { busy, signInNeeded, unavailable } from '../zoho-http/zoho-problem.ts';
import { dataCentreOf, type ZohoDataCentre } from './data-centres.ts';

export interface SignInOptions {
  readonly dataCentres: readonly ZohoDataCentre[];
  readonly clientId: string;
  readonly clientSecret: string;
  /** Our callback, as it is registered in Zoho's API console. */
  readonly redirectUri: string;
  readonly transport: Transport;
}

/** A person's tokens, from the data centre that their account lives in. */
export interface PersonTokens {
  readonly dataCentre: ZohoDataCentre;
  readonly accessToken: string;
  readonly refreshToken?: string;
  readonly scopes: readonly string[];
}

const TIMEOUT_MS = 10_000;
const BLOCKED_MS = 10 * 60_000;

const tokensShape = z.object({
  access_token: z.string().check(z.minLength(1)),
  refresh_token: z.optional(z.string()),
  scope: z.optional(z.string()),
  api_domain: z.optional(z.string()),
});
const errorShape = z.object({ error: z.string(), status: z.optional(z.string()) });
const accountShape = z.object({
  ZUID: z.union([z.string(), z.number()]),
  Email: z.string(),
  Display_Name: z.nullish(z.string()),
  First_Name: z.nullish(z.string()),
  Last_Name: z.nullish(z.string()),
});

/** Scopes are separated by commas (Zoho accounts, "Authorization request"). */
export function authorizeUrl(
  { dataCentres, clientId, redirectUri }: SignInOptions,
  request: {
    readonly scopes: readonly string[];
    readonly state: string;
    readonly offline: boolean;
  },
): string {
  const url = new URL(`${dataCentres[0]?.accountsUrl}/oauth/v2/auth`);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: request.scopes.join(','),
    state: request.state,
    access_type: request.offline ? 'offline' : 'online',
    ...(request.offline ? { prompt: 'consent' } : {}),
  }).toString();
  return url.href;
}

/**
 * Redeems a code at the server that the reply names, when it is one of Zoho's. `zoho-data-centre-unknown` otherwise;
 * `zoho-sign-in-needed` for a code that is no longer good.
 */
export async function redeemCode(
  options: SignInOptions,
  { code, accountsServer, location }: ZohoReply,
): Promise<Result<PersonTokens>> {
  // Without the parameter the client is known in one data centre only: the one where the sign-in began.
  const server = accountsServer ?? options.dataCentres[0]?.accountsUrl ?? '';
  const dataCentre = dataCentreOf(options.dataCentres, server, location);
  if (dataCentre === undefined) {
    return refused(problem('zoho-data-centre-unknown', 'fix-setup'));
  }
  const outcome = await options.transport.send({
    method: 'POST',
    url: `${dataCentre.accountsUrl}/oauth/v2/token`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: options.clientId,
      client_secret: options.clientSecret,
      redirect_uri: options.redirectUri,
      code,
    }).toString(),
    timeoutMs: TIMEOUT_MS,
  });
  return readTokens(outcome, dataCentre);
}

function readTokens(outcome: HttpOutcome, dataCentre: ZohoDataCentre): Result<PersonTokens> {
  if (outcome.kind === 'no-answer' || outcome.status >= 500) {
    return refused(unavailable('accounts'));
  }
  const body = parseJson(outcome.body);
  // Errors come with status 200, too.
  const error = errorShape.safeParse(body);
  if (error.success) {
    return error.data.status === 'failure'
      ? refused(busy('accounts', BLOCKED_MS))
      : refused(signInNeeded());
  }
  const tokens = tokensShape.safeParse(body);
  if (!tokens.success) return refused(unavailable('accounts'));
  const { access_token, refresh_token, scope, api_domain } = tokens.data;
  if (api_domain !== undefined && api_domain !== dataCentre.apiUrl) {
    return refused(problem('zoho-data-centre-unknown', 'fix-setup'));
  }
  return ok({
    dataCentre,
    accessToken: access_token,
    ...(refresh_token === undefined ? {} : { refreshToken: refresh_token }),
    scopes: (scope ?? '').split(/[\s,]+/).filter((one) => one !== ''),
  });
}

/** Needs the scope `AaaServer.profile.READ`. */
export async function readAccount(
  transport: Transport,
  { dataCentre, accessToken }: PersonTokens,
): Promise<Result<ZohoAccount>> {
  const outcome = await transport.send({
    method: 'GET',
    url: `${dataCentre.accountsUrl}/oauth/user/info`,
    headers: { authorization: `Zoho-oauthtoken ${accessToken}`, accept: 'application/json' },
    timeoutMs: TIMEOUT_MS,
  });
  if (outcome.kind === 'no-answer' || outcome.status >= 500) {
    return refused(unavailable('accounts'));
  }
  const account = accountShape.safeParse(parseJson(outcome.body));
  if (!account.success) return refused(signInNeeded());
  const { ZUID, Email, Display_Name, First_Name, Last_Name } = account.data;
  const name = present(`${First_Name ?? ''} ${Last_Name ?? ''}`) ?? present(Display_Name) ?? Email;
  return ok({ zohoUserId: String(ZUID), name, mail: Email.toLowerCase() });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
