// Finds out what became of movements whose outcome is not known: asks the gateway, adopts what is there.
import type { GatewayId, InstallationId, IntentId, MerchantId, PaymentKey } from '../domain/ids.ts';
import { problem } from '../domain/problem.ts';
import type { Companies, Company } from '../ports/company.ts';
import type { Clock, Log, Random } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import { clearAlarm, raiseAlarm } from '../work/alarms.ts';
import { type Movement, takeSendRight } from '../work/movement-log.ts';
import { findPayment } from '../work/payment-records.ts';
import { applyTransaction } from './apply-transaction.ts';
import { sendRefund } from './send-refund.ts';

export interface ResolvePorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly companies: Companies;
}

const BATCH = 20;
/** The index of the gateway's search lags behind: ask soon, then less often, then each hour. */
const INQUIRY_DELAYS_MS = [15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000];
/** Not found this often and this long after sending: it may be sent again, with the same transaction id. */
const RESEND_AFTER_INQUIRIES = 6;
const RESEND_AFTER_MS = 15 * 60_000;

/** Design, rules of money: an outcome that stays unknown for a day is for a person. */
const ALARM_AFTER_MS = 24 * 3_600_000;

function nextInquiryDelayMs(inquiries: number): number {
  return INQUIRY_DELAYS_MS[Math.min(inquiries, INQUIRY_DELAYS_MS.length - 1)] ?? 3_600_000;
}

/** Works on the movements that are due; answers how many. */
export async function resolveDueMovements(ports: ResolvePorts, deadline: number): Promise<number> {
  const due = await ports.store.select('Movements', {
    where: [
      ['state', 'in', ['intended', 'sent', 'unknown']],
      ['due_at', '<=', ports.clock.now()],
    ],
    orderBy: ['due_at', 'asc'],
    limit: BATCH,
  });
  let worked = 0;
  for (const movement of due) {
    if (ports.clock.now() >= deadline) break;
    await resolveMovement(ports, movement);
    worked += 1;
  }
  return worked;
}

/**
 * Asks once about one movement.
 * - `intended` past its time was never sent: nothing moved, so it is given up.
 * - `sent` and `unknown`: by the gateway's id if we have one, else by our reference. Found: adopted. Not found for
 *   long: sent again with the same merchant transaction id, which the gateway refuses if it has acted before.
 */
async function resolveMovement(ports: ResolvePorts, movement: Movement): Promise<Movement> {
  if (movement.state === 'intended') {
    const given = await takeSendRight(ports, movement, { state: 'failed', due_at: 0 });
    if (given === undefined) return movement;
    const found = JSON.stringify(problem('never-sent', 'none'));
    await ports.store.update('Movements', given.ROWID, { problem: found });
    return { ...given, problem: found };
  }
  const inquiries = (movement.inquiries ?? 0) + 1;
  const now = ports.clock.now();
  const mine = await takeSendRight(ports, movement, {
    state: 'unknown',
    due_at: now + nextInquiryDelayMs(inquiries),
  });
  if (mine === undefined) return movement;
  await ports.store.update('Movements', mine.ROWID, { inquiries });
  const opened = await ports.companies.open(mine.installation as InstallationId);
  const payment = await findPayment(ports.store, mine.payment_key);
  if (!opened.ok || payment === undefined) return mine;
  const merchant = payment.merchant_id as MerchantId;
  if (await adopt(ports, opened.value, merchant, mine)) {
    await clearAlarm(ports, opened.value.installation, 'unknown', mine.movement_key);
    return latest(ports, mine);
  }
  const waited = now - (mine.sent_at ?? mine.created_at ?? now);
  if (waited >= ALARM_AFTER_MS) {
    const reference = intentOf(mine);
    const found = problem('unknown-for-a-day', 'ask-gateway', { reference });
    await raiseAlarm(ports, opened.value.installation, 'unknown', mine.movement_key, found);
  }
  if (inquiries >= RESEND_AFTER_INQUIRIES && waited >= RESEND_AFTER_MS && mine.kind === 'refund') {
    return sendRefund(ports, opened.value, payment, mine);
  }
  return mine;
}

function intentOf(movement: Movement): IntentId {
  return movement.movement_key.slice(movement.movement_key.indexOf('|') + 1) as IntentId;
}

/** Looks the movement up at the gateway and applies it when it is there. */
async function adopt(
  ports: ResolvePorts,
  company: Company,
  merchant: MerchantId,
  movement: Movement,
): Promise<boolean> {
  if (movement.gateway_id !== undefined && movement.gateway_id !== '') {
    const applied = await applyTransaction(
      ports,
      company,
      merchant,
      movement.gateway_id as GatewayId,
    );
    if (applied.ok) return true;
  }
  const reference = intentOf(movement);
  const found = await company.gateway.searchTransactions({ merchant, by: { reference } });
  const [transaction] = found.ok ? found.value.found : [];
  if (transaction === undefined) return false;
  const applied = await applyTransaction(ports, company, merchant, transaction.id);
  return applied.ok;
}

async function latest(ports: ResolvePorts, movement: Movement): Promise<Movement> {
  return (await ports.store.find('Movements', 'movement_key', movement.movement_key)) ?? movement;
}

/** For a person's "recheck now": the same inquiry, at once. */
export async function recheckMovement(
  ports: ResolvePorts,
  installation: InstallationId,
  payment: PaymentKey,
  intent: string,
): Promise<Movement | undefined> {
  const movement = await ports.store.find('Movements', 'movement_key', `${installation}|${intent}`);
  if (movement === undefined || movement.payment_key !== payment) return undefined;
  if (movement.state !== 'sent' && movement.state !== 'unknown') return movement;
  return resolveMovement(ports, movement);
}
