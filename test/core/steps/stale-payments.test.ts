// Payments whose last reading is old: which are read again, how often, and at what cost.
import { beforeEach, describe, expect, it } from 'vitest';
import { announceStalePayments } from '../../../functions/core/steps/poll-transactions.ts';
import { flowThatEnds, libraryWith } from './flow-library-with.ts';
import { HOUR_MS, MINUTE_MS, sale, silent, stateOf } from './polled-company.ts';
import { createWorld, type World } from './world.ts';

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

const polled = () => world.ports.store.select('Inbox', { where: [['source', '=', 'poll']] });

describe('payments whose last reading is old', () => {
  it('are read again once per reading when they are in review', async () => {
    await world.happens({ ...sale, status: 'AUTHORIZED_PENDING_REVIEW' });
    await world.work();
    await world.happens(sale, false);
    world.advance(16 * MINUTE_MS);
    await announceStalePayments(world.ports);
    await announceStalePayments(world.ports);
    expect(await polled()).toHaveLength(1);
    await world.work();
    expect(await stateOf(world, 'p1')).toBe('captured');
  });

  it('are read less and less, and no longer after two months', async () => {
    await world.happens(sale);
    await world.work();
    const readingsIn = async (days: number) => {
      const before = world.calls.filter((call) => call === 'readTransaction').length;
      for (let hour = 0; hour < days * 24; hour += 1) {
        world.advance(HOUR_MS);
        await announceStalePayments(world.ports);
        await world.work();
      }
      return world.calls.filter((call) => call === 'readTransaction').length - before;
    };
    expect(await readingsIn(3)).toBeLessThanOrEqual(12);
    const later = await readingsIn(57);
    expect(later).toBeGreaterThan(10);
    expect(later).toBeLessThanOrEqual(20);
    expect(await readingsIn(10)).toBe(0);
  });

  it('do not keep others from their turn when they can’t be read', async () => {
    for (let each = 0; each < 60; each += 1) {
      await world.happens({ ...sale, id: `p${each}`, reference: '', status: 'PENDING_REVIEW' });
    }
    await world.heal();
    const { readTransaction } = world.company.gateway;
    world.company.gateway.readTransaction = silent;
    world.advance(HOUR_MS);
    for (let minute = 0; minute < 3; minute += 1) {
      await announceStalePayments(world.ports);
      world.advance(MINUTE_MS);
    }
    expect(await polled()).toHaveLength(60);
    world.company.gateway.readTransaction = readTransaction;
  });

  it('cost one read a minute for a whole project that is at rest', async () => {
    storeCalls.length = 0;
    await announceStalePayments(world.ports);
    expect(storeCalls).toEqual(['select Payments']);
  });

  it('are settled when all their captures have gone out, which only the captures say, and start what waits for it', async () => {
    const flows = libraryWith(flowThatEnds({ on: 'payment.settled', once: 'subject' }));
    world = createWorld({ flows });
    const authorization = { ...sale, kind: 'authorization' } as const;
    await world.happens(authorization);
    const capture = { id: 'c1', kind: 'capture', rootId: 'p1', amountMinor: 4_000 } as const;
    await world.happens(capture);
    await world.work();
    expect(await stateOf(world, 'p1')).toBe('captured');
    const { transactions } = world;
    const shown = transactions.get('c1');
    if (shown === undefined) throw new Error('the capture is there');
    transactions.set('c1', { ...shown, status: 'TRANSMITTED' });
    world.advance(7 * HOUR_MS);
    await announceStalePayments(world.ports);
    await world.work();
    expect(await stateOf(world, 'p1')).toBe('settled');
    const noticed = await world.ports.store.select('Runs', { where: [['flow', '=', 'noticed']] });
    expect(noticed).toMatchObject([{ state: 'done' }]);
    const calls = world.calls.length;
    for (let look = 0; look < 4; look += 1) {
      world.advance(7 * HOUR_MS);
      await announceStalePayments(world.ports);
      await world.work();
    }
    // The reading that was due already, and none after it.
    expect(world.calls.slice(calls)).toEqual(['readTransaction']);
  });
});
