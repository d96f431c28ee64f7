// What each movement becomes in the books, whoever made it: one entry on the clearing account for each, and nothing else.
import { describe, expect, it } from 'vitest';
import { type GatewayId, intentId, type PaymentKey } from '../../../functions/core/domain/ids.ts';
import { moveMoney } from '../../../functions/core/steps/movements/move-money.ts';
import { findPayment } from '../../../functions/core/work/payment-records.ts';
import { readFinished, runKey } from '../../../functions/core/work/runs.ts';
import { openChargeStory } from './charges/charge-story.ts';
import { INSTALLATION } from './fake-transactions.ts';
import { createWorld, START_MS, type World } from './world.ts';

const HOUR_MS = 3_600_000;
const KEY = 'inst-1|mid_usd|p1' as PaymentKey;
const sale = { id: 'p1', kind: 'sale', amountMinor: 4_000, reference: '1001' } as const;

/** Every entry on the clearing account: what came in is above zero. */
function clearing({ records }: Pick<World, 'records'>): [reference: string, amountMinor: number][] {
  const out = [...records.excessRefunds.values(), ...records.creditNoteRefunds.values()];
  return [
    ...[...records.payments.values()].map((one) => [one.reference, one.amount.minor] as const),
    ...out.map((one) => [one.reference, -one.amount.minor] as const),
  ].map(([reference, minor]) => [reference, minor]);
}

async function sold(amountMinor = 4_000) {
  const world = createWorld();
  world.places('1001', 4_000);
  await world.happens({ ...sale, amountMinor });
  await world.work();
  return world;
}

describe('a payment that was asked for', () => {
  const paidStory = async (
    more: Parameters<ReturnType<typeof openChargeStory>['link']>[0] = {},
  ) => {
    const story = openChargeStory();
    const secret = await story.link(more);
    await story.open(secret);
    await story.pay(story.payRequest(secret));
    await story.work();
    return story;
  };

  it('goes to its invoice, without a shop order, and the panel and refunds find it', async () => {
    const story = await paidStory();
    expect([...story.records.payments.values()]).toMatchObject([
      {
        customerId: 'customer-1',
        reference: 'charge1',
        amount: { minor: 10_000 },
        applyTo: [{ invoiceId: 'invoice-inv', amount: { minor: 10_000 } }],
      },
    ]);
    expect(story.calls).not.toContain('readOrder');
    expect(await story.payments()).toMatchObject([
      {
        books_customer_id: 'customer-1',
        books_invoice_id: 'invoice-inv',
        books_invoice_number: 'INV-inv',
        books_payment_id: 'payment-pay-mid_usd-charge1',
        run_state: 'over',
      },
    ]);
    await story.happens({ id: 'r1', rootId: 'charge1', kind: 'refund', amountMinor: 2_500 });
    await story.work();
    expect(clearing(story)).toEqual([
      ['charge1', 10_000],
      ['r1', -2_500],
    ]);
  });

  it('stays with the customer as credit where it was for no invoice', async () => {
    const story = openChargeStory();
    const { invoiceId: _, ...asked } = story.request({
      customerId: 'customer-1',
      amountMinor: 900,
    });
    const reply = await story.ask(asked);
    const secret = (reply.ok ? reply.value.link : '')?.split('#')[1] ?? '';
    await story.open(secret);
    await story.pay(story.payRequest(secret));
    await story.work();
    expect([...story.records.payments.values()]).toMatchObject([
      { customerId: 'customer-1', amount: { minor: 900 }, applyTo: [] },
    ]);
  });

  it('is booked when it is captured, not while it is only authorized', async () => {
    const story = await paidStory({ purpose: 'authorization' });
    expect(clearing(story)).toEqual([]);
    await story.happens({ id: 'c1', rootId: 'charge1', kind: 'capture', amountMinor: 10_000 });
    await story.work();
    expect(clearing(story)).toEqual([['charge1', 10_000]]);
  });

  it('leaves nothing in the books when it is declined or released', async () => {
    const story = openChargeStory();
    story.chargeBehaviours.push('decline');
    const secret = await story.link();
    await story.open(secret);
    await story.pay(story.payRequest(secret));
    await story.work();
    expect(clearing(story)).toEqual([]);
    const released = await paidStory({ purpose: 'authorization' });
    await released.happens({ id: 'x1', rootId: 'charge1', kind: 'reversal', amountMinor: 10_000 });
    await released.work();
    expect(clearing(released)).toEqual([]);
    expect(await released.payments()).toMatchObject([{ state: 'reversed', run_state: 'over' }]);
  });
});

describe('a refund', () => {
  it('takes the excess first, and a credit note for the rest', async () => {
    const world = await sold(5_000);
    await world.happens({ id: 'r1', rootId: 'p1', kind: 'refund', amountMinor: 2_500 });
    await world.work();
    expect(clearing(world)).toEqual([
      ['p1', 5_000],
      ['r1', -1_000],
      ['r1', -1_500],
    ]);
    const [note] = world.records.creditNotes.values();
    expect(note?.lines).toMatchObject([{ invoiceLineId: 'line-1', amount: { minor: 1_500 } }]);
  });
});

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

describe('a capture of a part', () => {
  it('is booked although the authorization is read as released before anybody told of the capture', async () => {
    const world = createWorld();
    world.places('1001', 4_000);
    await world.happens({ ...sale, kind: 'authorization' });
    await world.work();
    await world.happens({ id: 'c1', rootId: 'p1', kind: 'capture', amountMinor: 1_500 }, false);
    const root = world.transactions.get('p1');
    if (root === undefined) throw new Error('the authorization is there');
    const related = ['c1'] as GatewayId[];
    world.transactions.set('p1', { ...root, status: 'REVERSED', related });
    await world.announce('p1', 'payments.reversals.accept', 'released');
    await world.work();
    await world.heal();
    expect(clearing(world)).toEqual([['p1', 1_500]]);
    expect(await findPayment(world.ports.store, KEY)).toMatchObject({ state: 'captured' });
    expect(world.shopStatus.get('1001')).toBe('processing');
  });

  it.each([
    ['after', ['capture', 'reversal']],
    ['before', ['reversal', 'capture']],
  ] as const)('whose rest is released %s it is booked', async (_, order) => {
    const world = createWorld();
    world.places('1001', 4_000);
    await world.happens({ ...sale, kind: 'authorization' });
    const parts = { capture: 1_500, reversal: 2_500 };
    for (const kind of order) {
      await world.happens({ id: kind, rootId: 'p1', kind, amountMinor: parts[kind] });
      await world.work();
      world.advance(HOUR_MS);
    }
    expect(clearing(world)).toEqual([['p1', 1_500]]);
    expect(await findPayment(world.ports.store, KEY)).toMatchObject({ state: 'captured' });
  });
});
