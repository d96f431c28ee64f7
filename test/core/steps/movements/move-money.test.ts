// Captures, releases and voids by staff: judged by what is offered, sent once, and what follows from them.
import { beforeEach, describe, expect, it } from 'vitest';
import type { MovementRequest } from '../../../../functions/core/contract/panel.ts';
import { intentId, type PaymentKey } from '../../../../functions/core/domain/ids.ts';
import { refundLimits } from '../../../../functions/core/domain/movement.ts';
import type { PolicyRule } from '../../../../functions/core/domain/policy.ts';
import type { Actor } from '../../../../functions/core/domain/role.ts';
import { shippedPolicy } from '../../../../functions/core/domain/shipped-policy.ts';
import { judgeByPolicy } from '../../../../functions/core/steps/movements/judge-movement.ts';
import { moveMoney } from '../../../../functions/core/steps/movements/move-money.ts';
import { refundPayment } from '../../../../functions/core/steps/refund-payment.ts';
import { recheckMovement } from '../../../../functions/core/steps/resolve-unknown.ts';
import { entryOf, readLog } from '../../../../functions/core/work/movement-log.ts';
import { findPayment } from '../../../../functions/core/work/payment-records.ts';
import { INSTALLATION } from '../fake-transactions.ts';
import { createWorld, START_MS, type World } from '../world.ts';

const KEY = 'inst-1|mid_usd|p1' as PaymentKey;
const agent: Actor = { userId: 'u1', name: 'Agent', role: 'agent' };

let world: World;
let intents = 0;

function wish(action: MovementRequest['action'], more: Partial<MovementRequest> = {}) {
  intents += 1;
  const id = intentId(START_MS + intents, new Uint8Array(16));
  const usual = { intentId: id, paymentKey: KEY, amountMinor: 10_000, currency: 'USD' };
  return { ...usual, action, reason: 'Asked for', ...more };
}

const move = (wanted: MovementRequest, actor = agent) =>
  moveMoney(world.ports, world.company, actor, wanted);

const refund = (amountMinor: number) => {
  const { action: _, targetId: __, ...request } = wish('capture', { amountMinor });
  return refundPayment(world.ports, world.company, agent, request);
};

async function standing() {
  const log = await readLog(world.ports.store, KEY);
  return {
    state: (await findPayment(world.ports.store, KEY))?.state,
    limits: refundLimits(log.map(entryOf)),
    log: log.map(({ kind, state, amount_minor: minor }) => `${kind} ${minor} ${state}`),
  };
}

const sent = (kind: string) => world.calls.filter((call) => call === kind).length;

async function paid(kind: 'authorization' | 'sale') {
  world = createWorld();
  world.places('1001', 10_000);
  await world.happens({ id: 'p1', kind, amountMinor: 10_000, reference: '1001' });
  await world.work();
}

beforeEach(() => paid('authorization'));

describe('capturing', () => {
  it('captures in parts until nothing is left of the authorization', async () => {
    expect(await move(wish('capture', { amountMinor: 4_000 }))).toMatchObject({
      ok: true,
      value: { kind: 'capture', state: 'succeeded' },
    });
    expect(await standing()).toMatchObject({ state: 'partially-captured' });
    expect(await move(wish('capture', { amountMinor: 6_001 }))).toMatchObject({
      problem: { code: 'capture-over-limit', facts: { left: 'USD 60.00' } },
    });
    await move(wish('capture', { amountMinor: 6_000 }));
    expect(await standing()).toMatchObject({ state: 'captured', limits: { leftMinor: 10_000 } });
    expect(await move(wish('capture', { amountMinor: 1 }))).toMatchObject({
      problem: { code: 'cannot-captured-in-full', facts: { authorized: 'USD 100.00' } },
    });
    expect(sent('capture')).toBe(2);
  });

  it('lets only one of two captures of the whole go out', async () => {
    const both = await Promise.all([move(wish('capture')), move(wish('capture'))]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(sent('capture')).toBe(1);
  });

  it('takes a double click for one capture, and the same intent for nothing else', async () => {
    const wanted = wish('capture', { amountMinor: 4_000 });
    await Promise.all([move(wanted), move(wanted)]);
    expect(sent('capture')).toBe(1);
    for (const other of [
      { ...wanted, amountMinor: 5_000 },
      { ...wanted, action: 'reverse' },
    ]) {
      const answer = await move(other as MovementRequest);
      expect(answer).toMatchObject({ problem: { code: 'intent-reused' } });
    }
  });

  it('finds a capture whose answer was lost, by its intent', async () => {
    world.refundBehaviours.push('act-then-time-out');
    const wanted = wish('capture');
    expect(await move(wanted)).toMatchObject({ value: { state: 'unknown' } });
    expect(await move(wish('capture'))).toMatchObject({ ok: false });
    const found = await recheckMovement(world.ports, INSTALLATION, KEY, wanted.intentId);
    expect(found).toMatchObject({ state: 'succeeded', gateway_id: 'capture1' });
    expect(await standing()).toMatchObject({
      state: 'captured',
      log: ['capture 10000 succeeded'],
    });
  });

  it('sends a capture that never arrived again, with the same id', async () => {
    world.refundBehaviours.push('time-out');
    const wanted = wish('capture');
    await move(wanted);
    await world.heal();
    expect(sent('capture')).toBe(2);
    expect(world.transactions.get('capture1')?.reference).toBe(wanted.intentId);
    expect(await standing()).toMatchObject({ state: 'captured' });
  });

  it('gives a capture up that never arrived, once the authorization was released elsewhere', async () => {
    world.refundBehaviours.push('time-out');
    await move(wish('capture'));
    await world.happens({ id: 'r1', rootId: 'p1', kind: 'reversal', amountMinor: 10_000 });
    await world.heal();
    expect(sent('capture')).toBe(1);
    expect((await standing()).log).toContain('capture 10000 failed');
  });

  it('frees the amount of a declined capture', async () => {
    world.refundBehaviours.push('decline');
    expect(await move(wish('capture'))).toMatchObject({ value: { state: 'declined' } });
    expect(await move(wish('capture'))).toMatchObject({ value: { state: 'succeeded' } });
  });

  it('leaves one capture when its announcement comes as well', async () => {
    await move(wish('capture'));
    await world.announce('capture1', 'payments.captures.accept');
    await world.work();
    expect((await standing()).log).toEqual(['capture 10000 succeeded']);
  });
});

describe('releasing', () => {
  it('releases the whole authorization, after which nothing can be captured', async () => {
    expect(await move(wish('reverse'))).toMatchObject({
      value: { kind: 'reversal', state: 'succeeded' },
    });
    expect(await standing()).toMatchObject({ state: 'reversed' });
    expect(await move(wish('capture'))).toMatchObject({
      problem: { code: 'cannot-not-authorized' },
    });
  });

  it('never captures and releases the same authorization', async () => {
    const both = await Promise.all([move(wish('capture')), move(wish('reverse'))]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
  });

  it('finds a release whose answer was lost', async () => {
    world.refundBehaviours.push('act-then-time-out');
    await move(wish('reverse'));
    await world.heal();
    expect(await standing()).toMatchObject({
      state: 'reversed',
      log: ['reversal 10000 succeeded'],
    });
  });
});

describe('voiding', () => {
  beforeEach(() => paid('sale'));

  it('voids a sale before the batch, once', async () => {
    const wanted = wish('void', { targetId: 'p1' });
    await Promise.all([move(wanted), move(wanted)]);
    expect(await standing()).toMatchObject({
      state: 'voided',
      limits: { leftMinor: 0 },
      log: ['capture 10000 succeeded', 'void 10000 succeeded'],
    });
    await world.announce('void1', 'payments.voids.accept');
    await world.work();
    expect((await standing()).log).toHaveLength(2);
    expect(sent('void')).toBe(1);
  });

  it('never voids what was refunded, and never refunds what was voided', async () => {
    const both = await Promise.all([refund(1_000), move(wish('void', { targetId: 'p1' }))]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    const after = [await refund(10_000), await move(wish('void', { targetId: 'p1' }))];
    expect(after.map((one) => one.ok)).toEqual([false, false]);
  });

  it('does not void what a refund from elsewhere may be of', async () => {
    await world.happens({ id: 'f1', rootId: 'p1', kind: 'refund', amountMinor: 700 });
    await world.work();
    expect(await move(wish('void', { targetId: 'p1' }))).toMatchObject({
      problem: { code: 'cannot-refunded-already', facts: { refunded: 'USD 7.00' } },
    });
  });

  it('says that the batch has gone out', async () => {
    world.advance(25 * 3_600_000);
    expect(await move(wish('void', { targetId: 'p1' }))).toMatchObject({
      problem: { code: 'cannot-in-the-batch' },
    });
  });

  it('voids one of two captures and keeps the other', async () => {
    await paid('authorization');
    await move(wish('capture', { amountMinor: 4_000 }));
    await move(wish('capture', { amountMinor: 6_000 }));
    await move(wish('void', { targetId: 'capture1', amountMinor: 4_000 }));
    expect(await standing()).toMatchObject({ state: 'captured', limits: { leftMinor: 6_000 } });
    expect(await refund(6_001)).toMatchObject({ problem: { code: 'refund-over-limit' } });
  });

  it('calls a refund back, which frees its amount', async () => {
    await refund(1_000);
    const [, refunded] = await readLog(world.ports.store, KEY);
    const target = { targetId: refunded?.gateway_id ?? '', amountMinor: 1_000 };
    expect(await move(wish('void-refund', target))).toMatchObject({
      value: { state: 'succeeded' },
    });
    expect(await standing()).toMatchObject({
      state: 'captured',
      limits: { leftMinor: 10_000, refundedMinor: 0 },
      log: ['capture 10000 succeeded', 'refund 1000 voided', 'void 0 succeeded'],
    });
    expect(await move(wish('void-refund', target))).toMatchObject({ ok: false });
  });

  it('finds a void of a refund whose answer was lost', async () => {
    await refund(1_000);
    const [, refunded] = await readLog(world.ports.store, KEY);
    world.refundBehaviours.push('act-then-time-out');
    const wanted = { targetId: refunded?.gateway_id ?? '', amountMinor: 1_000 };
    expect(await move(wish('void-refund', wanted))).toMatchObject({ value: { state: 'unknown' } });
    await world.heal();
    expect((await standing()).log).toEqual([
      'capture 10000 succeeded',
      'refund 1000 voided',
      'void 0 succeeded',
    ]);
  });

  it('sends a void that never arrived again', async () => {
    world.refundBehaviours.push('time-out');
    await move(wish('void', { targetId: 'p1' }));
    await world.heal();
    expect(sent('void')).toBe(2);
    expect(await standing()).toMatchObject({ state: 'voided' });
  });
});

describe('who may move', () => {
  it.each<[string, Partial<MovementRequest>, string]>([
    ['no reason', { reason: ' ' }, 'movement-reason-missing'],
    ['another currency', { currency: 'EUR' }, 'currency-mismatch'],
    ['nothing', { amountMinor: 0 }, 'amount-invalid'],
    ['a part of a release', { amountMinor: 9_999 }, 'movement-target-gone'],
    ['a payment of another company', { paymentKey: 'inst-2|mid_usd|p1' }, 'not-found'],
  ])('refuses %s before anything is sent', async (_, change, code) => {
    expect(await move(wish('reverse', change))).toMatchObject({ problem: { code } });
    expect(sent('reversal')).toBe(0);
  });

  it('does not let a viewer move money', async () => {
    const answer = await move(wish('capture'), { ...agent, role: 'viewer' });
    expect(answer).toMatchObject({ problem: { code: 'not-allowed' } });
  });

  it('lets the role that a rule names do it, and nobody below', async () => {
    const rules: PolicyRule[] = [
      { kind: 'amount', on: ['capture'], upToMinor: { USD: 5_000 }, beyond: 'approver' },
    ];
    const payment = await findPayment(world.ports.store, KEY);
    if (payment === undefined) throw new Error('the payment is there');
    const code = (role: Actor['role'], wanted: MovementRequest, by = rules) =>
      judgeByPolicy(by, payment, [], { ...agent, role }, wanted, START_MS)?.code;
    const most = wish('capture', { amountMinor: 5_000 });
    expect(code('agent', most)).toBeUndefined();
    expect(code('agent', wish('capture'))).toBe('movement-beyond-role');
    expect(code('approver', wish('capture'))).toBeUndefined();
    expect(code('agent', wish('void'))).toBeUndefined();
    const never: PolicyRule[] = [{ kind: 'dispute', on: ['void'], beyond: 'forbidden' }];
    payment.state = 'disputed';
    expect(code('admin', wish('void'), never)).toBe('policy-forbids');
    expect(code('agent', wish('capture'), [...shippedPolicy.rules])).toBeUndefined();
  });
});
