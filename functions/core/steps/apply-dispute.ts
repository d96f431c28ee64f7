// One reported dispute as it is written to its payment; few companies have any, so it is loaded when one is reported.
import { disputeReasonText } from '../domain/dispute-reason.ts';
import { type GatewayId, type MerchantId, type PaymentKey, paymentKey } from '../domain/ids.ts';
import { holdsAmount, type MovementState } from '../domain/movement.ts';
import { problem } from '../domain/problem.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Company } from '../ports/company.ts';
import type { GatewayDispute } from '../ports/gateway.ts';
import type { Log } from '../ports/platform.ts';
import { raiseAlarm } from '../work/alarms.ts';
import { placeMovement, readLog } from '../work/movement-log.ts';
import { findPayment } from '../work/payment-records.ts';
import { announceMovement } from './announce-payment.ts';
import { applyTransaction } from './apply-transaction.ts';
import { changePaymentState, type RecordPorts } from './record-payment.ts';

export type DisputePorts = RecordPorts & { readonly log: Log };

/** The gateway does not show the transaction, or the payment that it belongs to. */
const NOT_SHOWN: readonly string[] = ['not-there-yet', 'not-found'];

/** States in which all that was authorized has been captured. */
const WHOLE: readonly string[] = ['captured', 'settled', 'disputed', 'won', 'lost'];

/**
 * Writes a dispute that says something new to its payment.
 * @returns false when it must be read again, as the gateway did not tell which payment it is about.
 */
export async function recordDispute(
  ports: DisputePorts,
  company: Company,
  merchant: MerchantId,
  movementKey: string,
  dispute: GatewayDispute,
): Promise<boolean> {
  const found = await disputedPayment(ports, company, merchant, dispute.transaction);
  if (!found.ok && !NOT_SHOWN.includes(found.problem.code)) return false;
  if (found.ok && found.value !== undefined) {
    await applyDispute(ports, company, found.value, movementKey, dispute);
    return true;
  }
  // It is looked for as long as the report comes again; the money is gone all the same.
  const { number, transaction } = dispute;
  const lost = problem('dispute-unmatched', 'none', { number, transaction });
  await raiseAlarm(ports, company.installation, 'dispute', dispute.number, lost);
  return true;
}

async function applyDispute(
  ports: DisputePorts,
  { installation }: Company,
  key: PaymentKey,
  movementKey: string,
  dispute: GatewayDispute,
): Promise<void> {
  const change = {
    state: (dispute.money === 'returned' ? 'voided' : 'succeeded') satisfies MovementState,
    amount_minor: dispute.amount.minor,
  };
  const placed = await placeMovement<never>(
    ports,
    {
      ...change,
      movement_key: movementKey,
      installation,
      payment_key: key,
      kind: 'dispute',
      currency: dispute.amount.currency,
      origin: 'gateway',
      reason: disputeReasonText(dispute.reason),
      ...(dispute.respondBy === undefined ? {} : { due_at: dispute.respondBy }),
      created_at: dispute.at,
    },
    () => ({ patch: {} }),
  );
  if (placed.kind === 'refused') return;
  const { ROWID } = placed.movement;
  // Lost in a second round, the money goes once more: unlike a refund, a dispute may take it again.
  if (placed.kind === 'known') await ports.store.update('Movements', ROWID, change);
  // Where the captures are not all in, the flow must not take the dispute for their end: the report is news again with
  // the next poll, and its amount is held meanwhile.
  const payment = await findPayment(ports.store, key);
  if (payment === undefined || !WHOLE.includes(payment.state)) return;
  const isOpen = (await readLog(ports.store, key)).some(
    (one) => one.kind === 'dispute' && holdsAmount(one.state as MovementState),
  );
  await changePaymentState(ports, installation, key, () => (isOpen ? 'disputed' : 'won'));
  const at = { resolved_at: dispute.at };
  await announceMovement(ports, installation, payment, { ...placed.movement, ...change, ...at });
  // Last, so that a crash before it makes the report news once more.
  await ports.store.update('Movements', ROWID, { resolved_at: dispute.at });
}

/** The report names the sale, the authorization or one of its captures. */
async function disputedPayment(
  ports: DisputePorts,
  company: Company,
  merchant: MerchantId,
  id: GatewayId,
): Promise<Result<PaymentKey | undefined>> {
  const own = paymentKey(company.installation, merchant, id);
  if ((await findPayment(ports.store, own)) !== undefined) return ok(own);
  const applied = await applyTransaction(ports, company, merchant, id);
  return applied.ok ? ok(applied.value.payment) : applied;
}
