// A call budget that all function instances share: never more than the limit in any rolling minute.
import { problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import type { Clock, Random } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import { randomToken } from './lease.ts';

/** Who the calls are for: a waiting person may use all of the budget, the others leave something. */
export type Priority = 'person' | 'live' | 'backfill';

export interface BudgetPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  /** Waits; for tests. */
  readonly pause?: (ms: number) => Promise<unknown>;
}

export interface BudgetOptions {
  readonly installation: string;
  /** What is counted together: Books and Inventory of one organization share their limit. */
  readonly name: string;
  readonly perMinute: number;
  readonly priority: Priority;
}

const SECOND_MS = 1_000;
/** A rolling minute touches at most 61 whole seconds; one more for calls that are a second on their way. */
const SECONDS_KEPT = 62;
/** Calls taken at once: one exchange with the store for several calls. */
const GRANT = 8;
const SHARE: Readonly<Record<Priority, number>> = { person: 1, live: 0.95, backfill: 0.6 };
/** How long a call waits for its turn before the work is put off. */
const PATIENCE_MS: Readonly<Record<Priority, number>> = {
  person: 5_000,
  live: 15_000,
  backfill: 0,
};
/** Up to two base-36 digits a second: no limit of ours needs more. */
const PER_SECOND_MAX = 36 * 36 - 1;

/** Calls by second, newest last; `start` is the epoch second of the first. */
interface Usage {
  readonly start: number;
  readonly calls: readonly number[];
}

/** One instance's view of the budget. What it took and did not use goes back with its next exchange. */
export function createCallBudget(ports: BudgetPorts, options: BudgetOptions) {
  const { clock, pause = sleep } = ports;
  const limit = Math.floor(options.perMinute * SHARE[options.priority]);
  let grant = { second: 0, left: 0 };
  let exchanging: Promise<number> | undefined;

  async function takeOne(): Promise<Result<void>> {
    const patienceEnds = clock.now() + PATIENCE_MS[options.priority];
    for (;;) {
      if (useGrant()) return ok(undefined);
      exchanging ??= exchange(ports, options, limit, grant).then((taken) => {
        grant = taken.grant;
        return taken.waitMs;
      });
      const waitMs = await exchanging.finally(() => {
        exchanging = undefined;
      });
      if (useGrant()) return ok(undefined);
      if (waitMs > 0 && clock.now() + waitMs > patienceEnds) return refused(busy(waitMs));
      await pause(Math.max(waitMs, 20));
    }
  }

  /** A grant ends with its second: later its calls would fall into another minute. */
  function useGrant(): boolean {
    if (grant.left === 0 || grant.second !== secondOf(clock.now())) return false;
    grant = { ...grant, left: grant.left - 1 };
    return true;
  }

  return {
    take: takeOne,
    /** Nobody calls for so long: the other side said so. */
    async pause(ms: number): Promise<void> {
      grant = { second: 0, left: 0 };
      const row = await readRow(ports, options);
      const until = Math.max(row.blocked_until ?? 0, clock.now() + ms);
      await ports.store.update('Budgets', row.ROWID, { blocked_until: until });
    },
  };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function busy(retryAfterMs: number) {
  return { ...problem('zoho-busy', 'wait', { product: 'Zoho' }), retryAfterMs };
}

function secondOf(nowMs: number): number {
  return Math.floor(nowMs / SECOND_MS);
}

async function readRow(ports: BudgetPorts, options: BudgetOptions) {
  const key = `${options.installation}|${options.name}`;
  const known = await ports.store.find('Budgets', 'budget_key', key);
  if (known !== undefined) return known;
  await ports.store.insert('Budgets', {
    budget_key: key,
    installation: options.installation,
    version: randomToken(ports.random),
  });
  const made = await ports.store.find('Budgets', 'budget_key', key);
  if (made === undefined) throw new Error('a budget that was made is there');
  return made;
}

/** Gives back what is unused and takes anew, or says how long to wait. */
async function exchange(
  ports: BudgetPorts,
  options: BudgetOptions,
  limit: number,
  unused: { readonly second: number; readonly left: number },
): Promise<{ readonly grant: { second: number; left: number }; readonly waitMs: number }> {
  const none = { second: 0, left: 0 };
  const row = await readRow(ports, options);
  const now = ports.clock.now();
  if ((row.blocked_until ?? 0) > now) {
    return { grant: none, waitMs: (row.blocked_until ?? 0) - now };
  }
  const second = secondOf(now);
  const usage = roll(give(read(row.seconds), unused), second);
  const used = usage.calls.reduce((sum, calls) => sum + calls, 0);
  const taken = Math.min(GRANT, limit - used, PER_SECOND_MAX - (usage.calls.at(-1) ?? 0));
  if (taken <= 0) return { grant: unused, waitMs: untilFree(usage, now) };
  const version = randomToken(ports.random);
  await ports.store.updateWhere(
    'Budgets',
    { version, seconds: write(give(usage, { second, left: -taken })) },
    [
      ['budget_key', '=', row.budget_key],
      ['version', '=', row.version],
    ],
  );
  const mine = (await readRow(ports, options)).version === version;
  return { grant: mine ? { second, left: taken } : unused, waitMs: 0 };
}

/** Puts calls back into (or, when negative, adds them to) their second. */
function give(usage: Usage, { second, left }: { second: number; left: number }): Usage {
  const calls = usage.calls.map((count, index) =>
    usage.start + index === second ? Math.max(0, count - left) : count,
  );
  return { ...usage, calls };
}

/** The usage up to and including this second, as long as it counts. */
function roll(usage: Usage, second: number): Usage {
  const start = second - SECONDS_KEPT + 1;
  const calls = Array.from(
    { length: SECONDS_KEPT },
    (_, index) => usage.calls[start + index - usage.start] ?? 0,
  );
  return { start, calls };
}

/** Until the oldest calls no longer count. */
function untilFree(usage: Usage, now: number): number {
  const first = usage.calls.findIndex((calls) => calls > 0);
  const ends = (usage.start + Math.max(0, first) + SECONDS_KEPT) * SECOND_MS;
  return Math.max(1, ends - now);
}

/** `<start in base 36>:<two base-36 digits a second>`, short enough for a conditional update. */
function write(usage: Usage): string {
  const digits = usage.calls.map((calls) => calls.toString(36).padStart(2, '0')).join('');
  return `${usage.start.toString(36)}:${digits}`;
}

function read(text = '0:'): Usage {
  const [start = '0', digits = ''] = text.split(':');
  const calls = digits.match(/../g)?.map((pair) => Number.parseInt(pair, 36)) ?? [];
  return { start: Number.parseInt(start, 36), calls };
}
