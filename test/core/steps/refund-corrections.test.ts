// Late corrections of refunds: failed and done after all, done and undone, by webhook, poll and recheck.
import { beforeEach, describe, expect, it } from 'vitest';
import type { GatewayId } from '../../../functions/core/domain/ids.ts';
import { problem } from '../../../functions/core/domain/problem.ts';
import {
  lookAgainAtRefunds,
  pollTransactions,
} from '../../../functions/core/steps/poll-transactions.ts';
import { recheckMovement } from '../../../functions/core/steps/resolve-unknown.ts';
import { INSTALLATION, MERCHANT } from './fake-transactions.ts';
import { KEY, openRefundStory, type RefundStory } from './refund-story.ts';

const HOUR_MS = 3_600_000;

let world: RefundStory['world'];
let intent: RefundStory['intent'];
let refund: RefundStory['refund'];
let movement: RefundStory['movement'];
let leftMinor: RefundStory['leftMinor'];
let alarmCodes: RefundStory['alarmCodes'];
let appears: RefundStory['appears'];

beforeEach(async () => {
  ({ world, intent, refund, movement, leftMinor, alarmCodes, appears } = await openRefundStory());
});

describe('a refund that failed and turns out done', () => {
  beforeEach(async () => {
    world.company.gateway.move = async () => ({
      kind: 'declined',
      gatewayId: 'f1' as GatewayId,
      problem: problem('refund-declined', 'none', { reason: 'PROCESSOR_DECLINED' }),
    });
    await refund();
    await world.work();
    expect(await leftMinor()).toBe(4_000);
    appears({ id: 'f1' });
  });

  const ways: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['a webhook', () => world.announce('f1', 'payments.refunds.accept')],
    [
      'the second look of the poll',
      async () => {
        world.advance(38 * HOUR_MS);
        await lookAgainAtRefunds(world.ports, world.company, MERCHANT);
      },
    ],
    ['a recheck', () => recheckMovement(world.ports, INSTALLATION, KEY, intent)],
  ];

  it.each(ways)('is corrected by %s, and booked', async (_, tell) => {
    await tell();
    await world.heal();
    expect(await movement()).toMatchObject({ state: 'succeeded' });
    expect(await leftMinor()).toBe(2_500);
    expect(world.records.creditNoteRefunds.size).toBe(1);
  });
});

describe('a refund that was given up as never sent and turns up', () => {
  it('is corrected by the poll, and booked', async () => {
    world.company.gateway.move = async () => ({
      kind: 'refused',
      problem: problem('gateway-unavailable', 'retry'),
    });
    await refund();
    expect(await movement()).toMatchObject({ state: 'failed' });
    appears({ id: 'f1' });
    world.advance(5 * 60_000);
    await pollTransactions(world.ports, world.company, MERCHANT);
    await world.work();
    expect(await movement()).toMatchObject({ state: 'succeeded', gateway_id: 'f1' });
    expect(world.records.creditNoteRefunds.size).toBe(1);
  });
});

describe('a refund that was done and is undone', () => {
  beforeEach(async () => {
    await refund();
    await world.work();
    expect(world.records.creditNoteRefunds.size).toBe(1);
    appears({ id: 'refund1', status: 'DECLINED' });
  });

  const ways: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['a webhook', () => world.announce('refund1', 'payments.refunds.reject')],
    [
      'the second look of the poll',
      async () => {
        world.advance(38 * HOUR_MS);
        await lookAgainAtRefunds(world.ports, world.company, MERCHANT);
      },
    ],
    ['a recheck', () => recheckMovement(world.ports, INSTALLATION, KEY, intent)],
  ];

  it.each(ways)('raises an alarm by %s, and nothing is undone by itself', async (_, tell) => {
    await tell();
    await world.work();
    expect(await alarmCodes()).toEqual(['refund-undone']);
    expect(await movement()).toMatchObject({ state: 'succeeded' });
    expect(await leftMinor()).toBe(2_500);
  });
});

describe('a refund with a status that nobody knows', () => {
  it('is for a person, until a recheck shows what became of it', async () => {
    world.refundBehaviours.push('strange');
    await refund();
    expect(await alarmCodes()).toEqual(['needs-inspection']);
    appears({ id: 'f1' });
    await recheckMovement(world.ports, INSTALLATION, KEY, intent);
    expect(await movement()).toMatchObject({ state: 'succeeded' });
    expect(await alarmCodes()).toEqual([]);
  });
});
