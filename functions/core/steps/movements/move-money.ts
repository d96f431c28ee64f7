// A person captures, releases or voids: judged on the log up to the movement's place, on disk before the call, never sent twice.
import type { MovementRequest } from '../../contract/panel.ts';
import type { PaymentKey } from '../../domain/ids.ts';
import type { MovementKind } from '../../domain/movement.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import { type Actor, mayDo } from '../../domain/role.ts';
import type { Company } from '../../ports/company.ts';
import type { Store } from '../../ports/store.ts';
import { type Movement, movementKey, placeMovement, readLog } from '../../work/movement-log.ts';
import { findPayment, type PaymentRow } from '../../work/payment-records.ts';
import type { ChangePorts } from '../announce-change.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { judgeByPolicy, judgeOffer } from './judge-movement.ts';
import { GIVE_UP_AFTER_MS, sendIntended } from './send-intended.ts';

const kinds = {
  capture: 'capture',
  reverse: 'reversal',
  void: 'void',
  'void-refund': 'void',
} as const satisfies Record<MovementRequest['action'], MovementKind>;

/** The value is the movement as it stands, also when its outcome is unknown. */
export async function moveMoney(
  ports: ChangePorts,
  company: Company,
  actor: Actor,
  given: MovementRequest,
): Promise<Result<Movement>> {
  const request = { ...given, reason: given.reason.trim() };
  const checked = await checkRequest(ports.store, company, actor, request);
  if (!checked.ok) return checked;
  const payment = checked.value;
  const key = payment.payment_key as PaymentKey;
  const now = ports.clock.now();
  const [{ rules }, before] = await Promise.all([
    readPolicy(ports.store, company.installation),
    readLog(ports.store, key),
  ]);
  const judge = (log: readonly Movement[]) => {
    const found =
      judgeOffer(company, payment, log, request, actor.role, now) ??
      judgeByPolicy(rules, payment, log, actor, request, now);
    return found === undefined ? { patch: {} } : { refuse: found };
  };
  const row = intentRow(company, payment, actor, request, now);
  const placed = await placeMovement<Problem>(ports, row, judge, before);
  if (placed.kind === 'refused') return refused(placed.problem);
  if (placed.kind === 'known' && !isSame(placed.movement, row, request, before)) {
    return refused(problem('intent-reused', 'fix-input'));
  }
  return ok(await sendIntended(ports, company, actor, payment, placed.movement));
}

/** What can be said without looking at what was moved before. */
async function checkRequest(
  store: Store,
  company: Company,
  { role }: Actor,
  { action, paymentKey, currency, amountMinor, reason }: MovementRequest,
): Promise<Result<PaymentRow>> {
  if (!mayDo(role, 'move')) return refused(problem('not-allowed', 'none', { role }));
  if (reason === '' && action !== 'capture') {
    return refused(problem('movement-reason-missing', 'fix-input'));
  }
  const payment = await findPayment(store, paymentKey);
  if (payment === undefined || payment.installation !== company.installation) {
    return refused(problem('not-found', 'fix-input', { what: 'The payment' }));
  }
  if (currency !== payment.currency) {
    return refused(problem('currency-mismatch', 'fix-input', { currency: payment.currency }));
  }
  return amountMinor > 0
    ? ok(payment)
    : refused(problem('amount-invalid', 'fix-input', { currency }));
}

function intentRow(
  { installation }: Company,
  payment: PaymentRow,
  actor: Actor,
  { intentId, action, amountMinor, targetId, reason }: MovementRequest,
  now: number,
) {
  return {
    movement_key: movementKey(installation, intentId),
    installation,
    payment_key: payment.payment_key,
    kind: kinds[action],
    state: 'intended',
    // The refund's own state frees its amount: the void that calls it back takes nothing of what was captured.
    amount_minor: action === 'void-refund' ? 0 : amountMinor,
    currency: payment.currency,
    ...(targetId === undefined ? {} : { target_gateway_id: targetId }),
    origin: 'panel',
    actor_id: actor.userId,
    actor_name: actor.name,
    actor_role: actor.role,
    reason,
    created_at: now,
    due_at: now + GIVE_UP_AFTER_MS,
    inquiries: 0,
  };
}

function isSame(
  movement: Movement,
  row: ReturnType<typeof intentRow>,
  { action, amountMinor, targetId }: MovementRequest,
  log: readonly Movement[],
): boolean {
  // The row of a call-back has no amount of its own: it is all of its refund.
  const target = log.find((one) => one.gateway_id !== undefined && one.gateway_id === targetId);
  return (
    movement.kind === row.kind &&
    movement.payment_key === row.payment_key &&
    movement.amount_minor === row.amount_minor &&
    (movement.target_gateway_id ?? '') === (row.target_gateway_id ?? '') &&
    (action !== 'void-refund' || target?.amount_minor === amountMinor)
  );
}
