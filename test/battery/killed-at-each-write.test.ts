// One order and one refund whose function is killed at every write to another system, right after that has acted.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Faults } from '../sandbox/faults.ts';
import { SeededRandom } from '../simulation/seeded-random.ts';
import { compareWorld } from './checks/compare.ts';
import { readWorld } from './checks/world.ts';
import { type Company, startCompany } from './company/company.ts';
import { heal, quiet, runTimer } from './company/heal.ts';
import { Market } from './company/market.ts';
import { insistOnRefund, wishRefund } from './company/staff.ts';

const LEASE_ENDS_MS = 5 * 60_000;
const LOOK_MS = 10;
const TIMEOUT_MS = 60_000;

let company: Company;

beforeEach(async () => {
  company = await startCompany();
});

afterEach(() => company.close());

type Write = readonly [method: string, path: string];

const writesToZoho: readonly Write[] = [
  ['POST', '/crm/v8/Accounts/upsert'],
  ['POST', '/crm/v8/Contacts/upsert'],
  ['PUT', '/books/v3/contacts'],
  ['POST', '/inventory/v1/salesorders'],
  ['PUT', '/books/v3/invoices'],
  ['POST', '/status/sent'],
  ['PUT', '/books/v3/customerpayments'],
];
const writesToShop: readonly Write[] = [['PUT', '/orders/']];
const refundWrites: readonly Write[] = [
  ['PUT', '/books/v3/creditnotes'],
  ['POST', '/refunds'],
];

test('killed after each write of an order and its refund, everything is there once', async () => {
  const market = new Market(company);
  const { zoho, shop, cybersource } = company;
  hangAfter(zoho.api.faults, writesToZoho);
  hangAfter(shop.faults, writesToShop);
  const buyer = { firstName: 'Ada', lastName: 'Lane', email: 'ada@example.com' };
  const purchase = await market.pay(market.order(buyer), true);
  await killWhileItHangs(zoho.api.faults, 'worker', writesToZoho.length);
  await killWhileItHangs(shop.faults, 'worker', writesToShop.length);
  await heal(company);
  expect(compareWorld(readWorld(company))).toEqual([]);

  hangAfter(cybersource.faults, [['POST', '/refunds']]);
  hangAfter(zoho.api.faults, refundWrites);
  const wish = wishRefund(company, new SeededRandom(1, 'refund'), purchase, 1_234);
  const [answer] = await Promise.all([
    insistOnRefund(company, 'agent', wish),
    killWhileItHangs(cybersource.faults, 'api', 1),
  ]);
  // Whoever asks again learns how it stands; the gateway's webhook may have told us meanwhile.
  expect(answer.status).toBe(200);
  expect(['sent', 'succeeded']).toContain(answer.state);
  await killWhileItHangs(zoho.api.faults, 'worker', refundWrites.length);
  await heal(company);
  const world = readWorld(company);
  expect(compareWorld(world)).toEqual([]);
  expect(world.gateway.filter(({ kind }) => kind === 'refund')).toHaveLength(1);
});

function hangAfter(faults: Faults, writes: readonly Write[]): void {
  for (const [method, path] of writes) faults.arm({ mode: 'hang-after', method, path });
}

/** Waits for the armed writes one by one, each time in vain for the one who made it. */
async function killWhileItHangs(faults: Faults, name: string, writes: number): Promise<void> {
  for (let left = writes - 1; left >= 0; left -= 1) {
    await untilArmed(faults, left);
    company.catalyst.functions.kill(name);
    // The person at the panel asks again by himself; what died in the worker waits for its lease and the timer.
    if (name !== 'worker') continue;
    await quiet(company);
    company.clock.advance(LEASE_ENDS_MS);
    await runTimer(company);
  }
}

async function untilArmed(faults: Faults, count: number): Promise<void> {
  const end = performance.now() + TIMEOUT_MS;
  while (faults.armed.length > count) {
    if (performance.now() > end) {
      throw new Error(`nobody wrote to ${faults.armed.map(({ path }) => path).join(', ')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
