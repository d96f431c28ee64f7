// Finds review decisions that no webhook announced; the gateway tells of the last 24 hours only.
import { differenceInHours } from 'date-fns';
import type { InstallationId, MerchantId } from '../domain/ids.ts';
import { type Problem, problem } from '../domain/problem.ts';
import type { Company } from '../ports/company.ts';
import { clearAlarm, raiseAlarm } from '../work/alarms.ts';
import { type Cursor, type Cursors, isDue, moveCursor, readCursors } from '../work/cursors.ts';
import { putInInbox } from '../work/inbox.ts';
import type { PollPorts } from './poll-transactions.ts';

const HOUR_MS = 3_600_000;
const EACH_MS = HOUR_MS / 4;
/** Decisions may be reported late: what was read is read again. */
const OVERLAP_MS = HOUR_MS / 2;
/** What the gateway still tells, less five minutes for clocks that differ. */
const LOOK_BACK_MAX_MS = 24 * HOUR_MS - 5 * 60_000;
/** Four hours before decisions fall out of the gateway's memory. */
const ALARM_AFTER_MS = 20 * HOUR_MS;
/** A payment that has been in review for longer will not be decided any more. */
const IN_REVIEW_MAX_MS = 60 * 24 * HOUR_MS;

/** How long it is told that readings were late, although all is read again: it may happen again. */
const DELAY_SHOWN_MS = 24 * HOUR_MS;

const nameOf = (merchant: MerchantId) => `decisions|${merchant}`;
/** When the last late reading was, until that need not be told any more. */
const delayNameOf = (merchant: MerchantId) => `decisions-late|${merchant}`;

/** What an administrator must know about readings that have not come through; undefined while there is time. */
export function lateDecisions(
  cursor: Cursor | undefined,
  merchant: string,
  now: number,
): Problem | undefined {
  if (cursor?.position === undefined || now - cursor.position < ALARM_AFTER_MS) return undefined;
  const hours = String(differenceInHours(now, cursor.position));
  return problem('decisions-late', 'none', { merchant, hours });
}

/**
 * Announces decided reviews, so that their payments are read again. An alarm opens while what was missed can still be read, and
 * is over when readings have come in time for a day. Should one come too late, every payment in review is announced instead.
 * @param known the merchant's cursors, where the caller has read them already.
 */
export async function pollDecisions(
  ports: PollPorts,
  company: Company,
  merchant: MerchantId,
  known?: Cursors,
): Promise<void> {
  const { installation } = company;
  const now = ports.clock.now();
  const name = nameOf(merchant);
  const delayName = delayNameOf(merchant);
  const cursors = known ?? (await readCursors(ports.store, installation, [name, delayName]));
  const cursor = cursors.get(name);
  if (!isDue(cursor, EACH_MS, now)) return;
  const oldest = now - LOOK_BACK_MAX_MS;
  const readTo = cursor?.position ?? oldest;
  const late = lateDecisions(cursor, merchant, now);
  if (late !== undefined) await raiseAlarm(ports, installation, 'decisions', merchant, late);
  const from = Math.max(readTo - OVERLAP_MS, oldest);
  const read = await company.gateway.readDecidedReviews(merchant, from, now);
  if (!read.ok) {
    ports.log.warn('poll failed', { operation: 'decisions', code: read.problem.code });
    return;
  }
  for (const id of read.value) await announce(ports, installation, [merchant, id, 'decided']);
  for (const id of readTo < oldest ? await inReview(ports, installation, merchant) : []) {
    // Named by the gap too: a payment may be in review through more than one.
    await announce(ports, installation, [merchant, id, `gap ${readTo}`]);
  }
  await moveCursor(ports, installation, name, cursor, now);
  const delay = cursors.get(delayName);
  if (late !== undefined) await moveCursor(ports, installation, delayName, delay, now);
  else if (delay?.position && now - delay.position >= DELAY_SHOWN_MS) {
    await clearAlarm(ports, installation, 'decisions', merchant);
    await moveCursor(ports, installation, delayName, delay, 0);
  }
}

/** The gateway no longer tells which of them were decided. */
async function inReview(
  ports: PollPorts,
  installation: InstallationId,
  merchant: MerchantId,
): Promise<readonly string[]> {
  const rows = await ports.store.select('Payments', {
    where: [
      ['installation', '=', installation],
      ['merchant_id', '=', merchant],
      ['state', '=', 'pending-review'],
      ['submitted_at', '>', ports.clock.now() - IN_REVIEW_MAX_MS],
    ],
    orderBy: ['submitted_at', 'asc'],
  });
  return rows.map((row) => row.gateway_id);
}

function announce(
  ports: PollPorts,
  installation: InstallationId,
  sameness: readonly [merchant: MerchantId, id: string, what: string],
): Promise<'stored' | 'duplicate'> {
  const [merchantId, subject] = sameness;
  const type = 'transaction.decided';
  return putInInbox(ports, {
    installation,
    source: 'poll',
    type,
    subject,
    merchantId,
    sameness,
    body: '',
  });
}
