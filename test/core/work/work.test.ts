// Leases, retries, packed bodies and the audit chain.
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { problem } from '../../../functions/core/domain/problem.ts';
import { createMemoryStore } from '../../../functions/core/store/memory-store.ts';
import { putInInbox } from '../../../functions/core/work/inbox.ts';
import { claimRun, LEASE_MS, release, selectDue } from '../../../functions/core/work/lease.ts';
import { packBody, unpackBody } from '../../../functions/core/work/packed-text.ts';
import { backoffMs, judge } from '../../../functions/core/work/retry.ts';
import { startRun } from '../../../functions/core/work/runs.ts';
import { fromSafeText, toSafeText } from '../../../functions/core/work/safe-text.ts';
import { INSTALLATION } from '../steps/fake-transactions.ts';
import { seededRandom } from '../steps/world.ts';

function ports() {
  let now = 1_000_000;
  return {
    store: createMemoryStore(),
    clock: { now: () => now },
    random: seededRandom(1),
    advance: (ms: number) => {
      now += ms;
    },
  };
}

const run = (subject: string, lane: string) => ({
  installation: INSTALLATION,
  flow: 'f',
  flowVersion: 1,
  subject,
  lane,
  input: {},
});

describe('leases', () => {
  it('gives a row to one of twenty claimers', async () => {
    const world = ports();
    await startRun(world, run('a', 'lane-1'));
    const [due] = await selectDue(world, 'Runs', 10);
    if (due === undefined) throw new Error('nothing due');
    const claims = await Promise.all(Array.from({ length: 20 }, () => claimRun(world, due)));
    expect(claims.filter((one) => one !== undefined)).toHaveLength(1);
  });

  it('lets one row of a lane be worked on at a time, and other lanes side by side', async () => {
    const world = ports();
    await startRun(world, run('a', 'lane-1'));
    await startRun(world, run('b', 'lane-1'));
    await startRun(world, run('c', 'lane-2'));
    const [a, b, c] = await selectDue(world, 'Runs', 10);
    if (!a || !b || !c) throw new Error('three are due');
    const mine = await claimRun(world, a);
    expect(mine?.state).toBe('running');
    expect(await claimRun(world, b)).toBeUndefined();
    expect(await claimRun(world, c)).toBeDefined();
    if (mine) await release(world, 'Runs', mine, { state: 'done' });
    expect(await claimRun(world, b)).toBeDefined();
  });

  it('hands a crashed worker’s row on when the lease is over, not before', async () => {
    const world = ports();
    await startRun(world, run('a', 'lane-1'));
    const [a] = await selectDue(world, 'Runs', 10);
    if (!a) throw new Error('one is due');
    await claimRun(world, a);
    expect(await selectDue(world, 'Runs', 10)).toEqual([]);
    world.advance(LEASE_MS);
    const [again] = await selectDue(world, 'Runs', 10);
    if (!again) throw new Error('due again');
    expect(await claimRun(world, again)).toMatchObject({ attempts: 2 });
  });
});

describe('retry', () => {
  it('tries at least eight times over at least a day', () => {
    const random = seededRandom(3);
    let elapsed = 0;
    let attempts = 0;
    for (;;) {
      attempts += 1;
      const verdict = judge(
        problem('zoho-unavailable', 'retry'),
        { attempts, sinceMs: elapsed },
        random,
      );
      if (verdict.kind !== 'again') break;
      elapsed += verdict.delayMs;
    }
    expect(attempts).toBeGreaterThanOrEqual(8);
    expect(elapsed).toBeGreaterThanOrEqual(24 * 3_600_000);
    expect(attempts).toBeLessThan(60);
  });

  it('never waits less than the other side asked for', () => {
    const busy = { ...problem('zoho-busy', 'wait'), retryAfterMs: 3_600_000 };
    const tried = { attempts: 50, sinceMs: 90 * 86_400_000 };
    const verdict = judge(busy, tried, seededRandom(1));
    if (verdict.kind !== 'again') throw new Error('a pause is never given up for');
    expect(verdict.delayMs).toBeGreaterThanOrEqual(3_600_000);
    expect(verdict.delayMs).toBeLessThanOrEqual(3_960_000);
  });

  it('parks what only an administrator can mend', () => {
    const found = problem('zoho-sign-in-needed', 'fix-setup');
    const verdict = judge(found, { attempts: 1, sinceMs: 0 }, seededRandom(1));
    if (verdict.kind !== 'parked') throw new Error('it is parked');
    expect(verdict.delayMs).toBeGreaterThanOrEqual(3_600_000);
  });

  it.each(['fix-input', 'none'] as const)('does not retry %s', (remedy) => {
    const verdict = judge(
      problem('zoho-refused', remedy),
      { attempts: 1, sinceMs: 0 },
      seededRandom(1),
    );
    expect(verdict).toEqual({ kind: 'dead' });
  });

  it('jitters between a second and the ceiling', () => {
    const random = seededRandom(5);
    const delays = Array.from({ length: 200 }, () => backoffMs(1, random));
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(1_000);
    expect(Math.max(...delays)).toBeLessThanOrEqual(15_000);
    expect(new Set(delays).size).toBeGreaterThan(100);
  });
});

describe('what the store would lose', () => {
  it.each([
    ['plain', '{"a":1}'],
    ['emoji', '{"a":"🎁 café"}'],
    ['long', JSON.stringify({ text: 'abc '.repeat(20_000) })],
    ['empty', ''],
  ])('keeps a %s body as it came', (_, body) => {
    const columns = packBody(body) ?? {};
    for (const column of Object.values(columns)) expect(column.length).toBeLessThanOrEqual(10_000);
    expect(unpackBody({ ...columns } as never)).toBe(body);
  });

  it('cuts of an event only what does not fit even when deflated', async () => {
    const noise = randomBytes(60_000).toString('hex');
    expect(packBody(noise)).toBeUndefined();
    const world = ports();
    const event = { source: 'poll', type: 'x', subject: 's', sameness: ['1'] } as const;
    await putInInbox(world, { ...event, installation: INSTALLATION, body: noise });
    const [row] = await selectDue(world, 'Inbox', 1);
    const kept = unpackBody(row ?? {});
    expect(noise.startsWith(kept)).toBe(true);
    expect(kept.length).toBeGreaterThan(10_000);
  });

  it.each(['1001', 'INV-000012', 'a b', "it's", 'ü/☃', 'b64.x', ''])(
    'carries %j through safe text',
    (text) => {
      const safe = toSafeText(text);
      expect(safe).toMatch(/^[A-Za-z0-9_:.-]*$/);
      expect(fromSafeText(safe)).toBe(text);
    },
  );
});
