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
/** Another instance is fetching the token: look again, less and less often, for as long as its request may take. */
const FIRST_POLL_MS = 250;
const LAST_POLL_MS = 2_000;
/** Zoho allows 10 new tokens per 10 minutes; who asks for more than half, all instances together, is in a loop. */
const WINDOW_MS = 10 * MINUTE_MS;
const REQUESTS_MAX = 6;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Tokens for all products of one connection. Failures are problems; nothing is logged. */
export function createAccessTokens(options: AccessTokensOptions): AccessTokens {
  const { cache, clock, pause = sleep } = options;
  /** When this instance asked and could not tell the others yet. */
  let untold: number[] = [];
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
    let pauseMs = FIRST_POLL_MS;
    for (let waitedMs = 0; waitedMs < TOKEN_TIMEOUT_MS; ) {
      const known = usable(await cache.read());
      if (known !== undefined) return known;
      const locked = await cache.tryLock(LOCK_MS);
      if (locked !== undefined) return fetchLocked(locked.entry);
      if (goodFor(held, MINUTE_MS)) return ok(held);
      await pause(pauseMs);
      waitedMs += pauseMs;
      pauseMs = Math.min(LAST_POLL_MS, pauseMs * 2, TOKEN_TIMEOUT_MS - waitedMs);
    }
    return refused(busy('accounts', TOKEN_TIMEOUT_MS));
  }

  function usable(entry: CacheEntry | undefined): Result<CachedToken> | undefined {
    if (goodFor(entry, EARLY_MS)) return ok(entry);
    if (entry?.kind !== 'problem' || entry.expiresAt <= clock.now()) return undefined;
    return refused(withTimeLeft(entry, clock.now()));
  }

  async function fetchLocked(entry: CacheEntry | undefined): Promise<Result<CachedToken>> {
    try {
      // Whoever held the lock before may have written meanwhile.
      const known = usable(entry);
      if (known !== undefined) return known;
      const askedAt = askedLately(entry);
      const waitMs = untilNextRequest(askedAt);
      if (waitMs > 0) return refused(busy('accounts', waitMs));
      const now = clock.now();
      untold.push(now);
      const answer = await requestToken(options);
      if (!answer.ok) return answer;
      const next = { ...answer.value, askedAt: [...askedAt, now] };
      if (next.kind === 'token') held = next;
      await cache.write(next);
      untold = [];
      return next.kind === 'token' ? ok(next) : refused(next.problem);
    } finally {
      await cache.unlock();
    }
  }

  /** When any instance asked, as far as it could tell the others, and when this one did; oldest first. */
  function askedLately(entry: CacheEntry | undefined): number[] {
    const since = clock.now() - WINDOW_MS;
    untold = untold.filter((at) => at > since);
    const told = (entry?.askedAt ?? []).filter((at) => at > since);
    return [...told, ...untold].sort((a, b) => a - b);
  }

  function untilNextRequest(askedAt: readonly number[]): number {
    const blocking = askedAt.at(-REQUESTS_MAX);
    return blocking === undefined ? 0 : blocking + WINDOW_MS - clock.now();
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
