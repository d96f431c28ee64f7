// For a day no webhook arrives and no timer runs; the first poll after it brings everything into the books.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compareWorld } from './checks/compare.ts';
import { readWorld } from './checks/world.ts';
import { type Company, startCompany } from './company/company.ts';
import { quiet, runTimer } from './company/heal.ts';
import { Market } from './company/market.ts';

const HOUR_MS = 3_600_000;
const ALL = 1_000_000;

let company: Company;

beforeEach(async () => {
  company = await startCompany();
});

afterEach(() => company.close());

test('a day of lost webhooks heals within one poll', async () => {
  const { clock, cybersource, shop, catalyst } = company;
  // The last time that we looked before the day.
  await runTimer(company);
  await quiet(company);
  for (const { switches } of [cybersource.faults, shop.faults]) switches.set('webhook-drop', ALL);

  const market = new Market(company);
  const buy = (name: string, capture: boolean) => {
    const buyer = { firstName: 'Ada', lastName: name, email: `${name.toLowerCase()}@example.com` };
    return market.pay(market.order(buyer), capture);
  };
  const sale = await buy('Lane', true);
  const authorized = await buy('Lane', false);
  const held = await market.pay(
    market.order({ firstName: 'Bo', lastName: 'Hold', email: 'bo+review@example.com' }),
    false,
  );
  clock.advance(9 * HOUR_MS);
  await market.capture(authorized, authorized.order.totalMinor);
  await market.refund(sale, 500);
  clock.advance(9 * HOUR_MS);
  await market.decide(held, 'ACCEPT');
  await buy('Reed', false);
  await market.pay(
    market.order({ firstName: 'Di', lastName: 'Deed', email: 'di+decline@example.com' }),
    true,
  );
  clock.advance(5 * HOUR_MS);
  expect(catalyst.tables.newest('Payments', 10)).toEqual([]);

  await runTimer(company);
  await quiet(company);
  expect(compareWorld(readWorld(company))).toEqual([]);
  expect(catalyst.tables.newest('Payments', 10)).toHaveLength(5);
  // Nobody looked at review decisions for longer than is safe: that is told, for each merchant.
  const alarms = catalyst.tables.newest('Alarms', 10).map(({ problem }) => String(problem));
  expect(alarms).toEqual(Array(3).fill(expect.stringContaining('"decisions-late"')));
});
