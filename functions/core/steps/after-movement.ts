// What a movement's success means for its payment and the books.
import { BATCHED_STATUS } from '../domain/gateway-transaction.ts';
import type { PaymentKey } from '../domain/ids.ts';
import { certainCapturedMinor, type MovementKind } from '../domain/movement.ts';
import type { PaymentState } from '../domain/payment.ts';
import type { Company } from '../ports/company.ts';
import { entryOf, type Movement } from '../work/movement-log.ts';
import type { PaymentRow } from '../work/payment-records.ts';
import type { AtHand } from '../work/runs.ts';
import { changePaymentState, type RecordPorts } from './record-payment.ts';
import { startRefundPosting, wakeRefundPosting } from './start-refund-posting.ts';

/** @param wasKnown it stood in the log before. */
export async function afterMovement(
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
    case 'capture':
    case 'reversal':
      return become((row) => stateOf(row, log));
    case 'refund':
      return postRefund(ports, company, payment, movement, wasKnown);
    case 'void':
    case 'dispute':
      return;
  }
}

/** What was released is not waited for: captured is all of what is still held. A release without an amount is of the rest. */
function stateOf(row: PaymentRow, log: readonly Movement[]): PaymentState {
  const { authorized_minor: authorizedMinor = 0 } = row;
  const capturedMinor = certainCapturedMinor(log.map(entryOf));
  const released = log.filter(({ kind, state }) => kind === 'reversal' && state === 'succeeded');
  const heldMinor = released.some((one) => one.amount_minor === 0)
    ? 0
    : released.reduce((held, one) => held - one.amount_minor, authorizedMinor);
  if (capturedMinor === 0) {
    return released.length > 0 && heldMinor <= 0 ? 'reversed' : (row.state as PaymentState);
  }
  // What was captured and voided is not captured a second time: it is not waited for either.
  const takenMinor = log.reduce(
    (sum, { kind, state, amount_minor: minor }) =>
      kind === 'capture' && state === 'succeeded' ? sum + minor : sum,
    0,
  );
  if (takenMinor < heldMinor) return 'partially-captured';
  return areCapturesOut(log) ? 'settled' : 'captured';
}

/** The batches of all captures have gone out: the authorization itself never says so. */
function areCapturesOut(log: readonly Movement[]): boolean {
  const captures = log.filter(({ kind, state }) => kind === 'capture' && state === 'succeeded');
  return captures.length > 0 && captures.every((one) => one.gateway_status === BATCHED_STATUS);
}

/** A refund that was known before has its run, which may sleep; a crash may have kept that from starting. */
async function postRefund(
  ports: RecordPorts,
  company: Company,
  payment: PaymentRow,
  movement: Movement,
  wasKnown: boolean,
): Promise<void> {
  const { hand } = ports;
  const start = (atHand: AtHand) => {
    const { movement_key: key, created_at: at = ports.clock.now() } = movement;
    return startRefundPosting(ports, company, payment, key, at, atHand);
  };
  if (!wasKnown) {
    await start({ payment, movement, ...(hand === undefined ? {} : { hand }) });
    return;
  }
  const isUp =
    (await wakeRefundPosting(ports, company.installation, movement.movement_key)) ||
    (await start({})) === 'started';
  if (hand !== undefined && isUp) hand.left = true;
}
