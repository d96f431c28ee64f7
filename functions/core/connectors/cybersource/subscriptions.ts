// Recurring billing (RBS): subscriptions of customers of the vault, picked out of the merchant's list, which has no such filter.
import { subscriptionStates } from '../../domain/customer-subscription.ts';
import type { MerchantId } from '../../domain/ids.ts';
import { parseDecimal } from '../../domain/money.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Subscription, Subscriptions } from '../../ports/subscriptions.ts';
import { listAt, parseJson, present, textAt, valueAt } from '../transport/read-json.ts';
import {
  callGateway,
  type GatewayConnection,
  merchantUnknown,
  problemOfStatus,
} from './gateway-call.ts';

const TIMEOUT_MS = 10_000;
/** The largest page. */
const PAGE = 100;
/** Somebody waits for the answer. */
const PAGES_MAX = 5;

const UNITS: Readonly<Record<string, Subscription['every']['unit']>> = {
  D: 'day',
  W: 'week',
  M: 'month',
  Y: 'year',
};

export function createSubscriptions(connection: GatewayConnection): Subscriptions {
  return {
    async ofCustomers(merchant, customerIds) {
      if (customerIds.length === 0) return ok({ found: [], isComplete: true });
      const found: Subscription[] = [];
      for (let page = 0; page < PAGES_MAX; page += 1) {
        const rows = await readPage(connection, merchant, page);
        if (!rows.ok) return rows;
        const theirs = rows.value.filter((row) =>
          customerIds.includes(textAt(row, 'paymentInformation', 'customer', 'id') ?? ''),
        );
        found.push(...theirs.flatMap((row) => readSubscription(row) ?? []));
        if (rows.value.length < PAGE) return ok({ found, isComplete: true });
      }
      return ok({ found, isComplete: false });
    },
  };
}

async function readPage(
  connection: GatewayConnection,
  merchant: MerchantId,
  page: number,
): Promise<Result<readonly unknown[]>> {
  const answer = await callGateway(connection, {
    merchant,
    method: 'GET',
    path: `/rbs/v1/subscriptions?offset=${page * PAGE}&limit=${PAGE}`,
    timeoutMs: TIMEOUT_MS,
  });
  if (answer.kind === 'no-credentials') return refused(merchantUnknown(merchant));
  if (answer.kind === 'no-answer') return refused(problem('gateway-unavailable', 'retry'));
  // A merchant who has not bought recurring billing has no subscriptions.
  if (answer.status === 404) return ok([]);
  if (answer.status < 200 || answer.status > 299) {
    return refused(
      problemOfStatus(answer, merchant, 'The list of subscriptions', connection.clock.now()),
    );
  }
  return ok(listAt(parseJson(answer.body), 'subscriptions'));
}

/** Undefined for a row without what a schedule needs, or in a state that is new to us. */
function readSubscription(row: unknown): Subscription | undefined {
  const id = textAt(row, 'id');
  const information = valueAt(row, 'subscriptionInformation');
  const status = textAt(information, 'status')?.toLowerCase();
  const state = subscriptionStates.find((one) => one === status);
  const startsAt = Date.parse(textAt(information, 'startDate') ?? '');
  const plan = valueAt(row, 'planInformation');
  const unit = UNITS[textAt(plan, 'billingPeriod', 'unit')?.toUpperCase() ?? ''];
  const count = Number(textAt(plan, 'billingPeriod', 'length'));
  if (id === undefined || state === undefined || unit === undefined) return undefined;
  if (Number.isNaN(startsAt) || !Number.isSafeInteger(count) || count < 1) return undefined;
  const total = Number(textAt(plan, 'billingCycles', 'total'));
  const amount = valueAt(row, 'orderInformation', 'amountDetails');
  return present({
    id,
    name: textAt(information, 'name') ?? textAt(plan, 'name') ?? '',
    state,
    startsAt,
    every: { count, unit },
    totalCharges: Number.isSafeInteger(total) && total > 0 ? total : undefined,
    amount: parseDecimal(textAt(amount, 'billingAmount') ?? '', textAt(amount, 'currency') ?? ''),
  });
}
