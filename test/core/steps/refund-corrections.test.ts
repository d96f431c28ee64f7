// Late corrections of refunds: failed and done after all, done and undone, by webhook, poll and recheck.
import { beforeEach, describe, expect, it } from 'vitest';
import { type GatewayId, intentId, type PaymentKey } from '../../../functions/core/domain/ids.ts';
import { refundLimits } from '../../../functions/core/domain/movement.ts';
import { problem } from '../../../functions/core/domain/problem.ts';
import {
  lookAgainAtRefunds,
  pollTransactions,
} from '../../../functions/core/steps/poll-transactions.ts';
import { refundPayment } from '../../../functions/core/steps/refund-payment.ts';
import { recheckMovement } from '../../../functions/core/steps/resolve-unknown.ts';
import { openAlarms } from '../../../functions/core/work/alarms.ts';
import { entryOf, readLog } from '../../../functions/core/work/movement-log.ts';
import { INSTALLATION, MERCHANT, type TransactionSeed, transaction } from './fake-transactions.ts';
import { createWorld, START_MS, type World } from './world.ts';

const KEY = 'inst-1|mid_usd|p1' as PaymentKey;
const HOUR_MS = 3_600_000;

let world: World;
let intent: string;

/** A refund of 15.00 by an agent; answers the movement as it stands. */
async function refund(amountMinor = 1_500) {
  const wanted = { paymentKey: KEY, amountMinor, currency: 'USD', reason: 'Damaged' };
  const actor = { userId: 'u1', name: 'Agent', role: 'agent' } as const;
  const request = { ...wanted, intentId: intent };
  return refundPayment(world.ports, world.company, actor, request);
}

async function movement() {
  const key = `${INSTALLATION}|${intent}`;
  const found = await world.ports.store.find('Movements', 'movement_key', key);
  if (found === undefined) throw new Error('the refund is there');
  return found;
}

async function log() {
  return readLog(world.ports.store, KEY);
}

async function leftMinor() {
  return refundLimits((await log()).map(entryOf)).leftMinor;
}

async function alarmCodes() {
  const open = await openAlarms(world.ports.store, INSTALLATION);
  return open.map((alarm) => (JSON.parse(alarm.problem ?? '{}') as { code: string }).code);
}

/** Something at the gateway that carries the refund's reference. */
function appears(seed: Partial<TransactionSeed> & { readonly id: string }): void {
  const usual = { kind: 'refund', rootId: 'p1', amountMinor: 1_500, reference: intent } as const;
  const submittedAt = world.ports.clock.now();
  world.transactions.set(seed.id, transaction({ ...usual, submittedAt, ...seed }));
}

beforeEach(async () => {
  world = createWorld();
  intent = intentId(START_MS, new Uint8Array(16));
  world.places('1001', 4_000);
  await world.happens({ id: 'p1', kind: 'sale', amountMinor: 4_000, reference: '1001' });
  await world.work();
});

describe('a refund that failed and turns out done', () => {
  beforeEach(async () => {
    world.company.gateway.refund = async () => ({
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
    world.company.gateway.refund = async () => ({
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
