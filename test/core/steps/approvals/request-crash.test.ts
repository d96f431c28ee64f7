// A crash at every store call between the decision and the movement: the approved refund goes out, and once.
import { expect, it } from 'vitest';
import { StoreFailure } from '../../../../functions/core/ports/store.ts';
import { approver, keyOf, openRequestWorld } from './request-world.ts';

/** Approves a request whose store call number `at` fails; answers how many calls there were. */
async function approveWithCrash(at: number, when: 'before' | 'after'): Promise<number> {
  let calls = 0;
  let armed = false;
  const story = await openRequestWorld(async (_call, apply) => {
    if (!armed) return apply();
    calls += 1;
    if (calls === at && when === 'before') throw new StoreFailure('crash', 'crash');
    const result = apply();
    if (calls === at) throw new StoreFailure('crash', 'crash');
    return result;
  });
  const key = keyOf(await story.ask(story.wanted()));
  await story.world.work();
  armed = true;
  const decide = () => story.decide(key, approver);
  // Whoever gets no answer presses again.
  await decide().catch(() => decide().catch(() => undefined));
  await story.world.work().catch(() => undefined);
  const all = calls;
  await story.world.heal();
  expect(await story.movements(), `crash ${when} ${at}`).toMatchObject([
    { state: 'succeeded', actor_id: 'u1', approved_by: 'u2' },
  ]);
  expect(story.refundCalls(), `crash ${when} ${at}`).toBe(1);
  const actions = await story.actions();
  expect(
    actions.filter((action) => action === 'approval.approved'),
    `crash ${when} ${at}`,
  ).toHaveLength(1);
  return all;
}

it('sends an approved refund once from a crash at any store call', async () => {
  const usual = await approveWithCrash(Number.POSITIVE_INFINITY, 'before');
  expect(usual).toBeGreaterThan(20);
  for (let at = 1; at <= usual; at += 1) {
    await approveWithCrash(at, 'before');
    await approveWithCrash(at, 'after');
  }
});
