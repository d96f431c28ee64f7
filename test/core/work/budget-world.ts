// Function instances that share a budget, under a clock that jumps from one thing to the next.
import { createMemoryStore } from '../../../functions/core/store/memory-store.ts';
import {
  type BudgetOptions,
  createCallBudget,
  type Priority,
} from '../../../functions/core/work/call-budget.ts';
import { seededRandom } from '../steps/world.ts';

export const START_MS = 1_795_000_000_000;

export const options = {
  installation: 'inst-1',
  name: 'finance',
  product: 'Zoho Books',
  perMinute: 100,
  atOnce: 5,
} as const;

interface Caller {
  readonly priority: Priority;
  /** Calls that it makes side by side. */
  readonly lanes: number;
}

export interface Load {
  readonly callers: readonly Caller[];
  readonly durationMs: number;
  readonly seed: number;
  /** The longest pause between two calls of a lane, and the longest that a call takes. */
  readonly gapMs: number;
  readonly callMs: number;
  readonly options?: Partial<BudgetOptions>;
  /** Told of each call that begins; what the other side answers is left. */
  readonly onCall?: (
    atMs: number,
    priority: Priority,
  ) => { left: number; resetMs?: number } | undefined;
}

export interface LoadReport {
  /** When each call began, in order. */
  readonly calls: readonly number[];
  readonly callsOf: Readonly<Record<Priority, number>>;
  /** The most calls under way at once of workers, and of all. */
  readonly mostLiveAtOnce: number;
  readonly trips: number;
}

/** All callers call as fast as they may, for a time. */
export async function runLoad(load: Load): Promise<LoadReport> {
  let now = START_MS + (load.seed % 1_000);
  const end = now + load.durationMs;
  let trips = 0;
  const store = createMemoryStore(async (_call, apply) => {
    trips += 1;
    for (let turn = 0; turn < load.seed % 3; turn += 1) await Promise.resolve();
    return apply();
  });
  const random = seededRandom(load.seed);
  const sleepers: { at: number; wake: () => void }[] = [];
  const sleep = (ms: number) =>
    new Promise<void>((wake) => {
      sleepers.push({ at: now + Math.ceil(ms), wake });
    });
  const calls: number[] = [];
  const callsOf = { person: 0, live: 0, backfill: 0 };
  let live = 0;
  let mostLiveAtOnce = 0;

  async function lane(budget: ReturnType<typeof createCallBudget>, priority: Priority) {
    while (now < end) {
      const leave = await budget.take();
      if (!leave.ok) {
        await sleep(leave.problem.retryAfterMs ?? 1_000);
        continue;
      }
      calls.push(now);
      callsOf[priority] += 1;
      const told = load.onCall?.(now, priority);
      const isLive = priority !== 'person';
      if (isLive) live += 1;
      mostLiveAtOnce = Math.max(mostLiveAtOnce, live);
      if (load.callMs > 0) await sleep(load.callMs * random.fraction());
      if (isLive) live -= 1;
      leave.value.end(told);
      if (load.gapMs > 0) await sleep(load.gapMs * random.fraction());
    }
  }

  const lanes = load.callers.flatMap(({ priority, lanes: count }) => {
    const ports = { store, clock: { now: () => now }, random, pause: sleep };
    const budget = createCallBudget(ports, { ...options, ...load.options, priority });
    return Array.from({ length: count }, () => lane(budget, priority));
  });
  let running = lanes.length;
  for (const one of lanes) {
    void one.then(() => {
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
  return { calls, callsOf, mostLiveAtOnce, trips };
}

export function mostInAMinute(calls: readonly number[]): number {
  let most = 0;
  let first = 0;
  calls.forEach((at, index) => {
    while ((calls[first] ?? 0) <= at - 60_000) first += 1;
    most = Math.max(most, index - first + 1);
  });
  return most;
}
