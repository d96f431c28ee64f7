// The shared budget: never more than the limit in any rolling minute, and not much less when there is work.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../../functions/core/store/memory-store.ts';
import { createCallBudget, type Priority } from '../../../functions/core/work/call-budget.ts';
import { seededRandom } from '../steps/world.ts';

const LIMIT = 100;

/** Instances that call as fast as they may, for a time; answers when each call was made. */
async function callFor(
  durationMs: number,
  priorities: readonly Priority[],
  seed: number,
  gapMs: number,
): Promise<number[]> {
  let now = 1_795_000_000_000 + (seed % 1_000);
  const end = now + durationMs;
  const store = createMemoryStore(async (_call, apply) => {
    for (let turn = 0; turn < seed % 3; turn += 1) await Promise.resolve();
    return apply();
  });
  const calls: number[] = [];
  const sleepers: { at: number; wake: () => void }[] = [];
  const sleepUntil = (at: number) =>
    new Promise<void>((wake) => {
      sleepers.push({ at, wake });
    });
  const random = seededRandom(seed);
  const instances = priorities.map(async (priority) => {
    const budget = createCallBudget(
      { store, clock: { now: () => now }, random, pause: (ms) => sleepUntil(now + ms) },
      { installation: 'inst-1', name: 'finance', perMinute: LIMIT, priority },
    );
    while (now < end) {
      const leave = await budget.take();
      if (leave.ok) calls.push(now);
      const waitMs = leave.ok ? gapMs * random.fraction() : (leave.problem.retryAfterMs ?? 1_000);
      await sleepUntil(now + Math.ceil(waitMs));
    }
  });
  let running = instances.length;
  for (const instance of instances) {
    void instance.then(() => {
      running -= 1;
    });
  }
  while (running > 0) {
    for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
    sleepers.sort((a, b) => a.at - b.at);
    const next = sleepers.shift();
    if (next === undefined) continue;
    now = Math.max(now, next.at);
    next.wake();
  }
  return calls.sort((a, b) => a - b);
}

function mostInAMinute(calls: readonly number[]): number {
  let most = 0;
  let first = 0;
  calls.forEach((at, index) => {
    while ((calls[first] ?? 0) <= at - 60_000) first += 1;
    most = Math.max(most, index - first + 1);
  });
  return most;
}

describe('the call budget', () => {
  it('never lets more than 100 calls into any minute, whoever calls when', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom<Priority>('person', 'live', 'backfill'), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 1, max: 2_000 }),
        async (priorities, seed, gapMs) => {
          const calls = await callFor(150_000, priorities, seed, gapMs);
          expect(mostInAMinute(calls)).toBeLessThanOrEqual(LIMIT);
        },
      ),
      { numRuns: 40, seed: 7 },
    );
  });

  it('uses 95 of 100 calls a minute and more when several instances have work for people', async () => {
    const calls = await callFor(240_000, ['person', 'person', 'person'], 11, 10);
    expect(calls.length / 4).toBeGreaterThanOrEqual(95);
  });

  it('leaves calls for people when the backfill could use them all', async () => {
    const calls = await callFor(130_000, ['backfill'], 5, 10);
    expect(mostInAMinute(calls)).toBeLessThanOrEqual(60);
  });

  it('stops all instances for as long as the other side asks', async () => {
    const now = 1_795_000_000_000;
    const store = createMemoryStore();
    const make = (priority: Priority) =>
      createCallBudget(
        { store, clock: { now: () => now }, random: seededRandom(1), pause: async () => {} },
        { installation: 'inst-1', name: 'finance', perMinute: LIMIT, priority },
      );
    await make('live').pause(3_600_000);
    const answer = await make('person').take();
    expect(answer).toMatchObject({
      ok: false,
      problem: { code: 'zoho-busy', retryAfterMs: 3_600_000 },
    });
  });
});
