// Never more out than in: many people refund one payment at once, over a store and a gateway that misbehave.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { intentId, type PaymentKey } from '../../../functions/core/domain/ids.ts';
import { refundLimits } from '../../../functions/core/domain/movement.ts';
import { StoreFailure } from '../../../functions/core/ports/store.ts';
import { refundPayment } from '../../../functions/core/steps/refund-payment.ts';
import type { Interceptor } from '../../../functions/core/store/memory-store.ts';
import { entryOf, readLog } from '../../../functions/core/work/movement-log.ts';
import type { RefundBehaviour } from './fake-company.ts';
import { createWorld, seededRandom } from './world.ts';

const KEY = 'inst-1|mid_usd|p1' as PaymentKey;
const CAPTURED = 10_000;
const behaviours: RefundBehaviour[] = ['answer', 'act-then-time-out', 'time-out', 'decline'];

/** Every call yields some turns, and some calls fail before or after they were applied. */
function unruly(seed: number, faults: { on: boolean }): Interceptor {
  const random = seededRandom(seed);
  return async (_call, apply) => {
    const turns = Math.floor(random.fraction() * 6);
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    const luck = random.fraction();
    if (faults.on && luck < 0.03) throw new StoreFailure('cut', 'cut before');
    const result = apply();
    if (faults.on && luck > 0.97) throw new StoreFailure('cut', 'cut after');
    return result;
  };
}

it('never refunds more than was captured, and forgets no refund, under 300 interleavings', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 2 ** 31 }),
      fc.array(fc.tuple(fc.integer({ min: 1, max: 6_000 }), fc.constantFrom(...behaviours)), {
        minLength: 2,
        maxLength: 12,
      }),
      async (seed, people) => {
        const faults = { on: false };
        const world = createWorld({ seed, intercept: unruly(seed, faults) });
        world.places('1001', CAPTURED);
        await world.happens({ id: 'p1', kind: 'sale', amountMinor: CAPTURED, reference: '1001' });
        await world.work();
        faults.on = true;
        world.refundBehaviours.push(...people.map(([, behaviour]) => behaviour));
        const random = seededRandom(seed + 1);
        await Promise.allSettled(
          people.map(([amountMinor]) =>
            refundPayment(
              world.ports,
              world.company,
              { userId: 'u', name: 'U', role: 'agent' },
              {
                intentId: intentId(1, random.bytes(16)),
                paymentKey: KEY,
                amountMinor,
                currency: 'USD',
                reason: 'r',
              },
            ),
          ),
        );
        const gone = () =>
          [...world.transactions.values()]
            .filter((tx) => tx.rootId === 'p1' && tx.id !== 'p1')
            .reduce((sum, tx) => sum + (tx.total?.minor ?? 0), 0);
        expect(gone()).toBeLessThanOrEqual(CAPTURED);
        faults.on = false;
        await world.heal();
        expect(gone()).toBeLessThanOrEqual(CAPTURED);
        const limits = refundLimits((await readLog(world.ports.store, KEY)).map(entryOf));
        expect(limits).toMatchObject({ unknownMinor: 0, pendingMinor: 0, refundedMinor: gone() });
        const booked = [...world.records.creditNoteRefunds.values()];
        expect(booked.reduce((sum, one) => sum + one.amount.minor, 0)).toBe(gone());
      },
    ),
    { numRuns: 300, seed: 20_261_122 },
  );
});
