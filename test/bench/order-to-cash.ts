// Whole order-to-cash runs per second, webhook in to the shop's order in processing, beside a plain script.
import { join } from 'node:path';
import { company as facts, GATEWAY_HOST, wideScopes } from '../sandbox/setup/company-facts.ts';
import { staffMember } from '../sandbox/setup/staff.ts';
import type { BareInput, BareReport } from './bare-order-to-cash.ts';
import type { BenchCompany } from './bench-company.ts';
import { runHelper } from './child-process.ts';
import { atLeast, type Finding } from './finding.ts';
import { announce, type PaidOrder, placePaidOrder, untilProcessing } from './paid-orders.ts';
import { digits } from './statistics.ts';

const CUSTOMERS = 40;
const ORDERS_EACH = 4;
/** As many as our worker takes up at once. */
const SIDE_BY_SIDE = 6;
const PER_SECOND_MIN = 25;
const TIMEOUT_MS = 60_000;

/** The bare script first: both see an equally empty company, and its customers are others. */
export async function measureOrderToCash(
  company: BenchCompany,
  dataDir: string,
): Promise<Finding[]> {
  const bare = await runBare(company, await placeOrders(company, 2_000), dataDir);
  company.catalyst.takeCounts();
  const paid = (await placeOrders(company, 3_000)).flat();
  const ours = await runOurs(company, paid);
  const counts = Object.entries(company.catalyst.takeCounts());
  const perOrder = (pattern: RegExp) =>
    counts.reduce((sum, [name, count]) => (pattern.test(name) ? sum + count : sum), 0) /
    paid.length;
  return [
    atLeast(
      {
        what: 'order-to-cash per second',
        measured: `${digits(ours)} (${digits(ours / bare)} of baseline)`,
        baseline: `${digits(bare)} plain script`,
      },
      ours,
      PER_SECOND_MIN,
      '',
    ),
    {
      what: '  store round trips and jobs per order of that burst',
      measured: `${digits(perOrder(/^(row|zcql)\./))} and ${digits(perOrder(/^job\./))}`,
    },
  ];
}

/** By customer. */
async function placeOrders(company: BenchCompany, firstCustomer: number): Promise<PaidOrder[][]> {
  const customers: PaidOrder[][] = [];
  for (let index = 0; index < CUSTOMERS; index += 1) {
    const orders: PaidOrder[] = [];
    for (let each = 0; each < ORDERS_EACH; each += 1) {
      orders.push(await placePaidOrder(company, firstCustomer + index));
    }
    customers.push(orders);
  }
  return customers;
}

async function runOurs(company: BenchCompany, paid: readonly PaidOrder[]): Promise<number> {
  const startedAt = performance.now();
  const announced = paid.map((one) => announce(company, one));
  await Promise.all([...announced, untilProcessing(company.shop, paid, TIMEOUT_MS)]);
  return paid.length / ((performance.now() - startedAt) / 1000);
}

async function runBare(
  company: BenchCompany,
  customers: readonly (readonly PaidOrder[])[],
  dataDir: string,
): Promise<number> {
  const { cybersource, credentials, shop, zoho, clearingAccounts } = company;
  const books = zoho.seedCompany();
  const keys = `${credentials.shopConsumerKey}:${credentials.shopConsumerSecret}`;
  const token = zoho.accessToken(staffMember('admin').email, wideScopes);
  const sample = customers[0]?.[0]?.order;
  const input: BareInput = {
    file: join(dataDir, 'bare-order-to-cash.sqlite'),
    customers: customers.map((orders) => orders.map(bareOrder)),
    sideBySide: SIDE_BY_SIDE,
    gateway: { url: cybersource.url, host: GATEWAY_HOST, merchant: credentials.merchants.USD },
    shop: { url: shop.url, authorization: `Basic ${Buffer.from(keys).toString('base64')}` },
    zoho: {
      url: zoho.api.url,
      authorization: `Zoho-oauthtoken ${token}`,
      organizationId: facts.booksOrganizationId,
      currencyId: books.currencies.USD ?? '',
      clearingAccountId: clearingAccounts.USD,
    },
    lines: (sample?.lines ?? []).map(({ sku, quantity, priceMinor }) => ({
      itemId: books.items[sku]?.itemId ?? '',
      quantity,
      priceMinor,
    })),
  };
  const { perSecond } = await runHelper<BareReport>('bare-order-to-cash.ts', input);
  await untilProcessing(shop, customers.flat(), 0);
  return perSecond;
}

function bareOrder({ order, gatewayId }: PaidOrder) {
  const { id: orderId, totalMinor, shippingMinor, billing } = order;
  const name = `${billing.first_name} ${billing.last_name}`;
  return { orderId, gatewayId, totalMinor, shippingMinor, name, email: billing.email };
}
