// The shared budget over Data Store as it is: real statements, lost answers, instances that write at once.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import {
  type BudgetOptions,
  createCallBudget,
  type SharedBudget,
} from '../../../functions/core/work/call-budget.ts';
import { seededRandom } from '../../core/steps/world.ts';
import { type OpenStore, openDataStore } from './open-data-store.ts';

let open: OpenStore;
beforeAll(async () => {
  open = await openDataStore();
});
afterEach(() => open.catalyst.faults.clear());
afterAll(() => open.sandbox.close());

const NOW_MS = 1_795_000_000_000;
const random = seededRandom(8);

/** Instances of a budget of their own, at a moment that does not pass; nobody waits. */
function instances(name: string, count: number, options: Partial<BudgetOptions> = {}) {
  const ports = { store: open.store, clock: { now: () => NOW_MS }, random, pause: async () => {} };
  return Array.from({ length: count }, () =>
    createCallBudget(ports, {
      installation: 'inst-1',
      name,
      product: 'Zoho Books',
      perMinute: 100,
      atOnce: 50,
      priority: 'person',
      ...options,
    }),
  );
}

/** Takes until there is no leave; how often there was. */
async function takeAll(budget: SharedBudget): Promise<number> {
  for (let taken = 0; ; taken += 1) {
    const leave = await budget.take();
    if (!leave.ok && leave.problem.code === 'zoho-busy') return taken;
    if (!leave.ok) throw new Error(leave.problem.code);
    leave.value.end({ left: 900, limit: 1_000, resetMs: 3_600_000 });
  }
}

it('gives three instances that take at once a hundred calls of a minute between them', async () => {
  const taken = await Promise.all(instances('shared', 3).map(takeAll));
  expect(taken.reduce((sum, one) => sum + one, 0)).toBe(100);
});

it('counts calls whose answer got lost, and gives the rest to others', async () => {
  const [one, other] = instances('lost', 2);
  const first = await one?.take();
  expect(first).toMatchObject({ ok: true });
  open.catalyst.faults.arm({ mode: 'cut-after', path: '/query', times: 3 });
  const cut = await other?.take();
  expect(cut).toEqual({ ok: false, problem: { code: 'store-unavailable', remedy: 'retry' } });
  open.catalyst.faults.clear();
  const left = (await takeAll(other as SharedBudget)) + (await takeAll(one as SharedBudget));
  expect(left).toBeLessThanOrEqual(99);
  expect(left).toBeGreaterThanOrEqual(99 - 8);
});

it('stops all for an hour, and says so in words', async () => {
  const [one, other] = instances('stopped', 2, { priority: 'live' });
  await one?.pause(3_600_000);
  expect(await other?.take()).toMatchObject({
    problem: { code: 'zoho-busy', facts: { product: 'Zoho Books' }, retryAfterMs: 3_600_000 },
  });
});
