// Re-reads a transaction at the gateway and applies what it says: announcements are hints, this is the truth.
import {
  type GatewayTransaction,
  isMovementAsked,
  isTakenBack,
  kindOf,
  movementStateOf,
  paymentStateOf,
} from '../domain/gateway-transaction.ts';
import {
  type GatewayId,
  isMovementIntent,
  type MerchantId,
  type PaymentKey,
  paymentKey,
} from '../domain/ids.ts';
import {
  certainCapturedMinor,
  isOver,
  type MovementKind,
  type MovementState,
} from '../domain/movement.ts';
import type { PaymentState } from '../domain/payment.ts';
import { type Problem, problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { bookingFlowOf } from '../flows/flow-ids.ts';
import type { Company } from '../ports/company.ts';
import {
  entryOf,
  type Movement,
  movementKey,
  placeMovement,
  readLog,
  settleMovement,
} from '../work/movement-log.ts';
import { findPayment, notePayment, type PaymentRow } from '../work/payment-records.ts';
import { layAside, RUN_OVER } from '../work/runs.ts';
import { afterMovement } from './after-movement.ts';
import { alarmAboutMovement, type MovementChange } from './alarm-about-movement.ts';
import { announceMovement } from './announce-payment.ts';
import { applyVoid } from './apply-void.ts';
import { type RecordPorts, recordPayment } from './record-payment.ts';
import { isFromBefore, startRefundPosting } from './start-refund-posting.ts';

/** The payment that a transaction belongs to; none for one that moves no money (a risk check, a stored card). */
export interface Applied {
  readonly payment?: PaymentKey;
}

/**
 * Applies one transaction of a merchant. `not-there-yet` when the gateway does not show it, or the payment
 * that it belongs to, yet.
 */
export async function applyTransaction(
  ports: RecordPorts,
  company: Company,
  merchant: MerchantId,
  id: GatewayId,
): Promise<Result<Applied>> {
  const read = await company.gateway.readTransaction(merchant, id);
  if (!read.ok) return read.problem.code === 'not-found' ? refused(notThereYet(id)) : read;
  const tx = read.value;
  const kind = kindOf(tx);
  // A card that was only checked (zero amount) moves no money.
  if (kind === 'payment' && tx.total?.minor === 0) return ok({});
  if (kind === 'payment') return applyPayment(ports, company, tx);
  if (kind !== 'other') return applyMovement(ports, company, tx, kind);
  return tx.applications.length > 0
    ? ok({})
    : refused(problem('needs-inspection', 'none', { status: tx.status ?? 'no status' }));
}

/** The gateway announces what its own detail call may not show for a moment. */
function notThereYet(id: GatewayId): Problem {
  return problem('not-there-yet', 'wait', { what: `Transaction ${id}` });
}

async function applyPayment(
  ports: RecordPorts,
  company: Company,
  tx: GatewayTransaction,
): Promise<Result<Applied>> {
  const { installation } = company;
  const key = paymentKey(installation, tx.merchantId, tx.id);
  const isOld = await isFromBefore(ports.store, company, tx.submittedAt);
  if (isOld) {
    // A run that is there already is not started by recording the payment.
    const { id: flowId, version: flowVersion } = bookingFlowOf(tx.reference ?? '');
    const flow = { flow: flowId, flowVersion };
    const run = { ...flow, installation, subject: key, lane: key, input: { paymentKey: key } };
    await layAside(ports, run, 'skipped', problem('older-than-connection', 'none'));
  }
  const isSale = tx.applications.some((application) => application.name === 'ics_bill');
  if (isSale && isTakenBack(tx) && tx.total !== undefined) {
    // Voided before we met it, it was captured all the same: the void is a movement of its own.
    const payment = { payment_key: key, currency: tx.total.currency };
    await placeReading(ports, company, tx, payment, 'capture', 'succeeded');
  }
  const row = await recordPayment(
    ports,
    installation,
    tx,
    await stateRead(ports, company, tx, key),
  );
  if (isOld) await notePayment(ports.store, row, { run_state: RUN_OVER });
  return ok({ payment: key });
}

/** Related transactions that are looked into, at most, for what was captured before the rest was released. */
const RELATED_MAX = 25;

/** A released authorization does not show what was captured of it before: that is looked up, as it is to be booked. */
async function stateRead(
  ports: RecordPorts,
  company: Company,
  tx: GatewayTransaction,
  key: PaymentKey,
): Promise<PaymentState> {
  const read = paymentStateOf(tx);
  const currency = (tx.authorized ?? tx.total)?.currency;
  if (read !== 'reversed' || currency === undefined) return read;
  for (const id of tx.related.slice(0, RELATED_MAX)) {
    const related = await company.gateway.readTransaction(tx.merchantId, id);
    if (!related.ok || kindOf(related.value) !== 'capture') continue;
    const state = movementStateOf(related.value);
    await placeReading(
      ports,
      company,
      related.value,
      { payment_key: key, currency },
      'capture',
      state,
    );
  }
  const log = await readLog(ports.store, key);
  return certainCapturedMinor(log.map(entryOf)) > 0 ? 'captured' : read;
}

async function applyMovement(
  ports: RecordPorts,
  company: Company,
  tx: GatewayTransaction,
  kind: MovementKind,
): Promise<Result<Applied>> {
  const key = paymentKey(company.installation, tx.merchantId, tx.rootId);
  let payment = await findPayment(ports.store, key);
  // A movement of a payment that we have not met, or whose run a crash kept from starting: the payment first.
  const isMet = payment !== undefined && (!payment.reference || payment.run_state !== undefined);
  if (payment === undefined || !isMet) {
    if (payment === undefined && tx.rootId === tx.id) {
      return refused(problem('not-found', 'none', { what: `The payment of ${tx.id}` }));
    }
    const root = await applyTransaction(ports, company, tx.merchantId, tx.rootId);
    if (!root.ok) return root;
    payment = await findPayment(ports.store, key);
    if (payment === undefined) {
      return refused(problem('not-found', 'none', { what: `The payment of ${tx.id}` }));
    }
  }
  if (kind === 'void') return applyVoid(ports, company, tx, payment, applyMovement);
  if (tx.total === undefined && kind !== 'reversal') {
    return refused(problem('needs-inspection', 'none', { status: 'no amount' }));
  }
  const state = movementStateOf(tx);
  const row = payment;
  const placed = await placeReading(ports, company, tx, payment, kind, state, async (asked) => {
    // No announcement brings back what a crash cuts off here: its run comes first, and waits for the success.
    if (kind !== 'refund' || state !== 'succeeded' || asked.state === 'succeeded') return;
    const { movement_key: movementOf, created_at: at = ports.clock.now() } = asked;
    await startRefundPosting(ports, company, row, movementOf, at);
  });
  if (placed === undefined) return ok({ payment: key });
  const { movement, before, log } = placed;
  await alarmAboutMovement(ports, company, placed, state, tx.status);
  if (movement.state === 'succeeded' && state === 'succeeded') {
    await afterMovement(ports, company, payment, movement, log, before !== undefined);
  }
  await announceMovement(ports, company.installation, payment, movement);
  return ok({ payment: key });
}

interface PlacedReading extends MovementChange {
  readonly log: readonly Movement[];
}

/**
 * Puts a reading into the log, or onto the movement that it is about: our own movements carry our intent id as reference;
 * everything else is known by the gateway's id. Undefined for another try under our reference that moved nothing.
 */
async function placeReading(
  ports: RecordPorts,
  { installation }: Company,
  tx: GatewayTransaction,
  payment: Pick<PaymentRow, 'payment_key' | 'currency'> & { readonly state?: string },
  kind: MovementKind,
  state: MovementState,
  beforeSettled: (asked: Movement) => Promise<void> = async () => {},
): Promise<PlacedReading | undefined> {
  const key = payment.payment_key as PaymentKey;
  const found = { gateway_id: tx.id, gateway_status: tx.status ?? '' };
  const settle = async (known: Movement) => {
    // What was not known is known now.
    const note = isOver(state) ? { ...found, problem: '' } : found;
    const movement = await settleMovement(ports, known, state, note);
    return { movement, before: known.state };
  };
  const asked = await findAsked(ports, installation, tx, key, kind);
  if (asked !== undefined) {
    if (isAnswerTo(tx, asked)) {
      await beforeSettled(asked);
      const settled = await settle(asked);
      // What a refund means hangs on nothing but itself.
      return { ...settled, log: kind === 'refund' ? [] : await readLog(ports.store, key) };
    }
    if (state === 'failed' || state === 'declined') return undefined;
  }
  const placed = await placeMovement<never>(
    ports,
    {
      ...found,
      movement_key: movementKey(installation, `gw:${tx.id}`),
      installation,
      payment_key: key,
      kind,
      state,
      amount_minor: tx.total?.minor ?? 0,
      currency: tx.total?.currency ?? payment.currency,
      origin: 'gateway',
      reason: '',
      created_at: tx.submittedAt,
      resolved_at: ports.clock.now(),
    },
    () => ({ patch: {} }),
    // Nothing has moved of what is only authorized; the place itself tells when that is wrong.
    payment.state === 'authorized' ? [] : undefined,
  );
  if (placed.kind === 'refused') throw new Error('what has happened is not refused');
  if (placed.kind === 'placed') {
    return { movement: placed.movement, log: [...placed.log, placed.movement] };
  }
  const settled = await settle(placed.movement);
  const others = placed.log.filter((one) => one.movement_key !== placed.movement.movement_key);
  return { ...settled, log: [...others, settled.movement] };
}

/** The movement of this payment that was asked for under the transaction's reference. */
async function findAsked(
  { store }: RecordPorts,
  installation: Company['installation'],
  { reference = '' }: GatewayTransaction,
  key: PaymentKey,
  kind: MovementKind,
): Promise<Movement | undefined> {
  if (kind === 'dispute' || !isMovementIntent(reference)) return undefined;
  const asked = await store.find('Movements', 'movement_key', movementKey(installation, reference));
  return asked?.payment_key === key ? asked : undefined;
}

function isAnswerTo(tx: GatewayTransaction, movement: Movement): boolean {
  return isMovementAsked(tx, {
    kind: movement.kind,
    amountMinor: movement.amount_minor,
    currency: movement.currency,
    isOver: isOver(movement.state as MovementState),
    ...(movement.gateway_id ? { gatewayId: movement.gateway_id } : {}),
  });
}
