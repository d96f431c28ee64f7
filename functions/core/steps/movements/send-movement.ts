// Sends a movement whose intent is on disk, and records what the gateway answered and what follows from it.
import type { GatewayId, IntentId, MerchantId, PaymentKey } from '../../domain/ids.ts';
import { money } from '../../domain/money.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { Company } from '../../ports/company.ts';
import type { GatewayAnswer, MovementOrder } from '../../ports/gateway.ts';
import { raiseAlarm } from '../../work/alarms.ts';
import {
  type Movement,
  problemOfMovement,
  readLog,
  settleMovement,
} from '../../work/movement-log.ts';
import type { PaymentRow } from '../../work/payment-records.ts';
import { afterMovement } from '../after-movement.ts';
import type { ChangePorts } from '../announce-change.ts';
import { announceMovement } from '../announce-payment.ts';
import { afterVoid } from '../apply-void.ts';
import { purchaseOf } from '../charges/purchase-of.ts';
import { startRefundPosting, wakeRefundPosting } from '../start-refund-posting.ts';

/** First question about an answer that did not come: after the function that asked must be over (30 s). */
const FIRST_INQUIRY_MS = 15_000;

/** Far longer than any index lags behind: what the search has not shown by then never arrived. */
export const NEVER_ARRIVED_AFTER_MS = 2 * 3_600_000;

/** Ms since the movement was first sent. */
export function sentAgo(ports: ChangePorts, movement: Movement): number {
  const now = ports.clock.now();
  return now - (movement.sent_at ?? movement.created_at ?? now);
}

/** Calls the gateway; the caller holds the right to send. Answers the movement as it is afterwards. */
export async function sendMovement(
  ports: ChangePorts,
  company: Company,
  payment: PaymentRow,
  movement: Movement,
): Promise<Movement> {
  const order = {
    ...(await orderOf(ports, payment, movement)),
    ...(movement.kind === 'capture' ? await purchaseBehind(company, payment) : {}),
  };
  const answer = await company.gateway.move(order);
  const isRefund = movement.kind === 'refund';
  if (answer.kind === 'accepted' && isRefund) {
    const { movement_key: key, sent_at: at = ports.clock.now() } = movement;
    await startRefundPosting(ports, company, payment, key, at);
  }
  const isRecall = movement.kind === 'void' && order.target.kind === 'refund';
  if (answer.kind === 'accepted' && isRecall) {
    // First what follows, then our record of it: a crash in between leaves the void to be asked about.
    const key = payment.payment_key as PaymentKey;
    await afterVoid(ports, company, key, movement.target_gateway_id, answer.status);
  }
  const settled = await recordAnswer(ports, movement, answer);
  const found = problemOfMovement(settled);
  if (settled.state === 'needs-inspection' && found !== undefined) {
    await raiseAlarm(ports, company.installation, 'inspection', settled.movement_key, found);
  }
  if (settled.state !== 'succeeded') return settled;
  if (isRefund) await wakeRefundPosting(ports, company.installation, settled.movement_key);
  else if (!isRecall) await follow(ports, company, payment, settled);
  return settled;
}

/** What an announcement of it would bring about, at once: a crash before it leaves the rest to that announcement. */
async function follow(
  ports: ChangePorts,
  company: Company,
  payment: PaymentRow,
  movement: Movement,
): Promise<void> {
  const key = payment.payment_key as PaymentKey;
  if (movement.kind === 'void') {
    const { target_gateway_id: target, gateway_status: status } = movement;
    return afterVoid(ports, company, key, target, status);
  }
  await afterMovement(ports, company, payment, movement, await readLog(ports.store, key), true);
  await announceMovement(ports, company.installation, payment, movement);
}

/** Business cards get better rates for a capture that carries its invoice; books that don't answer hold nothing up. */
async function purchaseBehind(
  { ledger }: Company,
  { books_invoice_id: invoiceId }: PaymentRow,
): Promise<Pick<MovementOrder, 'purchase'>> {
  if (!invoiceId) return {};
  const invoice = await ledger.readInvoice(invoiceId);
  return invoice.ok ? { purchase: purchaseOf(invoice.value) } : {};
}

/** The movement as the gateway is asked for it. */
async function orderOf(
  ports: ChangePorts,
  payment: PaymentRow,
  movement: Movement,
): Promise<MovementOrder> {
  const id = (movement.target_gateway_id ?? payment.gateway_id) as GatewayId;
  const order = {
    merchant: payment.merchant_id as MerchantId,
    kind: movement.kind as MovementOrder['kind'],
    amount: money(movement.amount_minor, movement.currency),
    intent: movement.movement_key.slice(movement.movement_key.indexOf('|') + 1) as IntentId,
    ...(movement.reason ? { reason: movement.reason } : {}),
  };
  if (id === payment.gateway_id) return { ...order, target: { kind: 'payment', id } };
  if (movement.kind !== 'void') return { ...order, target: { kind: 'capture', id } };
  const log = await readLog(ports.store, payment.payment_key as PaymentKey);
  const target = log.find((one) => one.gateway_id === id);
  const kind = target?.kind === 'refund' ? 'refund' : 'capture';
  // The entry of a refund's void holds no amount; the order is of the whole all the same.
  const amount = money(target?.amount_minor ?? movement.amount_minor, movement.currency);
  return { ...order, amount, target: { kind, id } };
}

function recordAnswer(
  ports: ChangePorts,
  movement: Movement,
  answer: GatewayAnswer,
): Promise<Movement> {
  const resent = (movement.inquiries ?? 0) > 0;
  switch (answer.kind) {
    case 'accepted':
      return settleMovement(ports, movement, 'succeeded', {
        gateway_id: answer.gatewayId,
        gateway_status: answer.status,
        problem: '',
      });
    case 'declined':
      return settleMovement(ports, movement, 'declined', {
        ...(answer.gatewayId === undefined ? {} : { gateway_id: answer.gatewayId }),
        problem: keep(answer.problem),
      });
    case 'refused':
      // Refused the second time may be because the first went through and is not indexed yet. Once the search has
      // found nothing for so long, the first never arrived, and this is a plain no.
      return resent && sentAgo(ports, movement) < NEVER_ARRIVED_AFTER_MS
        ? settleMovement(ports, movement, 'unknown', { problem: keep(answer.problem) })
        : settleMovement(ports, movement, 'failed', {
            problem: keep(whyNot(movement, answer.problem)),
          });
    case 'unrecognized':
      return settleMovement(ports, movement, 'needs-inspection', {
        ...(answer.gatewayId === undefined ? {} : { gateway_id: answer.gatewayId }),
        gateway_status: answer.status,
        problem: keep(problem('needs-inspection', 'none', { status: answer.status })),
      });
    case 'duplicate':
      return stillUnknown(ports, movement, problem('outcome-unknown', 'ask-gateway'));
    case 'unknown':
      return stillUnknown(ports, movement, answer.problem, answer.gatewayId);
  }
}

/** Nothing is tried again by itself: whoever asked for it is told that nothing has moved. */
function whyNot({ kind }: Movement, found: Problem): Problem {
  if (kind === 'void' && found.facts?.reason === 'NOT_VOIDABLE') {
    return problem('void-too-late', 'none');
  }
  return found.remedy === 'retry' ? problem('never-sent', 'none') : found;
}

function stillUnknown(
  ports: ChangePorts,
  movement: Movement,
  why: Problem,
  gatewayId?: GatewayId,
): Promise<Movement> {
  const resent = (movement.inquiries ?? 0) > 0;
  return settleMovement(ports, movement, 'unknown', {
    ...(gatewayId === undefined ? {} : { gateway_id: gatewayId }),
    problem: keep(why),
    ...(resent ? {} : { due_at: ports.clock.now() + FIRST_INQUIRY_MS }),
  });
}

function keep(found: Problem): string {
  return JSON.stringify(found).slice(0, 9_000);
}
