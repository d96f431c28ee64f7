// Finds out what became of movements whose outcome is not known: asks the gateway, adopts what is there.
import type { GatewayId, InstallationId, IntentId, MerchantId, PaymentKey } from '../domain/ids.ts';
import type { MovementState } from '../domain/movement.ts';
import { problem } from '../domain/problem.ts';
import type { FlowLibrary } from '../flows/library.ts';
import type { Companies, Company } from '../ports/company.ts';
import type { Clock, Log, Random } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import { clearAlarm, raiseAlarm } from '../work/alarms.ts';
import { type Movement, takeSendRight } from '../work/movement-log.ts';
import { findPayment, type PaymentRow } from '../work/payment-records.ts';
import { applyTransaction } from './apply-transaction.ts';
import { sentAgo } from './movements/send-movement.ts';

export interface ResolvePorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly companies: Companies;
  readonly flows: FlowLibrary;
}

const BATCH = 20;
/** The index of the gateway's search lags behind: ask soon, then less often, then each hour. */
const INQUIRY_DELAYS_MS = [15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000];
/** Not found this often and this long after sending: it may be sent again, with the same transaction id. */
const RESEND_AFTER_INQUIRIES = 6;
const RESEND_AFTER_MS = 15 * 60_000;
/** A reference finds one transaction, or few: retries of ours, and what somebody else gave the same code. */
const FOUND_MAX = 20;

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
 * - `sent` and `unknown`: by the gateway's id if we have one (a 502 carries one too), and by our reference. Found: adopted.
 *   Certainly not there for long: see `movements/act-on-lost.ts`. No certain answer: asked again later.
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
  const mine = await takeSendRight(ports, movement, {
    state: 'unknown',
    due_at: ports.clock.now() + nextInquiryDelayMs(inquiries),
  });
  if (mine === undefined) return movement;
  await ports.store.update('Movements', mine.ROWID, { inquiries });
  const opened = await ports.companies.open(mine.installation as InstallationId);
  const payment = await findPayment(ports.store, mine.payment_key);
  if (!opened.ok || payment === undefined) return mine;
  const company = opened.value;
  const inquiry = await inquire(ports, company, payment, mine);
  const waited = sentAgo(ports, mine);
  if (inquiry.movement.state !== 'unknown') {
    if (waited >= ALARM_AFTER_MS) {
      await clearAlarm(ports, company.installation, 'unknown', mine.movement_key);
    }
    return inquiry.movement;
  }
  if (waited >= ALARM_AFTER_MS) {
    const found = problem('unknown-for-a-day', 'ask-gateway', { reference: intentOf(mine) });
    await raiseAlarm(ports, company.installation, 'unknown', mine.movement_key, found);
  }
  const isLost = inquiry.absent && inquiries >= RESEND_AFTER_INQUIRIES && waited >= RESEND_AFTER_MS;
  if (!isLost) return { ...mine, inquiries };
  const { actOnLost } = await import('./movements/act-on-lost.ts');
  return actOnLost(ports, company, payment, { ...mine, inquiries });
}

function intentOf(movement: Movement): IntentId {
  return movement.movement_key.slice(movement.movement_key.indexOf('|') + 1) as IntentId;
}

/** What the gateway shows of a movement; `absent` only when it answered every question, and shows nothing. */
interface Inquiry {
  readonly movement: Movement;
  readonly absent: boolean;
}

/**
 * Looks the movement up and applies what is there. A reference may find several transactions: applying one changes the movement
 * only if it is the one that we asked for (`isMovementAsked`).
 */
async function inquire(
  ports: ResolvePorts,
  company: Company,
  payment: PaymentRow,
  movement: Movement,
): Promise<Inquiry> {
  const merchant = payment.merchant_id as MerchantId;
  const apply = (id: GatewayId) => applyTransaction(ports, company, merchant, id);
  let absent = true;
  if (movement.gateway_id) {
    const applied = await apply(movement.gateway_id as GatewayId);
    const now = await latest(ports, movement);
    if (now.state !== movement.state || now.state !== 'unknown') {
      return { movement: now, absent: false };
    }
    absent = !applied.ok && applied.problem.code === 'not-there-yet';
  }
  const by = { reference: intentOf(movement) };
  const search = await company.gateway.searchTransactions({ merchant, by, limit: FOUND_MAX });
  if (!search.ok) return { movement, absent: false };
  for (const { id } of search.value.found) {
    const applied = id === movement.gateway_id ? undefined : await apply(id);
    absent &&= applied?.ok === true;
  }
  return { movement: await latest(ports, movement), absent };
}

async function latest(ports: ResolvePorts, movement: Movement): Promise<Movement> {
  return (await ports.store.find('Movements', 'movement_key', movement.movement_key)) ?? movement;
}

/**
 * For a person's "recheck now": the same inquiry, at once. A movement whose outcome is known is asked about as well, and corrected
 * where the gateway shows something else by now.
 * @returns undefined when the payment has no such movement.
 */
export async function recheckMovement(
  ports: ResolvePorts,
  installation: InstallationId,
  payment: PaymentKey,
  intent: string,
): Promise<Movement | undefined> {
  const movement = await ports.store.find('Movements', 'movement_key', `${installation}|${intent}`);
  if (movement === undefined || movement.payment_key !== payment) return undefined;
  switch (movement.state as MovementState) {
    case 'intended':
      return movement;
    case 'sent':
    case 'unknown':
      return resolveMovement(ports, movement);
    default:
      return askAgain(ports, movement);
  }
}

async function askAgain(ports: ResolvePorts, movement: Movement): Promise<Movement> {
  const opened = await ports.companies.open(movement.installation as InstallationId);
  const payment = await findPayment(ports.store, movement.payment_key);
  if (!opened.ok || payment === undefined) return movement;
  // What we have asked for carries a reference of its own; everything else is known by its id.
  if (movement.origin === 'panel') {
    return (await inquire(ports, opened.value, payment, movement)).movement;
  }
  if (movement.gateway_id) {
    const merchant = payment.merchant_id as MerchantId;
    await applyTransaction(ports, opened.value, merchant, movement.gateway_id as GatewayId);
  }
  return latest(ports, movement);
}
