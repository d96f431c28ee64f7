// Access tokens: one request for many callers, early renewal, and what each refusal means.
import { describe, expect, it } from 'vitest';
import type { AccessTokenCache } from '../../../../functions/core/connectors/zoho-accounts/access-token-cache.ts';
import { createAccessTokens } from '../../../../functions/core/connectors/zoho-accounts/access-tokens.ts';
import { createMemoryTokenCache } from '../../../../functions/core/connectors/zoho-accounts/memory-token-cache.ts';
import type { HttpOutcome } from '../../../../functions/core/ports/platform.ts';
import { answered, noAnswer, scriptedTransport } from '../transport/scripted-transport.ts';

const MINUTE_MS = 60_000;

function granted(token: string): HttpOutcome {
  return answered(200, {
    access_token: token,
    expires_in: 3600,
    api_domain: 'https://www.zohoapis.test',
    token_type: 'Bearer',
  });
}

function setUp(...outcomes: HttpOutcome[]) {
  const time = { ms: 1_000_000_000 };
  const clock = { now: () => time.ms };
  const transport = scriptedTransport(...outcomes);
  const shared = createMemoryTokenCache(clock);
  const pauses: number[] = [];
  /** One function instance; all share the cache unless told otherwise. */
  const instance = (cache: AccessTokenCache = shared) =>
    createAccessTokens({
      accountsUrl: 'https://accounts.test',
      clientId: 'client',
      clientSecret: 'secret&more',
      refreshToken: 'refresh',
      cache,
      transport,
      clock,
      pause: async (ms) => {
        pauses.push(ms);
        time.ms += ms;
      },
    });
  return { time, clock, transport, cache: shared, pauses, instance };
}

const TOO_MANY = {
  error_description: 'Demasiadas solicitudes',
  error: 'Access Denied',
  status: 'failure',
};

describe('the request', () => {
  it('has the client and the refresh token in an urlencoded body', async () => {
    const { instance, transport } = setUp(granted('a'));
    expect(await instance().accessToken()).toEqual({
      ok: true,
      value: { token: 'a', apiUrl: 'https://www.zohoapis.test' },
    });
    const [request] = transport.sent;
    expect(request?.url).toBe('https://accounts.test/oauth/v2/token');
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      grant_type: 'refresh_token',
      client_id: 'client',
      client_secret: 'secret&more',
      refresh_token: 'refresh',
    });
  });
});

describe('one token for all', () => {
  it('50 callers of one instance make one request', async () => {
    const { instance, transport } = setUp(granted('a'));
    const tokens = instance();
    const all = await Promise.all(Array.from({ length: 50 }, () => tokens.accessToken()));
    expect(new Set(all.map((one) => one.ok && one.value.token))).toEqual(new Set(['a']));
    expect(transport.sent).toHaveLength(1);
  });

  it('20 instances make one request: the others wait for the one that holds the lock', async () => {
    const { instance, transport } = setUp(granted('a'));
    const all = await Promise.all(Array.from({ length: 20 }, () => instance().accessToken()));
    expect(all.every((one) => one.ok && one.value.token === 'a')).toBe(true);
    expect(transport.sent).toHaveLength(1);
  });

  it('an instance that starts later takes the token from the cache', async () => {
    const { instance, transport } = setUp(granted('a'));
    await instance().accessToken();
    expect(await instance().accessToken()).toMatchObject({ value: { token: 'a' } });
    expect(transport.sent).toHaveLength(1);
  });

  it('the lock of an instance that died ends by itself', async () => {
    const { instance, cache, time } = setUp(granted('a'));
    await cache.tryLock(5_000);
    const before = time.ms;
    expect(await instance().accessToken()).toMatchObject({ value: { token: 'a' } });
    expect(time.ms - before).toBeGreaterThanOrEqual(5_000);
  });

  it('gives up waiting for a lock that stays', async () => {
    const { instance, cache, pauses, transport } = setUp();
    await cache.tryLock(10 * MINUTE_MS);
    expect(await instance().accessToken()).toMatchObject({
      problem: { code: 'zoho-busy', remedy: 'wait' },
    });
    expect(pauses.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(10_000);
    expect(transport.sent).toHaveLength(0);
  });
});

describe('renewal', () => {
  it('happens five minutes before the end, not earlier', async () => {
    const { instance, time, transport } = setUp(granted('a'), granted('b'));
    const tokens = instance();
    await tokens.accessToken();
    time.ms += 54 * MINUTE_MS;
    expect(await tokens.accessToken()).toMatchObject({ value: { token: 'a' } });
    expect(transport.sent).toHaveLength(1);
    time.ms += MINUTE_MS;
    expect(await tokens.accessToken()).toMatchObject({ value: { token: 'b' } });
  });

  it('that fails leaves the old token in use while it lasts', async () => {
    const { instance, time } = setUp(granted('a'), noAnswer(false), noAnswer(false));
    const tokens = instance();
    await tokens.accessToken();
    time.ms += 56 * MINUTE_MS;
    expect(await tokens.accessToken()).toMatchObject({ value: { token: 'a' } });
    time.ms += 3.5 * MINUTE_MS;
    expect(await tokens.accessToken()).toMatchObject({ problem: { code: 'zoho-unavailable' } });
  });

  it('by another instance does not hold up callers whose token still lasts', async () => {
    const { instance, time, cache, pauses } = setUp(granted('a'));
    const tokens = instance();
    await tokens.accessToken();
    time.ms += 56 * MINUTE_MS;
    await cache.tryLock(MINUTE_MS);
    expect(await tokens.accessToken()).toMatchObject({ value: { token: 'a' } });
    expect(pauses).toEqual([]);
  });

  it('follows a refused token at once, and other instances take the new one', async () => {
    const { instance, transport } = setUp(granted('a'), granted('b'));
    const [one, other] = [instance(), instance()];
    await one.accessToken();
    await other.accessToken();
    one.invalidate('a');
    expect(await one.accessToken()).toMatchObject({ value: { token: 'b' } });
    other.invalidate('a');
    expect(await other.accessToken()).toMatchObject({ value: { token: 'b' } });
    expect(transport.sent).toHaveLength(2);
  });

  it('stops when every new token is refused, before Zoho blocks us', async () => {
    const { instance, transport, time } = setUp(...'abcdefg'.split('').map(granted));
    const tokens = instance();
    for (let count = 0; count < 6; count += 1) {
      const got = await tokens.accessToken();
      if (got.ok) tokens.invalidate(got.value.token);
    }
    time.ms += MINUTE_MS;
    expect(await tokens.accessToken()).toMatchObject({
      problem: { code: 'zoho-busy', retryAfterMs: 9 * MINUTE_MS },
    });
    expect(transport.sent).toHaveLength(6);
    time.ms += 9 * MINUTE_MS;
    expect(await tokens.accessToken()).toMatchObject({ value: { token: 'g' } });
  });
});

describe('a refusal', () => {
  it.each(['invalid_code', 'invalid_client', 'invalid_client_secret'])(
    '%s on a 200: sign in again; asked anew after a minute',
    async (error) => {
      const { instance, transport, time } = setUp(answered(200, { error }), granted('a'));
      const tokens = instance();
      const problem = { code: 'zoho-sign-in-needed', remedy: 'fix-setup' };
      expect(await tokens.accessToken()).toEqual({ ok: false, problem });
      expect(await instance().accessToken()).toEqual({ ok: false, problem });
      expect(transport.sent).toHaveLength(1);
      time.ms += MINUTE_MS;
      expect(await tokens.accessToken()).toMatchObject({ value: { token: 'a' } });
    },
  );

  it.each([
    ['in English', TOO_MANY],
    ['translated', { ...TOO_MANY, error: 'Acceso denegado' }],
  ])('Access Denied %s: busy, and nobody asks for ten minutes', async (_, body) => {
    const { instance, transport, time } = setUp(answered(400, body), granted('a'));
    expect(await instance().accessToken()).toEqual({
      ok: false,
      problem: {
        code: 'zoho-busy',
        remedy: 'wait',
        facts: { product: 'Zoho Accounts' },
        retryAfterMs: 10 * MINUTE_MS,
      },
    });
    time.ms += 4 * MINUTE_MS;
    expect(await instance().accessToken()).toMatchObject({
      problem: { retryAfterMs: 6 * MINUTE_MS },
    });
    expect(transport.sent).toHaveLength(1);
    time.ms += 6 * MINUTE_MS;
    expect(await instance().accessToken()).toMatchObject({ value: { token: 'a' } });
  });

  it.each([
    ['no answer', noAnswer(false)],
    ['a 502', answered(502, '<html></html>')],
    ['HTML with a 200', answered(200, '<html></html>')],
    ['an unknown error', answered(200, { error: 'general_error' })],
    ['a token without its end', answered(200, { access_token: 'x' })],
  ])('%s: unavailable, and the next call asks again', async (_, outcome) => {
    const { instance } = setUp(outcome, granted('a'));
    const tokens = instance();
    expect(await tokens.accessToken()).toEqual({
      ok: false,
      problem: {
        code: 'zoho-unavailable',
        remedy: 'retry',
        facts: { product: 'Zoho Accounts' },
      },
    });
    expect(await tokens.accessToken()).toMatchObject({ value: { token: 'a' } });
  });
});

describe('a store that fails', () => {
  const broken = async (): Promise<never> => {
    throw new Error('out of reach');
  };

  it('is a problem, not an exception', async () => {
    const { instance, cache } = setUp();
    expect(await instance({ ...cache, read: broken }).accessToken()).toEqual({
      ok: false,
      problem: { code: 'store-unavailable', remedy: 'retry' },
    });
  });

  it('does not lose a token that Zoho has just given', async () => {
    const { instance, cache, transport } = setUp(granted('a'));
    const tokens = instance({ ...cache, write: broken });
    expect(await tokens.accessToken()).toMatchObject({ value: { token: 'a' } });
    expect(transport.sent).toHaveLength(1);
  });
});
