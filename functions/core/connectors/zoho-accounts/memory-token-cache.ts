// The token cache of a single process.
import type { Clock } from '../../ports/platform.ts';
import type { AccessTokenCache, CacheEntry } from './access-token-cache.ts';

export function createMemoryTokenCache(clock: Clock): AccessTokenCache {
  let entry: CacheEntry | undefined;
  let lockedUntil = 0;
  return {
    read: async () => entry,
    write: async (next) => {
      entry = next;
    },
    tryLock: async (lockMs) => {
      if (lockedUntil > clock.now()) return undefined;
      lockedUntil = clock.now() + lockMs;
      return entry === undefined ? {} : { entry };
    },
    unlock: async () => {
      lockedUntil = 0;
    },
  };
}
