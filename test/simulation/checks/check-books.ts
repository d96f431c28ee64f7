// The books equal the gateway to the minor unit: what came in and what went back, payment by payment.
import { FEE_ACCOUNT } from '../contract-fees.ts';
import type { CustomerPayment } from '../outside/books.ts';
import type { Transaction } from '../outside/gateway.ts';
import { merchants } from '../story.ts';
import {
  type HealedWorld,
  isCharge,
  isHistory,
  wasChargeDeleted,
  wasDeletedFrom,
  wasSkipped,
} from './healed-world.ts';

export function checkBooks(world: HealedWorld): void {
  const { gateway, books, shop } = world.outside;
  for (const payment of gateway.payments()) {
    const order = shop.orders.get(payment.code);
    if (isHistory(world, payment) || wasDeletedFrom(world, order)) continue;
    if (wasSkipped(world, payment)) continue;
    const isBooked = order !== undefined || isCharge(payment);
    if (isCharge(payment) && wasChargeDeleted(world, payment)) continue;
    const capturedMinor = isBooked ? gateway.capturedMinor(payment.id) : 0;
    const booked = books.payments.filter((one) => one.reference === payment.id);
    const bookedMinor = booked.reduce((sum, one) => sum + one.amountMinor, 0);
    if (bookedMinor !== capturedMinor) {
      world.violation(`${payment.id}: captured ${capturedMinor}, in the books ${bookedMinor}`);
    }
    const account = accountOf(payment);
    if (booked.some((one) => one.accountId !== account || one.currency !== payment.currency)) {
      world.violation(`${payment.id} is on the wrong account`);
    }
    for (const one of booked) checkFee(world, one, gateway.feeMinor(payment.id));
    for (const refund of gateway.refundsOf(payment.id)) checkRefund(world, refund);
    const undone = gateway.related(payment).filter((one) => one.kind === 'refund');
    for (const refund of undone) if (refund.status === 'VOIDED') checkUndone(world, refund);
  }
  const known = new Set([...gateway.transactions.values()].map((one) => one.id));
  for (const { reference } of [...books.refunds, ...books.creditNotes, ...books.payments]) {
    if (reference !== 'by-hand' && !known.has(reference))
      world.violation(`the books have ${reference}, the gateway has not`);
  }
}

/** What the contract takes of the captures that stand is booked with the payment, once; refunds change nothing of it. */
function checkFee(
  { violation }: HealedWorld,
  { reference, feeMinor, feeAccountId }: CustomerPayment,
  wantedMinor: number,
): void {
  if (feeMinor !== wantedMinor) {
    violation(`${reference}: a fee of ${wantedMinor}, in the books ${feeMinor}`);
  }
  if (feeMinor > 0 && feeAccountId !== FEE_ACCOUNT) violation(`the fee of ${reference} is nowhere`);
}

function checkRefund(world: HealedWorld, refund: Transaction): void {
  const { books } = world.outside;
  const booked = books.refunds.filter((one) => one.reference === refund.id);
  const bookedMinor = booked.reduce((sum, one) => sum + one.amountMinor, 0);
  const byNote = booked.filter((one) => one.of === 'credit-note');
  // What was paid beyond the invoice goes back as such, the rest by credit note.
  const isOnce = booked.length - byNote.length <= 1 && byNote.length <= 1;
  if (!isOnce || bookedMinor !== refund.amountMinor) {
    world.violation(
      `refund ${refund.id} of ${refund.amountMinor} is in the books ${booked.length} times with ${bookedMinor}`,
    );
  }
  if (booked.some((one) => one.accountId !== accountOf(refund))) {
    world.violation(`refund ${refund.id} is on the wrong account`);
  }
  const notes = books.creditNotes.filter((one) => one.reference === refund.id);
  const credited = notes.reduce((sum, one) => sum + one.totalMinor, 0);
  const paidOut = byNote.reduce((sum, one) => sum + one.amountMinor, 0);
  if (notes.length !== byNote.length || credited !== paidOut) {
    world.violation(`refund ${refund.id} has ${notes.length} credit notes over ${credited}`);
  }
}

/** A refund that is called back is taken out of the books, or somebody is told that it is still there. */
function checkUndone({ outside, movements, alarms, violation }: HealedWorld, { id }: Transaction) {
  const { refunds, creditNotes } = outside.books;
  const isBooked =
    refunds.some((one) => one.reference === id) ||
    creditNotes.some((one) => one.reference === id && one.isVoid !== true);
  if (!isBooked) return;
  const movement = movements.find((one) => one.gateway_id === id)?.movement_key;
  if (!alarms.some((one) => one.state === 'open' && one.subject === movement)) {
    violation(`refund ${id} was called back, is in the books, and nobody is told`);
  }
}

function accountOf({ merchantId }: Transaction): string | undefined {
  return merchants.find((one) => one.merchantId === merchantId)?.clearingAccount;
}
