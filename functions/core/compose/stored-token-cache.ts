// Access tokens in the Tokens table, sealed: all function instances share one, and one of them fetches the next.
import { createHash } from 'node:crypto';
import type {
  AccessTokenCache,
  CacheEntry,
} from '../connectors/zoho-accounts/access-token-cache.ts';
import type { InstallationId } from '../domain/ids.ts';
import type { Clock, Random, Secrets } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import type { Row } from '../store/schema.ts';
import { randomToken } from '../work/lease.ts';

export function createStoredTokenCache(
  ports: {
    readonly store: Store;
    readonly clock: Clock;
    readonly random: Random;
    readonly secrets: Secrets;
  },
  installation: InstallationId,
  refreshToken: string,
): AccessTokenCache {
  const { store, clock, secrets } = ports;
  // A new sign-in has a new refresh token and starts afresh.
  const key = `${installation}|zoho|${createHash('sha256').update(refreshToken).digest('hex').slice(0, 32)}`;
  let lock = '';
  /** The row as it was read last: a lease that others hold, and where to write, need no second look. */
  let seen: Row<'Tokens'> | undefined;
  const look = async () => {
    seen = await store.find('Tokens', 'token_key', key);
    if ((seen?.value ?? '') === '') return undefined;
    return JSON.parse(secrets.open(installation, seen?.value ?? '', `Tokens|${key}`)) as CacheEntry;
  };
  return {
    read: look,
    async write(entry) {
      if (seen === undefined) return;
      await store.update('Tokens', seen.ROWID, {
        value: secrets.seal(installation, JSON.stringify(entry), `Tokens|${key}`),
        expires_at: entry.expiresAt,
      });
    },
    async tryLock(lockMs) {
      const now = clock.now();
      if ((seen?.lease_until ?? 0) > now) return undefined;
      if (seen === undefined) {
        const empty = { token_key: key, installation, expires_at: 0, lease_until: 0 };
        await store.insert('Tokens', empty);
      }
      const token = randomToken(ports.random);
      await store.updateWhere('Tokens', { lease_token: token, lease_until: now + lockMs }, [
        ['token_key', '=', key],
        ['lease_until', '<=', now],
      ]);
      const entry = await look();
      if (seen?.lease_token !== token) return undefined;
      lock = token;
      return entry === undefined ? {} : { entry };
    },
    async unlock() {
      await store.updateWhere('Tokens', { lease_until: 0 }, [
        ['token_key', '=', key],
        ['lease_token', '=', lock],
      ]);
    },
  };
}
