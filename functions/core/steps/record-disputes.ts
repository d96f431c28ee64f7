// Reads newly reported disputes: what is withdrawn can no longer be refunded, what is returned can.
import { subDays } from 'date-fns';
import { disputeReasonText } from '../domain/dispute-reason.ts';
import { type GatewayId, type MerchantId, type PaymentKey, paymentKey } from '../domain/ids.ts';
import { holdsAmount, type MovementState } from '../domain/movement.ts';
import { problem } from '../domain/problem.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Company } from '../ports/company.ts';
import type { GatewayDispute } from '../ports/gateway.ts';
import type { Log } from '../ports/platform.ts';
import { raiseAlarm } from '../work/alarms.ts';
import { type Cursors, isDue, moveCursor, readCursors } from '../work/cursors.ts';
import { type Movement, movementKey, placeMovement, readLog } from '../work/movement-log.ts';
import { findPayment } from '../work/payment-records.ts';
import { announceMovement } from './announce-payment.ts';
import { applyTransaction } from './apply-transaction.ts';
import { changePaymentState, type RecordPorts } from './record-payment.ts';

const FIRST_LOOK_BACK_DAYS = 120;
/** Reports are made by the day: what was read is read again. */
const OVERLAP_DAYS = 2;
const EACH_MS = 3_600_000;
const LATE_MS = 24 * 3_600_000;
/** The gateway does not show the transaction, or the payment that it belongs to. */
const NOT_SHOWN: readonly string[] = ['not-there-yet', 'not-found'];

/** States in which all that was authorized has been captured. */
const WHOLE: readonly string[] = ['captured', 'settled', 'disputed', 'won', 'lost'];

type DisputePorts = RecordPorts & { readonly log: Log };

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
    const recorded = await recordDispute(ports, company, merchant, dispute);
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

/** @returns false when it must be read again, as the gateway did not tell which payment it is about. */
async function recordDispute(
  ports: DisputePorts,
  company: Company,
  merchant: MerchantId,
  dispute: GatewayDispute,
): Promise<boolean> {
  const found = await disputedPayment(ports, company, merchant, dispute.transaction);
  if (!found.ok && !NOT_SHOWN.includes(found.problem.code)) return false;
  if (found.ok && found.value !== undefined) {
    await applyDispute(ports, company, found.value, dispute);
    return true;
  }
  // It is looked for as long as the report comes again; the money is gone all the same.
  const { number, transaction } = dispute;
  const lost = problem('dispute-unmatched', 'none', { number, transaction });
  await raiseAlarm(ports, company.installation, 'dispute', dispute.number, lost);
  return true;
}

async function applyDispute(
  ports: DisputePorts,
  company: Company,
  key: PaymentKey,
  dispute: GatewayDispute,
): Promise<void> {
  const { installation } = company;
  const change = {
    state: (dispute.money === 'returned' ? 'voided' : 'succeeded') satisfies MovementState,
    amount_minor: dispute.amount.minor,
  };
  const placed = await placeMovement<never>(
    ports,
    {
      ...change,
      movement_key: disputeKey(company, dispute.number),
      installation,
      payment_key: key,
      kind: 'dispute',
      currency: dispute.amount.currency,
      origin: 'gateway',
      reason: disputeReasonText(dispute.reason),
      ...(dispute.respondBy === undefined ? {} : { due_at: dispute.respondBy }),
      created_at: dispute.at,
    },
    () => ({ patch: {} }),
  );
  if (placed.kind === 'refused') return;
  const { ROWID } = placed.movement;
  // Lost in a second round, the money goes once more: unlike a refund, a dispute may take it again.
  if (placed.kind === 'known') await ports.store.update('Movements', ROWID, change);
  // Where the captures are not all in, the flow must not take the dispute for their end: the report is news again with
  // the next poll, and its amount is held meanwhile.
  const payment = await findPayment(ports.store, key);
  if (payment === undefined || !WHOLE.includes(payment.state)) return;
  const isOpen = (await readLog(ports.store, key)).some(
    (one) => one.kind === 'dispute' && holdsAmount(one.state as MovementState),
  );
  await changePaymentState(ports, installation, key, () => (isOpen ? 'disputed' : 'won'));
  const at = { resolved_at: dispute.at };
  await announceMovement(ports, installation, payment, { ...placed.movement, ...change, ...at });
  // Last, so that a crash before it makes the report news once more.
  await ports.store.update('Movements', ROWID, { resolved_at: dispute.at });
}

/** The report names the sale, the authorization or one of its captures. */
async function disputedPayment(
  ports: DisputePorts,
  company: Company,
  merchant: MerchantId,
  id: GatewayId,
): Promise<Result<PaymentKey | undefined>> {
  const own = paymentKey(company.installation, merchant, id);
  if ((await findPayment(ports.store, own)) !== undefined) return ok(own);
  const applied = await applyTransaction(ports, company, merchant, id);
  return applied.ok ? ok(applied.value.payment) : applied;
}
