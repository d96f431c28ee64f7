// Measures what scale-on-paper.ts reckons with: what an order and all that belongs to it cost, counted on the wire.
import type { BenchCompany } from './bench-company.ts';
import { commonStoreCalls, recordIdleMinutes } from './idle-minute.ts';
import { recordOrdinaryEvents } from './ordinary-events.ts';
import { productCalls, serviceCalls, type Work } from './recorded-work.ts';
import { recordOrder } from './round-trips.ts';
import { type MeasuredCounts, sumOf, type Usage } from './scale-on-paper.ts';
import { storeCalls } from './store-calls.ts';

/** Customers' numbers that nobody else in the bench uses. */
const FIRST = 9_000;
const SECOND = 9_001;

export async function measureCounts(company: BenchCompany): Promise<MeasuredCounts> {
  const minutes = await recordIdleMinutes(company);
  const each = 1 / minutes.length;
  // The first order of all also asks what only a process does that has just started.
  await recordOrder(company, FIRST);
  const newCustomer = usageOf(await recordOrder(company, SECOND));
  const knownCustomer = usageOf(await recordOrder(company, SECOND));
  const events = new Map(
    (await recordOrdinaryEvents(company)).map(({ kind, work }) => [kind, usageOf(work)]),
  );
  const event = (kind: Parameters<typeof events.get>[0]): Usage => {
    const usage = events.get(kind);
    if (usage === undefined) throw new Error(`no ${kind} event was measured`);
    return usage;
  };
  return {
    newCustomer,
    knownCustomer,
    settlement: event('settled'),
    refund: event('refunded'),
    shopEvent: event('shop-order'),
    idleMinute: sumOf(minutes.map((minute) => [usageOf(minute), each])),
    commonOfMinute: minutes.reduce((sum, minute) => sum + commonStoreCalls(minute) * each, 0),
  };
}

function usageOf(work: Work): Usage {
  const calls = storeCalls(work.calls);
  const of = (operation: string) => calls.filter((call) => call.operation === operation).length;
  return {
    selects: of('select'),
    inserts: of('insert'),
    updates: of('update') + of('delete'),
    jobs: work.jobs,
    books: productCalls(work, 'books'),
    inventory: productCalls(work, 'inventory'),
    crm: productCalls(work, 'crm'),
    gateway: serviceCalls(work, 'gateway'),
    shop: serviceCalls(work, 'shop'),
  };
}
