// Access tokens in the Tokens table, sealed: all function instances share one, and one of them fetches the next.
import { createHash } from 'node:crypto';
import type {
  AccessTokenCache,
  CacheEntry,
} from '../connectors/zoho-accounts/access-token-cache.ts';
import type { InstallationId } from '../domain/ids.ts';
import type { Clock, Random, Secrets } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
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
  const row = () => store.find('Tokens', 'token_key', key);
  return {
    async read() {
      const found = await row();
      if (found?.value === undefined || found.value === '') return undefined;
      return JSON.parse(secrets.open(installation, found.value)) as CacheEntry;
    },
    async write(entry) {
      const found = await row();
      if (found === undefined) return;
      await store.update('Tokens', found.ROWID, {
        value: secrets.seal(installation, JSON.stringify(entry)),
        expires_at: entry.expiresAt,
      });
    },
    async tryLock(lockMs) {
      const now = clock.now();
      await store.insert('Tokens', { token_key: key, installation, expires_at: 0, lease_until: 0 });
      const token = randomToken(ports.random);
      await store.updateWhere('Tokens', { lease_token: token, lease_until: now + lockMs }, [
        ['token_key', '=', key],
        ['lease_until', '<=', now],
      ]);
      const mine = (await row())?.lease_token === token;
      if (mine) lock = token;
      return mine;
    },
    async unlock() {
      await store.updateWhere('Tokens', { lease_until: 0 }, [
        ['token_key', '=', key],
        ['lease_token', '=', lock],
      ]);
    },
  };
}
