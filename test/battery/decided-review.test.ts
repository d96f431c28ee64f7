// A payment that was held for review is decided: its second reading changes a row whose detail is a long text.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareWorld } from './checks/compare.ts';
import { readWorld } from './checks/world.ts';
import { type Company, startCompany } from './company/company.ts';
import { heal, passTime, quiet } from './company/heal.ts';
import { Market } from './company/market.ts';

const buyer = { firstName: 'Bo', lastName: "O'Neill (jr)", email: 'bo+review@example.com' };
const MINUTE_MS = 60_000;

let company: Company;

beforeAll(async () => {
  company = await startCompany();
});

afterAll(() => company?.close());

test.each(['ACCEPT', 'REJECT'] as const)(
  'a review that ends with %s is known',
  async (decision) => {
    const market = new Market(company);
    const purchase = await market.pay(market.order(buyer), false);
    await quiet(company);
    await market.decide(purchase, decision);
    await passTime(company, MINUTE_MS);
    await heal(company);
    expect(compareWorld(readWorld(company))).toEqual([]);
  },
);
