// How much of Zoho's 100 calls a minute several instances use together, on simulated time.
import type { Random } from '../../functions/core/ports/platform.ts';
import { createMemoryStore } from '../../functions/core/store/memory-store.ts';
import type { Priority } from '../../functions/core/work/budget-plan.ts';
import { createCallBudget } from '../../functions/core/work/call-budget.ts';
import { atLeast, atMost, type Finding } from './finding.ts';
import { digits } from './statistics.ts';

/** Books API introduction, "API Call Limit". */
const PER_MINUTE = 100;
const AT_ONCE = 10;
const USED_MIN = 95;
const MINUTE_MS = 60_000;
const MINUTES = 10;
/** How long a call takes, and how much of that it is on its way. */
const CALL_MS = { least: 150, most: 900 } as const;
const STARTS_AT = 1_800_000_000_000;

const companies: readonly (readonly [what: string, instances: readonly Priority[]])[] = [
  ['one worker', ['live']],
  ['three workers', ['live', 'live', 'live']],
  ['two workers and a person', ['live', 'live', 'person']],
];

/** Each with more to do than the minute allows, all the time. */
export async function measureSharedBudget(): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [what, instances] of companies) {
    const arrivals = await callAsMayBe(instances);
    const most = mostInAMinute(arrivals);
    // The first minute is used up at once; what counts is how it goes on.
    const average = arrivals.filter((at) => at >= STARTS_AT + MINUTE_MS).length / (MINUTES - 1);
    const calls = `${arrivals.length} in ${MINUTES} minutes`;
    findings.push(
      atMost(
        { what: `calls in any rolling minute, ${what}`, measured: `${most}`, baseline: calls },
        most,
        PER_MINUTE,
        '',
      ),
      atLeast({ what: '  on average a minute', measured: digits(average) }, average, USED_MIN, ''),
    );
  }
  return findings;
}

/** @returns when the calls arrived at the other side, in order. */
async function callAsMayBe(instances: readonly Priority[]): Promise<number[]> {
  const time = createSimulatedTime(STARTS_AT);
  const random = createRandom();
  const store = createMemoryStore();
  const arrivals: number[] = [];
  const ends = STARTS_AT + MINUTES * MINUTE_MS;
  const workers = instances.flatMap((priority) => {
    const budget = createCallBudget(
      { store, clock: time, random, pause: time.pause },
      {
        installation: 'bench',
        name: 'finance',
        product: 'Zoho Books',
        perMinute: PER_MINUTE,
        atOnce: AT_ONCE,
        priority,
      },
    );
    // As many side by side as the worker works on.
    return Array.from({ length: 4 }, async () => {
      while (time.now() < ends) {
        const leave = await budget.take();
        if (!leave.ok) {
          await time.pause(leave.problem.retryAfterMs ?? 1_000);
          continue;
        }
        const [byte = 0] = random.bytes(1);
        const callMs = CALL_MS.least + Math.floor(((CALL_MS.most - CALL_MS.least) * byte) / 256);
        await time.pause(callMs / 2);
        arrivals.push(time.now());
        await time.pause(callMs / 2);
        leave.value.end();
      }
    });
  });
  await time.run(workers);
  return arrivals.filter((at) => at < ends).toSorted((a, b) => a - b);
}

/** The most calls that any window of a minute holds. */
function mostInAMinute(arrivals: readonly number[]): number {
  let most = 0;
  let from = 0;
  arrivals.forEach((at, index) => {
    while ((arrivals[from] ?? at) <= at - MINUTE_MS) from += 1;
    most = Math.max(most, index - from + 1);
  });
  return most;
}

/** A clock that stands still until everybody waits, and then jumps to whoever wakes first. */
function createSimulatedTime(startsAt: number) {
  let now = startsAt;
  const sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  return {
    now: () => now,
    pause: (ms: number) =>
      new Promise<void>((wake) => {
        sleepers.push({ at: now + Math.max(1, Math.ceil(ms)), wake });
      }),
    async run(work: readonly Promise<unknown>[]): Promise<void> {
      let running = true;
      void Promise.all(work).finally(() => {
        running = false;
      });
      while (running) {
        // All that can go on without time passing has gone on when the microtasks are through.
        await new Promise((resolve) => setImmediate(resolve));
        sleepers.sort((a, b) => a.at - b.at);
        const next = sleepers.shift();
        if (next === undefined) continue;
        now = Math.max(now, next.at);
        next.wake();
      }
      await Promise.all(work);
    },
  };
}

/** Numbers that look random and are the same each time (a linear congruential generator). */
function createRandom(): Random {
  let state = 1;
  return {
    bytes: (count) =>
      Uint8Array.from({ length: count }, () => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return state >>> 24;
      }),
  };
}
