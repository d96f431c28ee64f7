// What of a payment depends on who looks at it: how far the policy lets them go alone, and what was asked of whom.
import { boundsTheDay, policySteps } from '../../domain/policy.ts';
import { type Actor, mayDo } from '../../domain/role.ts';
import type { Company } from '../../ports/company.ts';
import type { Clock } from '../../ports/platform.ts';
import type { Store } from '../../ports/store.ts';
import { approvalsOfPayments } from '../../work/approvals.ts';
import { movedOnDay } from '../../work/day-claims.ts';
import type { Movement } from '../../work/movement-log.ts';
import type { PaymentRow } from '../../work/payment-records.ts';
import { judgeByPolicy } from '../movements/judge-movement.ts';
import { viewOffers } from '../movements/payment-offers.ts';
import type { ForPerson } from '../view-payment.ts';
import { viewProblem } from '../view-problem.ts';
import { viewRequest } from '../view-request.ts';
import { readPolicy } from './read-policy.ts';
import { personDay, refundFacts } from './refund-facts.ts';

interface ReadPorts {
  readonly store: Store;
  readonly clock: Clock;
}

/** Reads for all shown payments together: the policy, the requests, and the person's day where it is bounded. */
export async function readForPerson(
  ports: ReadPorts,
  company: Company,
  actor: Actor,
  payments: readonly PaymentRow[],
): Promise<(payment: PaymentRow, log: readonly Movement[]) => ForPerson> {
  if (payments.length === 0) return () => ({ policy: [], requests: [], offers: [], rooms: [] });
  const now = ports.clock.now();
  const [{ rules }, approvals] = await Promise.all([
    readPolicy(ports.store, company.installation),
    approvalsOfPayments(
      ports.store,
      payments.map((payment) => payment.payment_key),
    ),
  ]);
  const currencies = payments
    .filter((payment) => boundsTheDay(rules, refundFacts(payment, [], actor, now, 0)))
    .map(({ currency }) => currency);
  const moved = new Map(
    await Promise.all(
      [...new Set(currencies)].map(
        async (currency): Promise<[string, number]> => [
          currency,
          await movedOnDay(ports, personDay(company, actor, currency, now)),
        ],
      ),
    ),
  );
  return (payment, log) => {
    const facts = refundFacts(payment, log, actor, now, moved.get(payment.currency) ?? 0);
    const steps = mayDo(actor.role, 'refund') ? policySteps(rules, facts) : [];
    return {
      policy: steps.map(({ why, ...step }) => ({ ...step, why: viewProblem(why) })),
      ...viewOffers(company, payment, log, actor.role, now, (action, amountMinor) =>
        judgeByPolicy(rules, payment, log, actor, { action, amountMinor }, now),
      ),
      requests: approvals
        .filter((approval) => approval.payment_key === payment.payment_key)
        .map((approval) => viewRequest(approval, actor, now)),
    };
  };
}
