// Folds what the gateway says of an authorization or sale into our payment row and movement log.
import { normalizeEmail } from '../domain/customer.ts';
import { type GatewayTransaction, paymentStateOf } from '../domain/gateway-transaction.ts';
import { type InstallationId, type PaymentKey, paymentKey } from '../domain/ids.ts';
import { applyState, isPaid, nextReadingAt, type PaymentState } from '../domain/payment.ts';
import type { Clock } from '../ports/platform.ts';
import { NEVER_MS } from '../work/lease.ts';
import { hashed } from '../work/links.ts';
import { movementKey, placeMovement } from '../work/movement-log.ts';
import { findPayment, type PaymentRow, savePayment } from '../work/payment-records.ts';
import type { ChangePorts } from './announce-change.ts';
import { announcePayment, untold } from './announce-payment.ts';
import { detailText, withoutPayer } from './payment-facts.ts';

export type RecordPorts = ChangePorts;

/** States in which the sale's own capture is certain. */
const CAPTURED: readonly PaymentState[] = ['captured', 'settled'];
/** A reading that says nothing new is noted so seldom. */
const REFRESH_MS = 5 * 60_000;

/**
 * Records a payment as it was just read. A state only moves forward (`applyState`), so an older reading changes
 * nothing. Starts the payment's order-to-cash run the first time and wakes it later.
 * @param read the state that the reading comes to.
 */
export async function recordPayment(
  ports: RecordPorts,
  installation: InstallationId,
  tx: GatewayTransaction,
  read: PaymentState = paymentStateOf(tx),
): Promise<PaymentRow> {
  const key = paymentKey(installation, tx.merchantId, tx.id);
  const known = await findPayment(ports.store, key);
  if (CAPTURED.includes(read) && !isPaid((known?.state ?? 'created') as PaymentState)) {
    await recordSaleCapture(ports, installation, key, tx, known);
  }
  const toldOf = await untold(ports, installation, known?.state ?? '');
  const change = (current: PaymentRow | undefined) => {
    if (current === undefined) {
      const columns = { ...columnsOf(installation, tx), ...changing(tx), ...toldOf };
      return { ...columns, state: read, ...readingOf(ports.clock, read, tx.submittedAt) };
    }
    const state = applyState(current.state as PaymentState, read);
    // What an older reading says of the payment is no news either.
    const news = {
      ...(state === read ? keptOf(current, changing(tx)) : {}),
      ...(state === current.state ? {} : toldOf),
    };
    const isOld = ports.clock.now() - (current.refreshed_at ?? 0) >= REFRESH_MS;
    return isOld || !holdsAll(current, { ...news, state })
      ? { ...news, state, ...readingOf(ports.clock, state, tx.submittedAt) }
      : undefined;
  };
  const row = await savePayment(ports, key, change, known ?? 'absent');
  if (row === undefined) throw new Error('a payment that was saved is there');
  await announcePayment(ports, installation, row);
  return row;
}

/** When the payment was read, and when it is to be read again. */
export function readingOf(
  clock: Clock,
  state: PaymentState,
  submittedAt: number,
): { readonly refreshed_at: number; readonly reread_at: number } {
  const now = clock.now();
  return { refreshed_at: now, reread_at: nextReadingAt(state, submittedAt, now) ?? NEVER_MS };
}

/** Who was erased stays so, whatever the gateway tells again. */
function keptOf<T extends { readonly detail: string }>(current: PaymentRow, columns: T): T {
  return current.erased_at === undefined
    ? columns
    : { ...columns, detail: withoutPayer(columns.detail) };
}

function holdsAll(row: PaymentRow, columns: Readonly<Record<string, string | number>>): boolean {
  const held: Readonly<Record<string, unknown>> = { ...row };
  return Object.entries(columns).every(([column, value]) => (held[column] ?? '') === value);
}

/** Sets the payment's state from its movements, e.g. captured once the last capture is in. */
export async function changePaymentState(
  ports: RecordPorts,
  installation: InstallationId,
  key: PaymentKey,
  next: (row: PaymentRow) => PaymentState,
  known?: PaymentRow,
): Promise<void> {
  const toldOf = await untold(ports, installation, known?.state ?? '');
  const change = (current: PaymentRow | undefined) => {
    if (current === undefined) return undefined;
    const state = applyState(current.state as PaymentState, next(current));
    return state === current.state ? undefined : { state, ...toldOf };
  };
  const row = await savePayment(ports, key, change, known);
  if (row !== undefined) await announcePayment(ports, installation, row);
}

/** A sale is authorization and capture in one: its capture takes the first place of the log. */
async function recordSaleCapture(
  ports: RecordPorts,
  installation: InstallationId,
  key: PaymentKey,
  tx: GatewayTransaction,
  known: PaymentRow | undefined,
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
    // A payment that we don't know has no movements either.
    known === undefined ? [] : undefined,
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
function changing(tx: GatewayTransaction) {
  const amount = tx.authorized ?? tx.total;
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
    detail: detailText(tx),
  };
}
