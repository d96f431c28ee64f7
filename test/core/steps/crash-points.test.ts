// A crash at every point between two writes, before or after the write: after healing, all is there once.
import { expect, it } from 'vitest';
import { StoreFailure } from '../../../functions/core/ports/store.ts';
import { createWorld } from './world.ts';

/** Runs an order to cash whose call number `at` fails; answers how many calls there were. */
async function runWithCrash(at: number, when: 'before' | 'after'): Promise<number> {
  let calls = 0;
  let armed = false;
  const world = createWorld({
    intercept: async (_call, apply) => {
      if (!armed) return apply();
      calls += 1;
      if (calls === at && when === 'before') throw new StoreFailure('crash', 'crash');
      const result = apply();
      if (calls === at) throw new StoreFailure('crash', 'crash');
      return result;
    },
  });
  world.places('1001', 4_000);
  await world.happens({ id: 'p1', kind: 'sale', amountMinor: 4_000, reference: '1001' });
  armed = true;
  await world.work().catch(() => undefined);
  await world.heal();
  const { records } = world;
  const found = [
    records.accounts.size,
    records.contacts.size,
    records.customers.size,
    records.salesOrders.size,
    records.invoices.size,
    records.payments.size,
    world.shopStatus.get('1001'),
  ];
  expect(found, `crash ${when} store call ${at}`).toEqual([1, 1, 1, 1, 1, 1, 'processing']);
  const open = await world.ports.store.select('Runs', { where: [['state', '!=', 'done']] });
  expect(open, `crash ${when} store call ${at}`).toEqual([]);
  return calls;
}

it('brings order to cash to its end from a crash at any store call', async () => {
  const usual = await runWithCrash(Number.POSITIVE_INFINITY, 'before');
  const ordinary = Math.min(usual, 60);
  for (let at = 1; at <= ordinary; at += 1) {
    await runWithCrash(at, 'before');
    await runWithCrash(at, 'after');
  }
  expect(ordinary).toBeGreaterThan(15);
});
