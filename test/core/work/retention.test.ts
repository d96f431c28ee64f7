// Old finished work is purged in bites; what is unfinished, dead or needed stays, however old.
import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../../functions/core/store/memory-store.ts';
import { schema } from '../../../functions/core/store/schema.ts';
import { NEVER_MS } from '../../../functions/core/work/lease.ts';
import { purgeOld, retention } from '../../../functions/core/work/retention.ts';

const DAY_MS = 24 * 3_600_000;
const NOW = 1_795_000_000_000;
const always = () => true;

function setUp() {
  const time = { ms: NOW };
  const trips: string[] = [];
  const store = createMemoryStore(async ({ operation, table }, apply) => {
    trips.push(`${operation} ${table}`);
    return apply();
  });
  let number = 0;
  const event = (state: string, ageDays: number) => {
    number += 1;
    return store.insert('Inbox', {
      event_key: `i|poll|${number}`,
      installation: 'i',
      source: 'poll',
      event_type: 'x',
      state,
      due_at: NEVER_MS,
      finished_at: NOW - ageDays * DAY_MS,
    });
  };
  const run = async (state: string, ageDays: number, tasks: number) => {
    number += 1;
    const key = `i|flow|${number}`;
    await store.insert('Runs', {
      run_key: key,
      installation: 'i',
      flow: 'flow',
      lane: 'lane',
      lane_lock: key,
      state,
      ...(ageDays < 0 ? {} : { finished_at: NOW - ageDays * DAY_MS }),
    });
    for (let task = 0; task < tasks; task += 1) {
      const taskKey = `${key}|n${task}`;
      await store.insert('Tasks', {
        task_key: taskKey,
        run_key: key,
        installation: 'i',
        node: 'n',
      });
    }
  };
  const count = async (table: 'Inbox' | 'Runs' | 'Tasks') =>
    (await store.select(table, { where: [] })).length;
  const purge = (isTimeLeft = always) =>
    purgeOld({ store, clock: { now: () => time.ms } }, isTimeLeft);
  return { time, trips, store, event, run, count, purge };
}

describe('the purge', () => {
  it('takes announcements that were worked off 90 days ago, no younger and no dead ones', async () => {
    const { event, purge, store } = setUp();
    for (const state of ['done', 'skipped', 'dead']) {
      await event(state, 91);
      await event(state, 89);
    }
    expect(await purge()).toBe(2);
    const left = await store.select('Inbox', { where: [] });
    expect(left.map(({ state }) => state)).toEqual(['done', 'skipped', 'dead', 'dead']);
  });

  it('takes runs with all their results, once no refund and no dispute can need them', async () => {
    const { run, purge, count } = setUp();
    await run('done', 551, 450);
    await run('done', 549, 3);
    await run('waiting', -1, 2);
    await run('dead', 900, 1);
    expect(await purge()).toBe(1);
    expect([await count('Runs'), await count('Tasks')]).toEqual([3, 6]);
  });

  it('takes the fields of a product that has told none for half a year', async () => {
    const { store, purge } = setUp();
    for (const [object, ageDays] of [
      ['invoice', 181],
      ['item', 179],
    ] as const) {
      await store.insert('Catalogs', {
        catalog_key: `i|books|${object}`,
        installation: 'i',
        product: 'books',
        object,
        read_at: NOW - ageDays * DAY_MS,
      });
    }
    expect(await purge()).toBe(1);
    expect(await store.select('Catalogs', { where: [] })).toMatchObject([{ object: 'item' }]);
  });

  it('goes in bites, and past what stays', async () => {
    const { event, purge, count, time } = setUp();
    for (let number = 0; number < 260; number += 1) await event('dead', 200);
    for (let number = 0; number < 260; number += 1) await event('done', 150);
    let looks = 2;
    await purge(() => looks-- > 0);
    for (let turn = 0; turn < 4; turn += 1) {
      time.ms += 3_600_000;
      await purge();
    }
    expect(await count('Inbox')).toBe(260);
  });

  it('looks once an hour, and does not read again what it has passed', async () => {
    const { event, purge, time, trips } = setUp();
    await event('dead', 200);
    await purge();
    trips.length = 0;
    time.ms += 60_000;
    await purge();
    expect(trips).toEqual(['select Cursors']);
    time.ms += 3_600_000;
    trips.length = 0;
    await purge();
    expect(trips.filter((trip) => trip === 'select Inbox')).toHaveLength(1);
  });

  it('finds what is over by an index', () => {
    for (const { table, since } of retention) {
      const column = (schema[table] as Readonly<Record<string, { indexed?: boolean }>>)[since];
      expect([table, column?.indexed]).toEqual([table, true]);
    }
  });
});
