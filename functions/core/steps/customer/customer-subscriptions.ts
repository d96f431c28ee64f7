// A customer's recurring charges: of the vault's customers whom their cards and payments name.
import type { CustomerView, SubscriptionView } from '../../contract/customer.ts';
import { nextChargeAt } from '../../domain/customer-subscription.ts';
import type { MerchantId } from '../../domain/ids.ts';
import type { Company } from '../../ports/company.ts';
import type { Clock } from '../../ports/platform.ts';
import type { Subscription } from '../../ports/subscriptions.ts';
import type { Row } from '../../store/schema.ts';
import type { PaymentRow } from '../../work/payment-records.ts';
import { readDetail } from '../payment-facts.ts';
import { viewProblem } from '../view-problem.ts';

/** The rest of the customer is shown also when the gateway does not answer. */
export async function subscriptionsOf(
  clock: Clock,
  company: Company,
  cards: readonly Row<'Cards'>[],
  payments: readonly PaymentRow[],
): Promise<CustomerView['subscriptions']> {
  const known = [
    ...cards.map((card) => [card.merchant_id, card.vault_customer_id] as const),
    ...payments.flatMap((payment) => {
      const id = readDetail(payment).facts?.customerProfileId;
      return id === undefined ? [] : [[payment.merchant_id, id] as const];
    }),
  ];
  const byMerchant = Map.groupBy(known, ([merchant]) => merchant);
  const answers = await Promise.all(
    [...byMerchant].map(([merchant, pairs]) => {
      const ids = [...new Set(pairs.map(([, id]) => id))];
      return company.subscriptions.ofCustomers(merchant as MerchantId, ids);
    }),
  );
  const failed = answers.find((answer) => !answer.ok);
  if (failed !== undefined && !failed.ok) return viewProblem(failed.problem);
  const now = clock.now();
  const read = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
  return {
    list: read.flatMap(({ found }) => found.map((one) => viewSubscription(one, now))),
    isComplete: read.every(({ isComplete }) => isComplete),
  };
}

function viewSubscription(subscription: Subscription, nowMs: number): SubscriptionView {
  const { id, name, state, amount, every } = subscription;
  const next = nextChargeAt(subscription, nowMs);
  return {
    id,
    name,
    state,
    ...(amount === undefined ? {} : { amount }),
    every,
    ...(next === undefined ? {} : { nextChargeAt: next }),
  };
}
