// Finds review decisions that no webhook announced; the gateway tells of the last 24 hours only.
import { differenceInHours } from 'date-fns';
import type { MerchantId } from '../domain/ids.ts';
import { problem } from '../domain/problem.ts';
import type { Company } from '../ports/company.ts';
import { raiseAlarm } from '../work/alarms.ts';
import { moveCursor, readCursor } from '../work/cursors.ts';
import { putInInbox } from '../work/inbox.ts';
import type { PollPorts } from './poll-transactions.ts';

const EACH_MS = 15 * 60_000;
const OVERLAP_MS = 30 * 60_000;
/** A little less than what the gateway still tells. */
const LOOK_BACK_MAX_MS = 24 * 3_600_000 - 5 * 60_000;
/** While there is still time to do something about it. */
const ALARM_AFTER_MS = 18 * 3_600_000;

/**
 * Announces decided reviews, so that their payments are read again. When the last reading is so long ago that
 * decisions may fall out of the gateway's memory, an alarm says so; payments in review are also re-read one by
 * one (`announceStalePayments`), so what is missed here is late and not lost.
 */
export async function pollDecisions(
  ports: PollPorts,
  company: Company,
  merchant: MerchantId,
): Promise<void> {
  const now = ports.clock.now();
  const name = `decisions|${merchant}`;
  const cursor = await readCursor(ports.store, company.installation, name);
  if (cursor !== undefined && now - (cursor.updated_at ?? 0) < EACH_MS) return;
  const readTo = cursor?.position ?? now - LOOK_BACK_MAX_MS;
  if (cursor !== undefined && now - readTo > ALARM_AFTER_MS) {
    const hours = String(differenceInHours(now, readTo));
    const found = problem('decisions-late', 'none', { merchant, hours });
    await raiseAlarm(ports, company.installation, 'decisions', `${merchant} ${readTo}`, found);
  }
  const from = Math.max(readTo - OVERLAP_MS, now - LOOK_BACK_MAX_MS);
  const read = await company.gateway.readDecidedReviews(merchant, from, now);
  if (!read.ok) {
    ports.log.warn('poll failed', { operation: 'decisions', code: read.problem.code });
    return;
  }
  for (const id of read.value) {
    await putInInbox(ports, {
      installation: company.installation,
      source: 'poll',
      type: 'transaction.decided',
      subject: id,
      merchantId: merchant,
      sameness: [merchant, id],
      body: '',
    });
  }
  await moveCursor(ports, company.installation, name, cursor, now);
}
