// Access tokens of one Zoho connection: kept, shared between function instances, renewed once at a time.
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { AccessToken, AccessTokens } from '../zoho-http/access-tokens.ts';
import { busy } from '../zoho-http/zoho-problem.ts';
import type { AccessTokenCache, CacheEntry } from './access-token-cache.ts';
import { requestToken, TOKEN_TIMEOUT_MS, type TokenRequest } from './token-request.ts';

export interface AccessTokensOptions extends TokenRequest {
  readonly cache: AccessTokenCache;
  /** Waits; for tests. */
  readonly pause?: (ms: number) => Promise<unknown>;
}

type CachedToken = Extract<CacheEntry, { kind: 'token' }>;

const MINUTE_MS = 60_000;
/** Renewed this long before the end, so that no call starts with a token that ends on the way. */
const EARLY_MS = 5 * MINUTE_MS;
const LOCK_MS = TOKEN_TIMEOUT_MS + 5_000;
/** Another instance is fetching the token: look again this often, for as long as its request may take. */
const POLL_MS = 250;
const POLLS_MAX = TOKEN_TIMEOUT_MS / POLL_MS;
/** Zoho allows 10 new tokens per 10 minutes; one process that asks for more than half is in a loop. */
const WINDOW_MS = 10 * MINUTE_MS;
const REQUESTS_MAX = 6;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Tokens for all products of one connection. Failures are problems; nothing is logged. */
export function createAccessTokens(options: AccessTokensOptions): AccessTokens {
  const { cache, clock, pause = sleep } = options;
  const requestedAt: number[] = [];
  let held: CachedToken | undefined;
  let rejected: string | undefined;
  let renewing: Promise<Result<AccessToken>> | undefined;

  const goodFor = (entry: CacheEntry | undefined, ms: number): entry is CachedToken =>
    entry?.kind === 'token' && entry.token !== rejected && entry.expiresAt - ms > clock.now();

  async function renew(): Promise<Result<AccessToken>> {
    const found = await fromCacheOrZoho().catch(() =>
      refused(problem('store-unavailable', 'retry')),
    );
    if (found.ok) held = found.value;
    // While the old token lasts, a new one is not urgent.
    return !found.ok && goodFor(held, MINUTE_MS) ? ok(held) : found;
  }

  async function fromCacheOrZoho(): Promise<Result<CachedToken>> {
    for (let polls = 0; polls < POLLS_MAX; polls += 1) {
      const known = await fromCache();
      if (known !== undefined) return known;
      if (await cache.tryLock(LOCK_MS)) return fetchLocked();
      if (goodFor(held, MINUTE_MS)) return ok(held);
      await pause(POLL_MS);
    }
    return refused(busy('accounts', POLL_MS * POLLS_MAX));
  }

  async function fromCache(): Promise<Result<CachedToken> | undefined> {
    const entry = await cache.read();
    if (goodFor(entry, EARLY_MS)) return ok(entry);
    if (entry?.kind !== 'problem' || entry.expiresAt <= clock.now()) return undefined;
    return refused(withTimeLeft(entry, clock.now()));
  }

  async function fetchLocked(): Promise<Result<CachedToken>> {
    try {
      // Whoever held the lock before may have written meanwhile.
      const known = await fromCache();
      if (known !== undefined) return known;
      const waitMs = untilNextRequest();
      if (waitMs > 0) return refused(busy('accounts', waitMs));
      requestedAt.push(clock.now());
      const answer = await requestToken(options);
      if (!answer.ok) return answer;
      const entry = answer.value;
      if (entry.kind === 'token') held = entry;
      await cache.write(entry);
      return entry.kind === 'token' ? ok(entry) : refused(entry.problem);
    } finally {
      await cache.unlock();
    }
  }

  function untilNextRequest(): number {
    while ((requestedAt[0] ?? Infinity) <= clock.now() - WINDOW_MS) requestedAt.shift();
    const oldest = requestedAt[0];
    if (oldest === undefined || requestedAt.length < REQUESTS_MAX) return 0;
    return oldest + WINDOW_MS - clock.now();
  }

  return {
    async accessToken() {
      if (goodFor(held, EARLY_MS)) return ok(tokenOf(held));
      renewing ??= renew().finally(() => {
        renewing = undefined;
      });
      const renewed = await renewing;
      return renewed.ok ? ok(tokenOf(renewed.value)) : renewed;
    },
    invalidate(token) {
      // Other instances find out by themselves; the next token takes this one's place in the cache.
      rejected = token;
    },
  };
}

function tokenOf({ token, apiUrl }: AccessToken): AccessToken {
  return apiUrl === undefined ? { token } : { token, apiUrl };
}

function withTimeLeft(entry: Extract<CacheEntry, { kind: 'problem' }>, now: number) {
  const { problem: found, expiresAt } = entry;
  return found.retryAfterMs === undefined ? found : { ...found, retryAfterMs: expiresAt - now };
}
