// What a void takes out of the books again, at whatever moment it comes.
import { describe, expect, it } from 'vitest';
import { intentId } from '../../../functions/core/domain/ids.ts';
import { StoreFailure } from '../../../functions/core/ports/store.ts';
import { moveMoney } from '../../../functions/core/steps/movements/move-money.ts';
import { findPayment } from '../../../functions/core/work/payment-records.ts';
import { readFinished, runKey } from '../../../functions/core/work/runs.ts';
import { clearing, KEY, sale, sold } from './clearing-entries.ts';
import { INSTALLATION } from './fake-transactions.ts';
import { createWorld, START_MS, type World } from './world.ts';

describe('a void', () => {
  const voided = { id: 'v1', rootId: 'p1', kind: 'void', amountMinor: 4_000 } as const;

  it('takes the payment out of the books again, and keeps what would bring it back', async () => {
    const world = await sold();
    expect(clearing(world)).toEqual([['p1', 4_000]]);
    await world.happens(voided);
    await world.work();
    expect(clearing(world)).toEqual([]);
    const payment = await findPayment(world.ports.store, KEY);
    expect(payment?.state).toBe('voided');
    expect(payment?.books_payment_id ?? '').toBe('');
    const run = runKey(INSTALLATION, 'void-to-books', KEY);
    const row = await world.ports.store.find('Tasks', 'task_key', `${run}|remove`);
    expect(row?.inverse).toContain('Record the customer payment again.');
    expect((await readFinished(world.ports.store, run)).get('remove')?.output).toEqual({
      amountMinor: 4_000,
      document: 'PAY-pay-mid_usd-p1 (USD 40.00)',
    });
  });

  it('before it was booked leaves nothing to book', async () => {
    const world = createWorld();
    world.places('1001', 4_000);
    await world.happens(sale);
    await world.happens(voided);
    await world.work();
    await world.heal();
    expect(clearing(world)).toEqual([]);
  });

  it.each(['before saveCustomerPayment', 'after saveCustomerPayment', 'before setOrderOutcome'])(
    'in the middle of the booking (%s) leaves nothing in the books',
    async (moment) => {
      let isVoided = false;
      const world: World = createWorld({
        step: async (name) => {
          if (name !== moment || isVoided) return;
          isVoided = true;
          await world.happens(voided);
          await world.work();
        },
      });
      world.places('1001', 4_000);
      await world.happens(sale);
      await world.work();
      await world.heal();
      expect(isVoided).toBe(true);
      expect(clearing(world)).toEqual([]);
      const payment = await findPayment(world.ports.store, KEY);
      expect(payment).toMatchObject({ state: 'voided', run_state: 'over' });
      expect(payment?.books_payment_id ?? '').toBe('');
    },
  );

  it('after a booking that was cut off once Books had it leaves nothing in the books', async () => {
    let isCut = false;
    const world: World = createWorld({
      step: async (name) => {
        if (name !== 'after saveCustomerPayment' || isCut) return;
        isCut = true;
        await world.happens(voided);
        throw new StoreFailure('crash', 'crash');
      },
    });
    world.places('1001', 4_000);
    await world.happens(sale);
    await world.work().catch(() => undefined);
    expect(clearing(world)).toEqual([['p1', 4_000]]);
    await world.heal();
    expect(clearing(world)).toEqual([]);
  });

  it('that is announced again removes nothing twice', async () => {
    const world = await sold();
    await world.happens(voided);
    await world.work();
    await world.announce('v1', 'payments.voids.accept', 'again');
    await world.announce('p1');
    await world.work();
    expect(world.calls.filter((call) => call === 'deleteCustomerPayment')).toHaveLength(1);
  });
});

describe('a void of one of several captures', () => {
  const parts = { c1: 1_500, c2: 2_500 } as const;
  async function captureTwice(world: World) {
    world.places('1001', 4_000);
    await world.happens({ ...sale, kind: 'authorization' });
    await world.work();
    for (const [id, amountMinor] of Object.entries(parts)) {
      await world.happens({ id, rootId: 'p1', kind: 'capture', amountMinor });
      await world.work();
    }
    return world;
  }
  const capturedTwice = () => captureTwice(createWorld());
  const voidOf = (id: 'c1' | 'c2') =>
    ({ id: `v-${id}`, rootId: 'p1', kind: 'void', amountMinor: parts[id], related: [id] }) as const;

  it('takes just that capture off the payment, and keeps what would bring it back', async () => {
    const world = await capturedTwice();
    expect(clearing(world)).toEqual([['p1', 4_000]]);
    await world.happens(voidOf('c1'));
    await world.work();
    expect(clearing(world)).toEqual([['p1', 2_500]]);
    expect([...world.records.payments.values()]).toMatchObject([
      { applyTo: [{ invoiceId: 'invoice-inv-1001', amount: { minor: 2_500 } }] },
    ]);
    const payment = await findPayment(world.ports.store, KEY);
    expect(payment).toMatchObject({
      state: 'captured',
      books_payment_id: 'payment-pay-mid_usd-p1',
    });
    const run = runKey(INSTALLATION, 'void-to-books', `${KEY}|c1`);
    const row = await world.ports.store.find('Tasks', 'task_key', `${run}|remove`);
    expect(row?.inverse).toContain('Raise the customer payment again by what was voided.');
    // Something of the sale stands: the order goes on.
    expect(world.shopStatus.get('1001')).toBe('processing');
  });

  it('and then of the other leaves nothing, and cancels the order', async () => {
    const world = await capturedTwice();
    await world.happens(voidOf('c1'));
    await world.work();
    await world.happens(voidOf('c2'));
    await world.work();
    expect(clearing(world)).toEqual([]);
    expect(world.shopStatus.get('1001')).toBe('cancelled');
    expect(await findPayment(world.ports.store, KEY)).toMatchObject({ state: 'voided' });
  });

  it('that is announced again, or with the other at once, lowers nothing twice', async () => {
    const world = await capturedTwice();
    await world.happens(voidOf('c2'));
    await world.announce('v-c2', 'payments.voids.accept', 'again');
    await world.work();
    await world.announce('v-c2', 'payments.voids.accept', 'late');
    await world.work();
    await world.heal();
    expect(clearing(world)).toEqual([['p1', 1_500]]);
    expect(world.calls.filter((call) => call === 'changeCustomerPayment')).toHaveLength(1);
  });

  it('after a refund of the other leaves the refund as it is', async () => {
    const world = await capturedTwice();
    await world.happens({ id: 'r1', rootId: 'p1', kind: 'refund', amountMinor: 500 });
    await world.work();
    await world.happens(voidOf('c1'));
    await world.work();
    expect(clearing(world)).toEqual([
      ['p1', 2_500],
      ['r1', -500],
    ]);
  });

  it.each(['before saveCustomerPayment', 'after saveCustomerPayment'])(
    'in the middle of the booking (%s) leaves the other in the books',
    async (moment) => {
      let isVoided = false;
      const world: World = createWorld({
        step: async (name) => {
          if (name !== moment || isVoided) return;
          isVoided = true;
          await world.happens(voidOf('c1'));
          await world.work();
        },
      });
      await captureTwice(world);
      await world.heal();
      expect(isVoided).toBe(true);
      expect(clearing(world)).toEqual([['p1', 2_500]]);
    },
  );

  it('after a booking that was cut off is taken off what an earlier try wrote', async () => {
    let isCut = false;
    const world: World = createWorld({
      step: async (name) => {
        if (name !== 'after saveCustomerPayment' || isCut) return;
        isCut = true;
        await world.happens(voidOf('c1'));
        throw new StoreFailure('crash', 'crash');
      },
    });
    await captureTwice(world).catch(() => undefined);
    expect(clearing(world)).toEqual([['p1', 4_000]]);
    await world.heal();
    expect(isCut).toBe(true);
    expect(clearing(world)).toEqual([['p1', 2_500]]);
  });
});

describe('a void whose outcome is unknown', () => {
  const agent = { userId: 'u1', name: 'Agent', role: 'agent' } as const;
  /** Captured in two parts; the first is voided and not answered before the second comes. */
  async function voidedMeanwhile(behaviour: 'time-out' | 'act-then-time-out') {
    const world = createWorld();
    world.places('1001', 4_000);
    await world.happens({ ...sale, kind: 'authorization' });
    await world.happens({ id: 'c1', rootId: 'p1', kind: 'capture', amountMinor: 1_500 });
    await world.work();
    world.refundBehaviours.push(behaviour);
    await moveMoney(world.ports, world.company, agent, {
      intentId: intentId(START_MS, new Uint8Array(16)),
      paymentKey: KEY,
      action: 'void',
      targetId: 'c1',
      amountMinor: 1_500,
      currency: 'USD',
      reason: 'Counted twice',
    });
    await world.happens({ id: 'c2', rootId: 'p1', kind: 'capture', amountMinor: 2_500 });
    await world.work();
    return world;
  }

  it('keeps no capture out of the books', async () => {
    const world = await voidedMeanwhile('time-out');
    expect(clearing(world)).toEqual([['p1', 4_000]]);
  });

  it('is taken off once it is known to have succeeded', async () => {
    const world = await voidedMeanwhile('act-then-time-out');
    await world.heal();
    expect(clearing(world)).toEqual([['p1', 2_500]]);
  });
});

describe('a void of a whole sale', () => {
  it('cancels the order that was processing', async () => {
    const world = await sold();
    expect(world.shopStatus.get('1001')).toBe('processing');
    await world.happens({ id: 'v1', rootId: 'p1', kind: 'void', amountMinor: 4_000 });
    await world.work();
    expect(world.shopStatus.get('1001')).toBe('cancelled');
  });
});
