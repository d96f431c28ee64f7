// A call budget that all function instances share: calls per minute, per day and at the same time.
import { problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import type { Clock, Random } from '../ports/platform.ts';
import { isStoreFailure, type Store } from '../ports/store.ts';
import type { Row } from '../store/schema.ts';
import { type BudgetSubject, tellBlock, tellChange } from './budget-alarms.ts';
import { type CallLeave, createGrantHolder } from './budget-grant.ts';
import { type BudgetLimits, type Priority, planTake } from './budget-plan.ts';
import { readState, writeState } from './budget-state.ts';
import { randomToken } from './lease.ts';

export type { Priority } from './budget-plan.ts';

export interface BudgetPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  /** Waits; for tests. */
  readonly pause?: (ms: number) => Promise<unknown>;
}

export interface BudgetOptions extends BudgetSubject, BudgetLimits {
  /** What is counted together: Books and Inventory of one organization share their limit. */
  readonly name: string;
  readonly priority: Priority;
}

export interface SharedBudget {
  /** Leave to make a call of this cost, or `zoho-busy` with the time to come back. */
  take(cost?: number): Promise<Result<CallLeave>>;
  /** Nobody calls for so long: the other side said so. */
  pause(ms: number): Promise<void>;
}

/** How long a call waits for its turn before the work is put off. */
const PATIENCE_MS: Readonly<Record<Priority, number>> = {
  person: 5_000,
  live: 15_000,
  backfill: 0,
};
/** Another instance was quicker: again at once, so often; then after a moment. */
const TRIES_MAX = 5;
const MOMENT_MS = 50;
/** A row that is older than this is read again before work has to wait because of what it says. */
const STALE_MS = 1_000;
const HOLDER_LENGTH = 6;

/**
 * One instance's view of the budget. It takes several calls at once and settles them when it comes for more, so that
 * an exchange is one conditional update and one read-back, the row in hand being the condition.
 */
export function createCallBudget(ports: BudgetPorts, options: BudgetOptions): SharedBudget {
  const { store, clock, random, pause = sleep } = ports;
  const { priority } = options;
  const holder = randomToken(random).slice(0, HOLDER_LENGTH);
  const key = `${options.installation}|${options.name}`;
  const hand = createGrantHolder(() => clock.now());
  let row: Row<'Budgets'> | undefined;
  let readAt = 0;
  let blockedUntil = 0;
  let exchanging: Promise<number> | undefined;

  async function take(cost = 1): Promise<Result<CallLeave>> {
    const patienceEnds = clock.now() + PATIENCE_MS[priority];
    for (;;) {
      let waitMs = blockedUntil - clock.now();
      if (waitMs <= 0) {
        const leave = hand.use(cost);
        if (leave !== undefined) return ok(leave);
        const ours = hand.placeOfOurs(cost);
        if (ours !== undefined) {
          await ours;
          continue;
        }
        exchanging ??= exchange(cost).finally(() => {
          exchanging = undefined;
        });
        waitMs = await exchanging;
      }
      if (waitMs > 0 && clock.now() + waitMs > patienceEnds) return refused(busy(waitMs));
      if (waitMs > 0) await pause(waitMs);
    }
  }

  /** Gives back what is unused and takes anew; how long to wait where there was nothing to take. */
  async function exchange(cost: number): Promise<number> {
    const settling = hand.freeze();
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      const seen: Row<'Budgets'> = row ?? (await readRow());
      const before = readState(seen);
      const plan = planTake(before, {
        nowMs: clock.now(),
        priority,
        limits: options,
        holder,
        cost,
        wanted: hand.wantedAfter(settling),
        inFlight: hand.inFlight,
        ...(settling === undefined ? {} : { before: settling }),
        ...(hand.told === undefined ? {} : { told: hand.told }),
      });
      if (plan.kind === 'wait') {
        blockedUntil = Math.max(blockedUntil, before.blockedUntil);
        // A pause is for all; anything else others may have given back since the row was read.
        const isSure = blockedUntil > clock.now() || clock.now() - readAt < STALE_MS;
        row = isSure ? seen : undefined;
        if (!isSure) continue;
        hand.restore(settling);
        return plan.waitMs;
      }
      row = undefined;
      await tellChange(ports, options, before, plan.state);
      if (await replace(seen, writeState(plan.state))) {
        hand.accept(plan.grant, settling);
        return 0;
      }
    }
    hand.restore(settling);
    return MOMENT_MS;
  }

  /** Changes the row that was seen; false when somebody else was quicker, whose row is then in hand. */
  async function replace(
    seen: Row<'Budgets'>,
    patch: Parameters<typeof store.updateWhere<'Budgets'>>[1],
  ): Promise<boolean> {
    const version = randomToken(random);
    await store.updateWhere('Budgets', { ...patch, version }, [
      ['budget_key', '=', key],
      ['version', '=', seen.version],
    ]);
    row = await readRow();
    return row.version === version;
  }

  async function readRow(): Promise<Row<'Budgets'>> {
    readAt = clock.now();
    const known = await store.find('Budgets', 'budget_key', key);
    if (known !== undefined) return known;
    const version = randomToken(random);
    const { installation } = options;
    await store.insert('Budgets', { budget_key: key, installation, version });
    const made = await store.find('Budgets', 'budget_key', key);
    if (made === undefined) throw new Error('a budget that was made is there');
    return made;
  }

  async function block(until: number): Promise<void> {
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      const seen: Row<'Budgets'> = row ?? (await readRow());
      if ((seen.blocked_until ?? 0) >= until) return;
      row = undefined;
      if (await replace(seen, { blocked_until: until })) return;
    }
  }

  return {
    async take(cost) {
      try {
        return await take(cost);
      } catch (error) {
        if (!isStoreFailure(error)) throw error;
        return refused(problem('store-unavailable', 'retry'));
      }
    },
    async pause(ms) {
      blockedUntil = Math.max(blockedUntil, clock.now() + ms);
      hand.drop();
      try {
        await tellBlock(ports, options, ms);
        await block(blockedUntil);
      } catch (error) {
        // This instance keeps to it; another one hears of it from the other side.
        if (!isStoreFailure(error)) throw error;
      }
    },
  };

  function busy(retryAfterMs: number) {
    return { ...problem('zoho-busy', 'wait', { product: options.product }), retryAfterMs };
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
