// Re-reads a transaction at the gateway and applies what it says: announcements are hints, this is the truth.
import { type GatewayTransaction, kindOf, movementStateOf } from '../domain/gateway-transaction.ts';
import {
  type GatewayId,
  isIntentId,
  type MerchantId,
  type PaymentKey,
  paymentKey,
} from '../domain/ids.ts';
import type { MovementKind } from '../domain/movement.ts';
import { refundLimits } from '../domain/movement.ts';
import type { PaymentState } from '../domain/payment.ts';
import { type Problem, problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import type { Company } from '../ports/company.ts';
import { raiseAlarm } from '../work/alarms.ts';
import {
  entryOf,
  type Movement,
  movementKey,
  placeMovement,
  readLog,
  settleMovement,
} from '../work/movement-log.ts';
import { findPayment, type PaymentRow } from '../work/payment-records.ts';
import { changePaymentState, type RecordPorts, recordPayment } from './record-payment.ts';
import { startRefundPosting, wakeRefundPosting } from './start-refund-posting.ts';

/** Applies one transaction of a merchant; `value` names the payment it belongs to. */
export async function applyTransaction(
  ports: RecordPorts,
  company: Company,
  merchant: MerchantId,
  id: GatewayId,
): Promise<Result<{ readonly payment: PaymentKey }>> {
  const read = await company.gateway.readTransaction(merchant, id);
  if (!read.ok) return read.problem.code === 'not-found' ? refused(notThereYet(id)) : read;
  const tx = read.value;
  const kind = kindOf(tx);
  if (kind === 'payment') {
    const row = await recordPayment(ports, company.installation, tx);
    return ok({ payment: row.payment_key as PaymentKey });
  }
  if (kind === 'other') {
    return refused(problem('needs-inspection', 'none', { status: tx.status ?? 'no status' }));
  }
  return applyMovement(ports, company, tx, kind);
}

/** The gateway announces what its own detail call may not show for a moment. */
function notThereYet(id: GatewayId): Problem {
  return problem('not-found', 'retry', { what: `Transaction ${id}` });
}

async function applyMovement(
  ports: RecordPorts,
  company: Company,
  tx: GatewayTransaction,
  kind: MovementKind,
): Promise<Result<{ readonly payment: PaymentKey }>> {
  const { installation } = company;
  const key = paymentKey(installation, tx.merchantId, tx.rootId);
  const known = await findPayment(ports.store, key);
  if (known === undefined) {
    // A movement of a payment that we have not met: the payment first.
    if (tx.rootId === tx.id) {
      return refused(problem('not-found', 'none', { what: `The payment of ${tx.id}` }));
    }
    const root = await applyTransaction(ports, company, tx.merchantId, tx.rootId);
    if (!root.ok) return root;
  }
  const payment = known ?? (await findPayment(ports.store, key));
  if (payment === undefined) throw new Error('a payment that was recorded is there');
  if (kind === 'void') {
    const recalled = await recallRefund(ports, key, tx);
    if (recalled !== undefined) return recalled;
  }
  const amount = tx.total;
  if (amount === undefined && kind !== 'reversal' && kind !== 'void') {
    return refused(problem('needs-inspection', 'none', { status: 'no amount' }));
  }
  const state = movementStateOf(tx);
  const now = ports.clock.now();
  // Our own refunds carry our intent id as reference; everything else is known by the gateway's id.
  const ours = tx.reference !== undefined && isIntentId(tx.reference);
  const placed = await placeMovement<never>(
    ports,
    {
      movement_key: movementKey(installation, ours ? (tx.reference ?? '') : `gw:${tx.id}`),
      installation,
      payment_key: key,
      kind,
      state,
      amount_minor: amount?.minor ?? 0,
      currency: amount?.currency ?? '',
      gateway_id: tx.id,
      gateway_status: tx.status ?? '',
      origin: 'gateway',
      reason: '',
      created_at: tx.submittedAt,
      resolved_at: now,
    },
    () => ({ patch: {} }),
  );
  if (placed.kind === 'refused') throw new Error('what has happened is not refused');
  const movement =
    placed.kind === 'known'
      ? await settleMovement(ports, placed.movement, state, {
          gateway_id: tx.id,
          gateway_status: tx.status ?? '',
        })
      : placed.movement;
  if (movement.state === 'succeeded' && (state === 'failed' || state === 'declined')) {
    // Money that we believe is gone is not: nothing is undone by itself.
    const found = problem('refund-undone', 'none', { status: tx.status ?? state });
    await raiseAlarm(ports, installation, 'undone', movement.movement_key, found);
  } else if (movement.state === 'succeeded') {
    const others = placed.log.filter((one) => one.movement_key !== movement.movement_key);
    const log = [...others, movement];
    await afterMovement(ports, company, payment, movement, log, placed.kind === 'known');
  }
  return ok({ payment: key });
}

/**
 * A void that calls back a refund frees the refund's amount and leaves the payment as it is. The voided
 * transaction is among the related ones; where that can't be told and there are refunds, a person must look.
 */
async function recallRefund(
  ports: RecordPorts,
  key: PaymentKey,
  tx: GatewayTransaction,
): Promise<Result<{ readonly payment: PaymentKey }> | undefined> {
  const refunds = (await readLog(ports.store, key)).filter((one) => one.kind === 'refund');
  const target = refunds.find((one) => tx.related.some((id) => id === one.gateway_id));
  if (target !== undefined) {
    await settleMovement(ports, target, 'voided');
    return ok({ payment: key });
  }
  return refunds.length > 0 && tx.related.length === 0
    ? refused(problem('needs-inspection', 'none', { status: 'void of an unnamed transaction' }))
    : undefined;
}

/** What a movement's success means for its payment and the books. */
async function afterMovement(
  ports: RecordPorts,
  company: Company,
  payment: PaymentRow,
  movement: Movement,
  log: readonly Movement[],
  wasKnown: boolean,
): Promise<void> {
  const become = (next: (row: PaymentRow) => PaymentState) => {
    const key = payment.payment_key as PaymentKey;
    return changePaymentState(ports, company.installation, key, next, payment);
  };
  switch (movement.kind as MovementKind) {
    case 'capture': {
      const limits = refundLimits(log.map(entryOf));
      return become((row) =>
        limits.capturedMinor >= (row.authorized_minor ?? 0) ? 'captured' : 'partially-captured',
      );
    }
    case 'refund':
      return postRefund(ports, company, payment, movement, wasKnown);
    case 'void':
      return become(() => 'voided');
    case 'reversal':
      return become(() => 'reversed');
    case 'dispute':
      return become(() => 'disputed');
  }
}

/** A refund that was known before has its run, which may sleep; a crash may have kept that from starting. */
async function postRefund(
  ports: RecordPorts,
  { installation }: Company,
  payment: PaymentRow,
  movement: Movement,
  wasKnown: boolean,
): Promise<void> {
  const key = payment.payment_key as PaymentKey;
  const run = movement.movement_key;
  const { hand } = ports;
  if (!wasKnown) {
    const atHand = { payment, movement, ...(hand === undefined ? {} : { hand }) };
    await startRefundPosting(ports, installation, key, run, atHand);
    return;
  }
  const isUp =
    (await wakeRefundPosting(ports, installation, run)) ||
    (await startRefundPosting(ports, installation, key, run)) === 'started';
  if (hand !== undefined && isUp) hand.left = true;
}
