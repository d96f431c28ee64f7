// The poll of transactions: lost webhooks, paging, clocks and indexes that lag, and what it costs.
import { beforeEach, describe, expect, it } from 'vitest';
import type { TransactionSearch } from '../../../functions/core/ports/gateway.ts';
import { isAnyPollDue, pollTransactions } from '../../../functions/core/steps/poll-transactions.ts';
import { readAllCursors } from '../../../functions/core/work/cursors.ts';
import { INSTALLATION, MERCHANT } from './fake-transactions.ts';
import {
  alarms,
  connect,
  HOUR_MS,
  MINUTE_MS,
  poll,
  sale,
  silent,
  stateOf,
} from './polled-company.ts';
import { createWorld, START_MS, type World } from './world.ts';

let world: World;
let storeCalls: string[];

beforeEach(() => {
  storeCalls = [];
  world = createWorld({
    intercept: async ({ operation, table }, apply) => {
      storeCalls.push(`${operation} ${table}`);
      return apply();
    },
  });
  world.places('1001', 4_000);
});

const cursorOf = async (name: string) =>
  (await readAllCursors(world.ports.store, [INSTALLATION])).get(INSTALLATION)?.get(name);
const polled = () => world.ports.store.select('Inbox', { where: [['source', '=', 'poll']] });

describe('the poll of transactions', () => {
  it('heals a day of lost webhooks within one poll', async () => {
    for (let hour = 0; hour < 450; hour += 1) {
      const submittedAt = START_MS - 2 * MINUTE_MS - hour * 3 * MINUTE_MS;
      await world.happens({ ...sale, id: `p${hour}`, reference: '', submittedAt }, false);
    }
    await poll(world);
    await world.heal();
    const { store } = world.ports;
    for (const half of ['<', '>='] as const) {
      const middle = START_MS - 2 * MINUTE_MS - 200 * 3 * MINUTE_MS;
      const rows = await store.select('Payments', {
        where: [
          ['state', '=', 'captured'],
          ['submitted_at', half, middle],
        ],
      });
      expect(rows).toHaveLength(half === '<' ? 249 : 201);
    }
  });

  it('finds all of a thousand that came in at the same millisecond', async () => {
    for (let each = 0; each < 1_000; each += 1) {
      await world.happens({ ...sale, id: `p${each}`, reference: '' }, false);
    }
    await poll(world);
    const found = new Set<string>();
    for (let each = 0; each < 1_000; each += 250) {
      const keys = Array.from({ length: 250 }, (_, index) => `p${each + index}`);
      const rows = await world.ports.store.select('Inbox', { where: [['subject', 'in', keys]] });
      for (const row of rows) found.add(row.subject ?? '');
    }
    expect(found.size).toBe(1_000);
  });

  it('asks for what is new only, and writes nothing for what is known', async () => {
    await world.happens(sale);
    await world.work();
    await poll(world);
    expect(await polled()).toEqual([]);
  });

  it('is complete up to ten minutes ago, by the gateway’s clock where that is behind ours', async () => {
    await poll(world);
    expect((await cursorOf(`transactions|${MERCHANT}`))?.position).toBe(START_MS - 10 * MINUTE_MS);
    const { searchTransactions } = world.company.gateway;
    world.company.gateway.searchTransactions = async (search) => {
      const found = await searchTransactions(search);
      return found.ok ? { ok: true, value: { ...found.value, at: START_MS - HOUR_MS } } : found;
    };
    world.advance(5 * MINUTE_MS);
    await poll(world);
    // It never goes back either: what was complete stays so.
    expect((await cursorOf(`transactions|${MERCHANT}`))?.position).toBe(START_MS - 10 * MINUTE_MS);
  });

  it('misses nothing when our clock is an hour ahead', async () => {
    const lag = HOUR_MS;
    const { searchTransactions } = world.company.gateway;
    const asked: TransactionSearch[] = [];
    world.company.gateway.searchTransactions = async (search) => {
      asked.push(search);
      const found = await searchTransactions(search);
      const at = world.ports.clock.now() - lag;
      return found.ok ? { ok: true, value: { ...found.value, at } } : found;
    };
    await poll(world);
    world.advance(6 * MINUTE_MS);
    await world.happens({ ...sale, submittedAt: START_MS - lag + MINUTE_MS }, false);
    await poll(world);
    await world.work();
    expect(await stateOf(world, 'p1')).toBe('captured');
  });

  it('misses nothing that the index shows eight minutes late', async () => {
    const { searchTransactions } = world.company.gateway;
    world.company.gateway.searchTransactions = async (search) => {
      const all = await searchTransactions(search);
      if (!all.ok) return all;
      const seen = world.ports.clock.now() - 8 * MINUTE_MS;
      const found = all.value.found.filter((one) => one.submittedAt <= seen);
      return { ok: true, value: { found, total: found.length } };
    };
    await world.happens({ ...sale, submittedAt: START_MS }, false);
    for (let minute = 0; minute < 12; minute += 1) {
      await poll(world);
      world.advance(MINUTE_MS);
    }
    await world.work();
    expect(await stateOf(world, 'p1')).toBe('captured');
  });

  it('leaves a fresh transaction to its webhook for a minute', async () => {
    await world.happens({ ...sale, submittedAt: START_MS - 10_000 }, false);
    await poll(world);
    expect(await polled()).toEqual([]);
    world.advance(5 * MINUTE_MS);
    await poll(world);
    expect(await polled()).toHaveLength(1);
  });

  it('keeps what it has read when the gateway fails half-way, and reads on from there', async () => {
    for (let each = 0; each < 250; each += 1) {
      const submittedAt = START_MS - 20 * HOUR_MS + each * MINUTE_MS;
      await world.happens({ ...sale, id: `p${each}`, reference: '', submittedAt }, false);
    }
    const { searchTransactions } = world.company.gateway;
    world.company.gateway.searchTransactions = async (search) =>
      (search.offset ?? 0) > 0 ? silent() : searchTransactions(search);
    await poll(world);
    const reached = START_MS - 20 * HOUR_MS + 199 * MINUTE_MS;
    expect((await cursorOf(`transactions|${MERCHANT}`))?.position).toBe(reached);
    world.company.gateway.searchTransactions = searchTransactions;
    world.advance(5 * MINUTE_MS);
    await poll(world);
    expect(await polled()).toHaveLength(250);
  });

  it('is made each five minutes, and each minute while nobody else announces anything', async () => {
    await connect(world);
    const searches = () => world.calls.filter((call) => call === 'searchTransactions').length;
    const minutes = async (count: number) => {
      const before = searches();
      for (let minute = 0; minute < count; minute += 1) {
        world.advance(MINUTE_MS);
        await poll(world);
      }
      return searches() - before;
    };
    await poll(world);
    expect(await minutes(20)).toBe(4);
    await world.happens({ ...sale, submittedAt: START_MS + 18 * MINUTE_MS }, false);
    await minutes(5);
    expect(await polled()).toHaveLength(1);
    expect(await minutes(20)).toBe(20);
    await minutes(60);
    expect(await minutes(20)).toBe(4);
  });

  it('costs nothing in a minute in which it is not due', async () => {
    await poll(world);
    const cursors = (await readAllCursors(world.ports.store, [INSTALLATION])).get(INSTALLATION);
    if (cursors === undefined) throw new Error('the poll has moved a cursor');
    world.advance(MINUTE_MS);
    expect(isAnyPollDue(cursors, world.ports.clock.now())).toBe(false);
    storeCalls.length = 0;
    world.calls.length = 0;
    await pollTransactions(world.ports, world.company, MERCHANT, cursors);
    expect([storeCalls, world.calls]).toEqual([[], []]);
    world.advance(4 * MINUTE_MS);
    expect(isAnyPollDue(cursors, world.ports.clock.now())).toBe(true);
    await pollTransactions(world.ports, world.company, MERCHANT, cursors);
    expect([storeCalls, world.calls]).toEqual([['update Cursors'], ['searchTransactions']]);
  });

  it('opens an alarm when it has not come through for an hour, and closes it', async () => {
    await connect(world);
    await poll(world);
    const { searchTransactions } = world.company.gateway;
    world.company.gateway.searchTransactions = silent;
    world.advance(30 * MINUTE_MS);
    await poll(world);
    expect((await alarms(world)).alarms).toEqual([]);
    world.advance(HOUR_MS);
    await poll(world);
    expect((await alarms(world)).alarms).toMatchObject([
      { subject: MERCHANT, problem: { code: 'gateway-unavailable' } },
    ]);
    world.company.gateway.searchTransactions = searchTransactions;
    world.advance(5 * MINUTE_MS);
    await poll(world);
    expect((await alarms(world)).alarms).toEqual([]);
  });

  it('does not move the cursor when the gateway does not answer', async () => {
    world.company.gateway.searchTransactions = silent;
    await poll(world);
    expect(await cursorOf(`transactions|${MERCHANT}`)).toBeUndefined();
  });
});
