// The proof that the simulation can fail: bugs on purpose are found, and a world that failed is played again from its seed.
import { beforeAll, describe, expect, it } from 'vitest';
import { type PlantedBug, plantedBugs } from './planted-bugs.ts';
import { simulate } from './run-command.ts';
import { simulateWorld } from './world.ts';

/** A run that hangs, on however slow a machine. */
const RUN_MAX_MS = 900_000;
/** A planted bug must show within so many worlds. */
const WORLDS_TO_FIND = 400;

describe('worlds that fail', () => {
  const args = ['--seeds', '30', '--from', '1', '--plant', 'timeout-means-failed'];
  let run: ReturnType<typeof simulate>;
  beforeAll(() => {
    run = simulate(...args, '--jobs', '2');
  }, RUN_MAX_MS);

  it('say how each is played again', () => {
    const line = /^npm run simulate -- (--seeds 1 --from \d+ .*--trace) {2}# (.*)$/;
    const [, again = '', finding = ''] = line.exec(run.lines[0] ?? '') ?? [];
    expect(run.lines.at(-1)).toBe(`30 worlds, ${run.lines.length - 1} failed`);
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

/** Shortly before the first world that shows it: what few worlds show is not looked for from the first one on. */
const searchFrom: Partial<Record<PlantedBug, number>> = {
  'any-confirmation-counts': 185,
  'approval-not-claimed': 65,
  'invoice-read-once': 20,
};

describe('a bug on purpose is found', () => {
  it.each(plantedBugs)('%s', async (planted) => {
    const from = searchFrom[planted] ?? 1;
    for (let seed = from; seed < from + WORLDS_TO_FIND; seed += 1) {
      const { violations } = await simulateWorld(seed, { planted });
      if (violations.length > 0) return;
    }
    expect.fail(`${WORLDS_TO_FIND} worlds did not show it`);
  });
});
