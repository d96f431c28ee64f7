// Codes and refresh tokens: each good once, for one client, and a copy in other hands ends them all.
import { beforeEach, describe, expect, it } from 'vitest';
import { createOAuthApp } from '../../../functions/core/http/oauth-app.ts';
import { StoreFailure } from '../../../functions/core/ports/store.ts';
import { staffDoorOf } from './granted-token.ts';
import {
  ask,
  authorize,
  authorizeUrl,
  clerk,
  createOAuthWorld,
  member,
  type OAuthWorld,
  redeem,
  refresh,
} from './oauth-world.ts';

const MINUTE_MS = 60_000;
const books = (change: object = {}) => [member('staff', { userId: 'b-1', ...change })];

let world: OAuthWorld;
beforeEach(async () => {
  world = createOAuthWorld();
  await world.installs();
  world.users.set('books', books());
});

const enter = (token: string | undefined) => staffDoorOf(world)(token);

describe('a code', () => {
  it('becomes tokens that let the person in with company, organization and role', async () => {
    const { status, json } = await redeem(world, await authorize(world, clerk));
    expect(status).toBe(200);
    expect(json).toMatchObject({ token_type: 'Bearer', expires_in: 600, scope: 'tallybridge.use' });
    expect(await enter(json.access_token)).toEqual({
      ok: true,
      value: {
        installation: 'inst-1',
        organization: 'books-1',
        actor: { userId: '7001', name: 'Carla Clerk', role: 'agent' },
      },
    });
  });

  it('is kept as a hash only, and so are refresh tokens', async () => {
    const code = await authorize(world, clerk);
    const { json } = await redeem(world, code);
    const rows = JSON.stringify(
      await world.store.select('Sessions', { where: [['created_at', '>', 0]] }),
    );
    for (const token of [code, json.refresh_token ?? '']) {
      const [id = '', secret = ''] = token.split('.');
      expect([rows.includes(id), rows.includes(secret)]).toEqual([true, false]);
    }
  });

  it.each([
    ['another redirect address', { redirect_uri: 'https://dre.zoho.com/delugeauth/callback' }],
    ['another verifier', { code_verifier: 'w'.repeat(64) }],
    ['no verifier', { code_verifier: '' }],
    ['the challenge as verifier', { code_verifier: 'plain' }],
  ])('is not good with %s, and afterwards for nothing', async (_, change) => {
    const code = await authorize(world, clerk);
    expect(await redeem(world, code, change)).toMatchObject({
      status: 400,
      json: { error: 'invalid_grant' },
    });
    expect((await redeem(world, code)).status).toBe(400);
  });

  it('of a request without PKCE is not good with a verifier', async () => {
    const url = authorizeUrl({ code_challenge: '', code_challenge_method: '' });
    expect((await redeem(world, await authorize(world, clerk, { url }))).status).toBe(400);
    const code = await authorize(world, clerk, { url });
    expect((await redeem(world, code, { code_verifier: '' })).status).toBe(200);
  });

  it('is over after a minute', async () => {
    const code = await authorize(world, clerk);
    world.advance(MINUTE_MS);
    expect((await redeem(world, code)).status).toBe(400);
  });

  it('that comes a second time ends what the first time gave', async () => {
    const code = await authorize(world, clerk);
    const { json } = await redeem(world, code);
    world.advance(1_000);
    expect((await redeem(world, code)).status).toBe(400);
    expect((await enter(json.access_token)).ok).toBe(false);
    expect((await refresh(world, json.refresh_token)).status).toBe(400);
    expect(await world.audit()).toContain('sign-in.ended code-replayed');
  });

  it('that comes twice at once is redeemed once at most', async () => {
    const code = await authorize(world, clerk);
    const both = await Promise.all([redeem(world, code), redeem(world, code)]);
    expect(both.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
  });

  it('can’t be guessed from its first half: one wrong guess ends it, at every instance', async () => {
    const code = await authorize(world, clerk);
    const other = { ...world, answer: createOAuthApp(world.ports) };
    const guess = `${code.split('.')[0]}.${'A'.repeat(43)}`;
    expect(await redeem(world, guess)).toMatchObject({ json: { error: 'invalid_grant' } });
    expect((await redeem(other, code)).status).toBe(400);
    expect(await world.audit()).toContain('sign-in.ended code-guessed');
  });
});

describe('a refresh token', () => {
  let first: string | undefined;
  beforeEach(async () => {
    first = (await redeem(world, await authorize(world, clerk))).json.refresh_token;
  });

  it('is exchanged for the next one, each time', async () => {
    let token = first;
    for (let turn = 0; turn < 3; turn += 1) {
      world.advance(9 * MINUTE_MS);
      const { status, json } = await refresh(world, token);
      expect([status, json.refresh_token === token]).toEqual([200, false]);
      expect((await enter(json.access_token)).ok).toBe(true);
      token = json.refresh_token;
    }
  });

  it('whose answer was lost brings the same next one again, for half a minute', async () => {
    const answered = await refresh(world, first);
    world.advance(29_000);
    const again = await refresh(world, first);
    expect(again.json.refresh_token).toBe(answered.json.refresh_token);
    expect((await refresh(world, again.json.refresh_token)).status).toBe(200);
  });

  it('that is sent twice at once makes one line of tokens', async () => {
    const [one, two] = await Promise.all([refresh(world, first), refresh(world, first)]);
    expect([one?.status, two?.status]).toEqual([200, 200]);
    expect(one?.json.refresh_token).toBe(two?.json.refresh_token);
  });

  it('that is older ends the whole line: whoever has the newer one is out, too', async () => {
    const { json } = await refresh(world, first);
    world.advance(31_000);
    expect(await refresh(world, first)).toMatchObject({
      status: 400,
      json: { error: 'invalid_grant' },
    });
    expect((await refresh(world, json.refresh_token)).status).toBe(400);
    expect((await enter(json.access_token)).ok).toBe(false);
    expect(await world.audit()).toContain('sign-in.ended refresh-replayed');
  });

  it('that was stolen within the half minute is found out by the next exchange', async () => {
    const owner = await refresh(world, first);
    const thief = await refresh(world, first);
    expect(thief.json.refresh_token).toBe(owner.json.refresh_token);
    await refresh(world, thief.json.refresh_token);
    world.advance(31_000);
    expect((await refresh(world, owner.json.refresh_token)).status).toBe(400);
  });

  it('of two generations ago ends the line even at once', async () => {
    const { json } = await refresh(world, first);
    const newest = await refresh(world, json.refresh_token);
    expect((await refresh(world, first)).status).toBe(400);
    expect((await refresh(world, newest.json.refresh_token)).status).toBe(400);
  });

  it('that nobody uses for sixty days is over', async () => {
    world.advance(60 * 24 * 60 * MINUTE_MS);
    expect((await refresh(world, first)).status).toBe(400);
  });

  it('ends when the client gives it back, and giving back what is unknown is no error', async () => {
    const { json } = await refresh(world, first);
    expect((await ask(world, { token: 'nothing' }, 'revoke')).status).toBe(200);
    expect((await refresh(world, json.refresh_token)).status).toBe(200);
    const second = await redeem(world, await authorize(world, clerk));
    world.advance(1_000);
    expect((await ask(world, { token: second.json.refresh_token ?? '' }, 'revoke')).status).toBe(
      200,
    );
    expect((await refresh(world, second.json.refresh_token)).status).toBe(400);
    expect((await enter(second.json.access_token)).ok).toBe(false);
  });

  it('ends together with the access token that is given back', async () => {
    const { json } = await refresh(world, first);
    expect((await ask(world, { token: json.access_token ?? '' }, 'revoke')).status).toBe(200);
    expect((await refresh(world, json.refresh_token)).status).toBe(400);
  });

  it('is asked for thirty times in ten minutes at most', async () => {
    let token = first;
    for (let turn = 0; turn < 30; turn += 1)
      token = (await refresh(world, token)).json.refresh_token;
    const later = { status: 429, json: { error: 'temporarily_unavailable' } };
    expect(await refresh(world, token)).toEqual(later);
    world.advance(10 * MINUTE_MS);
    expect((await refresh(world, token)).status).toBe(200);
  });

  it('is as good as before after a store that did not answer, and the client is told to come again', async () => {
    const store = new Proxy(world.store, {
      get: () => async () => {
        throw new StoreFailure('unavailable', 'no answer');
      },
    });
    const broken = { ...world, answer: createOAuthApp({ ...world.ports, store }) };
    expect(await refresh(broken, first)).toEqual({
      status: 503,
      json: { error: 'temporarily_unavailable' },
    });
    expect((await refresh(world, first)).status).toBe(200);
  });
});

describe('the person behind a refresh token', () => {
  let token: string | undefined;
  beforeEach(async () => {
    token = (await redeem(world, await authorize(world, clerk))).json.refresh_token;
  });

  it('is looked up in Zoho only when not seen for a quarter of an hour', async () => {
    world.advance(14 * MINUTE_MS);
    token = (await refresh(world, token)).json.refresh_token;
    expect(world.asked).toEqual([]);
    world.advance(2 * MINUTE_MS);
    await refresh(world, token);
    expect(world.asked).toEqual(['books']);
  });

  it('is out when Zoho does not know them any more', async () => {
    world.users.set('books', [member('admin')]);
    world.advance(16 * MINUTE_MS);
    expect((await refresh(world, token)).json).toEqual({ error: 'invalid_grant' });
    expect(await world.audit()).toContain('staff.removed');
  });

  it('is not out because a list came back empty: somebody must be in it', async () => {
    world.users.set('books', []);
    world.advance(16 * MINUTE_MS);
    expect((await refresh(world, token)).status).toBe(200);
  });

  it('is out when they were deactivated', async () => {
    world.users.set('books', books({ isActive: false }));
    world.advance(16 * MINUTE_MS);
    expect((await refresh(world, token)).status).toBe(400);
  });

  it('gets the role that Zoho gives them now', async () => {
    world.users.set('books', books({ role: 'admin', isAdmin: true }));
    world.advance(16 * MINUTE_MS);
    const visit = await enter((await refresh(world, token)).json.access_token);
    expect(visit).toMatchObject({ ok: true, value: { actor: { role: 'admin' } } });
    expect(await world.audit()).toContain('staff.role agent admin');
  });

  it('stays while Zoho does not answer, but not for an hour, and is not signed out by it', async () => {
    world.users.delete('books');
    world.advance(45 * MINUTE_MS);
    token = (await refresh(world, token)).json.refresh_token;
    expect(token).toBeDefined();
    world.advance(6 * MINUTE_MS);
    const later = await refresh(world, token);
    expect(later).toMatchObject({ status: 503, json: { error: 'temporarily_unavailable' } });
    world.users.set('books', books());
    world.advance(5 * MINUTE_MS);
    expect((await refresh(world, token)).status).toBe(200);
  });
});

describe('the client', () => {
  const right = { grant_type: 'refresh_token', refresh_token: 'x' };
  it.each([
    ['a wrong secret', { client_secret: 'wrong' }, 401, 'invalid_client'],
    ['another client id', { client_id: 'other' }, 401, 'invalid_client'],
    ['no grant type', { grant_type: '' }, 400, 'invalid_request'],
    ['a password', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['no token', { refresh_token: '' }, 400, 'invalid_request'],
    ['a token that is none', {}, 400, 'invalid_grant'],
  ])(
    'is refused for %s, in the words of RFC 6749 and no more',
    async (_, change, status, error) => {
      expect(await ask(world, { ...right, ...change })).toEqual({ status, json: { error } });
    },
  );

  it('is told to slow down at one address after twenty wrong secrets; the right one is still taken', async () => {
    const from = { 'x-forwarded-for': '203.0.113.9' };
    const wrong = () => ask(world, { ...right, client_secret: 'wrong' }, 'token', from);
    for (let turn = 0; turn < 20; turn += 1) expect((await wrong()).status).toBe(401);
    expect(await wrong()).toEqual({ status: 429, json: { error: 'temporarily_unavailable' } });
    const code = await authorize(world, clerk);
    expect((await redeem(world, code)).status).toBe(200);
    const elsewhere = { 'x-forwarded-for': '203.0.113.9, 198.51.100.1' };
    expect((await ask(world, { ...right, client_secret: 'no' }, 'token', elsewhere)).status).toBe(
      401,
    );
  });

  it('sends a form, each parameter once', async () => {
    const send = async (body: string, type: string) => {
      const request = { method: 'POST', body, headers: { 'content-type': type } };
      return (await world.answer(new Request('http://localhost/oauth/token', request))).status;
    };
    const form = 'application/x-www-form-urlencoded';
    expect(await send('{"grant_type":"refresh_token"}', 'application/json')).toBe(400);
    expect(await send('grant_type=refresh_token&grant_type=authorization_code', form)).toBe(400);
  });
});
