// Store round trips of the ordinary events, one by one, from the hook's insert until all is quiet.
import { createHmac } from 'node:crypto';
import { company as facts, GATEWAY_HOST } from '../sandbox/setup/company-facts.ts';
import { createGatewayClient } from '../sandbox/woocommerce/gateway-client.ts';
import type { BenchCompany } from './bench-company.ts';
import { atMost, type Finding } from './finding.ts';
import { announce, type Paid, type PaidOrder, placePaidOrder, postSigned } from './paid-orders.ts';
import { recordWork, type Work } from './recorded-work.ts';
import { byOperation, isIdleLook, type StoreCall, storeCalls } from './store-calls.ts';

/** Issue bar. */
const ROUND_TRIPS_MAX = 8;
/** Customers' numbers that nobody else in the bench uses. */
const CUSTOMERS_FROM = 1_500;
const EVENT = {
  captured: 'payments.captures.accept',
  refunded: 'payments.refunds.accept',
  decided: 'risk.casemanagement.decision.accept',
} as const;

const WORDS = {
  repeated: 'repeated webhook',
  settled: 'payment known, now settled',
  captured: 'capture of an authorized payment',
  refunded: 'refund made at the gateway',
  decided: 'review decided',
  'shop-order': 'shop order',
} as const;
export type EventKind = keyof typeof WORDS;

/** An ordinary event, what it cost, and the state in which its row came to rest. */
export interface OrdinaryEvent {
  readonly kind: EventKind;
  readonly work: Work;
  readonly state: string;
}

export async function measureOrdinaryEvents(company: BenchCompany): Promise<Finding[]> {
  const events = await recordOrdinaryEvents(company);
  return events.map(({ kind, work, state }) => {
    const { event, run, idle } = splitWork(work);
    const measured = `${event.length} (run ${run.length}, idle looks ${idle.length})`;
    const baseline = state === 'done' ? byOperation(event) : `the event is ${state}, not done`;
    const finding = { what: `store round trips, ${WORDS[kind]}`, measured, baseline };
    const judged = atMost(finding, event.length, ROUND_TRIPS_MAX, '');
    return { ...judged, holds: judged.holds === true && state === 'done' };
  });
}

/** The event's own round trips, those of the run that it starts or wakes, and the worker's looks for more. */
export function splitWork({ calls }: Work) {
  const all = storeCalls(calls);
  const ofWork = all.filter((call) => !isIdleLook(call));
  // The worker puts the event to rest before it carries on the run; a sleeping one it has leased just before that.
  const end = ofWork.findLastIndex(({ table }) => table === 'Inbox') + 1;
  const isLease = ({ table, operation }: StoreCall) => table === 'Runs' && operation !== 'insert';
  const until = ofWork.slice(0, end);
  return {
    event: until.filter((call) => !isLease(call)),
    run: [...until.filter(isLease), ...ofWork.slice(end)],
    idle: all.filter(isIdleLook),
  };
}

/** Each on a payment of its own, where one is already known. */
export async function recordOrdinaryEvents(company: BenchCompany): Promise<OrdinaryEvent[]> {
  const tell = (order: PaidOrder, about?: Parameters<typeof announce>[2]) =>
    announce(company, order, about);
  let customer = CUSTOMERS_FROM;
  const known = async (paid: Paid) => {
    const order = await placePaidOrder(company, customer++, paid);
    await recordWork(company, () => tell(order));
    return order;
  };
  const events: OrdinaryEvent[] = [];
  const record = async (kind: EventKind, start: () => Promise<unknown>) => {
    const work = await recordWork(company, start);
    const [row] = company.catalyst.tables.newest('Inbox', 1);
    events.push({ kind, work, state: row?.state ?? '' });
  };

  const sold = await known('sale');
  await record('repeated', () => tell(sold));
  company.cybersource.settleBatch();
  // A settlement has no event of its own: whatever is said of the payment makes us read it again.
  await record('settled', () => tell(sold, { eventType: EVENT.captured }));
  const authorized = await known('authorization');
  const capture = await followUp(company, authorized, 'captures');
  await record('captured', () =>
    tell(authorized, { eventType: EVENT.captured, gatewayId: capture }),
  );
  const refund = await followUp(company, sold, 'refunds');
  await record('refunded', () => tell(sold, { eventType: EVENT.refunded, gatewayId: refund }));
  const held = await known('review');
  await decide(company, held);
  await record('decided', () => tell(held, { eventType: EVENT.decided }));
  await record('shop-order', () => announceOrder(company, sold));
  return events;
}

/** A capture or a refund of the whole amount. @returns its gateway id. */
async function followUp(
  company: BenchCompany,
  { order, gatewayId }: PaidOrder,
  kind: 'captures' | 'refunds',
): Promise<string> {
  const { id } = await askGateway(company, `/pts/v2/payments/${gatewayId}/${kind}`, {
    clientReferenceInformation: { code: String(order.id) },
    orderInformation: {
      amountDetails: {
        totalAmount: (order.totalMinor / 100).toFixed(2),
        currency: order.currency,
      },
    },
  });
  return id;
}

async function decide(company: BenchCompany, { gatewayId }: PaidOrder): Promise<void> {
  await askGateway(company, `/risk/v1/decisions/${gatewayId}/actions`, {
    decisionInformation: { decision: 'ACCEPT' },
    processingInformation: { actionList: ['CAPTURE'] },
  });
}

async function askGateway(
  { clock, cybersource, credentials }: BenchCompany,
  path: string,
  body: object,
): Promise<{ readonly id: string }> {
  const call = createGatewayClient({ clock, url: cybersource.url, host: GATEWAY_HOST });
  const { status, text } = await call(credentials.merchants.USD, 'POST', path, body);
  if (status >= 300) throw new Error(`the gateway refused POST ${path}: ${text}`);
  return JSON.parse(text) as { id: string };
}

/** The shop's own notification of an order, signed as the shop signs. */
async function announceOrder(
  { catalyst, credentials, shop }: BenchCompany,
  { order }: PaidOrder,
): Promise<void> {
  const keys = Buffer.from(`${credentials.shopConsumerKey}:${credentials.shopConsumerSecret}`);
  const answer = await fetch(`${shop.url}/wp-json/wc/v3/orders/${order.id}`, {
    headers: { authorization: `Basic ${keys.toString('base64')}` },
  });
  const body = await answer.text();
  const signature = createHmac('sha256', credentials.shopWebhookSecret).update(body);
  const url = `${catalyst.functions.base}/hooks/woocommerce/${facts.installation}`;
  await postSigned(
    url,
    {
      'content-type': 'application/json',
      'x-wc-webhook-topic': 'order.updated',
      'x-wc-webhook-resource': 'order',
      'x-wc-webhook-event': 'updated',
      'x-wc-webhook-signature': signature.digest('base64'),
      'x-wc-webhook-delivery-id': `bench-${order.id}`,
    },
    body,
  );
}
