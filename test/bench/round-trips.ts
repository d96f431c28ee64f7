// Store round trips and outside calls of whole orders, counted where they arrive.
import type { BenchCompany } from './bench-company.ts';
import { atMost, type Finding } from './finding.ts';
import { announce, placePaidOrder } from './paid-orders.ts';
import { productCalls, recordWork, serviceCalls, type Work } from './recorded-work.ts';
import { byTable, storeCalls } from './store-calls.ts';

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

/** What an order costs from the gateway's notification until all is quiet again. */
export async function recordOrder(company: BenchCompany, customer: number): Promise<Work> {
  const paid = await placePaidOrder(company, customer);
  const work = await recordWork(company, () => announce(company, paid));
  const status = company.shop.orders().find(({ id }) => id === paid.order.id)?.status;
  if (status !== 'processing') throw new Error(`an order did not get through: ${status}`);
  return work;
}

function storeFindings(what: string, { calls }: Work): Finding[] {
  const ofStore = storeCalls(calls);
  return [{ what, measured: `${ofStore.length}` }, ...byTable(ofStore)];
}

function zohoFinding(what: string, work: Work, limit: number): Finding {
  const { counted, text } = zohoCalls(work);
  return atMost({ what, measured: text }, counted, limit, ' without CRM');
}

/** Books and Inventory share one limit; CRM has its own and takes batches. */
function zohoCalls(work: Work): { counted: number; text: string } {
  const [books = 0, inventory = 0, crm = 0] = ['books', 'inventory', 'crm'].map((product) =>
    productCalls(work, product),
  );
  const accounts = serviceCalls(work, 'accounts');
  const token = accounts === 0 ? '' : `, ${accounts} token`;
  return {
    counted: books + inventory,
    text: `${books} Books, ${inventory} Inventory, ${crm} CRM${token}`,
  };
}
