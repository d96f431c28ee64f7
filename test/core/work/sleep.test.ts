// A run that goes to sleep while what it waits for happens: woken at once, or soon after a crash in between.
import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../../functions/core/store/memory-store.ts';
import { claimRun, selectDue } from '../../../functions/core/work/lease.ts';
import { makeDue, runKey, sleep, startRun } from '../../../functions/core/work/runs.ts';
import { INSTALLATION } from '../steps/fake-transactions.ts';
import { seededRandom } from '../steps/world.ts';

const HOUR_MS = 3_600_000;
const LIGHT_MS = 10 * 60_000;
const NOW = 1_000_000;
const KEY = runKey(INSTALLATION, 'f', 'a');

async function awake() {
  const ports = { store: createMemoryStore(), clock: { now: () => NOW }, random: seededRandom(1) };
  const asked = { installation: INSTALLATION, flow: 'f', flowVersion: 1, subject: 'a' };
  await startRun(ports, { ...asked, lane: 'lane-1', input: {} });
  const [due] = await selectDue(ports, 'Runs', 1);
  const run = due && (await claimRun(ports, due));
  if (run === undefined) throw new Error('a run that was just started is free');
  const dueAt = async () => (await ports.store.find('Runs', 'run_key', KEY))?.due_at;
  return { ports, run, dueAt };
}

const cases: readonly [string, number, () => Promise<boolean>, number][] = [
  ['nothing happened: until its time', 6 * HOUR_MS, async () => false, NOW + 6 * HOUR_MS],
  ['nothing happened, a short sleep', LIGHT_MS / 2, async () => false, NOW + LIGHT_MS / 2],
  ['it happened while the run was awake: now', 6 * HOUR_MS, async () => true, NOW],
];

describe('a sleeping run is due', () => {
  it.each(cases)('%s', async (_what, ms, hasMissed, expected) => {
    const { ports, run, dueAt } = await awake();
    await sleep(ports, run, NOW + ms, hasMissed);
    expect(await dueAt()).toBe(expected);
  });

  it('within minutes when its function dies before it has looked', async () => {
    const { ports, run, dueAt } = await awake();
    const dies = () => Promise.reject(new Error('killed'));
    await expect(sleep(ports, run, NOW + 6 * HOUR_MS, dies)).rejects.toThrow('killed');
    expect(await dueAt()).toBe(NOW + LIGHT_MS);
  });

  it('now when somebody wakes it between the look and the long sleep', async () => {
    const { ports, run, dueAt } = await awake();
    await sleep(ports, run, NOW + 6 * HOUR_MS, async () => {
      await makeDue(ports, KEY);
      return false;
    });
    expect(await dueAt()).toBe(NOW);
  });
});
