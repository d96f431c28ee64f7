// What to do about a movement that was sent and certainly is not at the gateway: sent again, called back, or given up.
import type { IntentId, MerchantId, PaymentKey } from '../../domain/ids.ts';
import { holdsAmount, judgeLostRefund, type MovementState } from '../../domain/movement.ts';
import type { MovementAction } from '../../domain/movement-offers.ts';
import { isGivenBack, type PaymentState } from '../../domain/payment.ts';
import { problem } from '../../domain/problem.ts';
import { refundWindowDays } from '../../domain/processor.ts';
import type { Company } from '../../ports/company.ts';
import { appendAudit } from '../../work/audit.ts';
import { entryOf, type Movement, readLog, settleMovement } from '../../work/movement-log.ts';
import type { PaymentRow } from '../../work/payment-records.ts';
import type { ChangePorts } from '../announce-change.ts';
import { judgeOffer } from './judge-movement.ts';
import { processorOf } from './payment-offers.ts';
import { NEVER_ARRIVED_AFTER_MS, sendMovement, sentAgo } from './send-movement.ts';

/** A refund by its own rules; the others go out again, with the same transaction id, while they would still be offered. */
export function actOnLost(
  ports: ChangePorts,
  company: Company,
  payment: PaymentRow,
  movement: Movement,
): Promise<Movement> {
  return movement.kind === 'refund'
    ? actOnLostRefund(ports, company, payment, movement)
    : actOnLostOffer(ports, company, payment, movement);
}

/** For so long a repeated transaction id is surely refused; later a second sending could be a second movement. */
const MTI_KNOWN_MS = 59 * 24 * 3_600_000;

async function actOnLostOffer(
  ports: ChangePorts,
  company: Company,
  payment: PaymentRow,
  movement: Movement,
): Promise<Movement> {
  const log = await readLog(ports.store, movement.payment_key as PaymentKey);
  const others = log.filter((one) => one.movement_key !== movement.movement_key);
  const target = others.find((one) => one.gateway_id === movement.target_gateway_id);
  const isRefund = movement.target_gateway_id !== undefined && target?.kind === 'refund';
  const wanted = {
    action: isRefund ? 'void-refund' : (actions[movement.kind] ?? 'void'),
    amountMinor: isRefund ? target.amount_minor : movement.amount_minor,
    targetId: movement.target_gateway_id,
  };
  const found = judgeOffer(company, payment, others, wanted, 'admin', ports.clock.now());
  const waited = sentAgo(ports, movement);
  if (found === undefined && waited < MTI_KNOWN_MS) {
    return sendMovement(ports, company, payment, movement);
  }
  if (found === undefined || waited < NEVER_ARRIVED_AFTER_MS) return movement;
  return settleMovement(ports, movement, 'failed', {
    problem: JSON.stringify(problem('never-sent', 'none')),
  });
}

const actions: Readonly<Record<string, Exclude<MovementAction, 'refund'>>> = {
  capture: 'capture',
  reversal: 'reverse',
  void: 'void',
};

/**
 * A refund that was sent and certainly is not there. The policy (facts: a repeated merchant transaction id is refused for 60 days and is
 * the handle of the timeout void): it is sent again with the same id, unless that is no longer right, because a dispute has begun,
 * the payment was given back, others have taken its money, or its refund window is over. Then it is called back by timeout
 * void, should it ever have arrived: `voided` once the gateway says so, `failed` when there is nothing to void and the search
 * has shown nothing for hours. What a batch has taken can't be voided: the gateway refuses, and the inquiry goes on.
 */
async function actOnLostRefund(
  ports: ChangePorts,
  company: Company,
  payment: PaymentRow,
  movement: Movement,
): Promise<Movement> {
  const log = await readLog(ports.store, movement.payment_key as PaymentKey);
  const place = log.findIndex((one) => one.movement_key === movement.movement_key);
  const now = ports.clock.now();
  const verdict = judgeLostRefund(
    {
      amountMinor: movement.amount_minor,
      sentAt: now - sentAgo(ports, movement),
      paidAt: payment.submitted_at ?? now,
      refundDays: refundWindowDays(processorOf(company, payment)),
      isPaymentGivenBack: isGivenBack(payment.state as PaymentState),
      isDisputedSince: log
        .slice(place + 1)
        .some((one) => one.kind === 'dispute' && holdsAmount(one.state as MovementState)),
      others: log.filter((_, index) => index !== place).map(entryOf),
    },
    now,
  );
  switch (verdict) {
    case 'send-again':
      return sendMovement(ports, company, payment, movement);
    case 'call-back':
      return callBack(ports, company, payment, movement);
    case 'leave':
      return movement;
  }
}

async function callBack(
  ports: ChangePorts,
  company: Company,
  payment: PaymentRow,
  movement: Movement,
): Promise<Movement> {
  const { movement_key: key, amount_minor: amountMinor, currency } = movement;
  await appendAudit(ports, {
    installation: company.installation,
    actorId: 'tallybridge',
    actorName: 'Tallybridge',
    action: 'refund.called-back',
    subject: key,
    once: `refund.called-back|${key}`,
    detail: { payment: movement.payment_key, amountMinor, currency },
  });
  const merchant = payment.merchant_id as MerchantId;
  const intent = key.slice(key.indexOf('|') + 1) as IntentId;
  const answer = await company.gateway.timeoutVoid(merchant, intent);
  const over = { due_at: 0, resolved_at: ports.clock.now() };
  if (answer.kind === 'voided') {
    return settleMovement(ports, movement, 'voided', {
      ...over,
      gateway_status: answer.status,
      problem: '',
    });
  }
  const isCertain = sentAgo(ports, movement) >= NEVER_ARRIVED_AFTER_MS;
  if (answer.kind === 'nothing-to-void' && isCertain) {
    const found = JSON.stringify(problem('never-sent', 'none'));
    return settleMovement(ports, movement, 'failed', { problem: found });
  }
  return movement;
}
