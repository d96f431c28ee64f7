// A crash at every store call of a payment by link, before or after the write: charged once at most, and never forgotten.
import { expect, it } from 'vitest';
import { StoreFailure } from '../../../../functions/core/ports/store.ts';
import { openChargeStory } from './charge-story.ts';

const HOUR_MS = 3_600_000;

/** Pays with store call number `at` failing; the customer presses again; answers how many calls there were. */
async function payWithCrash(at: number, when: 'before' | 'after'): Promise<number> {
  let calls = 0;
  let armed = false;
  const story = openChargeStory({
    intercept: async (_call, apply) => {
      if (!armed) return apply();
      calls += 1;
      if (calls === at && when === 'before') throw new StoreFailure('crash', 'crash');
      const result = apply();
      if (calls === at) throw new StoreFailure('crash', 'crash');
      return result;
    },
  });
  const secret = await story.link();
  await story.open(secret);
  const wanted = story.payRequest(secret, { keepsCard: true });
  armed = true;
  await story.pay(wanted).catch(() => undefined);
  armed = false;
  const charged = story.chargeOrders.length;
  // The page was reloaded and the same press is sent again, then by itself everything comes to its end.
  await story.pay(wanted);
  for (let hour = 0; hour < 14; hour += 1) {
    story.advance(HOUR_MS);
    await story.work();
  }
  const note = `crash ${when} store call ${at}`;
  expect(story.chargeOrders.length, note).toBeLessThanOrEqual(1);
  const [charge] = await story.charges();
  const payments = await story.payments();
  if (story.chargeOrders.length === 1) {
    expect([charge?.state, payments.length], note).toEqual(['paid', 1]);
    expect(payments[0]?.gateway_id, note).toBe(charge?.gateway_id);
  } else {
    expect([charged, charge?.state, payments.length], note).toEqual([0, 'asked', 0]);
  }
  return calls;
}

it('holds at any store call', async () => {
  const usual = await payWithCrash(Number.POSITIVE_INFINITY, 'before');
  for (let at = 1; at <= usual; at += 1) {
    await payWithCrash(at, 'before');
    await payWithCrash(at, 'after');
  }
  expect(usual).toBeGreaterThan(10);
});
