// The whole back end under many seeds: nothing lost, nothing twice; and the proof that the simulation can fail.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { plantedBugs } from './planted-bugs.ts';
import { simulateWorld } from './world.ts';

const WORLDS = 2_000;
const RUN_MAX_MS = 170_000;
/** A planted bug must show within so many worlds. */
const WORLDS_TO_FIND = 400;

function simulate(...args: readonly string[]) {
  const command = fileURLToPath(new URL('simulate.ts', import.meta.url));
  const { stdout, status } = spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' });
  return { lines: stdout.trimEnd().split('\n'), status };
}

describe(`${WORLDS} worlds of faults`, () => {
  let run: ReturnType<typeof simulate>;
  beforeAll(() => {
    run = simulate('--seeds', String(WORLDS), '--from', '1', '--coverage');
  }, RUN_MAX_MS);

  it('heal without losing or doubling anything', () => {
    const said = run.lines.filter((line) => !/^\d+\t/.test(line));
    expect(said).toEqual([`${WORLDS} worlds, 0 failed`]);
    expect(run.status).toBe(0);
  });

  it('know every kind of trouble', () => {
    const counted = run.lines.filter((line) => /^\d+\t/.test(line));
    expect(counted.length).toBeGreaterThan(100);
    expect(counted.filter((line) => line.startsWith('0\t'))).toEqual([]);
  });
});

describe('worlds that fail', () => {
  const args = ['--seeds', '45', '--from', '1', '--plant', 'dedupe-on-trace-id'];
  let run: ReturnType<typeof simulate>;
  beforeAll(() => {
    run = simulate(...args, '--jobs', '2');
  }, RUN_MAX_MS);

  it('say how each is played again', () => {
    const line = /^npm run simulate -- (--seeds 1 --from \d+ .*--trace) {2}# (.*)$/;
    const [, again = '', finding = ''] = line.exec(run.lines[0] ?? '') ?? [];
    expect(run.lines.at(-1)).toBe(`45 worlds, ${run.lines.length - 1} failed`);
    expect(run.status).toBe(1);
    const replay = simulate(...again.split(' '));
    const found = finding.replace(/ \(and \d+ more\)$/, '');
    expect(found).not.toBe('');
    expect(replay.lines).toContain(`violation: ${found}`);
    expect(replay.status).toBe(1);
  });

  it('are told in the order of their seeds, however many threads there are', () => {
    expect(simulate(...args, '--jobs', '1').lines).toEqual(run.lines);
  });
});

it('replays a world exactly from its seed', async () => {
  const first = await traced(7);
  expect(await traced(7)).toEqual(first);
  expect(first.length).toBeGreaterThan(1_000);
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
