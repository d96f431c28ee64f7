// The whole back end under many seeds: nothing lost, nothing twice; and the proof that the simulation can fail.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { plantedBugs } from './planted-bugs.ts';
import { simulateWorld } from './world.ts';

const WORLDS = 300;
/** A planted bug must show within so many worlds. */
const WORLDS_TO_FIND = 400;

it(`heals ${WORLDS} worlds of faults without losing or doubling anything`, () => {
  const command = fileURLToPath(new URL('simulate.ts', import.meta.url));
  const args = [command, '--seeds', String(WORLDS), '--from', '1'];
  const { stdout, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(stdout.trimEnd().split('\n').at(-1)).toBe(`${WORLDS} worlds, 0 failed`);
  expect(status).toBe(0);
});

it('replays a world exactly from its seed', async () => {
  const runs = await Promise.all([traced(7), traced(7)]);
  expect(runs[0]).toEqual(runs[1]);
  expect(runs[0]?.length).toBeGreaterThan(1_000);
});

async function traced(seed: number): Promise<string> {
  let trace = '';
  await simulateWorld(seed, {
    onTrace: (line) => {
      trace += line;
    },
  });
  return trace;
}

describe('a bug on purpose is found', () => {
  it.each(plantedBugs)('%s', async (planted) => {
    for (let seed = 1; seed <= WORLDS_TO_FIND; seed += 1) {
      const { violations } = await simulateWorld(seed, { planted });
      if (violations.length > 0) return;
    }
    expect.fail(`${WORLDS_TO_FIND} worlds did not show it`);
  });
});
