// Takes up one event of the inbox: finds out which transaction it is about and applies that transaction's truth.
import type { GatewayId, InstallationId, MerchantId } from '../domain/ids.ts';
import { isSafeId } from '../domain/ids.ts';
import { type Problem, problem } from '../domain/problem.ts';
import type { Companies, Company } from '../ports/company.ts';
import type { Exchange, Witness } from '../ports/platform.ts';
import type { Row } from '../store/schema.ts';
import { release } from '../work/lease.ts';
import { unpackBody } from '../work/packed-text.ts';
import { judgeMissing } from '../work/retry.ts';
import type { ChangePorts } from './announce-change.ts';
import { announceShopOrder } from './announce-shop-order.ts';
import { isAboutToken } from './announce-token.ts';
import { watchedRecordOf } from './announce-zoho-change.ts';
import { applyTransaction } from './apply-transaction.ts';
import { type RestPorts, restAfterProblem } from './rest-after-problem.ts';

export interface EventPorts extends RestPorts, ChangePorts {
  readonly companies: Companies;
  readonly witness: Witness;
}

/** Event types of the gateway whose subject is a transaction; all others are kept and acknowledged. */
const ABOUT_TRANSACTIONS = /^(payments\.|risk\.|transaction\.)/;

/** Works on an event that the caller has claimed. */
export async function processEvent(ports: EventPorts, event: Row<'Inbox'>): Promise<void> {
  const { value: found, last } = await ports.witness.watch(() => apply(ports, event));
  if (found === undefined) {
    await release(ports, 'Inbox', event, { state: 'done', problem: '' });
    return;
  }
  const seen = last === undefined ? {} : { last };
  if (found.code === 'not-there-yet') {
    await waitForMissing(ports, event, found, seen);
  } else await restAfterProblem(ports, 'Inbox', event, found, seen);
}

/** The event is about something that is not there (yet): it waits for it in sight, for a day. */
async function waitForMissing(
  ports: EventPorts,
  event: Row<'Inbox'>,
  missing: Problem,
  seen: { readonly last?: Exchange },
): Promise<void> {
  const now = ports.clock.now();
  const sinceMs = now - (event.received_at ?? now);
  const verdict = judgeMissing({ attempts: event.attempts ?? 1, sinceMs }, ports.random);
  if (verdict.kind === 'parked') {
    const dueAt = now + verdict.delayMs;
    await release(ports, 'Inbox', event, {
      state: 'parked',
      dueAt,
      problem: JSON.stringify(missing),
    });
    return;
  }
  const lost = problem('never-appeared', 'none', missing.facts);
  const found = verdict.kind === 'dead' ? lost : missing;
  await restAfterProblem(ports, 'Inbox', event, found, seen);
}

async function apply(ports: EventPorts, event: Row<'Inbox'>): Promise<Problem | undefined> {
  if (event.source === 'woocommerce') {
    await announceShopOrder(ports, event);
    return undefined;
  }
  if (isAboutToken(event)) {
    const { announceToken } = await import('./announce-token.ts');
    return announceToken(ports, event);
  }
  const record = watchedRecordOf(event);
  if (record !== undefined) {
    const installation = event.installation as InstallationId;
    const { announceZohoChange } = await import('./announce-zoho-change.ts');
    return announceZohoChange(ports, installation, record, event.subject ?? '');
  }
  if (!ABOUT_TRANSACTIONS.test(event.event_type)) return undefined;
  const opened = await ports.companies.open(event.installation as InstallationId);
  if (!opened.ok) return opened.problem;
  const company = opened.value;
  const merchants =
    event.merchant_id === undefined
      ? company.merchants.map((merchant) => merchant.merchantId)
      : [event.merchant_id as MerchantId];
  const subject = event.subject ?? '';
  if (!isSafeId(subject)) return applyByReference(ports, company, merchants, unpackBody(event));
  let last: Problem | undefined;
  for (const merchant of merchants) {
    const applied = await applyTransaction(ports, company, merchant, subject as GatewayId);
    if (applied.ok) return undefined;
    last = applied.problem;
    if (last.code !== 'not-found') return last;
  }
  return last ?? problem('merchant-unknown', 'fix-setup', { merchant: '' });
}

/** A reference is an order's number most often, and has few transactions. */
const NAMED_MAX = 20;

/** Some announcements, such as an analyst's decision, name the merchant's reference instead of a transaction. */
async function applyByReference(
  ports: EventPorts,
  company: Company,
  merchants: readonly MerchantId[],
  body: string,
): Promise<Problem | undefined> {
  const references = company.gateway.referencesIn(body);
  if (references.length === 0) {
    return problem('invalid-request', 'none', { field: 'subject', detail: 'is missing' });
  }
  let applied = 0;
  for (const merchant of merchants) {
    for (const reference of references) {
      const search = { merchant, by: { reference }, limit: NAMED_MAX };
      const answer = await company.gateway.searchTransactions(search);
      if (!answer.ok) return answer.problem;
      for (const { id } of answer.value.found) {
        const result = await applyTransaction(ports, company, merchant, id);
        if (!result.ok) return result.problem;
        applied += 1;
      }
    }
  }
  const what = `A transaction with the reference ${references.join(', ')}`;
  return applied > 0 ? undefined : problem('not-there-yet', 'wait', { what });
}
