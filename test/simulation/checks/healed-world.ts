// A world that has healed, and which of its orders were left to people.
import type { Row } from '../../../functions/core/store/schema.ts';
import type { Decisions } from '../decisions.ts';
import type { Transaction } from '../outside/gateway.ts';
import type { Outside } from '../outside/outside.ts';
import type { ShopOrder } from '../outside/shop.ts';
import { inputOf } from './open-work.ts';

export interface HealedWorld {
  readonly outside: Outside;
  readonly decisions: Decisions;
  readonly installation: string;
  /** Since when the company is connected (epoch ms). */
  readonly connectedAt: number;
  /** Whether all that was captured has been settled, and time enough has gone by to see it. */
  readonly isSettled: boolean;
  readonly inbox: readonly Row<'Inbox'>[];
  readonly runs: readonly Row<'Runs'>[];
  readonly movements: readonly Row<'Movements'>[];
  readonly payments: readonly Row<'Payments'>[];
  readonly audit: readonly Row<'Audit'>[];
  readonly alarms: readonly Row<'Alarms'>[];
  readonly charges: readonly Row<'Charges'>[];
  readonly violation: (what: string) => void;
}

/** Whether a person deleted a record that this order's others hang on. */
export function wasDeletedFrom({ outside }: HealedWorld, order: ShopOrder | undefined): boolean {
  if (order === undefined) return false;
  const { books, gateway } = outside;
  const ids = gateway.payments().flatMap((one) => (one.code === order.id ? [one.id] : []));
  const refunds = ids.flatMap((id) => gateway.refundsOf(id).map((one) => one.id));
  const customer = `${order.buyer.email.toLowerCase()} ${order.currency}`;
  return [order.id, customer, ...ids, ...refunds].some((about) => books.wasDeleted(about));
}

/**
 * Whether a payment may be missing in the books: it was made before the company was connected, and nothing of its
 * order is there. Half of it must not be.
 */
export function isHistory(
  { outside, connectedAt }: HealedWorld,
  { submittedAt, code }: Transaction,
): boolean {
  const { salesOrders, invoices } = outside.books;
  const isWritten = [...salesOrders, ...invoices].some((one) => one.reference === code);
  return submittedAt < connectedAt && !isWritten;
}

/** Whether a person laid the order of this payment aside. */
export function wasSkipped({ runs }: HealedWorld, { id }: Transaction): boolean {
  return runs.some((run) => run.state === 'skipped' && inputOf(run).paymentKey.endsWith(`|${id}`));
}

/** Whether all that was captured of a payment was voided. */
export function wasVoided({ outside }: HealedWorld, { id }: Transaction): boolean {
  const { gateway } = outside;
  const isAnyVoided = gateway
    .ofPayment(id)
    .some(({ kind, status }) => (kind === 'capture' || kind === 'payment') && status === 'VOIDED');
  return isAnyVoided && gateway.capturedMinor(id) === 0;
}

/** The bank said yes, and nobody has taken it back. */
export function isLive(world: HealedWorld, payment: Transaction): boolean {
  const { gateway } = world.outside;
  const isYes = payment.status !== 'DECLINED' && payment.status !== 'REJECTED';
  const isReversed = gateway
    .ofPayment(payment.id)
    .some(({ kind, status }) => kind === 'reversal' && status === 'REVERSED');
  return isYes && !isReversed && !wasVoided(world, payment);
}

/** A payment that we have asked for ourselves. */
export function isCharge({ kind, mti }: Transaction): boolean {
  return kind === 'payment' && mti !== undefined;
}

/** Whether a person deleted what was booked of a charge, or whom it is booked for. Without its invoice it is the customer's credit. */
export function wasChargeDeleted({ outside }: HealedWorld, payment: Transaction): boolean {
  const { books, gateway } = outside;
  const refunds = gateway.refundsOf(payment.id).map((one) => one.id);
  const customer = `${payment.buyer.email} ${payment.currency}`;
  return [payment.id, ...refunds, customer].some((about) => books.wasDeleted(about));
}
