// What each movement becomes in the books, whoever made it: one entry on the clearing account for each, and nothing else.
import { describe, expect, it } from 'vitest';
import type { GatewayId } from '../../../functions/core/domain/ids.ts';
import { findPayment } from '../../../functions/core/work/payment-records.ts';
import { openChargeStory } from './charges/charge-story.ts';
import { clearing, KEY, sale, sold } from './clearing-entries.ts';
import { createWorld } from './world.ts';

const HOUR_MS = 3_600_000;

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
