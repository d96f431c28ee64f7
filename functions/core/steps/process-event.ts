// Takes up one event of the inbox: finds out which transaction it is about and applies that transaction's truth.
import type { GatewayId, InstallationId, MerchantId } from '../domain/ids.ts';
import { isSafeId } from '../domain/ids.ts';
import { type Problem, problem } from '../domain/problem.ts';
import type { Companies } from '../ports/company.ts';
import type { Witness } from '../ports/platform.ts';
import type { Row } from '../store/schema.ts';
import type { Hand } from '../work/hand.ts';
import { release } from '../work/lease.ts';
import { applyTransaction } from './apply-transaction.ts';
import { type RestPorts, restAfterProblem } from './rest-after-problem.ts';

export interface EventPorts extends RestPorts {
  /** Takes up the runs that the event sets off. */
  readonly hand?: Hand;
  readonly companies: Companies;
  readonly witness: Witness;
}

/** Event types of the gateway whose subject is a transaction; all others are kept and acknowledged. */
const ABOUT_TRANSACTIONS = /^(payments\.|risk\.|transaction\.)/;

/** Works on an event that the caller has claimed. */
export async function processEvent(ports: EventPorts, event: Row<'Inbox'>): Promise<void> {
  const { value: found, last } = await ports.witness.watch(() => apply(ports, event));
  if (found === undefined) await release(ports, 'Inbox', event, { state: 'done', problem: '' });
  else await restAfterProblem(ports, 'Inbox', event, found, last === undefined ? {} : { last });
}

async function apply(ports: EventPorts, event: Row<'Inbox'>): Promise<Problem | undefined> {
  // A shop's order event needs nothing done: the payment's run reads the order itself.
  if (event.source === 'woocommerce') return undefined;
  if (!ABOUT_TRANSACTIONS.test(event.event_type)) return undefined;
  const opened = await ports.companies.open(event.installation as InstallationId);
  if (!opened.ok) return opened.problem;
  const company = opened.value;
  const subject = event.subject ?? '';
  if (subject === '' || !isSafeId(subject)) {
    return problem('invalid-request', 'none', { field: 'subject', detail: 'is missing' });
  }
  const merchants =
    event.merchant_id === undefined
      ? company.merchants.map((merchant) => merchant.merchantId)
      : [event.merchant_id as MerchantId];
  let last: Problem | undefined;
  for (const merchant of merchants) {
    const applied = await applyTransaction(ports, company, merchant, subject as GatewayId);
    if (applied.ok) return undefined;
    last = applied.problem;
    if (last.code !== 'not-found') return last;
  }
  return last ?? problem('merchant-unknown', 'fix-setup', { merchant: '' });
}
