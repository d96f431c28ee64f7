// Several workers at the same due rows: each row is worked on once, at few asked in vain, and no lane stays behind.
import { describe, expect, it } from 'vitest';
import { drainBatch } from '../../../functions/core/steps/drain-batch.ts';
import { createMemoryStore } from '../../../functions/core/store/memory-store.ts';
import type { Row } from '../../../functions/core/store/schema.ts';
import { claimRun, LEASE_MS, release } from '../../../functions/core/work/lease.ts';
import { startRun } from '../../../functions/core/work/runs.ts';
import { INSTALLATION } from './fake-transactions.ts';
import { seededRandom } from './world.ts';

const WORKERS = 4;

function createWorld() {
  let now = 1_000_000;
  const ports = {
    store: createMemoryStore(),
    clock: { now: () => now },
    random: seededRandom(1),
    advance: (ms: number) => {
      now += ms;
    },
  };
  const counts = { worked: 0, inVain: 0 };
  const start = (subject: string, lane: string) =>
    startRun(ports, {
      installation: INSTALLATION,
      flow: 'f',
      flowVersion: 1,
      subject,
      lane,
      input: {},
    });
  async function takeUp(run: Row<'Runs'>): Promise<boolean> {
    const mine = await claimRun(ports, run);
    counts[mine === undefined ? 'inVain' : 'worked'] += 1;
    if (mine === undefined) return false;
    // As long as a few calls to the outside.
    for (let call = 0; call < 20; call += 1) await Promise.resolve();
    await release(ports, 'Runs', mine, { state: 'done' });
    return true;
  }
  const drain = () =>
    drainBatch(ports, 'Runs', Number.MAX_SAFE_INTEGER, { groupOf: ({ lane }) => lane, takeUp });
  return { ports, counts, start, drain };
}

describe('a batch of due rows', () => {
  it('is shared by workers that are woken together, each of whom asks little in vain', async () => {
    const { counts, start, drain } = createWorld();
    for (let index = 0; index < 48; index += 1) await start(`${index}`, `lane-${index}`);
    const done = await Promise.all(Array.from({ length: WORKERS }, drain));
    expect(counts.worked).toBe(48);
    expect(done.reduce((sum, { worked }) => sum + worked, 0)).toBe(48);
    // One after the other through the same list, each would ask for all 48.
    expect(counts.inVain).toBeLessThan(48);
  });

  it('begins with the run whose worker died, though all others of its lane are older', async () => {
    const { ports, counts, start, drain } = createWorld();
    await start('first', 'lane');
    const [first] = await ports.store.select('Runs', { where: [['lane', '=', 'lane']] });
    if (first === undefined) throw new Error('one is there');
    await claimRun(ports, first);
    for (let index = 0; index < 60; index += 1) await start(`${index}`, 'lane');
    ports.advance(LEASE_MS + 1);
    expect((await drain()).worked).toBe(51);
    expect((await drain()).worked).toBe(10);
    expect(counts).toEqual({ worked: 61, inVain: 0 });
  });

  it('is left when its time is over', async () => {
    const { ports, counts, start } = createWorld();
    await start('a', 'lane');
    const takeUp = async () => {
      counts.worked += 1;
      return true;
    };
    const work = { groupOf: ({ lane }: Row<'Runs'>) => lane, takeUp };
    expect(await drainBatch(ports, 'Runs', ports.clock.now(), work)).toEqual({
      full: false,
      worked: 0,
    });
    expect(counts.worked).toBe(0);
  });
});
