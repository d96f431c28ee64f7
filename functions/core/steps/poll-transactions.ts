// The timer's safety net: finds transactions that no webhook announced, and re-reads payments that may have moved on.
import { subDays } from 'date-fns';
import type { GatewayTransactionSummary } from '../domain/gateway-transaction.ts';
import { type InstallationId, type MerchantId, paymentKey } from '../domain/ids.ts';
import type { Company } from '../ports/company.ts';
import type { Clock, Log } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import { moveCursor, readCursor } from '../work/cursors.ts';
import { putInInbox } from '../work/inbox.ts';

export interface PollPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}

/** How far back a new installation looks. */
const FIRST_LOOK_BACK_DAYS = 30;
/** The search index lags: what was read once is read again for this long. */
const OVERLAP_MS = 10 * 60_000;
const PAGE = 200;
const PAGES_MAX = 10;

/**
 * Puts every transaction since the last poll into the inbox and moves the cursor on. The cursor only passes what
 * was stored, so a failure reads the same window again.
 */
export async function pollTransactions(
  ports: PollPorts,
  company: Company,
  merchant: MerchantId,
): Promise<void> {
  const now = ports.clock.now();
  const name = `transactions|${merchant}`;
  const cursor = await readCursor(ports.store, company.installation, name);
  const readTo = cursor?.position ?? subDays(now, FIRST_LOOK_BACK_DAYS).getTime();
  const from = readTo - OVERLAP_MS;
  let reached = now;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const answer = await company.gateway.searchTransactions({
      merchant,
      by: { submittedFrom: from, submittedTo: now },
      offset: page * PAGE,
      limit: PAGE,
    });
    if (!answer.ok) {
      ports.log.warn('poll failed', { operation: 'search', code: answer.problem.code });
      return;
    }
    const unknown = await withoutKnown(
      ports.store,
      company.installation,
      merchant,
      answer.value.found,
    );
    for (const found of unknown) {
      await announce(ports, company.installation, merchant, found.id);
    }
    reached = answer.value.found.at(-1)?.submittedAt ?? now;
    if (answer.value.found.length < PAGE) {
      reached = now;
      break;
    }
  }
  await moveCursor(ports, company.installation, name, cursor, reached);
}

/** Two reads for a page, instead of a write for each transaction that a webhook has long brought. */
async function withoutKnown(
  store: Store,
  installation: InstallationId,
  merchant: MerchantId,
  found: readonly GatewayTransactionSummary[],
): Promise<readonly GatewayTransactionSummary[]> {
  if (found.length === 0) return found;
  const keys = found.map((one) => paymentKey(installation, merchant, one.id));
  const payments = await store.select('Payments', { where: [['payment_key', 'in', keys]] });
  const known = new Set(payments.map((row) => row.gateway_id));
  const rest = found.filter((one) => !known.has(one.id));
  if (rest.length === 0) return rest;
  const movements = await store.select('Movements', {
    where: [
      ['installation', '=', installation],
      ['gateway_id', 'in', rest.map((one) => one.id)],
    ],
  });
  const moved = new Set(movements.map((row) => row.gateway_id));
  return rest.filter((one) => !moved.has(one.id));
}

function announce(
  ports: PollPorts,
  installation: InstallationId,
  merchant: MerchantId,
  id: string,
): Promise<'stored' | 'duplicate'> {
  return putInInbox(ports, {
    installation,
    source: 'poll',
    type: 'transaction.found',
    subject: id,
    merchantId: merchant,
    sameness: [merchant, id],
    body: '',
  });
}

/** Payments that may still change, with how long a reading stays good. */
const STALE: readonly (readonly [state: string, afterMs: number])[] = [
  ['pending-review', 15 * 60_000],
  ['created', 15 * 60_000],
  ['needs-inspection', 60 * 60_000],
  ['authorized', 6 * 3_600_000],
  ['partially-captured', 6 * 3_600_000],
  ['captured', 6 * 3_600_000],
];
const REFRESH_BATCH = 25;

/** Announces payments whose last reading is old, so that the worker re-reads them: one missed webhook heals. */
export async function announceStalePayments(ports: PollPorts): Promise<void> {
  const now = ports.clock.now();
  for (const [state, afterMs] of STALE) {
    const stale = await ports.store.select('Payments', {
      where: [
        ['state', '=', state],
        ['refreshed_at', '<', now - afterMs],
      ],
      orderBy: ['refreshed_at', 'asc'],
      limit: REFRESH_BATCH,
    });
    for (const payment of stale) {
      await putInInbox(ports, {
        installation: payment.installation as InstallationId,
        source: 'poll',
        type: 'transaction.stale',
        subject: payment.gateway_id,
        merchantId: payment.merchant_id,
        // The reading that has become old names the announcement: one per reading.
        sameness: [payment.payment_key, String(payment.refreshed_at ?? 0)],
        body: '',
      });
    }
  }
}
