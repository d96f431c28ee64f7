// A person's limit for a day holds however many refunds of different payments they send at once.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { intentId } from '../../../../functions/core/domain/ids.ts';
import { holdsAmount, type MovementState } from '../../../../functions/core/domain/movement.ts';
import { shippedPolicy } from '../../../../functions/core/domain/shipped-policy.ts';
import { StoreFailure } from '../../../../functions/core/ports/store.ts';
import { refundPayment } from '../../../../functions/core/steps/refund-payment.ts';
import type { Interceptor } from '../../../../functions/core/store/memory-store.ts';
import { movedOnDay } from '../../../../functions/core/work/day-claims.ts';
import { keepVersion } from '../../../../functions/core/work/documents.ts';
import type { RefundBehaviour } from '../fake-company.ts';
import { INSTALLATION } from '../fake-transactions.ts';
import { createWorld, START_MS, seededRandom, type World } from '../world.ts';

const DAY_MINOR = 10_000;
const PAYMENTS = ['p1', 'p2', 'p3'];
const agent = { userId: 'u', name: 'U', role: 'agent' } as const;
const behaviours: RefundBehaviour[] = ['answer', 'act-then-time-out', 'decline'];

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

async function openWorld(seed: number, faults: { on: boolean }): Promise<World> {
  const world = createWorld({ seed, intercept: unruly(seed, faults) });
  for (const [index, id] of PAYMENTS.entries()) {
    const reference = `100${index}`;
    world.places(reference, DAY_MINOR);
    await world.happens({ id, kind: 'sale', amountMinor: DAY_MINOR, reference });
  }
  await world.work();
  const rule = { on: ['refund'], roles: ['agent'], beyond: 'approver' } as const;
  const rules = [{ ...rule, kind: 'per-day', upToMinor: { USD: DAY_MINOR } }];
  const name = { installation: INSTALLATION, kind: 'policy', id: 'movements' } as const;
  const author = { userId: 'a', name: 'A' };
  const body = { ...shippedPolicy, rules };
  await keepVersion(world.ports, name, { title: '', body, author, note: '' }, 1);
  return world;
}

it('lets no more out in a day than the limit, under 200 interleavings', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 2 ** 31 }),
      fc.array(
        fc.tuple(
          fc.integer({ min: 1, max: 6_000 }),
          fc.constantFrom(...PAYMENTS),
          fc.constantFrom(...behaviours),
          fc.boolean(),
        ),
        { minLength: 2, maxLength: 9 },
      ),
      async (seed, wishes) => {
        const faults = { on: false };
        const world = await openWorld(seed, faults);
        faults.on = true;
        world.refundBehaviours.push(...wishes.map(([, , behaviour]) => behaviour));
        const ask = ([amountMinor, id]: (typeof wishes)[number], index: number) =>
          refundPayment(world.ports, world.company, agent, {
            intentId: intentId(START_MS + index, new Uint8Array(16)),
            paymentKey: `inst-1|mid_usd|${id}`,
            amountMinor,
            currency: 'USD',
            reason: 'r',
          });
        // Some press twice.
        await Promise.allSettled(
          wishes.flatMap((wish, index) =>
            wish[3] ? [ask(wish, index), ask(wish, index)] : [ask(wish, index)],
          ),
        );
        faults.on = false;
        await world.heal();
        const movements = await world.ports.store.select('Movements', {
          where: [['actor_id', '=', agent.userId]],
        });
        const out = movements
          .filter(({ state }) => holdsAmount(state as MovementState))
          .reduce((sum, movement) => sum + movement.amount_minor, 0);
        expect(out).toBeLessThanOrEqual(DAY_MINOR);
        const day = { installation: INSTALLATION, userId: 'u', currency: 'USD' };
        const counted = await movedOnDay(world.ports, { ...day, day: dayOf(START_MS) });
        expect(counted).toBe(out);
      },
    ),
    { numRuns: 200, seed: 20_261_122 },
  );
});

function dayOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}

it('lets exactly what fits through, one after the other', async () => {
  const world = await openWorld(1, { on: false });
  const ask = (amountMinor: number, id: string, index: number) =>
    refundPayment(world.ports, world.company, agent, {
      intentId: intentId(START_MS + index, new Uint8Array(16)),
      paymentKey: `inst-1|mid_usd|${id}`,
      amountMinor,
      currency: 'USD',
      reason: 'r',
    });
  expect(await ask(6_000, 'p1', 1)).toMatchObject({ ok: true });
  world.refundBehaviours.push('decline');
  expect(await ask(4_000, 'p2', 2)).toMatchObject({ value: { state: 'declined' } });
  expect(await ask(4_000, 'p2', 3)).toMatchObject({ value: { state: 'succeeded' } });
  expect(await ask(1, 'p3', 4)).toMatchObject({ problem: { code: 'approval-needed' } });
  // The next day is another one; the same intent is still the same.
  world.advance(24 * 3_600_000);
  expect(await ask(1, 'p3', 4)).toMatchObject({ ok: true });
  expect(await ask(6_000, 'p1', 1)).toMatchObject({ value: { state: 'succeeded' } });
});
