// Access tokens in the Tokens table: what they cost in round trips, and what happens when an instance dies.
import { describe, expect, it } from 'vitest';
import { createStoredTokenCache } from '../../../functions/core/compose/stored-token-cache.ts';
import { createAccessTokens } from '../../../functions/core/connectors/zoho-accounts/access-tokens.ts';
import type { InstallationId } from '../../../functions/core/domain/ids.ts';
import type { HttpOutcome } from '../../../functions/core/ports/platform.ts';
import { createMemoryStore } from '../../../functions/core/store/memory-store.ts';
import { answered } from '../connectors/transport/scripted-transport.ts';
import { seededRandom } from '../steps/world.ts';

const INSTALLATION = 'inst-1' as InstallationId;
const MINUTE_MS = 60_000;

/** Function instances over one store and one Zoho that gives token after token. */
function setUp() {
  const time = { ms: 1_795_000_000_000 };
  const clock = { now: () => time.ms };
  const trips: string[] = [];
  const store = createMemoryStore(async ({ operation, table }, apply) => {
    trips.push(`${operation} ${table}`);
    await Promise.resolve();
    return apply();
  });
  const asked: number[] = [];
  const zoho = { answer: (count: number): HttpOutcome => granted(`token-${count}`) };
  const random = seededRandom(3);
  const secrets = {
    seal: (_: string, plain: string) => plain,
    open: (_: string, text: string) => text,
  };
  const ports = { store, clock, random, secrets };
  const instance = (refreshToken = 'refresh') => {
    const cache = createStoredTokenCache(ports, INSTALLATION, refreshToken);
    const tokens = createAccessTokens({
      accountsUrl: 'https://accounts.test',
      clientId: 'client',
      clientSecret: 'secret',
      refreshToken,
      cache,
      clock,
      transport: {
        async send() {
          asked.push(time.ms);
          await Promise.resolve();
          return zoho.answer(asked.length);
        },
      },
      pause: async (ms) => {
        time.ms += ms;
      },
    });
    return { ...tokens, cache };
  };
  return { time, trips, asked, zoho, instance };
}

function granted(token: string): HttpOutcome {
  return answered(200, { access_token: token, expires_in: 3600 });
}

describe('a token in the store', () => {
  it('is fetched by one of twenty instances that start at once', async () => {
    const { instance, asked } = setUp();
    const all = await Promise.all(Array.from({ length: 20 }, () => instance().accessToken()));
    expect(new Set(all.map((one) => one.ok && one.value.token))).toEqual(new Set(['token-1']));
    expect(asked).toHaveLength(1);
  });

  it('costs a warm instance no round trip, a new one a single find, and a renewal five', async () => {
    const { instance, trips, time } = setUp();
    const warm = instance();
    await warm.accessToken();
    trips.length = 0;
    for (let order = 0; order < 50; order += 1) await warm.accessToken();
    expect(trips).toEqual([]);
    await instance().accessToken();
    expect(trips).toEqual(['find Tokens']);
    trips.length = 0;
    time.ms += 56 * MINUTE_MS;
    await warm.accessToken();
    expect(trips).toEqual([
      'find Tokens',
      'updateWhere Tokens',
      'find Tokens',
      'update Tokens',
      'updateWhere Tokens',
    ]);
  });

  it('waits for the lease of an instance that died, with few looks, and then fetches', async () => {
    const { instance, trips, asked, time } = setUp();
    const dead = instance();
    expect(await dead.cache.tryLock(8_000)).toBeDefined();
    trips.length = 0;
    const before = time.ms;
    expect(await instance().accessToken()).toMatchObject({ value: { token: 'token-1' } });
    expect(time.ms - before).toBeGreaterThanOrEqual(8_000);
    expect(asked).toHaveLength(1);
    expect(trips.length).toBeLessThan(15);
  });

  it('of an earlier sign-in is not the token of a new one', async () => {
    const { instance } = setUp();
    await instance('first').accessToken();
    expect(await instance('second').accessToken()).toMatchObject({ value: { token: 'token-2' } });
  });

  it('that is refused again and again is asked for six times in ten minutes by all instances', async () => {
    const { instance, asked, time } = setUp();
    for (let count = 0; count < 20; count += 1) {
      const one = instance();
      const got = await one.accessToken();
      if (got.ok) {
        one.invalidate(got.value.token);
        await one.accessToken();
      }
      time.ms += 1_000;
    }
    expect(asked).toHaveLength(6);
    time.ms += 10 * MINUTE_MS;
    const last = instance();
    const stale = await last.accessToken();
    if (stale.ok) last.invalidate(stale.value.token);
    expect(await last.accessToken()).toMatchObject({ value: { token: 'token-7' } });
  });
});
