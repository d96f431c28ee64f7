// Payments, movements and disputes: our records say of each what the gateway says of it.
import type { Transaction } from '../outside/gateway.ts';
import { type HealedWorld, wasVoided } from './healed-world.ts';
import { intentOf } from './watch.ts';

export function checkPayments(world: HealedWorld): void {
  for (const payment of world.outside.gateway.payments()) {
    // A card that was only checked is no payment.
    if (payment.amountMinor === 0) continue;
    const state = world.payments.find((one) => one.gateway_id === payment.id)?.state;
    const expected = statesOf(world, payment);
    if (!expected.includes(state ?? '')) {
      world.violation(`payment ${payment.id} is ${state}, and should be ${expected.join(' or ')}`);
    }
  }
  checkMovements(world);
  checkDisputes(world);
}

/** The states that a payment may be in now. */
function statesOf(world: HealedWorld, payment: Transaction): readonly string[] {
  const { isSettled } = world;
  const { gateway } = world.outside;
  const disputes = gateway.disputes.all.filter((one) => one.payment.id === payment.id);
  if (disputes.some((one) => !one.isReturned)) return ['disputed', 'lost'];
  if (disputes.length > 0) return ['won'];
  if (gateway.capturedMinor(payment.id) > 0) {
    // Where a capture is a transaction of its own, the batch leaves no trace on the payment.
    return isSettled && payment.billed ? ['settled'] : ['captured', 'settled'];
  }
  if (wasVoided(world, payment)) return ['voided'];
  const isReversed = gateway
    .related(payment)
    .some((one) => one.kind === 'reversal' && one.status === 'REVERSED');
  return isReversed ? ['reversed', 'declined'] : [payment.status.toLowerCase()];
}

/** What moved has succeeded with its amount, what did not has failed, and nothing is unknown. */
function checkMovements({ movements, outside, violation }: HealedWorld): void {
  const { gateway } = outside;
  for (const movement of movements) {
    if (movement.kind === 'dispute') continue;
    const intent = intentOf(movement);
    const known =
      movement.origin === 'panel'
        ? gateway.takenMtis.get(intent)
        : gateway.transactions.get(movement.gateway_id ?? '');
    if (!isRight(movement, known)) {
      violation(`${movement.kind} ${intent} is ${movement.state}, at the gateway ${known?.status}`);
    }
  }
}

function isRight(
  { kind, state, amount_minor: minor }: HealedWorld['movements'][number],
  known: Transaction | undefined,
): boolean {
  if (known === undefined || known.status === 'DECLINED') {
    return state === 'failed' || state === 'declined';
  }
  if (kind === 'refund' && known.status === 'VOIDED') return state === 'voided';
  // What is called back is the refund's or capture's amount: a void need not have one of its own.
  return state === 'succeeded' && (kind === 'void' || minor === known.amountMinor);
}

/** Each dispute is there once, and holds its amount unless the money came back. */
function checkDisputes({ movements, outside, violation }: HealedWorld): void {
  for (const { number, amountMinor, isReturned } of outside.gateway.disputes.all) {
    const kept = movements.filter((one) => intentOf(one) === `dispute:${number}`);
    const [movement] = kept;
    const isKept = movement?.amount_minor === amountMinor && kept.length === 1;
    if (!isKept || movement.state !== (isReturned ? 'voided' : 'succeeded')) {
      violation(`dispute ${number} of ${amountMinor} is kept as ${movement?.state}`);
    }
  }
}
