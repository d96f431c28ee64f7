// Reads newly reported disputes: what is withdrawn can no longer be refunded, what is returned can.
import { subDays } from 'date-fns';
import type { MerchantId } from '../domain/ids.ts';
import type { Company } from '../ports/company.ts';
import type { GatewayDispute } from '../ports/gateway.ts';
import { raiseAlarm } from '../work/alarms.ts';
import { type Cursors, isDue, moveCursor, readCursors } from '../work/cursors.ts';
import { type Movement, movementKey } from '../work/movement-log.ts';
import type { DisputePorts } from './apply-dispute.ts';

const FIRST_LOOK_BACK_DAYS = 120;
/** Reports are made by the day: what was read is read again. */
const OVERLAP_DAYS = 2;
const EACH_MS = 3_600_000;
const LATE_MS = 24 * 3_600_000;
/**
 * Once an hour per merchant id. The cursor stays when a dispute could not be recorded for a reason that passes.
 * @param known the merchant's cursors, where the caller has read them already.
 */
export async function pollDisputes(
  ports: DisputePorts,
  company: Company,
  merchant: MerchantId,
  known?: Cursors,
): Promise<void> {
  const now = ports.clock.now();
  const { installation } = company;
  const name = `disputes|${merchant}`;
  const cursors = known ?? (await readCursors(ports.store, installation, [name]));
  const cursor = cursors.get(name);
  if (!isDue(cursor, EACH_MS, now)) return;
  const readTo = cursor?.position ?? subDays(now, FIRST_LOOK_BACK_DAYS).getTime();
  const from = subDays(readTo, OVERLAP_DAYS).getTime();
  const read = await company.gateway.readDisputes(merchant, from, now);
  if (!read.ok) {
    ports.log.warn('disputes could not be read', { code: read.problem.code });
    if (cursor !== undefined && now - readTo > LATE_MS) {
      await raiseAlarm(ports, installation, 'disputes', merchant, read.problem);
    }
    return;
  }
  let position = now;
  for (const dispute of await newsAmong(ports, company, read.value)) {
    const { recordDispute } = await import('./apply-dispute.ts');
    const key = disputeKey(company, dispute.number);
    const recorded = await recordDispute(ports, company, merchant, key, dispute);
    if (!recorded) position = readTo;
  }
  await moveCursor(ports, installation, name, cursor, position);
}

/** The reports that say something new, oldest first: a report stays in the overlap for days. */
async function newsAmong(
  ports: DisputePorts,
  company: Company,
  reported: readonly GatewayDispute[],
): Promise<readonly GatewayDispute[]> {
  if (reported.length === 0) return [];
  const keyOf = ({ number }: GatewayDispute) => disputeKey(company, number);
  const keys = [...new Set(reported.map(keyOf))].slice(0, 300);
  const rows = await ports.store.select('Movements', { where: [['movement_key', 'in', keys]] });
  const known = new Map(rows.map((row) => [row.movement_key, row]));
  return reported
    .filter((dispute) => {
      const movement = known.get(keyOf(dispute));
      return movement === undefined || isNews(movement, dispute);
    })
    .sort((a, b) => a.at - b.at);
}

function disputeKey({ installation }: Company, number: string): string {
  return movementKey(installation, `dispute:${number}`);
}

/** The latest report of a dispute counts; of two at one time, the one that takes the money. */
function isNews(movement: Movement, { at, money }: GatewayDispute): boolean {
  const latest = movement.resolved_at ?? 0;
  return at > latest || (at === latest && money === 'withdrawn' && movement.state === 'voided');
}
