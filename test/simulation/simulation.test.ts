// The whole back end under many seeds: nothing lost, nothing twice.
import { beforeAll, describe, expect, it } from 'vitest';
import { simulate } from './run-command.ts';

const WORLDS = 2_000;
/** A run that hangs, on however slow a machine. */
const RUN_MAX_MS = 900_000;

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
