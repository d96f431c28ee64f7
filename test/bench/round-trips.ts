// Store round trips and outside calls of one order, counted where they arrive.
import type { BenchCompany } from './bench-company.ts';
import { atMost, type Finding } from './finding.ts';
import { announce, placePaidOrder, untilProcessing } from './paid-orders.ts';
import { byTable, storeCallOf } from './store-calls.ts';
import { recordCalls, type WireCall } from './wire-counts.ts';

const TIMEOUT_MS = 30_000;
const IDLE_LOOK_MS = 20;
/** The bars, CRM aside. */
const NEW_CUSTOMER_MAX = 7;
const KNOWN_CUSTOMER_MAX = 4;
/** Customers' numbers that nobody else in the bench uses. */
const FIRST = 1_000;
const SECOND = 1_001;

/** One order after the other: the first of all, a new customer's, the same customer's next. */
export async function measureRoundTrips(company: BenchCompany): Promise<Finding[]> {
  const first = await recordOrder(company, FIRST);
  const fresh = await recordOrder(company, SECOND);
  const known = await recordOrder(company, SECOND);
  return [
    { what: 'Zoho calls, first order of all', measured: zohoCalls(first).text },
    zohoFinding("Zoho calls, new customer's order", fresh, NEW_CUSTOMER_MAX),
    zohoFinding("Zoho calls, known customer's order", known, KNOWN_CUSTOMER_MAX),
    ...storeFindings("store round trips, new customer's order", fresh),
    ...storeFindings("store round trips, known customer's order", known),
  ];
}

/** Every call that an order causes, until all is quiet again. */
async function recordOrder(company: BenchCompany, customer: number): Promise<WireCall[]> {
  const { catalyst, cybersource, shop, zoho } = company;
  const paid = await placePaidOrder(company, customer);
  const record = recordCalls({
    store: catalyst.url,
    accounts: zoho.accounts.url,
    zoho: zoho.api.url,
    gateway: cybersource.url,
    shop: shop.url,
  });
  catalyst.takeCounts();
  await announce(company.gatewayHook, company.subscription, paid);
  await untilProcessing(shop, [paid], TIMEOUT_MS);
  await untilIdle(company);
  const calls = record.stop();
  checkAgainst(catalyst.takeCounts(), calls);
  return calls;
}

async function untilIdle({ catalyst }: BenchCompany): Promise<void> {
  const isBusy = () =>
    catalyst.jobs.list().some(({ status }) => status === 'PENDING' || status === 'RUNNING');
  while (isBusy()) await new Promise((resolve) => setTimeout(resolve, IDLE_LOOK_MS));
}

/** @throws when the stand-in has counted other store calls than came by: then one of the two is wrong. */
function checkAgainst(counted: Readonly<Record<string, number>>, calls: readonly WireCall[]): void {
  const inStandIn = Object.entries(counted)
    .filter(([operation]) => /^(row|zcql)\./.test(operation))
    .reduce((sum, [, count]) => sum + count, 0);
  const onTheWire = storeCalls(calls).length;
  if (inStandIn !== onTheWire) {
    throw new Error(`the stand-in counted ${inStandIn} store calls, ${onTheWire} came by`);
  }
}

function storeCalls(calls: readonly WireCall[]) {
  return calls
    .filter(({ service }) => service === 'store')
    .flatMap((call) => storeCallOf(call) ?? []);
}

function storeFindings(what: string, calls: readonly WireCall[]): Finding[] {
  const ofStore = storeCalls(calls);
  return [{ what, measured: `${ofStore.length}` }, ...byTable(ofStore)];
}

function zohoFinding(what: string, calls: readonly WireCall[], limit: number): Finding {
  const { counted, text } = zohoCalls(calls);
  return atMost({ what, measured: text }, counted, limit, ' without CRM');
}

/** Books and Inventory share one limit; CRM has its own and takes batches. */
function zohoCalls(calls: readonly WireCall[]): { counted: number; text: string } {
  const of = (product: string) =>
    calls.filter(({ service, path }) => service === 'zoho' && path.startsWith(`/${product}/`))
      .length;
  const [books, inventory, crm] = [of('books'), of('inventory'), of('crm')];
  const accounts = calls.filter(({ service }) => service === 'accounts').length;
  const token = accounts === 0 ? '' : `, ${accounts} token`;
  return {
    counted: books + inventory,
    text: `${books} Books, ${inventory} Inventory, ${crm} CRM${token}`,
  };
}
