// Unknown outcomes: what is adopted, what is sent again, and what is called back.
import { beforeEach, describe, expect, it } from 'vitest';
import type { GatewayId } from '../../../functions/core/domain/ids.ts';
import { money } from '../../../functions/core/domain/money.ts';
import { problem } from '../../../functions/core/domain/problem.ts';
import { refused } from '../../../functions/core/domain/result.ts';
import { pollDisputes } from '../../../functions/core/steps/record-disputes.ts';
import { recheckMovement } from '../../../functions/core/steps/resolve-unknown.ts';
import { problemOfMovement } from '../../../functions/core/work/movement-log.ts';
import { INSTALLATION, MERCHANT, type TransactionSeed } from './fake-transactions.ts';
import { KEY, openRefundStory, type RefundStory } from './refund-story.ts';
import { START_MS } from './world.ts';

const HOUR_MS = 3_600_000;

let world: RefundStory['world'];
let intent: RefundStory['intent'];
let refund: RefundStory['refund'];
let movement: RefundStory['movement'];
let log: RefundStory['log'];
let leftMinor: RefundStory['leftMinor'];
let alarmCodes: RefundStory['alarmCodes'];
let appears: RefundStory['appears'];

const callsOf = (name: string) => world.calls.filter((call) => call === name).length;

beforeEach(async () => {
  ({ world, intent, refund, movement, log, leftMinor, alarmCodes, appears } =
    await openRefundStory());
});

describe('what a search by reference finds', () => {
  it.each<[string, Partial<TransactionSeed>]>([
    ['is over another amount', { amountMinor: 700 }],
    ['belongs to another payment', { rootId: 'p2' }],
    ['is no refund', { kind: 'capture' }],
  ])('is not adopted when it %s', async (_, change) => {
    await world.happens({ id: 'p2', kind: 'sale', amountMinor: 9_000, reference: '1002' });
    await world.work();
    world.refundBehaviours.push('time-out');
    await refund();
    appears({ id: 'foreign', ...change });
    const found = await recheckMovement(world.ports, INSTALLATION, KEY, intent);
    expect(found).toMatchObject({ state: 'unknown' });
    expect(found?.gateway_id ?? '').toBe('');
  });

  it('is adopted among others that only share the code, and is counted once', async () => {
    world.refundBehaviours.push('time-out');
    await refund();
    appears({ id: 'foreign', amountMinor: 700 });
    appears({ id: 'ours' });
    await recheckMovement(world.ports, INSTALLATION, KEY, intent);
    expect(await movement()).toMatchObject({ state: 'succeeded', gateway_id: 'ours' });
    expect(await leftMinor()).toBe(4_000 - 700 - 1_500);
    expect((await log()).filter((one) => one.kind === 'refund')).toHaveLength(2);
  });

  it('is the try that went through, not the one before that failed', async () => {
    world.refundBehaviours.push('time-out');
    await refund();
    appears({ id: 'first', status: 'FAILED' });
    appears({ id: 'second' });
    await recheckMovement(world.ports, INSTALLATION, KEY, intent);
    await world.announce('first', 'payments.refunds.reject');
    await world.work();
    expect(await movement()).toMatchObject({ state: 'succeeded', gateway_id: 'second' });
    expect((await log()).filter((one) => one.kind === 'refund')).toHaveLength(1);
    expect(await alarmCodes()).toEqual([]);
  });
});

describe('a refund without an answer', () => {
  it('is found by the id that came with a 502, before any index knows it', async () => {
    world.company.gateway.move = async () => {
      appears({ id: 'lost' });
      const asked = problem('outcome-unknown', 'ask-gateway');
      return { kind: 'unknown', gatewayId: 'lost' as GatewayId, problem: asked };
    };
    await refund();
    world.company.gateway.searchTransactions = async () => ({
      ok: true,
      value: { found: [], total: 0 },
    });
    await recheckMovement(world.ports, INSTALLATION, KEY, intent);
    expect(await movement()).toMatchObject({ state: 'succeeded', gateway_id: 'lost' });
  });

  it('is not sent again while the gateway does not answer the question', async () => {
    world.refundBehaviours.push('time-out');
    await refund();
    const silent = async () => refused(problem('gateway-unavailable', 'retry'));
    const { searchTransactions } = world.company.gateway;
    world.company.gateway.searchTransactions = silent;
    await world.heal();
    expect(callsOf('refund')).toBe(1);
    expect(await movement()).toMatchObject({ state: 'unknown' });
    world.company.gateway.searchTransactions = searchTransactions;
    await world.heal();
    expect(callsOf('refund')).toBe(2);
    expect(await movement()).toMatchObject({ state: 'succeeded' });
  });

  it('raises an alarm after a day, which is over when the refund is found', async () => {
    world.refundBehaviours.push('time-out');
    await refund();
    const { searchTransactions } = world.company.gateway;
    world.company.gateway.searchTransactions = async () =>
      refused(problem('gateway-unavailable', 'retry'));
    world.advance(25 * HOUR_MS);
    await world.work();
    expect(await alarmCodes()).toEqual(['unknown-for-a-day']);
    world.company.gateway.searchTransactions = searchTransactions;
    appears({ id: 'late' });
    world.advance(2 * HOUR_MS);
    await world.work();
    expect(await movement()).toMatchObject({ state: 'succeeded' });
    expect(await alarmCodes()).toEqual([]);
  });

  it('no longer shows that its outcome is not known once it is', async () => {
    world.refundBehaviours.push('act-then-time-out');
    await refund();
    await world.heal();
    const found = await movement();
    expect([found.state, found.problem ?? '']).toEqual(['succeeded', '']);
  });
});

describe('a lost refund that is no longer right', () => {
  const dispute = {
    number: 'D-1',
    transaction: 'p1' as GatewayId,
    money: 'withdrawn',
    amount: money(500, 'USD'),
    at: START_MS,
  } as const;

  it('is not sent again when a dispute has begun, and failed once it certainly never arrived', async () => {
    world.refundBehaviours.push('time-out');
    await refund();
    world.disputes.push(dispute);
    await pollDisputes(world.ports, world.company, MERCHANT);
    await world.heal();
    expect(callsOf('refund')).toBe(1);
    expect(callsOf('timeoutVoid')).toBeGreaterThan(0);
    expect(await movement()).toMatchObject({ state: 'failed' });
    expect(problemOfMovement(await movement())).toMatchObject({ code: 'never-sent' });
    expect(await leftMinor()).toBe(3_500);
  });

  it('is taken back when it had arrived unseen, and frees its amount', async () => {
    world.refundBehaviours.push('act-then-time-out');
    await refund();
    world.disputes.push(dispute);
    await pollDisputes(world.ports, world.company, MERCHANT);
    // The index never shows it.
    const { searchTransactions } = world.company.gateway;
    world.company.gateway.searchTransactions = async () => ({
      ok: true,
      value: { found: [], total: 0 },
    });
    await world.heal();
    expect(await movement()).toMatchObject({ state: 'voided' });
    expect(await leftMinor()).toBe(3_500);
    const audit = await world.ports.store.select('Audit', {
      where: [['action', '=', 'refund.called-back']],
    });
    expect(audit.map((entry) => entry.actor_name)).toEqual(['Tallybridge']);
    // What the search shows later is the refund that was taken back: nothing new.
    world.company.gateway.searchTransactions = searchTransactions;
    await world.announce('refund1', 'payments.refunds.accept');
    await world.work();
    expect((await log()).filter((one) => one.kind === 'refund')).toHaveLength(1);
    expect(await movement()).toMatchObject({ state: 'voided', gateway_id: 'refund1' });
    expect(world.records.creditNoteRefunds.size).toBe(0);
  });

  it('stays unknown, and stands when it is found, once a batch has taken it', async () => {
    world.refundBehaviours.push('act-then-time-out');
    await refund();
    const sent = world.transactions.get('refund1');
    if (sent !== undefined) world.transactions.set('refund1', { ...sent, status: 'TRANSMITTED' });
    world.disputes.push(dispute);
    await pollDisputes(world.ports, world.company, MERCHANT);
    const { searchTransactions } = world.company.gateway;
    world.company.gateway.searchTransactions = async () => ({
      ok: true,
      value: { found: [], total: 0 },
    });
    for (let minute = 0; minute < 60; minute += 1) {
      world.advance(60_000);
      await world.work();
    }
    expect(await movement()).toMatchObject({ state: 'unknown' });
    world.company.gateway.searchTransactions = searchTransactions;
    await world.heal();
    expect(await movement()).toMatchObject({ state: 'succeeded' });
  });
});
