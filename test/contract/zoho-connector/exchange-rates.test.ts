// The organization's own exchange rates, as mappings ask for them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConnectedCompany, connectCompany } from './connected-company.ts';

const ask = { source: 'books', from: 'JPY', to: 'USD', date: '2026-03-01' } as const;

describe('exchange rates of the books', () => {
  let company: ConnectedCompany;
  beforeAll(async () => {
    company = await connectCompany({ budgets: false });
  });
  afterAll(() => company.zoho.close());

  it('are the closest ones on or before the day, into the base currency', async () => {
    expect(await company.rates.readRate(ask)).toEqual({ ok: true, value: '0.0067' });
  });

  it('are one for the currency itself, without a call', async () => {
    const before = company.calls.length;
    const same = await company.rates.readRate({ ...ask, to: 'JPY' });
    expect(same).toEqual({ ok: true, value: '1' });
    expect(company.calls).toHaveLength(before);
  });

  it('are told for any currency but the books’ own, without naming that', async () => {
    const { from: currency, date } = ask;
    const rate = await company.rates.readBaseRate({ currency, date });
    expect(rate).toEqual({ ok: true, value: '0.0067' });
    for (const own of ['USD', 'XTS']) {
      const none = await company.rates.readBaseRate({ currency: own, date });
      expect(none).toEqual({ ok: true, value: undefined });
    }
  });

  it.each([
    ['out of the base currency', { ...ask, from: 'USD', to: 'JPY' }],
    ['a currency that the books do not have', { ...ask, from: 'XTS' }],
    ['the rate that the gateway used', { ...ask, source: 'gateway' as const }],
  ])('are unknown for %s', async (_, unknown) => {
    expect(await company.rates.readRate(unknown)).toEqual({ ok: true, value: undefined });
  });
});
