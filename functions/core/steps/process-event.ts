// Takes up one event of the inbox: finds out which transaction it is about and applies that transaction's truth.
import type { GatewayId, InstallationId, MerchantId } from '../domain/ids.ts';
import { isSafeId } from '../domain/ids.ts';
import { type Problem, problem } from '../domain/problem.ts';
import type { Companies } from '../ports/company.ts';
import type { Clock, Log, Random } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import type { Row } from '../store/schema.ts';
import { release } from '../work/lease.ts';
import { judge } from '../work/retry.ts';
import { applyTransaction } from './apply-transaction.ts';

export interface EventPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly companies: Companies;
}

/** Event types of the gateway whose subject is a transaction; all others are kept and acknowledged. */
const ABOUT_TRANSACTIONS = /^(payments\.|risk\.|transaction\.)/;

/** Works on an event that the caller has claimed. */
export async function processEvent(ports: EventPorts, event: Row<'Inbox'>): Promise<void> {
  const problemFound = await apply(ports, event);
  if (problemFound === undefined) {
    await release(ports, 'Inbox', event, { state: 'done' });
    return;
  }
  const verdict = judge(
    problemFound,
    {
      attempts: event.attempts ?? 1,
      sinceMs: ports.clock.now() - (event.received_at ?? ports.clock.now()),
    },
    ports.random,
  );
  ports.log.warn('event stopped by a problem', { event: event.event_key, code: problemFound.code });
  await release(ports, 'Inbox', event, {
    state: verdict.kind === 'again' ? 'received' : 'dead',
    ...(verdict.kind === 'again' ? { dueAt: ports.clock.now() + verdict.delayMs } : {}),
    problem: JSON.stringify(problemFound).slice(0, 9_000),
  });
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
