// Charges whose time has come: lost answers are looked for, declined cards followed, links and requests that are over closed.
import { paymentStateOf } from '../../domain/gateway-transaction.ts';
import type { GatewayId, InstallationId, IntentId, MerchantId } from '../../domain/ids.ts';
import { money } from '../../domain/money.ts';
import { problem } from '../../domain/problem.ts';
import type { Companies, Company } from '../../ports/company.ts';
import { raiseAlarm } from '../../work/alarms.ts';
import { type Charge, referenceOf, settleCharge } from '../../work/charges.ts';
import { declineCharge, declinesOf, reopenCharge } from './decline-charge.ts';
import { type FollowPorts, followDecline } from './follow-decline.ts';
import { keepCardFromVault } from './keep-card.ts';
import { keep } from './keep-problem.ts';
import { adopt } from './send-charge.ts';

export interface ResolveChargePorts extends FollowPorts {
  readonly companies: Companies;
}

const BATCH = 20;
/** The index of the gateway's search lags behind: ask soon, then less often, then each hour. */
const INQUIRY_DELAYS_MS = [15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000];
/** Not found this often and this long after sending: it is called back by its merchant transaction id. */
const CALL_BACK_AFTER_INQUIRIES = 6;
const CALL_BACK_AFTER_MS = 15 * 60_000;
/** Far longer than any index lags behind. */
const NEVER_ARRIVED_AFTER_MS = 2 * 3_600_000;
/** Design, rules of money: an outcome that stays unknown for a day is for a person. */
const ALARM_AFTER_MS = 24 * 3_600_000;

/** Works on the charges that are due; answers how many. */
export async function resolveDueCharges(
  ports: ResolveChargePorts,
  deadline: number,
): Promise<number> {
  const due = await ports.store.select('Charges', {
    where: [['due_at', '<=', ports.clock.now()]],
    orderBy: ['due_at', 'asc'],
    limit: BATCH,
  });
  let worked = 0;
  for (const charge of due) {
    if (ports.clock.now() >= deadline) break;
    await resolveCharge(ports, charge);
    worked += 1;
  }
  return worked;
}

/** Does once what one charge waits for. */
async function resolveCharge(ports: ResolveChargePorts, charge: Charge): Promise<Charge> {
  switch (charge.state) {
    case 'asked':
      // One that is followed was cut off before its first try.
      if (charge.retries === 1) return follow(ports, charge);
      return closeUnused(ports, charge);
    case 'requested':
      return settleCharge(ports, charge, 'expired');
    case 'in-review':
      return lookAtReview(ports, charge);
    case 'retrying':
    case 'declined':
    case 'expired':
    case 'failed':
    case 'cancelled':
      return follow(ports, charge);
    default:
      return askAbout(ports, charge);
  }
}

/** The time of a link is over; where its last tries were declined, that is told. */
async function closeUnused(ports: ResolveChargePorts, charge: Charge): Promise<Charge> {
  if (declinesOf(charge).length === 0) return settleCharge(ports, charge, 'expired');
  const over = await settleCharge(ports, charge, 'expired', { due_at: ports.clock.now() });
  return over.state === 'expired' ? follow(ports, over) : over;
}

async function follow(ports: ResolveChargePorts, charge: Charge): Promise<Charge> {
  const opened = await ports.companies.open(charge.installation as InstallationId);
  return opened.ok ? followDecline(ports, opened.value, charge) : charge;
}

/** Asks once about a try without an answer. */
async function askAbout(ports: ResolveChargePorts, charge: Charge): Promise<Charge> {
  const inquiries = (charge.inquiries ?? 0) + 1;
  const delay = INQUIRY_DELAYS_MS[Math.min(inquiries, INQUIRY_DELAYS_MS.length) - 1] ?? 3_600_000;
  const mine = await settleCharge(ports, charge, 'unknown', {
    inquiries,
    due_at: ports.clock.now() + delay,
  });
  if (mine.state !== 'unknown') return mine;
  const opened = await ports.companies.open(mine.installation as InstallationId);
  if (!opened.ok) return mine;
  const company = opened.value;
  const found = await lookUp(company, mine);
  if (found === 'no-answer') return alarmIfOld(ports, company, mine);
  if (found !== undefined) return adoptFound(ports, company, mine, found);
  const waitedMs = ports.clock.now() - (mine.sent_at ?? 0);
  const isLost = inquiries >= CALL_BACK_AFTER_INQUIRIES && waitedMs >= CALL_BACK_AFTER_MS;
  return isLost ? callBack(ports, company, mine, waitedMs) : mine;
}

/** People decide reviews at the gateway, in their own time. */
async function lookAtReview(ports: ResolveChargePorts, charge: Charge): Promise<Charge> {
  const mine = await settleCharge(ports, charge, 'in-review');
  const opened = await ports.companies.open(mine.installation as InstallationId);
  if (!opened.ok || mine.state !== 'in-review') return mine;
  return adoptFound(ports, opened.value, mine, mine.gateway_id as GatewayId);
}

/** The transaction of the last try: by its id if an error named it, else by its own reference. */
async function lookUp(
  company: Company,
  charge: Charge,
): Promise<GatewayId | undefined | 'no-answer'> {
  const merchant = charge.merchant_id as MerchantId;
  const known = charge.gateway_id as GatewayId | undefined;
  if (known) {
    const read = await company.gateway.readTransaction(merchant, known);
    if (read.ok) return known;
    if (read.problem.code !== 'not-found') return 'no-answer';
  }
  const by = { reference: referenceOf(charge) };
  const search = await company.gateway.searchTransactions({ merchant, by, limit: 5 });
  if (!search.ok) return 'no-answer';
  // Follow-on transactions take over the reference: the charge is the oldest.
  return search.value.found[0]?.id;
}

async function adoptFound(
  ports: ResolveChargePorts,
  company: Company,
  charge: Charge,
  id: GatewayId,
): Promise<Charge> {
  const read = await company.gateway.readTransaction(charge.merchant_id as MerchantId, id);
  if (!read.ok) return charge;
  const state = paymentStateOf(read.value);
  switch (state) {
    case 'authorized':
    case 'partially-captured':
    case 'captured':
    case 'settled':
    case 'disputed':
    case 'won':
    case 'lost':
    case 'reversed':
    case 'voided':
    case 'expired':
      if (!(await isKept(ports, company, charge, read.value.customerProfileId))) return charge;
      return adopt(ports, company, charge, id, 'paid');
    case 'pending-review':
      return charge.state === 'in-review' ? charge : adopt(ports, company, charge, id, 'in-review');
    case 'declined': {
      const { errorReason: reason = 'PROCESSOR_DECLINED' } = read.value;
      const declined = problem('card-declined', 'none', { reason });
      return declineCharge(ports, charge, reason, { problem: keep(declined) });
    }
    case 'created':
    case 'needs-inspection':
      return alarmIfOld(ports, company, charge);
  }
}

/** Money is not held up for a card that might be kept; a card that is all that was asked for is waited for. */
async function isKept(
  ports: ResolveChargePorts,
  company: Company,
  charge: Charge,
  customerId: string | undefined,
): Promise<boolean> {
  const isSettled = await keepCardFromVault(ports, company, charge, customerId);
  return isSettled || charge.purpose !== 'save-card';
}

/**
 * A charge that was sent and is not there is taken back rather than sent again: the card's token is good for minutes only, and the
 * customer may have paid otherwise by now. Not there and nothing to take back for hours: it never arrived.
 */
async function callBack(
  ports: ResolveChargePorts,
  company: Company,
  charge: Charge,
  waitedMs: number,
): Promise<Charge> {
  const answer =
    charge.amount_minor === 0
      ? ({ kind: 'nothing-to-void' } as const)
      : await company.cardPayments.timeoutReversal(
          charge.merchant_id as MerchantId,
          charge.intent_id as IntentId,
          money(charge.amount_minor, charge.currency),
        );
  const isOver =
    answer.kind === 'voided' ||
    (answer.kind === 'nothing-to-void' && waitedMs >= NEVER_ARRIVED_AFTER_MS);
  if (!isOver) return alarmIfOld(ports, company, charge);
  return reopenCharge(ports, charge, problem('never-sent', 'none'));
}

async function alarmIfOld(
  ports: ResolveChargePorts,
  company: Company,
  charge: Charge,
): Promise<Charge> {
  if (ports.clock.now() - (charge.sent_at ?? 0) >= ALARM_AFTER_MS) {
    const found = problem('unknown-for-a-day', 'ask-gateway', { reference: referenceOf(charge) });
    await raiseAlarm(ports, company.installation, 'unknown', charge.charge_key, found);
  }
  return charge;
}
