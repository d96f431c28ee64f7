// The poll of review decisions, with its gap of 24 hours, and up to when each source is complete.
import { beforeEach, describe, expect, it } from 'vitest';
import type { GatewayId } from '../../../functions/core/domain/ids.ts';
import { pollDecisions } from '../../../functions/core/steps/poll-decisions.ts';
import { pollDisputes } from '../../../functions/core/steps/record-disputes.ts';
import { MERCHANT } from './fake-transactions.ts';
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

beforeEach(() => {
  world = createWorld();
  world.places('1001', 4_000);
});

describe('the poll of review decisions', () => {
  const read = () => pollDecisions(world.ports, world.company, MERCHANT);

  it('goes on with a payment whose review was decided without a webhook', async () => {
    await world.happens({ ...sale, status: 'AUTHORIZED_PENDING_REVIEW' }, false);
    // The poll has found it before: that it is decided is news all the same.
    await poll(world);
    await world.work();
    expect(await stateOf(world, 'p1')).toBe('pending-review');
    await world.happens(sale, false);
    world.decided.push('p1' as GatewayId);
    await read();
    await world.work();
    expect(await stateOf(world, 'p1')).toBe('captured');
  });

  it('opens an alarm four hours before decisions fall out of the gateway’s memory', async () => {
    await connect(world);
    await read();
    const { readDecidedReviews } = world.company.gateway;
    world.company.gateway.readDecidedReviews = silent;
    world.advance(19 * HOUR_MS);
    await read();
    expect((await alarms(world)).alarms).toEqual([]);
    world.advance(HOUR_MS);
    await read();
    expect((await alarms(world)).alarms).toMatchObject([
      { subject: MERCHANT, problem: { code: 'decisions-late', facts: { hours: '20' } } },
    ]);
    world.company.gateway.readDecidedReviews = readDecidedReviews;
    // It is over when readings have come in time for a day.
    for (let hour = 0; hour < 24; hour += 1) {
      world.advance(HOUR_MS);
      await read();
      expect((await alarms(world)).alarms).toHaveLength(1);
    }
    world.advance(HOUR_MS);
    await read();
    expect((await alarms(world)).alarms).toEqual([]);
  });

  it('shows the delay also when the timer stands still and nobody could open an alarm', async () => {
    await connect(world);
    await read();
    world.advance(20 * HOUR_MS);
    expect((await alarms(world)).alarms).toMatchObject([{ problem: { code: 'decisions-late' } }]);
  });

  it('asks about every payment in review when it comes too late', async () => {
    await world.happens({ ...sale, status: 'AUTHORIZED_PENDING_REVIEW' });
    await world.work();
    await read();
    await world.happens(sale, false);
    world.advance(30 * HOUR_MS);
    await read();
    await world.work();
    expect(await stateOf(world, 'p1')).toBe('captured');
  });

  it('never asks for more than the gateway tells', async () => {
    const asked: number[] = [];
    world.company.gateway.readDecidedReviews = async (_, from, to) => {
      asked.push(to - from);
      return { ok: true, value: [] };
    };
    await read();
    world.advance(50 * HOUR_MS);
    await read();
    expect(asked.every((ms) => ms < 24 * HOUR_MS)).toBe(true);
    expect(asked).toHaveLength(2);
  });
});

it('tells for each source up to when it is complete', async () => {
  await connect(world);
  expect((await alarms(world)).completeness).toEqual([{ merchantId: MERCHANT, sources: {} }]);
  await poll(world);
  await pollDecisions(world.ports, world.company, MERCHANT);
  world.advance(MINUTE_MS);
  await pollDisputes(world.ports, world.company, MERCHANT);
  const transactions = START_MS - 10 * MINUTE_MS;
  const sources = { transactions, decisions: START_MS, disputes: START_MS + MINUTE_MS };
  expect((await alarms(world)).completeness).toEqual([
    { merchantId: MERCHANT, completeUntil: transactions, sources },
  ]);
});
