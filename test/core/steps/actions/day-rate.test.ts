// Which exchange rate is told the books: none in their own currency, that of the day in any other.
import { describe, expect, it } from 'vitest';
import { problem } from '../../../../functions/core/domain/problem.ts';
import { ok, refused } from '../../../../functions/core/domain/result.ts';
import { dayRate, UNKNOWN_RATE } from '../../../../functions/core/steps/actions/day-rate.ts';
import type { ActionScope } from '../../../../functions/core/steps/actions/define-action.ts';
import { findPayment } from '../../../../functions/core/work/payment-records.ts';
import { createWorld } from '../world.ts';

async function scopeWith(
  rate: Awaited<ReturnType<ActionScope['company']['rates']['readBaseRate']>>,
) {
  const world = createWorld();
  world.places('1001', 4_000);
  await world.happens({ id: 'p1', kind: 'sale', amountMinor: 4_000, reference: '1001' });
  await world.work();
  const payment = await findPayment(world.ports.store, 'inst-1|mid_usd|p1');
  if (payment === undefined) throw new Error('the payment is there');
  const asked: object[] = [];
  const rates = {
    ...world.company.rates,
    readBaseRate: async (ask: object) => {
      asked.push(ask);
      return rate;
    },
  };
  const company = { ...world.company, rates };
  const scope: ActionScope = {
    ...world.ports,
    company,
    subject: { payment },
    map: async () => refused(problem('not-found', 'none', { what: 'A mapping' })),
  };
  return { scope, asked };
}

describe('the rate of a day', () => {
  const rows: readonly [string, string | undefined, string | undefined, object, number][] = [
    ['of a document in the books’ own currency is not told, nor asked for', '1', '1.08', {}, 0],
    ['of a document that does not say is left to the books', undefined, '1.08', {}, 0],
    [
      'of a document in another currency is that of the day',
      '1.05',
      '1.08',
      { exchangeRate: '1.08' },
      1,
    ],
    [
      'of a payment without a document is looked up',
      UNKNOWN_RATE,
      '1.08',
      { exchangeRate: '1.08' },
      1,
    ],
    ['that nobody knows is left to the books', UNKNOWN_RATE, undefined, {}, 1],
  ];
  it.each(rows)('%s', async (_, known, read, wanted, calls) => {
    const { scope, asked } = await scopeWith(ok(read));
    expect(await dayRate(scope, known, '2026-11-20')).toEqual(ok(wanted));
    expect(asked).toHaveLength(calls);
    for (const ask of asked) expect(ask).toEqual({ currency: 'USD', date: '2026-11-20' });
  });

  it('that can’t be read now keeps the record from being written', async () => {
    const busy = refused(problem('zoho-busy', 'wait'));
    const { scope } = await scopeWith(busy);
    expect(await dayRate(scope, '1.05', '2026-11-20')).toEqual(busy);
  });
});
