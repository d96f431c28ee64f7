// The shared budget: never more than the limit in any rolling minute, and not much less when there is work.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Priority } from '../../../functions/core/work/call-budget.ts';
import { mostInAMinute, runLoad } from './budget-world.ts';

const LIMIT = 100;
const one = (priority: Priority) => ({ priority, lanes: 1 });

describe('the call budget', () => {
  it('never lets more than 100 calls into any minute, whoever calls when and for how long', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          callers: fc.array(
            fc.record({
              priority: fc.constantFrom<Priority>('person', 'live', 'backfill'),
              lanes: fc.integer({ min: 1, max: 4 }),
            }),
            { minLength: 1, maxLength: 4 },
          ),
          seed: fc.integer({ min: 1, max: 100_000 }),
          gapMs: fc.integer({ min: 1, max: 2_000 }),
          callMs: fc.integer({ min: 0, max: 3_000 }),
        }),
        async (load) => {
          const { calls, mostLiveAtOnce } = await runLoad({ ...load, durationMs: 150_000 });
          expect(mostInAMinute(calls)).toBeLessThanOrEqual(LIMIT);
          expect(mostLiveAtOnce).toBeLessThanOrEqual(4);
        },
      ),
      { numRuns: 40, seed: 7 },
    );
  });

  it.each<[Priority, number]>([
    ['person', 3],
    ['live', 1],
    ['live', 3],
  ])(
    'uses 95 of 100 calls a minute and more for %s work in %i instances',
    async (priority, count) => {
      const callers = Array.from({ length: count }, () => ({ priority, lanes: 4 }));
      const load = { callers, seed: 11, gapMs: 10, callMs: 200, durationMs: 300_000 };
      const { calls } = await runLoad(load);
      expect(mostInAMinute(calls)).toBeLessThanOrEqual(LIMIT);
      // The first minute begins with a full budget: what lasts is counted after it.
      const later = calls.filter((at) => at - (calls[0] ?? 0) >= 60_000);
      expect(later.length / 4).toBeGreaterThanOrEqual(95);
    },
  );

  it('leaves calls for people when the backfill could use them all', async () => {
    const load = { callers: [one('backfill')], seed: 5, gapMs: 10, callMs: 0, durationMs: 130_000 };
    const { calls } = await runLoad(load);
    expect(mostInAMinute(calls)).toBeLessThanOrEqual(60);
  });

  it('costs a round trip a call where the limit binds, and a quarter of one where it does not', async () => {
    const worker = [{ priority: 'live', lanes: 4 }] as const;
    const load = { callers: worker, seed: 3, callMs: 400, durationMs: 240_000 };
    const full = await runLoad({ ...load, gapMs: 10 });
    const calm = await runLoad({ ...load, gapMs: 10_000 });
    expect(full.trips / full.calls.length).toBeLessThan(1.2);
    expect(calm.calls.length).toBeGreaterThan(150);
    expect(calm.trips / calm.calls.length).toBeLessThan(0.3);
  });
});
