// A refund over several captures: one decision, a movement for each capture, all placed before the first is sent.
import { beforeEach, describe, expect, it } from 'vitest';
import type { RefundRequest } from '../../../../functions/core/contract/panel.ts';
import { intentId, type PaymentKey } from '../../../../functions/core/domain/ids.ts';
import { refundLimits } from '../../../../functions/core/domain/movement.ts';
import type { Actor } from '../../../../functions/core/domain/role.ts';
import type { Store } from '../../../../functions/core/ports/store.ts';
import { refundPayment } from '../../../../functions/core/steps/refund-payment.ts';
import { showPayment } from '../../../../functions/core/steps/show-panel.ts';
import { entryOf, readLog } from '../../../../functions/core/work/movement-log.ts';
import { createWorld, START_MS, type World } from '../world.ts';

const KEY = 'inst-1|mid_usd|p1' as PaymentKey;
const agent: Actor = { userId: 'u1', name: 'Agent', role: 'agent' };

let world: World;
let intents = 0;

function request(amountMinor: number): RefundRequest {
  intents += 1;
  const id = intentId(START_MS + intents, new Uint8Array(16));
  const usual = { paymentKey: KEY, currency: 'USD', reason: 'Damaged' };
  return { intentId: id, amountMinor, ...usual };
}

const refund = (wanted: RefundRequest) => refundPayment(world.ports, world.company, agent, wanted);

async function standing() {
  const log = await readLog(world.ports.store, KEY);
  return {
    limits: refundLimits(log.map(entryOf)),
    refunds: log
      .filter(({ kind }) => kind === 'refund')
      .map((one) => `${one.amount_minor} of ${one.target_gateway_id} ${one.state}`),
  };
}

beforeEach(async () => {
  world = createWorld();
  world.places('1001', 10_000);
  await world.happens({
    id: 'p1',
    kind: 'authorization',
    amountMinor: 10_000,
    reference: '1001',
  });
  await world.work();
  await world.happens({ id: 'c1', rootId: 'p1', kind: 'capture', amountMinor: 4_000 });
  await world.happens({ id: 'c2', rootId: 'p1', kind: 'capture', amountMinor: 6_000 });
  await world.work();
});

describe('a refund over several captures', () => {
  it('goes to each capture as a refund of its own, and is one decision', async () => {
    const wanted = request(9_000);
    expect(await refund(wanted)).toMatchObject({ ok: true, value: { state: 'succeeded' } });
    expect(await standing()).toMatchObject({
      refunds: ['6000 of c2 succeeded', '3000 of c1 succeeded'],
      limits: { refundedMinor: 9_000, leftMinor: 1_000 },
    });
    const references = [...world.transactions.values()].map((tx) => tx.reference);
    expect(references).toEqual(
      expect.arrayContaining([`${wanted.intentId}-1`, `${wanted.intentId}-2`]),
    );
    await refund(wanted);
    expect(world.calls.filter((call) => call === 'refund')).toHaveLength(2);
  });

  it('stays one refund where one capture has it', async () => {
    await refund(request(4_000));
    await refund(request(5_000));
    expect(await standing()).toMatchObject({
      refunds: ['4000 of c1 succeeded', '5000 of c2 succeeded'],
    });
  });

  it('sends nothing of more than is left', async () => {
    expect(await refund(request(10_001))).toMatchObject({ problem: { code: 'refund-over-limit' } });
    expect(await standing()).toMatchObject({ refunds: [] });
  });

  it('takes two clicks for one, and another amount under the same intent for none', async () => {
    const wanted = request(9_000);
    await Promise.all([refund(wanted), refund(wanted)]);
    expect(world.calls.filter((call) => call === 'refund')).toHaveLength(2);
    for (const amountMinor of [9_500, 8_000]) {
      const answer = await refund({ ...wanted, amountMinor });
      expect(answer).toMatchObject({ problem: { code: 'intent-reused' } });
    }
  });

  it('lets only one of two whole refunds out', async () => {
    const both = await Promise.all([refund(request(10_000)), refund(request(10_000))]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect((await standing()).limits).toMatchObject({ refundedMinor: 10_000, leftMinor: 0 });
  });

  it('resolves each part by itself when an answer is lost', async () => {
    world.refundBehaviours.push('act-then-time-out');
    const answer = await refund(request(10_000));
    expect(answer).toMatchObject({ ok: true, value: { state: 'unknown' } });
    expect((await standing()).limits).toMatchObject({ leftMinor: 0 });
    await world.heal();
    expect(await standing()).toMatchObject({
      refunds: ['6000 of c2 succeeded', '4000 of c1 succeeded'],
    });
    expect(world.calls.filter((call) => call === 'refund')).toHaveLength(2);
  });

  it('goes on with the rest when it was cut off between two places', async () => {
    const wanted = request(9_000);
    const { store } = world.ports;
    let inserted = 0;
    const insert = (...[table, row]: Parameters<Store['insert']>) => {
      if (table === 'Movements') inserted += 1;
      return inserted === 2 ? Promise.reject(new Error('cut off')) : store.insert(table, row);
    };
    const cut = new Proxy(store, {
      get(target, name) {
        if (name === 'insert') return insert;
        const own: unknown = Reflect.get(target, name);
        return typeof own === 'function' ? own.bind(target) : own;
      },
    });
    const ports = { ...world.ports, store: cut };
    await expect(refundPayment(ports, world.company, agent, wanted)).rejects.toThrow('cut off');
    expect((await standing()).refunds).toEqual(['6000 of c2 intended']);
    await refund(wanted);
    expect((await standing()).refunds).toEqual(['6000 of c2 succeeded', '3000 of c1 succeeded']);
  });

  it('is judged as a whole by the policy', async () => {
    world.places('1002', 200_000);
    await world.happens({
      id: 'p2',
      kind: 'authorization',
      amountMinor: 90_000,
      reference: '1002',
    });
    await world.work();
    await world.happens({ id: 'd1', rootId: 'p2', kind: 'capture', amountMinor: 45_000 });
    await world.happens({ id: 'd2', rootId: 'p2', kind: 'capture', amountMinor: 45_000 });
    await world.work();
    const wanted = { ...request(90_000), paymentKey: 'inst-1|mid_usd|p2' };
    expect(await refund(wanted)).toMatchObject({ problem: { code: 'approval-needed' } });
    expect(world.calls).not.toContain('refund');
  });

  it('is shown with the room of each capture before it is confirmed', async () => {
    await refund(request(1_000));
    const shown = await showPayment(world.ports, world.company, agent, KEY);
    expect(shown?.rooms).toEqual([
      { id: 'c1', capturedMinor: 4_000, roomMinor: 3_000 },
      { id: 'c2', capturedMinor: 6_000, roomMinor: 6_000 },
    ]);
    expect(shown?.offers.map(({ action, isPossible }) => [action, isPossible])).toEqual([
      ['capture', false],
      ['reverse', false],
      ['void', true],
      ['refund', true],
      ['void-refund', true],
    ]);
  });
});
