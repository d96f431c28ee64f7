// Refresh tokens under faults and theft: the owner is never put out by a lost answer, and a copy never lives beside the original.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StoreFailure } from '../../../../functions/core/ports/store.ts';
import {
  openSession,
  redeemCode,
  renewSession,
  type SessionPorts,
} from '../../../../functions/core/steps/identity/sessions.ts';
import { createMemoryStore } from '../../../../functions/core/store/memory-store.ts';
import { grantRole } from '../../http/granted-token.ts';
import { START_MS, seededRandom } from '../world.ts';

type Fault = 'none' | 'before' | 'after';

const client = { clientId: 'client', redirectUri: 'https://client.example/callback' };
const MINUTE_MS = 60_000;

async function signedIn(seed: number) {
  let now = START_MS;
  const faults: Fault[] = [];
  const store = createMemoryStore(async (_, apply) => {
    const fault = faults.shift() ?? 'none';
    if (fault === 'before') throw new StoreFailure('cut', 'never came there');
    const result = apply();
    if (fault === 'after') throw new StoreFailure('cut', 'never came back');
    return result;
  });
  const clock = { now: () => now };
  const quiet = () => undefined;
  const ports: SessionPorts = {
    store,
    clock,
    random: seededRandom(seed),
    log: { info: quiet, warn: quiet, error: quiet },
    refreshKeys: [Buffer.alloc(32, 4).toString('base64')],
  };
  await grantRole({ store, clock }, { role: 'agent', userId: '1' });
  const grant = { installation: 'inst-1', grant_key: 'inst-1|1' };
  const code = await openSession(ports, grant, client);
  const redeemed = await redeemCode(ports, { code, ...client });
  const renew = async (token: string) =>
    (await renewSession(ports, token, client.clientId, async () => true))?.refreshToken;
  return {
    first: redeemed?.refreshToken ?? '',
    faults,
    renew,
    advance: (ms: number) => {
      now += ms;
    },
  };
}

describe('a refresh token', () => {
  it('brings its owner on, whatever answers of the store are lost', async () => {
    const fault = fc.constantFrom<Fault>('none', 'none', 'before', 'after');
    await fc.assert(
      fc.asyncProperty(
        fc.integer(),
        fc.array(fc.array(fault, { maxLength: 6 }), { minLength: 1, maxLength: 8 }),
        async (seed, turns) => {
          const { first, faults, renew, advance } = await signedIn(seed);
          let token = first;
          for (const turn of turns) {
            faults.splice(0, faults.length, ...turn);
            let next: string | undefined;
            // At most six faults a turn: the seventh try meets none, and all lie within half a minute.
            for (let tries = 0; next === undefined && tries < 7; tries += 1) {
              next = await renew(token).catch(() => undefined);
              advance(4_000);
            }
            expect(next).toBeDefined();
            token = next ?? '';
            advance(9 * MINUTE_MS);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('in two hands ends for both, whichever of them comes first and however old the copy is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer(),
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 0, max: 5 }),
        fc.boolean(),
        async (seed, turns, copied, ownerFirst) => {
          const { first, renew, advance } = await signedIn(seed);
          const tokens = [first];
          for (let turn = 0; turn < turns; turn += 1) {
            tokens.push((await renew(tokens.at(-1) ?? '')) ?? '');
            advance(9 * MINUTE_MS);
          }
          const hands = { owner: tokens.at(-1), thief: tokens[Math.min(copied, turns)] };
          const order = ownerFirst ? (['owner', 'thief'] as const) : (['thief', 'owner'] as const);
          for (let round = 0; round < 3; round += 1) {
            for (const who of order) {
              hands[who] = hands[who] && (await renew(hands[who]));
              advance(31_000);
            }
          }
          expect(hands).toEqual({ owner: undefined, thief: undefined });
        },
      ),
      { numRuns: 150 },
    );
  });
});
