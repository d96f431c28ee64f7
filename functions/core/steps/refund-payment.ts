// A person refunds a payment: judged against the live limits, on disk before the call, never sent twice.
import type { RefundRequest } from '../contract/panel.ts';
import type { GatewayId, InstallationId } from '../domain/ids.ts';
import { money, toDecimal } from '../domain/money.ts';
import { refundLimits } from '../domain/movement.ts';
import { isGivenBack, type PaymentState } from '../domain/payment.ts';
import { type Problem, problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { type Actor, mayDo } from '../domain/role.ts';
import type { Company } from '../ports/company.ts';
import { appendAudit } from '../work/audit.ts';
import {
  entryOf,
  type Movement,
  movementKey,
  placeMovement,
  takeSendRight,
} from '../work/movement-log.ts';
import { findPayment, type PaymentRow } from '../work/payment-records.ts';
import type { ChangePorts } from './announce-change.ts';
import { sendRefund } from './send-refund.ts';

/** An intent that nobody has sent by then never will be: the function that wrote it is long over. */
const GIVE_UP_AFTER_MS = 2 * 60_000;
/** A sent movement without an answer is asked about once the function that sent it must be over. */
const ASK_AFTER_MS = 60_000;

/** Refunds; the value is the movement as it stands (also when its outcome is unknown). */
export async function refundPayment(
  ports: ChangePorts,
  company: Company,
  actor: Actor,
  request: RefundRequest,
): Promise<Result<Movement>> {
  if (!mayDo(actor.role, 'refund')) {
    return refused(problem('not-allowed', 'none', { role: actor.role }));
  }
  const reason = request.reason.trim();
  if (reason === '') return refused(problem('reason-missing', 'fix-input'));
  const payment = await findPayment(ports.store, request.paymentKey);
  if (payment === undefined || payment.installation !== company.installation) {
    return refused(problem('not-found', 'fix-input', { what: 'The payment' }));
  }
  if (request.currency !== payment.currency) {
    return refused(problem('currency-mismatch', 'fix-input', { currency: payment.currency }));
  }
  if (request.amountMinor <= 0) {
    return refused(problem('amount-invalid', 'fix-input', { currency: payment.currency }));
  }
  const placed = await placeMovement<Problem>(
    ports,
    intentRow(ports, company.installation, payment, actor, request, reason),
    (log) => judgeRefund(log, payment, request.amountMinor),
  );
  if (placed.kind === 'refused') return refused(placed.problem);
  if (placed.kind === 'known' && !isSameIntent(placed.movement, payment, request)) {
    return refused(problem('intent-reused', 'fix-input'));
  }
  // A repeated request of an intent that was never sent goes on with it; all others only learn how it stands.
  if (placed.movement.state !== 'intended') return ok(placed.movement);
  // Before anything is sent, who wants it and why is in the chain: once, also when it is asked for twice.
  await audit(ports, company.installation, actor, 'refund.requested', placed.movement);
  const mine = await takeSendRight(ports, placed.movement, {
    state: 'sent',
    due_at: ports.clock.now() + ASK_AFTER_MS,
    sent_at: ports.clock.now(),
  });
  if (mine === undefined) return ok(placed.movement);
  const settled = await sendRefund(ports, company, payment, mine);
  await audit(ports, company.installation, actor, `refund.${settled.state}`, settled);
  return ok(settled);
}

function intentRow(
  ports: ChangePorts,
  installation: InstallationId,
  payment: PaymentRow,
  actor: Actor,
  request: RefundRequest,
  reason: string,
) {
  const now = ports.clock.now();
  return {
    movement_key: movementKey(installation, request.intentId),
    installation,
    payment_key: payment.payment_key,
    kind: 'refund',
    state: 'intended',
    amount_minor: request.amountMinor,
    currency: payment.currency,
    origin: 'panel',
    actor_id: actor.userId,
    actor_name: actor.name,
    reason,
    created_at: now,
    due_at: now + GIVE_UP_AFTER_MS,
    inquiries: 0,
  };
}

/** Enough left on the whole payment, and on one capture: a sale is one, an authorization may have several. */
function judgeRefund(
  log: readonly Movement[],
  payment: PaymentRow,
  amountMinor: number,
): { readonly refuse: Problem } | { readonly patch: { readonly target_gateway_id: GatewayId } } {
  const limits = refundLimits(log.map(entryOf));
  const shown = (minor: number) =>
    `${payment.currency} ${toDecimal(money(minor, payment.currency))}`;
  if (limits.capturedMinor === 0 || isGivenBack(payment.state as PaymentState))
    return { refuse: problem('payment-not-captured', 'none') };
  const target = captureWithRoom(log, amountMinor);
  const left = Math.min(limits.leftMinor, target.roomMinor);
  if (amountMinor > left || target.id === undefined) {
    const facts = { left: shown(left), asked: shown(amountMinor) };
    return { refuse: problem('refund-over-limit', 'fix-input', facts) };
  }
  return { patch: { target_gateway_id: target.id } };
}

/** The capture of just this amount, else the first with enough room, else the one with the most. */
function captureWithRoom(log: readonly Movement[], amountMinor: number) {
  const captures = log.filter((one) => one.kind === 'capture' && one.state === 'succeeded');
  const rooms = captures.map((capture) => ({
    id: capture.gateway_id as GatewayId | undefined,
    amountMinor: capture.amount_minor,
    roomMinor: refundLimits(
      [
        capture,
        ...log.filter(
          (one) =>
            (one.kind === 'refund' || one.kind === 'void') &&
            one.target_gateway_id === capture.gateway_id,
        ),
      ].map(entryOf),
    ).leftMinor,
  }));
  const most = rooms.reduce((a, b) => (b.roomMinor > a.roomMinor ? b : a), {
    id: undefined as GatewayId | undefined,
    amountMinor: 0,
    roomMinor: 0,
  });
  const open = rooms.filter((room) => room.roomMinor >= amountMinor);
  return open.find((room) => room.amountMinor === amountMinor) ?? open[0] ?? most;
}

function isSameIntent(movement: Movement, payment: PaymentRow, request: RefundRequest): boolean {
  return (
    movement.kind === 'refund' &&
    movement.payment_key === payment.payment_key &&
    movement.amount_minor === request.amountMinor &&
    movement.currency === request.currency
  );
}

function audit(
  ports: ChangePorts,
  installation: InstallationId,
  actor: Actor,
  action: string,
  movement: Movement,
): Promise<void> {
  return appendAudit(ports, {
    installation,
    actorId: actor.userId,
    actorName: actor.name,
    action,
    subject: movement.movement_key,
    once: `${action}|${movement.movement_key}`,
    detail: {
      payment: movement.payment_key,
      amountMinor: movement.amount_minor,
      currency: movement.currency,
      reason: movement.reason ?? '',
      gatewayId: movement.gateway_id ?? '',
    },
  });
}
