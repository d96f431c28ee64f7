// One budget, step by step: round trips, the day's calls and who they are kept for, pauses, places, alarms.
import { describe, expect, it } from 'vitest';
import type { InstallationId } from '../../../functions/core/domain/ids.ts';
import { StoreFailure } from '../../../functions/core/ports/store.ts';
import { createMemoryStore } from '../../../functions/core/store/memory-store.ts';
import { openAlarms } from '../../../functions/core/work/alarms.ts';
import {
  type BudgetOptions,
  createCallBudget,
  type Priority,
} from '../../../functions/core/work/call-budget.ts';
import { seededRandom } from '../steps/world.ts';
import { options, START_MS } from './budget-world.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

function setUp(own: Partial<BudgetOptions> = {}) {
  const time = { ms: START_MS };
  const trips: string[] = [];
  const store = createMemoryStore(async ({ operation, table }, apply) => {
    if (store.broken) throw new StoreFailure('unreachable', 'the store did not answer');
    trips.push(`${operation} ${table}`);
    return apply();
  }) as ReturnType<typeof createMemoryStore> & { broken?: boolean };
  const random = seededRandom(1);
  const pauses: number[] = [];
  const pause = async (ms: number) => {
    pauses.push(ms);
    time.ms += ms;
  };
  const make = (priority: Priority = 'live') =>
    createCallBudget(
      { store, clock: { now: () => time.ms }, random, pause },
      { ...options, ...own, priority },
    );
  const alarms = async () => {
    const open = await openAlarms(store, options.installation as InstallationId);
    return open.map((one) => JSON.parse(one.problem ?? '{}') as object);
  };
  return { time, trips, store, make, alarms, pauses };
}

/** Makes calls one after the other; how many there was leave for, and what the first refusal said. */
async function callTimes(budget: ReturnType<typeof createCallBudget>, times: number, cost = 1) {
  for (let made = 0; made < times; made += 1) {
    const leave = await budget.take(cost);
    if (!leave.ok) return { made, problem: leave.problem };
    leave.value.end();
  }
  return { made: times, problem: undefined };
}

describe('round trips', () => {
  it('are one find and one exchange for the first calls of an instance, and none for the next', async () => {
    const { make, trips } = setUp();
    await callTimes(make(), 1);
    trips.length = 0;
    const second = make();
    await callTimes(second, 8);
    expect(trips).toEqual(['find Budgets', 'updateWhere Budgets', 'find Budgets']);
  });

  it('are an update and a read-back for more, and the more are taken at once the busier it is', async () => {
    const { make, trips } = setUp();
    const budget = make();
    await callTimes(budget, 8);
    trips.length = 0;
    await callTimes(budget, 16);
    expect(trips).toEqual(['updateWhere Budgets', 'find Budgets']);
  });

  it('are none while nobody may call', async () => {
    const { make, trips } = setUp();
    const budget = make();
    await budget.pause(HOUR_MS);
    trips.length = 0;
    expect(await callTimes(budget, 1)).toMatchObject({ made: 0 });
    expect(trips).toEqual([]);
  });
});

describe('a pause', () => {
  it('holds up all instances for as long as the other side asks, and one that ends sooner does not shorten it', async () => {
    const { make, time } = setUp();
    await make('live').pause(HOUR_MS);
    await make('live').pause(3_000);
    const answer = { problem: { code: 'zoho-busy', remedy: 'wait', retryAfterMs: HOUR_MS } };
    expect(await make('person').take()).toMatchObject(answer);
    time.ms += HOUR_MS;
    expect(await callTimes(make('person'), 1)).toMatchObject({ made: 1 });
  });

  it('reaches an instance that has calls in hand with its next exchange', async () => {
    const { make } = setUp();
    const [one, other] = [make(), make()];
    await callTimes(one, 1);
    await other.pause(HOUR_MS);
    expect(await callTimes(one, 50)).toMatchObject({ made: 7, problem: { retryAfterMs: HOUR_MS } });
  });

  it('that is short is waited for', async () => {
    const { make, pauses } = setUp();
    const budget = make();
    await budget.pause(3_000);
    expect(await callTimes(budget, 1)).toMatchObject({ made: 1 });
    expect(pauses).toEqual([3_000]);
  });

  it('that is long opens an alarm, which closes with the first call after it', async () => {
    const { make, alarms, time } = setUp();
    await make().pause(60_000);
    expect(await alarms()).toEqual([]);
    await make().pause(HOUR_MS);
    expect(await alarms()).toMatchObject([
      { code: 'zoho-blocked', facts: { product: 'Zoho Books', minutes: '60' } },
    ]);
    time.ms += HOUR_MS;
    await callTimes(make(), 1);
    expect(await alarms()).toEqual([]);
  });
});

describe('the calls of a day', () => {
  const perDay = 40;

  it('end for the backfill first, then for live work, and for people last', async () => {
    const { make } = setUp({ perDay });
    const [backfill, live, person] = [make('backfill'), make('live'), make('person')];
    expect(await callTimes(backfill, 50)).toMatchObject({ made: 32 });
    expect(await callTimes(live, 50)).toMatchObject({
      made: 6,
      problem: { code: 'zoho-busy', retryAfterMs: HOUR_MS },
    });
    expect(await callTimes(person, 50)).toMatchObject({ made: 2 });
  });

  it('are counted over any 24 hours', async () => {
    const { make, time } = setUp({ perDay });
    await callTimes(make('person'), 40);
    time.ms += DAY_MS - 2 * HOUR_MS;
    expect(await callTimes(make('person'), 1)).toMatchObject({ made: 0 });
    time.ms += 4 * HOUR_MS;
    expect(await callTimes(make('person'), 1)).toMatchObject({ made: 1 });
  });

  it('are as many as the other side says, whatever we have counted', async () => {
    const { make, time } = setUp({ perDay: 1_000 });
    const budget = make('person');
    const leave = await budget.take();
    if (leave.ok) leave.value.end({ left: 5, limit: 1_000, resetMs: 2 * HOUR_MS });
    time.ms += 11_000;
    expect(await callTimes(budget, 20)).toMatchObject({ made: 5 });
    expect(await callTimes(make('person'), 1)).toMatchObject({ made: 0 });
    time.ms += 2 * HOUR_MS;
    expect(await callTimes(make('person'), 20)).toMatchObject({ made: 20 });
  });

  it('that are nearly gone open an alarm, which closes when the day is over', async () => {
    const { make, alarms, time } = setUp();
    const budget = make();
    const first = await budget.take();
    if (first.ok) first.value.end({ left: 90, limit: 1_000, resetMs: HOUR_MS });
    time.ms += 11_000;
    await callTimes(budget, 1);
    expect(await alarms()).toMatchObject([
      { code: 'zoho-calls-low', facts: { product: 'Zoho Books' } },
    ]);
    time.ms += HOUR_MS;
    await callTimes(budget, 1);
    expect(await alarms()).toEqual([]);
  });

  it('are credits where a call costs several', async () => {
    const { perMinute: _, ...credits } = options;
    const { make } = setUp({ ...credits, perDay });
    expect(await callTimes(make('person'), 20, 3)).toMatchObject({ made: 13 });
  });
});

describe('calls at the same time', () => {
  it('are held back by an instance’s own places, and go on as soon as one ends', async () => {
    const { make } = setUp();
    const budget = make('live');
    const [one, other] = [await budget.take(), await budget.take()];
    let third = false;
    const waiting = budget.take().then(() => {
      third = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect([one.ok, other.ok, third]).toEqual([true, true, false]);
    if (one.ok) one.value.end();
    await waiting;
    expect(third).toBe(true);
  });

  it('are shared between workers, and a person finds room beside them', async () => {
    const { make } = setUp();
    const workers = [make('live'), make('live'), make('live'), make('live')];
    const leaves = await Promise.all(workers.map((one) => one.take()));
    expect(leaves.filter((one) => one.ok)).toHaveLength(3);
    expect(await make('person').take()).toMatchObject({ ok: true });
  });

  it('come back by themselves when the instance that held them died', async () => {
    const { make, time } = setUp({ atOnce: 1 });
    expect(await make('live').take()).toMatchObject({ ok: true });
    expect(await make('backfill').take()).toMatchObject({ problem: { code: 'zoho-busy' } });
    time.ms += 25_000;
    expect(await make('backfill').take()).toMatchObject({ ok: true });
  });
});

describe('a store that does not answer', () => {
  it('is a problem to try again after, and takes nothing that is not counted', async () => {
    const { make, store } = setUp();
    const budget = make();
    store.broken = true;
    expect(await budget.take()).toEqual({
      ok: false,
      problem: { code: 'store-unavailable', remedy: 'retry' },
    });
    await budget.pause(1_000);
    store.broken = false;
    expect(await callTimes(budget, 1)).toMatchObject({ made: 1 });
  });
});
