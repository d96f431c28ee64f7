// Rates come through a port: each is fetched once, a missing one is a problem, a silent port is its own.
import { describe, expect, it } from 'vitest';
import { money } from '../../../functions/core/domain/money.ts';
import { problem } from '../../../functions/core/domain/problem.ts';
import { ok, refused } from '../../../functions/core/domain/result.ts';
import { readMapping } from '../../../functions/core/mapping/document.ts';
import { mapWithRates } from '../../../functions/core/mapping/map-with-rates.ts';
import type { RateAsk } from '../../../functions/core/mapping/transform.ts';
import { contextOf } from './mapping-catalogs.ts';
import { payment } from './sample-records.ts';

const convert = { use: 'convert-currency', rates: 'books', rounding: 'half-even' };
const amount = (to: string, currency: string) => ({
  to: [{ path: to }],
  from: [
    { path: 'payment.amount', part: 'amount' },
    { path: 'payment.submittedAt', part: 'date', through: [{ use: 'date-in-zone' }] },
  ],
  through: [{ ...convert, to: currency }],
});
const document = readMapping({
  id: 'test',
  version: 1,
  title: 'Converted',
  sources: [{ product: 'canonical', object: 'payment' }],
  target: { product: 'books', object: 'customer-payment' },
  rules: [amount('amount', 'USD'), amount('bank_charges', 'USD'), amount('unused_amount', 'CHF')],
});
const inEuro = { payment: { ...payment, amount: money(10000, 'EUR') } };

describe('mapping with rates', () => {
  it('asks once for each rate of the day, and converts exactly', async () => {
    const asks: RateAsk[] = [];
    const mapped = await mapWithRates(document, inEuro, contextOf(document), {
      readRate: async (ask) => {
        asks.push(ask);
        return ok(ask.to === 'USD' ? '1.08455' : '0.9');
      },
    });
    expect(asks).toEqual([
      { source: 'books', from: 'EUR', to: 'USD', date: '2026-05-04' },
      { source: 'books', from: 'EUR', to: 'CHF', date: '2026-05-04' },
    ]);
    expect(mapped).toMatchObject({
      ok: true,
      value: {
        complete: true,
        values: { amount: '108.46', bank_charges: '108.46', unused_amount: '90.00' },
      },
    });
  });

  it('a rate that nobody has stops the mapping with its day and currencies', async () => {
    const rates = { readRate: async () => ok(undefined) };
    const mapped = await mapWithRates(document, inEuro, contextOf(document), rates);
    expect(mapped.ok && mapped.value.problems[0]?.facts?.detail).toBe(
      'there is no rate from EUR to USD on 2026-05-04',
    );
  });

  it('books that don’t answer are the port’s own problem', async () => {
    const busy = refused(problem('zoho-busy', 'wait'));
    const rates = { readRate: async () => busy };
    expect(await mapWithRates(document, inEuro, contextOf(document), rates)).toEqual(busy);
  });

  it('asks for nothing when the amount has the wanted currency already', async () => {
    const [dollars] = document.rules;
    const one = { ...document, rules: dollars === undefined ? [] : [dollars] };
    const rates = { readRate: async () => refused(problem('zoho-busy', 'wait')) };
    const mapped = await mapWithRates(one, { payment }, contextOf(one), rates);
    expect(mapped.ok && mapped.value.values).toEqual({ amount: '129.90' });
  });
});
