// The timer's safety net: finds transactions that no webhook announced, and re-reads what may have moved on unannounced.
import { subDays } from 'date-fns';
import type { GatewayTransactionSummary } from '../domain/gateway-transaction.ts';
import { type InstallationId, type MerchantId, paymentKey } from '../domain/ids.ts';
import type { PaymentState } from '../domain/payment.ts';
import type { Company } from '../ports/company.ts';
import type { TransactionsFound } from '../ports/gateway.ts';
import type { Clock, Log } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import { clearAlarm, raiseAlarm } from '../work/alarms.ts';
import { type Cursor, type Cursors, isDue, moveCursor, readCursors } from '../work/cursors.ts';
import { putInInbox } from '../work/inbox.ts';
import { findUnsettled } from './find-unsettled.ts';
import { readingOf } from './record-payment.ts';

export interface PollPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}

/** How far back a new installation looks. */
const FIRST_LOOK_BACK_DAYS = 30;
/** How far the search index may lag behind: nothing younger counts as complete. */
const INDEX_LAG_MS = 10 * 60_000;
/** A webhook gets this long before its transaction counts as one that nobody announced. */
const FRESH_MS = 60_000;
const PAGE = 200;
/** A long gap is caught up in pieces: other merchants want their turn. */
const TURN_MAX_MS = 4 * 60_000;
const EACH_MS = 5 * 60_000;
/** While transactions are found that nobody announced, the poll is all there is, and so is quicker. */
const EACH_UNANNOUNCED_MS = 60_000;
const UNANNOUNCED_FOR_MS = 3_600_000;
const LATE_MS = 3_600_000;

const nameOf = (merchant: MerchantId) => `transactions|${merchant}`;
const missedNameOf = (merchant: MerchantId) => `missed|${merchant}`;

function isTransactionPollDue(cursors: Cursors, merchant: MerchantId, now: number): boolean {
  const lastMissed = cursors.get(missedNameOf(merchant))?.position ?? 0;
  const isNeeded = now - lastMissed < UNANNOUNCED_FOR_MS;
  // Half a minute less: the timer's minutes are not exact.
  const eachMs = (isNeeded ? EACH_UNANNOUNCED_MS : EACH_MS) - 30_000;
  return isDue(cursors.get(nameOf(merchant)), eachMs, now);
}

/** Whether the transactions of any merchant of a company are due; the other polls are rarer and are looked at along with them. */
export function isAnyPollDue(cursors: Cursors, now: number): boolean {
  const merchants = [...cursors.keys()]
    .filter((name) => name.startsWith(nameOf('' as MerchantId)))
    .map((name) => name.slice(name.indexOf('|') + 1) as MerchantId);
  return merchants.length === 0 || merchants.some((one) => isTransactionPollDue(cursors, one, now));
}

/**
 * Puts every transaction since the last poll into the inbox and moves the cursor on. The cursor stands where all is
 * stored for certain (by the gateway's own clock, less what its index may lag), so a failure, a wrong clock of
 * ours or a full turn read on from there.
 * @param known the merchant's cursors, where the caller has read them already.
 */
export async function pollTransactions(
  ports: PollPorts,
  company: Company,
  merchant: MerchantId,
  known?: Cursors,
): Promise<void> {
  const began = ports.clock.now();
  const { installation } = company;
  const names = [nameOf(merchant), missedNameOf(merchant)];
  const cursors = known ?? (await readCursors(ports.store, installation, names));
  if (!isTransactionPollDue(cursors, merchant, began)) return;
  let cursor = cursors.get(nameOf(merchant));
  const from = cursor?.position ?? subDays(began, FIRST_LOOK_BACK_DAYS).getTime();
  const wasLate = cursor !== undefined && began - from > LATE_MS;
  let missed = 0;
  for (let offset = 0; ; offset += PAGE) {
    const now = ports.clock.now();
    const answer = await company.gateway.searchTransactions({
      merchant,
      // Beyond now: the gateway's clock may be ahead of ours.
      by: { submittedFrom: from, submittedTo: now + INDEX_LAG_MS },
      offset,
      limit: PAGE,
    });
    if (!answer.ok) {
      ports.log.warn('poll failed', { operation: 'search', code: answer.problem.code });
      if (wasLate) {
        await raiseAlarm(ports, installation, 'transactions', merchant, answer.problem);
      }
      return;
    }
    missed += await announceUnknown(ports, company, merchant, answer.value, now);
    const { position, isAll } = reachedBy(answer.value, from, now);
    cursor = await moveCursor(ports, installation, nameOf(merchant), cursor, position);
    if (isAll || ports.clock.now() - began >= TURN_MAX_MS) break;
  }
  if (wasLate) await clearAlarm(ports, installation, 'transactions', merchant);
  if (missed > 0) {
    const name = missedNameOf(merchant);
    await moveCursor(ports, installation, name, cursors.get(name), ports.clock.now());
  }
}

function reachedBy({ found, at }: TransactionsFound, from: number, now: number) {
  const isAll = found.length < PAGE;
  const complete = Math.min(now, at ?? now) - INDEX_LAG_MS;
  const read = isAll ? complete : Math.min(complete, found.at(-1)?.submittedAt ?? from);
  return { position: Math.max(from, read), isAll };
}

/** @returns how many there were. */
async function announceUnknown(
  ports: PollPorts,
  company: Company,
  merchant: MerchantId,
  { found, at }: TransactionsFound,
  now: number,
): Promise<number> {
  const { installation } = company;
  const ripe = found.filter((one) => (at ?? now) - one.submittedAt >= FRESH_MS);
  const unknown = await withoutKnown(ports.store, installation, merchant, ripe);
  for (const { id } of unknown) {
    await announce(ports, installation, merchant, 'transaction.found', id, [merchant, id]);
  }
  if (unknown.length > 0) {
    // Events that came before what they refer to need not wait for their next look.
    await ports.store.updateWhere('Inbox', { due_at: now }, [
      ['installation', '=', installation],
      ['state', '=', 'parked'],
      ['subject', 'in', unknown.map((one) => one.id)],
    ]);
  }
  return unknown.length;
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
  type: string,
  id: string,
  sameness: readonly string[],
): Promise<'stored' | 'duplicate'> {
  return putInInbox(ports, {
    installation,
    source: 'poll',
    type,
    subject: id,
    merchantId: merchant,
    sameness,
    body: '',
  });
}

/** The batch with a refund is long out by then, and what the processor made of it is known. */
const SECOND_LOOK_AFTER_MS = 36 * 3_600_000;
const SECOND_LOOK_EACH_MS = 6 * 3_600_000;
const secondLookName = (merchant: MerchantId) => `second-look|${merchant}`;

/**
 * Announces each refund once more when its batch is over: a processor may refuse what the gateway had taken on, and a
 * refund that was given up may have gone out, without a webhook and under the old submission time.
 * @param known as in {@link pollTransactions}.
 */
export async function lookAgainAtRefunds(
  ports: PollPorts,
  company: Company,
  merchant: MerchantId,
  known?: Cursors,
): Promise<void> {
  const { installation } = company;
  const name = secondLookName(merchant);
  const cursors = known ?? (await readCursors(ports.store, installation, [name]));
  const now = ports.clock.now();
  let cursor: Cursor | undefined = cursors.get(name);
  if (!isDue(cursor, SECOND_LOOK_EACH_MS, now)) return;
  const to = now - SECOND_LOOK_AFTER_MS;
  const from = cursor?.position ?? to - SECOND_LOOK_EACH_MS;
  for (let offset = 0; ; offset += PAGE) {
    const by = { submittedFrom: from, submittedTo: to };
    const answer = await company.gateway.searchTransactions({ merchant, by, offset, limit: PAGE });
    if (!answer.ok) {
      ports.log.warn('poll failed', { operation: 'second look', code: answer.problem.code });
      return;
    }
    const { found } = answer.value;
    for (const id of await refundsAmong(ports.store, installation, found)) {
      await announce(ports, installation, merchant, 'transaction.second-look', id, [
        '2',
        merchant,
        id,
      ]);
    }
    if (found.length < PAGE) break;
    const reached = Math.max(from, found.at(-1)?.submittedAt ?? from);
    cursor = await moveCursor(ports, installation, name, cursor, reached);
  }
  await moveCursor(ports, installation, name, cursor, to);
}

async function refundsAmong(
  store: Store,
  installation: InstallationId,
  found: readonly GatewayTransactionSummary[],
): Promise<readonly string[]> {
  if (found.length === 0) return [];
  const rows = await store.select('Movements', {
    where: [
      ['installation', '=', installation],
      ['gateway_id', 'in', found.map((one) => one.id)],
      ['kind', '=', 'refund'],
    ],
  });
  return rows.flatMap((row) => row.gateway_id ?? []);
}

const REREAD_BATCH = 50;

/** Announces payments whose last reading is old, so that the worker re-reads them: one missed webhook heals. */
export async function announceStalePayments(ports: PollPorts): Promise<void> {
  const stale = await ports.store.select('Payments', {
    where: [['reread_at', '<=', ports.clock.now()]],
    orderBy: ['reread_at', 'asc'],
    limit: REREAD_BATCH,
  });
  const unsettled = await findUnsettled(ports.store, stale);
  for (const payment of stale) {
    const installation = payment.installation as InstallationId;
    const merchant = payment.merchant_id as MerchantId;
    // The reading that has become old names the announcement: one per reading.
    const sameness = [payment.payment_key, String(payment.refreshed_at ?? 0)];
    const id = payment.gateway_id;
    const put = await announce(ports, installation, merchant, 'transaction.stale', id, sameness);
    for (const capture of unsettled.get(payment.payment_key) ?? []) {
      const its = [...sameness, capture];
      await announce(ports, installation, merchant, 'transaction.stale', capture, its);
    }
    // It is being read, or can't be: either way the next ones get their turn.
    if (put === 'duplicate') {
      const state = payment.state as PaymentState;
      const reading = readingOf(ports.clock, state, payment.submitted_at ?? 0);
      await ports.store.update('Payments', payment.ROWID, reading);
    }
  }
}
