// The staff door and the deployer's: what is let in, and everything that merely looks like it.
import { generateKeyPair, SignJWT } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSignedTokens } from '../../../functions/core/http/oauth-signed-tokens.ts';
import type { StaffDoor } from '../../../functions/core/http/staff-door.ts';
import { createMemoryStore } from '../../../functions/core/store/memory-store.ts';
import { START_MS } from '../steps/world.ts';
import { grantedToken, staffDoorOf, TOKEN_KEYS } from './granted-token.ts';

const KEY = Buffer.from(TOKEN_KEYS.current, 'base64');
const NOW_S = START_MS / 1000;

let now: number;
let store: ReturnType<typeof createMemoryStore>;
let finds: number;
let door: StaffDoor;
const clock = { now: () => now };
beforeEach(() => {
  now = START_MS;
  finds = 0;
  store = createMemoryStore(async (call, apply) => {
    if (call.operation === 'find') finds += 1;
    return apply();
  });
  door = staffDoorOf({ store, clock });
});

interface Change {
  readonly audience?: string;
  readonly issuer?: string;
  readonly key?: Uint8Array;
  readonly ins?: string;
  readonly sub?: string;
  readonly issuedAtS?: number;
  readonly lifeS?: number;
  readonly alg?: string;
}

function signed(change: Change = {}): Promise<string> {
  const issuedAt = change.issuedAtS ?? NOW_S;
  return new SignJWT({ ins: change.ins ?? 'inst-1', org: '10234695', role: 'admin', name: 'x' })
    .setProtectedHeader({ alg: change.alg ?? 'HS256' })
    .setIssuer(change.issuer ?? 'tallybridge')
    .setAudience(change.audience ?? 'staff')
    .setSubject(change.sub ?? 'user-agent')
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + (change.lifeS ?? 600))
    .sign(change.key ?? KEY);
}

const codeOf = async (token: string | undefined) => {
  const visit = await door(token);
  return visit.ok ? 'in' : visit.problem.code;
};

describe('an access token', () => {
  it('lets in with the role that the grant has now, whatever the token says', async () => {
    await grantedToken({ store, clock }, { role: 'agent' });
    expect(await door(await signed())).toMatchObject({
      ok: true,
      value: { installation: 'inst-1', actor: { userId: 'user-agent', role: 'agent' } },
    });
  });

  it.each<[string, Change, string]>([
    ['of another key', { key: Buffer.alloc(32, 8) }, 'not-signed-in'],
    ['of another algorithm', { alg: 'HS512', key: Buffer.alloc(64, 7) }, 'not-signed-in'],
    ['of another issuer', { issuer: 'somebody' }, 'not-signed-in'],
    ['for another audience', { audience: 'customer' }, 'not-signed-in'],
    ['that is a state of the sign-in', { audience: 'zoho-sign-in' }, 'not-signed-in'],
    ['that lives longer than ours do', { lifeS: 3_600 }, 'not-signed-in'],
    ['that is over', { issuedAtS: NOW_S - 700 }, 'session-expired'],
    ['of another company', { ins: 'inst-2' }, 'session-expired'],
    ['of a person without a grant', { sub: 'user-nobody' }, 'session-expired'],
    ['with an installation that is none', { ins: "x' OR 1" }, 'not-signed-in'],
  ])('%s is refused', async (_, change, code) => {
    await grantedToken({ store, clock }, { role: 'agent' });
    expect(await codeOf(await signed(change))).toBe(code);
  });

  it('without a signature is refused', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const body = part({
      ...{ iss: 'tallybridge', aud: 'staff', sub: 'user-agent', ins: 'inst-1', org: '' },
      ...{ iat: NOW_S, exp: NOW_S + 600 },
    });
    for (const alg of ['none', 'None', 'HS256'])
      expect(await codeOf(`${part({ alg, typ: 'JWT' })}.${body}.`)).toBe('not-signed-in');
  });

  it('of an asymmetric algorithm is refused', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const token = await new SignJWT({ ins: 'inst-1', org: '' })
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer('tallybridge')
      .setAudience('staff')
      .setSubject('user-agent')
      .setIssuedAt(NOW_S)
      .setExpirationTime(NOW_S + 600)
      .sign(privateKey);
    expect(await codeOf(token)).toBe('not-signed-in');
  });

  it('that is missing or no token at all is refused', async () => {
    for (const token of [undefined, '', 'x', 'a.b.c', '....'])
      expect(await codeOf(token)).toBe('not-signed-in');
  });

  it('of the former key is good as long as that one is told', async () => {
    const former = { current: Buffer.alloc(32, 3).toString('base64') };
    const token = await grantedToken({ store, clock }, { role: 'agent' }, former);
    expect(await codeOf(token)).toBe('not-signed-in');
    door = staffDoorOf({ store, clock }, { ...TOKEN_KEYS, previous: former.current });
    expect(await codeOf(token)).toBe('in');
    now += 700_000;
    expect(await codeOf(token)).toBe('session-expired');
  });
});

describe('the grant', () => {
  const change = async (patch: object) => {
    const [grant] = await store.select('Grants', { where: [['state', '!=', 'x']] });
    await store.update('Grants', grant?.ROWID ?? '', patch);
  };

  it('is read once a minute at most', async () => {
    const token = await grantedToken({ store, clock }, { role: 'agent' });
    finds = 0;
    for (let turn = 0; turn < 5; turn += 1) await door(token);
    expect(finds).toBe(1);
    now += 60_000;
    await door(token);
    expect(finds).toBe(2);
  });

  it.each([
    ['ended', { state: 'revoked' }],
    ['over, as the person has left', { state: 'removed' }],
    ['good for newer tokens only', { valid_from: START_MS + 1_000 }],
  ])('that is %s lets nobody in after a minute', async (_, patch) => {
    const token = await grantedToken({ store, clock }, { role: 'agent' });
    expect(await codeOf(token)).toBe('in');
    await change(patch);
    now += 60_000;
    expect(await codeOf(token)).toBe('session-expired');
  });

  it('that is given back lets in again within seconds', async () => {
    const token = await grantedToken({ store, clock }, { role: 'agent' });
    await change({ state: 'revoked' });
    expect(await codeOf(token)).toBe('session-expired');
    await change({ state: 'active' });
    now += 5_000;
    expect(await codeOf(token)).toBe('in');
  });
});

describe('the command line', () => {
  const tokens = createSignedTokens(TOKEN_KEYS, clock);

  it('comes in as an admin without an organization, under its own name', async () => {
    const token = await tokens.sign('deployer', { ins: 'inst-1', name: 'deploy' }, 300_000);
    expect(await door(token)).toMatchObject({
      ok: true,
      value: {
        installation: 'inst-1',
        organization: '',
        actor: { userId: 'command-line', name: 'Command line (deploy)', role: 'admin' },
      },
    });
  });

  it('has five minutes, and a key of the environment', async () => {
    expect(await codeOf(await signed({ audience: 'deployer', lifeS: 301 }))).toBe('not-signed-in');
    const foreign = { audience: 'deployer', lifeS: 300, key: Buffer.alloc(32, 9) };
    expect(await codeOf(await signed(foreign))).toBe('not-signed-in');
  });
});

describe('who fails too often', () => {
  it('is told to wait, by the address that our gateway saw; good tokens come in from there all the same', async () => {
    const good = await grantedToken({ store, clock }, { role: 'agent' });
    const from = '10.0.0.1, 203.0.113.7';
    for (let turn = 0; turn < 60; turn += 1)
      expect(await door('forged', from)).toMatchObject({ problem: { code: 'not-signed-in' } });
    expect(await door('forged', from)).toMatchObject({ problem: { code: 'too-many-tries' } });
    expect(await door('forged', '203.0.113.7, 203.0.113.8')).toMatchObject({
      problem: { code: 'not-signed-in' },
    });
    expect((await door(good, from)).ok).toBe(true);
    now += 900_000;
    expect(await door('forged', from)).toMatchObject({ problem: { code: 'not-signed-in' } });
  });
});
