// Applies a void: finds out which refund or capture it took back, and what is left of the payment then.
import {
  type GatewayTransaction,
  isTakenBack,
  kindOf,
  movementStateOf,
} from '../domain/gateway-transaction.ts';
import type { GatewayId, InstallationId, PaymentKey } from '../domain/ids.ts';
import { certainCapturedMinor, holdsAmount, type MovementState } from '../domain/movement.ts';
import { problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import type { Company } from '../ports/company.ts';
import {
  entryOf,
  type Movement,
  movementKey,
  placeMovement,
  readLog,
  settleMovement,
} from '../work/movement-log.ts';
import { findPayment, type PaymentRow } from '../work/payment-records.ts';
import { alarmAboutMovement } from './alarm-about-movement.ts';
import { changePaymentState, type RecordPorts } from './record-payment.ts';
import { startVoidPosting } from './start-void-posting.ts';

/** Related transactions that are looked into, at most, for what the void took back. */
const RELATED_MAX = 25;
/** What was made later than the void can't be what it took back; our own refunds have our clock's time. */
const SKEW_MS = 10 * 60_000;

type ApplyMovement = (
  ports: RecordPorts,
  company: Company,
  tx: GatewayTransaction,
  kind: 'capture' | 'refund',
) => Promise<Result<unknown>>;

/**
 * A void of a refund frees the refund's amount and leaves the payment as it is; a void of a capture takes the capture's amount.
 * The gateway names the whole chain as related: meant is the movement that shows the void itself, or the only one of
 * that amount. Where neither tells it from a refund, a person must look (`void-unclear`).
 */
export async function applyVoid(
  ports: RecordPorts,
  company: Company,
  tx: GatewayTransaction,
  payment: PaymentRow,
  applyMovement: ApplyMovement,
): Promise<Result<{ readonly payment: PaymentKey }>> {
  const key = payment.payment_key as PaymentKey;
  const state = movementStateOf(tx);
  const known = await readLog(ports.store, key);
  const entered = await enteredVoid(ports, tx, known);
  let target = known.find((one) => one.gateway_id === entered?.target_gateway_id);
  if (entered === undefined && state === 'succeeded') {
    const met = await meetRelated(ports, company, tx, key, known, applyMovement);
    if (!met.ok) return met;
    target = await targetOf(company, tx, met.value);
    if (target === undefined && met.value.some((one) => one.kind === 'refund')) {
      return refused(problem('void-unclear', 'none'));
    }
  }
  if (entered === undefined && target?.kind !== 'refund') {
    await placeVoid(ports, tx, payment, target);
  }
  if (state === 'succeeded') await afterVoid(ports, company, key, target?.gateway_id, tx.status);
  return ok({ payment: key });
}

/** What a void's success means: the refund is called back, or the capture is taken out of the books, perhaps with the whole payment. */
export async function afterVoid(
  ports: RecordPorts,
  company: Company,
  payment: PaymentKey,
  targetId: string | undefined,
  status: string | undefined,
): Promise<void> {
  const log = await readLog(ports.store, payment);
  const target = log.find((one) => one.gateway_id !== undefined && one.gateway_id === targetId);
  if (target?.kind === 'refund') {
    const movement = await settleMovement(ports, target, 'voided', { due_at: 0 });
    const change = { movement, before: target.state };
    await alarmAboutMovement(ports, company, change, 'voided', status);
    return;
  }
  const capturedMinor = certainCapturedMinor(log.map(entryOf));
  // Of a capture without an answer nobody knows yet; once it is known, the void is looked at again with its payment.
  const isMoreUnderWay = log.some(
    ({ kind, state }) =>
      kind === 'capture' && state !== 'succeeded' && holdsAmount(state as MovementState),
  );
  if (capturedMinor === 0 && !isMoreUnderWay) {
    return changePaymentState(ports, company.installation, payment, () => 'voided');
  }
  const row = await findPayment(ports.store, payment);
  if (row === undefined || target === undefined) return;
  await startVoidPosting(ports, company.installation, row, target.gateway_id);
}

/** The void's own entry: known by the gateway's id, or by our reference when we have asked for it. */
async function enteredVoid(
  ports: RecordPorts,
  tx: GatewayTransaction,
  log: readonly Movement[],
): Promise<Movement | undefined> {
  const byId = log.find((one) => one.gateway_id === tx.id);
  const entered =
    byId ??
    log.find(
      (one) =>
        one.kind === 'void' && !one.gateway_id && one.movement_key.endsWith(`|${tx.reference}`),
    );
  if (entered === undefined || entered.origin !== 'panel') return entered;
  const state = movementStateOf(tx);
  return settleMovement(ports, entered, state, {
    gateway_id: tx.id,
    gateway_status: tx.status ?? '',
    ...(state === 'succeeded' ? { problem: '' } : {}),
  });
}

/** The log with all captures and refunds of the chain in it, also those that nobody announced. */
async function meetRelated(
  ports: RecordPorts,
  company: Company,
  tx: GatewayTransaction,
  key: PaymentKey,
  log: readonly Movement[],
  applyMovement: ApplyMovement,
): Promise<Result<readonly Movement[]>> {
  const met = new Set<string | undefined>(log.map((one) => one.gateway_id));
  const unmet = tx.related.filter((id) => !met.has(id) && id !== tx.rootId).slice(0, RELATED_MAX);
  if (unmet.length === 0) return ok(log);
  for (const id of unmet) {
    const read = await company.gateway.readTransaction(tx.merchantId, id);
    if (!read.ok) return read;
    const kind = kindOf(read.value);
    if (kind !== 'capture' && kind !== 'refund') continue;
    const applied = await applyMovement(ports, company, read.value, kind);
    if (!applied.ok) return applied;
  }
  return ok(await readLog(ports.store, key));
}

async function targetOf(
  company: Company,
  tx: GatewayTransaction,
  log: readonly Movement[],
): Promise<Movement | undefined> {
  const taken = new Set(log.map((one) => (one.kind === 'void' ? one.target_gateway_id : '')));
  const fitting = log.filter(
    (one) =>
      (one.kind === 'refund' || one.kind === 'capture') &&
      one.gateway_id !== undefined &&
      !taken.has(one.gateway_id) &&
      (one.created_at ?? 0) <= tx.submittedAt + SKEW_MS &&
      (tx.related.length === 0 || tx.related.some((id) => id === one.gateway_id)) &&
      (tx.total === undefined || tx.total.minor === one.amount_minor),
  );
  if (fitting.length <= 1) return fitting[0];
  const shown: Movement[] = [];
  for (const one of fitting) {
    const read = await company.gateway.readTransaction(tx.merchantId, one.gateway_id as GatewayId);
    if (read.ok && isTakenBack(read.value)) shown.push(one);
  }
  return shown.find((one) => one.state !== 'voided') ?? shown[0];
}

/** A void of a refund needs no entry: the refund's own state frees its amount. */
async function placeVoid(
  ports: RecordPorts,
  tx: GatewayTransaction,
  payment: PaymentRow,
  target: Movement | undefined,
): Promise<void> {
  const installation = payment.installation as InstallationId;
  await placeMovement<never>(
    ports,
    {
      movement_key: movementKey(installation, `gw:${tx.id}`),
      installation,
      payment_key: payment.payment_key,
      kind: 'void',
      state: movementStateOf(tx),
      amount_minor: target?.amount_minor ?? tx.total?.minor ?? 0,
      currency: payment.currency,
      ...(target?.gateway_id === undefined ? {} : { target_gateway_id: target.gateway_id }),
      gateway_id: tx.id,
      gateway_status: tx.status ?? '',
      origin: 'gateway',
      reason: '',
      created_at: tx.submittedAt,
      resolved_at: ports.clock.now(),
    },
    () => ({ patch: {} }),
  );
}
