// Data Store misbehaves on the wire, in front of the genuine SDK: an order and a refund come out right all the same.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FaultMode } from '../sandbox/faults.ts';
import { SeededRandom } from '../simulation/seeded-random.ts';
import { compareWorld } from './checks/compare.ts';
import { readWorld } from './checks/world.ts';
import { type Company, startCompany } from './company/company.ts';
import { grantedStaffToken } from './company/granted-staff.ts';
import { heal, passTime } from './company/heal.ts';
import { type Buyer, Market, type Purchase } from './company/market.ts';
import { insistOnRefund, wishRefund } from './company/staff.ts';

let company: Company;
const random = new SeededRandom(1, 'store faults');
const LEASES_END_MS = 6 * 60_000;

beforeAll(async () => {
  company = await startCompany();
  // Who refunds has signed in before the store misbehaves.
  await grantedStaffToken(company, 'agent');
});

afterAll(() => company?.close());

type Operation = readonly [method: string, path: string];

/** Inserts, changes by ROWID, and ZCQL: conditional updates and reads. */
const operations: readonly Operation[] = [
  ['POST', '/row'],
  ['PATCH', '/row'],
  ['POST', '/query'],
];
/** Silence costs seconds of real time: once is enough. */
const queries: readonly Operation[] = [['POST', '/query']];
const inserts: readonly Operation[] = [['POST', '/row']];

/** What goes wrong, how many times, with which operations. */
const troubles: readonly (readonly [FaultMode, number, readonly Operation[]])[] = [
  ['cut-before', 6, operations],
  ['cut-after', 6, operations],
  ['bad-gateway', 6, operations],
  ['bad-json', 6, operations],
  ['rate-limit', 6, operations],
  ['hang', 1, queries],
  ['hang-after', 1, inserts],
  ['slow', 1, queries],
];

test.each(troubles)('%s (%i times): one order and one refund', async (mode, times, operations) => {
  const market = new Market(company);
  const sold = await market.pay(market.order(newBuyer()), true);
  await heal(company);
  for (const [method, path] of operations) {
    company.catalyst.faults.arm({ mode, method, path, times });
  }
  const wish = wishRefund(company, random, sold, 1_234);
  const [bought] = await Promise.all([
    market.pay(market.order(newBuyer()), true),
    insistOnRefund(company, 'agent', wish),
  ]);
  await passTime(company, LEASES_END_MS);
  await heal(company);
  const world = readWorld(company);
  expect(compareWorld(world)).toEqual([]);
  const stateOf = ({ paymentId }: Purchase) =>
    world.store.Payments.find((row) => row.gateway_id === paymentId)?.state;
  // Settled, when a midnight has passed meanwhile.
  for (const one of [sold, bought]) expect(stateOf(one)).toMatch(/^(captured|settled)$/);
});

function newBuyer(): Buyer {
  const number = random.whole(1, 1_000_000);
  return { firstName: 'Ada', lastName: `Lane ${number}`, email: `lane${number}@example.com` };
}
