// Makes a refresh token worthless at Zoho: nothing can act for the person who gave it any more.
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Transport } from '../../ports/platform.ts';
import { unavailable } from '../zoho-http/zoho-problem.ts';
import { TOKEN_TIMEOUT_MS } from './token-request.ts';

/** A token that Zoho does not know counts as revoked. The token travels in the body: addresses end up in logs. */
export async function revokeToken(
  transport: Transport,
  accountsUrl: string,
  refreshToken: string,
): Promise<Result<void>> {
  const outcome = await transport.send({
    method: 'POST',
    url: `${accountsUrl}/oauth/v2/token/revoke`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams({ token: refreshToken }).toString(),
    timeoutMs: TOKEN_TIMEOUT_MS,
  });
  if (outcome.kind !== 'answered') return refused(unavailable('accounts'));
  const isUnknown = outcome.status === 400 && outcome.body.includes('invalid_code');
  return outcome.status < 300 || isUnknown ? ok(undefined) : refused(unavailable('accounts'));
}
