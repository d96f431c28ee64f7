// Where function instances share one access token, and agree on who fetches the next.
import type { Problem } from '../../domain/problem.ts';

/** What is kept: a token, or why there is none for now, and when tokens were asked for. Times in epoch ms. */
export type CacheEntry = Kept & { readonly askedAt?: readonly number[] };

type Kept =
  | {
      readonly kind: 'token';
      readonly token: string;
      readonly apiUrl?: string;
      readonly expiresAt: number;
    }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly expiresAt: number };

/**
 * One entry and one lock, shared by all instances that use the same refresh token: whoever keeps several tells
 * them apart by it, so that a new sign-in starts afresh. The entry is a secret: it is sealed where it is stored.
 * A method may throw when the store cannot be reached.
 */
export interface AccessTokenCache {
  read(): Promise<CacheEntry | undefined>;
  write(entry: CacheEntry): Promise<void>;
  /** For one caller only, until `unlock` or until `lockMs` are over: the entry as it is under the lock. */
  tryLock(lockMs: number): Promise<{ readonly entry?: CacheEntry } | undefined>;
  unlock(): Promise<void>;
}
