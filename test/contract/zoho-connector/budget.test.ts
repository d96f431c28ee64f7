// Our budgets against servers that enforce Zoho's limits: all that is allowed is used, and nothing is ever refused.
import { afterEach, describe, expect, it } from 'vitest';
import type { Ledger } from '../../../functions/core/ports/ledger.ts';
import { createMemoryStore } from '../../../functions/core/store/memory-store.ts';
import { createZohoBudgets, type ZohoLimits } from '../../../functions/core/work/budget-zoho.ts';
import type { Priority } from '../../../functions/core/work/call-budget.ts';
import { seededRandom } from '../../core/steps/world.ts';
import type { FinanceLimits } from '../../sandbox/zoho/books/finance-budget.ts';
import { type ConnectedCompany, connectCompany } from './connected-company.ts';

let company: ConnectedCompany;

afterEach(() => company.zoho.close());

async function open(financeLimits: Partial<FinanceLimits> = {}) {
  company = await connectCompany({ budgets: true, financeLimits });
  const { clock } = company;
  // Time stands still while requests are under way and goes on to the earliest that anybody waits for.
  const waiting: { readonly until: number; readonly go: () => void }[] = [];
  const pause = (ms: number) =>
    new Promise<void>((go) => {
      waiting.push({ until: clock.now() + ms, go });
    });
  const store = createMemoryStore();
  const random = seededRandom(4);
  const instance = (priority: Priority, limits: ZohoLimits = {}): Ledger =>
    company.ledgerWith(
      createZohoBudgets({ store, clock, random, pause }, 'inst-1', limits, priority),
    );
  /** Runs lanes of work until all are over. */
  async function run(lanes: readonly (() => Promise<void>)[]): Promise<void> {
    let left = lanes.length;
    const all = lanes.map((lane) => lane().finally(() => (left -= 1)));
    while (left > 0) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (waiting.length < left) continue;
      waiting.sort((a, b) => a.until - b.until);
      const next = waiting.shift();
      if (next === undefined) continue;
      clock.advance(Math.max(0, next.until - clock.now()));
      next.go();
    }
    await Promise.all(all);
  }
  return { clock, pause, instance, run };
}

/** Makes a call; how long to wait when there was no leave for it, 0 when it was made. */
async function callOnce(ledger: Ledger): Promise<number> {
  const found = await ledger.findCustomer('nobody@example.com', 'USD');
  if (found.ok) return 0;
  const { code, retryAfterMs } = found.problem;
  if (code !== 'zoho-busy' || retryAfterMs === undefined) throw new Error(code);
  return retryAfterMs;
}

describe('the hundred calls of a minute', () => {
  it('are used by two workers and a person, and Zoho refuses none', async () => {
    const { clock, pause, instance, run } = await open();
    const end = clock.now() + 3 * 60_000;
    let made = 0;
    const laneOf = (priority: Priority) => {
      const ledger = instance(priority);
      return async () => {
        while (clock.now() < end) {
          const waitMs = await callOnce(ledger);
          if (waitMs === 0) made += 1;
          else await pause(waitMs);
        }
      };
    };
    await run([laneOf('live'), laneOf('live'), laneOf('person')]);
    // A refusal of Zoho's would have stopped everybody for minutes, and would be a call more than was made.
    expect(made).toBe(company.calls.length);
    expect(made / 3).toBeGreaterThanOrEqual(95);
  });
});

describe('the calls of a day', () => {
  it('are known from the answers: the last ones are for people, and nobody is refused by Zoho', async () => {
    const { clock, instance } = await open({ perDay: 60 });
    const [live, person] = [instance('live'), instance('person')];
    // What others have used of the day shows in the headers only.
    for (let count = 0; count < 20; count += 1) await callOnce(company.ledger);
    const until = async (ledger: Ledger) => {
      for (let made = 0; ; made += 1) {
        clock.advance(11_000);
        if ((await callOnce(ledger)) > 0) return made;
      }
    };
    const made = await until(live);
    expect(made).toBeGreaterThanOrEqual(35);
    expect(made).toBeLessThanOrEqual(37);
    expect(made + (await until(person))).toBe(40);
    // With leave, Zoho would have been asked and would have said no: it was not.
    expect(company.calls).toHaveLength(60);
  });
});

describe('too many at once', () => {
  it('does not happen with ten lanes in two workers where five are allowed', async () => {
    const { instance } = await open({ concurrent: 5 });
    const ledgers = [instance('live'), instance('live')];
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => callOnce(ledgers[index % 2] ?? company.ledger)),
    );
    expect(answers).toEqual(Array.from({ length: 10 }, () => 0));
  });
});
