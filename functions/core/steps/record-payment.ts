// Folds what the gateway says of an authorization or sale into our payment row and movement log.
import { normalizeEmail } from '../domain/customer.ts';
import { type GatewayTransaction, paymentStateOf } from '../domain/gateway-transaction.ts';
import { type InstallationId, type PaymentKey, paymentKey } from '../domain/ids.ts';
import { applyState, type PaymentState } from '../domain/payment.ts';
import { orderToCashFlow } from '../flows/flow-ids.ts';
import type { Clock, Random } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import { hashed } from '../work/links.ts';
import { movementKey, placeMovement } from '../work/movement-log.ts';
import { type PaymentRow, savePayment } from '../work/payment-records.ts';
import { runKey, startRun, wakeRun } from '../work/runs.ts';

export interface RecordPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
}

/** What is kept of a payment beside its columns. */
export interface PaymentDetail {
  readonly customerName?: string;
  readonly fraud?: GatewayTransaction['fraud'];
  readonly errorReason?: string;
}

/** States in which the sale's own capture is certain. */
const CAPTURED: readonly PaymentState[] = ['captured', 'settled'];

/**
 * Records a payment as it was just read. A state only moves forward (`applyState`), so an older reading changes
 * nothing. Starts the payment's order-to-cash run the first time and wakes it later.
 */
export async function recordPayment(
  ports: RecordPorts,
  installation: InstallationId,
  tx: GatewayTransaction,
): Promise<PaymentRow> {
  const key = paymentKey(installation, tx.merchantId, tx.id);
  const read = paymentStateOf(tx);
  if (CAPTURED.includes(read)) await recordSaleCapture(ports, installation, key, tx);
  const row = await savePayment(ports, key, (current) => {
    const state = current === undefined ? read : applyState(current.state as PaymentState, read);
    return {
      ...(current === undefined ? columnsOf(installation, tx) : {}),
      ...changing(ports, tx),
      state,
    };
  });
  if (row === undefined) throw new Error('a payment that was saved is there');
  await announce(ports, installation, row);
  return row;
}

/** Sets the payment's state from its movements, e.g. captured once the last capture is in. */
export async function changePaymentState(
  ports: RecordPorts,
  installation: InstallationId,
  key: PaymentKey,
  next: (row: PaymentRow) => PaymentState,
): Promise<void> {
  const row = await savePayment(ports, key, (current) => {
    if (current === undefined) return undefined;
    const state = applyState(current.state as PaymentState, next(current));
    return state === current.state ? undefined : { state };
  });
  if (row !== undefined) await announce(ports, installation, row);
}

/**
 * Tells the payment's run. Not only when the state has just changed: a crash between that change and this must
 * not leave the run asleep.
 */
async function announce(
  ports: RecordPorts,
  installation: InstallationId,
  row: PaymentRow,
): Promise<void> {
  if (row.reference === undefined || row.reference === '') return;
  const started = await startRun(ports, {
    installation,
    flow: orderToCashFlow.id,
    flowVersion: orderToCashFlow.version,
    subject: row.payment_key,
    // One customer's runs wait for each other, so that nobody is created twice.
    lane: `${installation}|customer|${row.customer_key ?? row.gateway_id}`,
    input: { paymentKey: row.payment_key },
  });
  if (started === 'known') {
    await wakeRun(ports, runKey(installation, orderToCashFlow.id, row.payment_key));
  }
}

/** A sale is authorization and capture in one: its capture takes the first place of the log. */
async function recordSaleCapture(
  ports: RecordPorts,
  installation: InstallationId,
  key: PaymentKey,
  tx: GatewayTransaction,
): Promise<void> {
  const amount = tx.total ?? tx.authorized;
  const billed = tx.applications.some((application) => application.name === 'ics_bill');
  if (amount === undefined || !billed) return;
  const now = ports.clock.now();
  await placeMovement(
    ports,
    {
      movement_key: movementKey(installation, `gw:${tx.id}`),
      installation,
      payment_key: key,
      kind: 'capture',
      state: 'succeeded',
      amount_minor: amount.minor,
      currency: amount.currency,
      gateway_id: tx.id,
      origin: 'gateway',
      created_at: tx.submittedAt,
      resolved_at: now,
    },
    () => ({ patch: {} }),
  );
}

function columnsOf(installation: InstallationId, tx: GatewayTransaction) {
  const amount = tx.authorized ?? tx.total;
  return {
    installation,
    merchant_id: tx.merchantId,
    gateway_id: tx.id,
    reference: tx.reference ?? '',
    currency: amount?.currency ?? '',
    submitted_at: tx.submittedAt,
    customer_key: tx.customer === undefined ? '' : hashed(normalizeEmail(tx.customer.email)),
  };
}

/** What a newer reading may know better. */
function changing(ports: RecordPorts, tx: GatewayTransaction) {
  const amount = tx.authorized ?? tx.total;
  const detail: PaymentDetail = {
    ...(tx.customer === undefined
      ? {}
      : { customerName: `${tx.customer.firstName} ${tx.customer.lastName}`.trim() }),
    ...(tx.fraud === undefined ? {} : { fraud: tx.fraud }),
    ...(tx.errorReason === undefined ? {} : { errorReason: tx.errorReason }),
  };
  return {
    gateway_status: tx.status ?? '',
    authorized_minor: amount?.minor ?? 0,
    ...(tx.card === undefined
      ? {}
      : {
          card_brand: tx.card.brand,
          card_last_four: tx.card.lastFour,
          card_expiry: tx.card.expiry ?? '',
        }),
    ...(tx.fraud?.score === undefined ? {} : { fraud_score: tx.fraud.score }),
    detail: JSON.stringify(detail).slice(0, 7_000),
    refreshed_at: ports.clock.now(),
  };
}
