// The authorization request (RFC 6749, 4.1.1; RFC 7636): what is refused on a page, what by a redirect, what goes on.
import * as z from 'zod/mini';
import type { OAuthClient } from './oauth-ports.ts';

/** What the client asked for; kept, signed, until the person comes back from Zoho. */
export const authorizationRequest = z.object({
  clientId: z.string(),
  redirectUri: z.string(),
  state: z.optional(z.string()),
  challenge: z.optional(z.string()),
});
export type AuthorizationRequest = z.infer<typeof authorizationRequest>;

export type ReadAuthorization =
  | { readonly kind: 'go-on'; readonly request: AuthorizationRequest }
  /** Client or redirect address are not known: nobody is sent anywhere. */
  | { readonly kind: 'page'; readonly sentence: string }
  | { readonly kind: 'redirect'; readonly url: string };

/** The one scope there is; none asked for means this one. */
export const SCOPE = 'tallybridge.use';

const STATE_MAX = 1_000;
const CHALLENGE = /^[A-Za-z0-9_-]{43}$/;
const ONCE_ONLY = [
  'response_type',
  'client_id',
  'redirect_uri',
  'state',
  'scope',
  'code_challenge',
  'code_challenge_method',
];

export function readAuthorization(query: URLSearchParams, client: OAuthClient): ReadAuthorization {
  const value = (name: string) => query.get(name) || undefined;
  const redirectUri = value('redirect_uri');
  const repeated = ONCE_ONLY.some((name) => query.getAll(name).length > 1);
  if (repeated || value('client_id') !== client.clientId) {
    return { kind: 'page', sentence: 'The connection that sent you here is not known.' };
  }
  if (redirectUri === undefined || !client.redirectUris.includes(redirectUri)) {
    return { kind: 'page', sentence: 'The connection asks to be answered at an unknown address.' };
  }
  const state = value('state');
  const refuse = (error: string, description: string) => ({
    kind: 'redirect' as const,
    url: redirectWith(
      { redirectUri, ...(state === undefined ? {} : { state }) },
      {
        error,
        error_description: description,
      },
    ),
  });
  if (value('response_type') !== 'code') {
    return refuse('unsupported_response_type', 'response_type must be code');
  }
  if ((state ?? '').length > STATE_MAX) return refuse('invalid_request', 'state is too long');
  if ((value('scope') ?? SCOPE) !== SCOPE) return refuse('invalid_scope', `scope is ${SCOPE}`);
  const challenge = value('code_challenge');
  const method = value('code_challenge_method');
  // Without a method it would be "plain", which anybody who sees the request can answer.
  const isSound =
    challenge === undefined ? method === undefined : method === 'S256' && CHALLENGE.test(challenge);
  if (!isSound) return refuse('invalid_request', 'PKCE needs code_challenge_method S256');
  return {
    kind: 'go-on',
    request: {
      clientId: client.clientId,
      redirectUri,
      ...(state === undefined ? {} : { state }),
      ...(challenge === undefined ? {} : { challenge }),
    },
  };
}

/** The client's address with an answer in its query; what its query held before stays. */
export function redirectWith(
  { redirectUri, state }: Pick<AuthorizationRequest, 'redirectUri' | 'state'>,
  answer: Readonly<Record<string, string>>,
): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  if (state !== undefined) url.searchParams.set('state', state);
  return url.href;
}
