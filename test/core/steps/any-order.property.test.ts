// The order of truth: whatever the order and number in which readings of a payment arrive, the same row and log come out.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaymentKey } from '../../../functions/core/domain/ids.ts';
import { refundLimits } from '../../../functions/core/domain/movement.ts';
import { entryOf, readLog } from '../../../functions/core/work/movement-log.ts';
import { type TransactionSeed, transaction } from './fake-transactions.ts';
import { createWorld } from './world.ts';

const KEY = 'inst-1|mid_usd|p1' as PaymentKey;
/** All in one second: only what a reading says can tell which one is newer. */
const SAME_SECOND = 1_794_990_000_000;

const about = (seed: Omit<TransactionSeed, 'submittedAt'>): TransactionSeed => ({
  ...seed,
  submittedAt: SAME_SECOND,
});
const sale = (status: string) =>
  about({ id: 'p1', kind: 'sale', amountMinor: 4_000, reference: '1001', status });
const held = (status: string) =>
  about({ id: 'p1', kind: 'authorization', amountMinor: 4_000, reference: '1001', status });
const follows = (
  id: string,
  kind: TransactionSeed['kind'],
  amountMinor: number,
  status: string,
  more: Partial<TransactionSeed> = {},
) => about({ id, rootId: 'p1', kind, amountMinor, status, ...more });

/** What the gateway shows of a payment and its movements over their lives. */
const lives: Readonly<Record<string, readonly TransactionSeed[]>> = {
  'a sale that settles': [sale('AUTHORIZED'), sale('PENDING'), sale('TRANSMITTED')],
  'a sale that was held for review': [sale('AUTHORIZED_PENDING_REVIEW'), sale('AUTHORIZED')],
  'a review that is rejected and reversed': [
    held('AUTHORIZED_PENDING_REVIEW'),
    held('REJECTED'),
    follows('r1', 'reversal', 4_000, 'REVERSED'),
  ],
  'an authorization captured in two parts': [
    held('AUTHORIZED'),
    follows('c1', 'capture', 1_500, 'PENDING'),
    follows('c1', 'capture', 1_500, 'TRANSMITTED'),
    follows('c2', 'capture', 2_500, 'PENDING'),
  ],
  'a part captured and the rest reversed': [
    held('AUTHORIZED'),
    follows('c1', 'capture', 1_500, 'PENDING'),
    follows('r1', 'reversal', 2_500, 'REVERSED'),
    held('REVERSED'),
  ],
  'a sale that is voided': [
    sale('AUTHORIZED'),
    sale('VOIDED'),
    follows('v1', 'void', 4_000, 'VOIDED', { related: ['p1'] }),
  ],
  'one of two captures that is voided': [
    held('AUTHORIZED'),
    follows('c1', 'capture', 1_500, 'PENDING'),
    follows('c1', 'capture', 1_500, 'VOIDED'),
    follows('c2', 'capture', 2_500, 'PENDING'),
    follows('v1', 'void', 1_500, 'VOIDED', { related: ['p1', 'c1', 'c2'] }),
  ],
  'one of two equal refunds that is voided': [
    sale('AUTHORIZED'),
    follows('f1', 'refund', 1_000, 'PENDING'),
    follows('f2', 'refund', 1_000, 'PENDING'),
    follows('f2', 'refund', 1_000, 'VOIDED'),
    follows('v1', 'void', 1_000, 'VOIDED', { related: ['p1', 'f1', 'f2'] }),
  ],
  'a refund that fails and then goes out': [
    sale('AUTHORIZED'),
    follows('f1', 'refund', 1_000, 'DECLINED'),
    follows('f1', 'refund', 1_000, 'FAILED'),
    follows('f1', 'refund', 1_000, 'TRANSMITTED'),
  ],
  'one payment with a bit of all': [
    held('AUTHORIZED_PENDING_REVIEW'),
    held('AUTHORIZED'),
    follows('c1', 'capture', 4_000, 'PENDING'),
    follows('f1', 'refund', 1_000, 'PENDING'),
    follows('f1', 'refund', 1_000, 'TRANSMITTED'),
    follows('f2', 'refund', 500, 'DECLINED'),
  ],
};

/** Announces the readings one after the other: each shows the gateway as it was at that reading, else as it is at last. */
async function playedIn(order: readonly TransactionSeed[], all: readonly TransactionSeed[]) {
  const world = createWorld();
  world.places('1001', 4_000);
  for (const seed of all) world.transactions.set(seed.id, transaction(seed));
  const latest = new Map(world.transactions);
  for (const [index, seed] of order.entries()) {
    world.transactions.set(seed.id, transaction(seed));
    await world.announce(seed.id, 'payments.changed', String(index));
    await world.work();
    const now = latest.get(seed.id);
    if (now !== undefined) world.transactions.set(seed.id, now);
  }
  const row = await world.ports.store.find('Payments', 'payment_key', KEY);
  const log = await readLog(world.ports.store, KEY);
  return {
    payment: {
      state: row?.state,
      authorized: row?.authorized_minor,
      currency: row?.currency,
      reference: row?.reference,
      submitted: row?.submitted_at,
      card: row?.card_last_four,
    },
    // Places are taken in the order of arrival; what stands in them is the same.
    log: log
      .map((one) => [one.movement_key, one.kind, one.state, one.amount_minor].join(' '))
      .sort(),
    limits: refundLimits(log.map(entryOf)),
  };
}

describe.each(Object.entries(lives))('%s', (_, readings) => {
  it('ends the same from any order and number of its readings', async () => {
    const expected = await playedIn(readings, readings);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...readings], { minLength: readings.length }),
        fc.array(fc.constantFrom(...readings), { maxLength: 4 }),
        async (shuffled, repeats) => {
          expect(await playedIn([...shuffled, ...repeats], readings)).toEqual(expected);
        },
      ),
      { numRuns: 60, seed: 20_261_122 },
    );
  });
});

it.each([
  ['a sale that settles', 'settled', 4_000],
  ['a sale that was held for review', 'captured', 4_000],
  ['a review that is rejected and reversed', 'reversed', 0],
  ['an authorization captured in two parts', 'captured', 4_000],
  ['a part captured and the rest reversed', 'captured', 1_500],
  ['a sale that is voided', 'voided', 0],
  ['one of two captures that is voided', 'captured', 2_500],
  ['one of two equal refunds that is voided', 'captured', 3_000],
  ['a refund that fails and then goes out', 'captured', 3_000],
  ['one payment with a bit of all', 'captured', 3_000],
])('%s comes to %s with %i left', async (life, state, leftMinor) => {
  const readings = lives[life] ?? [];
  const { payment, limits } = await playedIn(readings, readings);
  expect([payment.state, limits.leftMinor]).toEqual([state, leftMinor]);
});
