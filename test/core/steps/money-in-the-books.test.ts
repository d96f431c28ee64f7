// One payment over several invoices, none, too much, a cent short, and refunds of these: what the books hold at the end, whatever broke.
import { describe, expect, it } from 'vitest';
import { StoreFailure } from '../../../functions/core/ports/store.ts';
import type { Interceptor } from '../../../functions/core/store/memory-store.ts';
import { type ChargeStory, openChargeStory } from './charges/charge-story.ts';
import { books } from './shown-books.ts';
import { createWorld, type World } from './world.ts';

/** Asked for of the customer alone, with these words, and paid on the card page. */
async function pay(story: ChargeStory, amountMinor: number, reason: string) {
  const { invoiceId: _, ...asked } = story.request({
    customerId: 'customer-1',
    amountMinor,
    reason,
  });
  const reply = await story.ask(asked);
  const secret = (reply.ok ? reply.value.link : '')?.split('#')[1] ?? '';
  await story.open(secret);
  await story.pay(story.payRequest(secret));
}

async function paidByCustomer(...paid: Parameters<typeof pay>) {
  await pay(...paid);
  await paid[0].work();
}

/** Three open invoices of one customer: 100.00, 60.00 and 30.00. */
function threeInvoices(options: Parameters<typeof openChargeStory>[0] = {}): ChargeStory {
  const story = openChargeStory(options);
  story.openInvoice('60', 6_000);
  story.openInvoice('30', 3_000);
  return story;
}

const refundOf = (id: string, amountMinor: number) =>
  ({ id, rootId: 'charge1', kind: 'refund', amountMinor }) as const;

describe('a payment whose words name several invoices', () => {
  it('pays each of them, in the order in which they are named', async () => {
    const story = threeInvoices();
    await paidByCustomer(story, 9_000, 'Invoices INV-60 and INV-30');
    expect(books(story)).toEqual(['charge1: 90.00 = invoice-60 60.00 + invoice-30 30.00']);
    expect(await story.payments()).toMatchObject([
      { books_invoice_id: 'invoice-60', books_invoice_number: 'INV-60' },
    ]);
  });

  it('pays the first that are named, and a part of the last', async () => {
    const story = threeInvoices();
    await paidByCustomer(story, 7_000, 'INV-30, INV-60');
    expect(books(story)).toEqual(['charge1: 70.00 = invoice-30 30.00 + invoice-60 40.00']);
  });

  it('leaves what is over with the customer, and invoices that nobody named alone', async () => {
    const story = threeInvoices();
    await paidByCustomer(story, 10_000, 'INV-60 + INV-30');
    expect(books(story)).toEqual([
      'charge1: 100.00 = invoice-60 60.00 + invoice-30 30.00 + credit 10.00',
    ]);
  });

  it('is refunded from the excess, then the last invoice, then the first, over several refunds', async () => {
    const story = threeInvoices();
    await paidByCustomer(story, 10_000, 'INV-60 + INV-30');
    await story.happens(refundOf('r1', 2_500));
    await story.work();
    expect(books(story).slice(1)).toEqual(['credit note of invoice-30 15.00', 'paid back 25.00']);
    await story.happens(refundOf('r2', 3_500));
    await story.work();
    expect(books(story).slice(1)).toEqual([
      'credit note of invoice-30 15.00',
      'credit note of invoice-30 15.00',
      'credit note of invoice-60 20.00',
      'paid back 60.00',
    ]);
    await story.happens(refundOf('r3', 4_000));
    await story.work();
    expect(books(story).at(-1)).toBe('paid back 100.00');
  });
});

describe('a payment without an invoice', () => {
  it('is the customer’s credit, and goes back as such', async () => {
    const story = threeInvoices();
    await paidByCustomer(story, 5_000, 'Deposit');
    expect(story.calls).not.toContain('findOpenInvoices');
    expect(books(story)).toEqual(['charge1: 50.00 = credit 50.00']);
    await story.happens(refundOf('r1', 2_000));
    await story.work();
    expect(books(story)).toEqual(['charge1: 50.00 = credit 50.00', 'paid back 20.00']);
  });

  it('that somebody has applied to an invoice since is refunded by a credit note of that one', async () => {
    const story = threeInvoices();
    await paidByCustomer(story, 5_000, 'Deposit');
    const [[key, payment] = []] = story.records.payments;
    if (key === undefined || payment === undefined) throw new Error('the payment is there');
    const applyTo = [{ invoiceId: 'invoice-60', amount: payment.amount }];
    story.records.payments.set(key, { ...payment, applyTo });
    await story.happens(refundOf('r1', 2_000));
    await story.work();
    expect(books(story)).toEqual([
      'charge1: 50.00 = invoice-60 50.00',
      'credit note of invoice-60 20.00',
      'paid back 20.00',
    ]);
  });
});

describe('a small rest', () => {
  it('of a cent of an invoice is written off', async () => {
    const story = openChargeStory();
    const secret = await story.link({ amountMinor: 9_999 });
    await story.open(secret);
    await story.pay(story.payRequest(secret));
    await story.work();
    expect(books(story)).toEqual(['charge1: 99.99 = invoice-inv 99.99', 'written off invoice-inv']);
  });

  it('of more than that stays open', async () => {
    const story = openChargeStory();
    const secret = await story.link({ amountMinor: 9_998 });
    await story.open(secret);
    await story.pay(story.payRequest(secret));
    await story.work();
    expect(books(story)).toEqual(['charge1: 99.98 = invoice-inv 99.98']);
  });
});

interface Played {
  readonly world: Pick<World, 'records' | 'work' | 'heal'>;
  /** What brings about the work that breaks down. */
  readonly act: () => Promise<unknown>;
}
type Play = (intercept: Interceptor) => Promise<Played>;

/** @returns how many store calls the work took. */
async function crashAt(
  at: number,
  when: 'before' | 'after',
  play: Play,
  wanted: readonly string[],
): Promise<number> {
  let count = 0;
  let isArmed = false;
  const { world, act } = await play(async (_call, apply) => {
    if (!isArmed) return apply();
    count += 1;
    if (count === at && when === 'before') throw new StoreFailure('crash', 'crash');
    const result = apply();
    if (count === at) throw new StoreFailure('crash', 'crash');
    return result;
  });
  await act();
  isArmed = true;
  await world.work().catch(() => undefined);
  const calls = count;
  await world.heal();
  expect(books(world), `crash ${when} store call ${at}`).toEqual(wanted);
  return calls;
}

async function withCrashes(play: Play, wanted: readonly string[]): Promise<void> {
  const usual = await crashAt(Number.POSITIVE_INFINITY, 'before', play, wanted);
  const tried = Math.min(usual, 40);
  for (let at = 1; at <= tried; at += 1) {
    await crashAt(at, 'before', play, wanted);
    await crashAt(at, 'after', play, wanted);
  }
  expect(tried).toBeGreaterThan(5);
}

describe('with a crash at any store call', () => {
  const sale = { id: 'p1', kind: 'sale', amountMinor: 5_000, reference: '1001' } as const;

  it('a refund over excess and sale is booked once', async () => {
    await withCrashes(
      async (intercept) => {
        const world = createWorld({ intercept });
        world.places('1001', 4_000);
        await world.happens(sale);
        await world.work();
        const refund = { id: 'r1', rootId: 'p1', kind: 'refund', amountMinor: 2_500 } as const;
        return { world, act: () => world.happens(refund) };
      },
      [
        'p1: 50.00 = invoice-inv-1001 40.00 + credit 10.00',
        'credit note of invoice-inv-1001 15.00',
        'paid back 25.00',
      ],
    );
  });

  it('a refund that was called back is out of the books', async () => {
    await withCrashes(
      async (intercept) => {
        const world = createWorld({ intercept });
        world.places('1001', 4_000);
        await world.happens(sale);
        await world.work();
        await world.happens({ id: 'r1', rootId: 'p1', kind: 'refund', amountMinor: 2_500 });
        await world.work();
        const back = { id: 'v1', rootId: 'p1', kind: 'void', amountMinor: 2_500 } as const;
        return { world, act: () => world.happens({ ...back, related: ['r1'] }) };
      },
      ['p1: 50.00 = invoice-inv-1001 40.00 + credit 10.00'],
    );
  });

  it('a payment over several invoices that is a cent short is booked once, and the cent written off', async () => {
    await withCrashes(
      async (intercept) => {
        const world = threeInvoices({ intercept });
        return { world, act: () => pay(world, 8_999, 'INV-60 and INV-30') };
      },
      ['charge1: 89.99 = invoice-60 60.00 + invoice-30 29.99', 'written off invoice-30'],
    );
  });
});
