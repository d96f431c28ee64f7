// Reads newly reported disputes: what is withdrawn can no longer be refunded, what is returned can.
import { subDays } from 'date-fns';
import { disputeReasonText } from '../domain/dispute-reason.ts';
import { type GatewayId, type MerchantId, type PaymentKey, paymentKey } from '../domain/ids.ts';
import type { Company } from '../ports/company.ts';
import type { GatewayDispute } from '../ports/gateway.ts';
import type { Log } from '../ports/platform.ts';
import { moveCursor, readCursor } from '../work/cursors.ts';
import { movementKey, placeMovement, settleMovement } from '../work/movement-log.ts';
import { findPayment } from '../work/payment-records.ts';
import { applyTransaction } from './apply-transaction.ts';
import { changePaymentState, type RecordPorts } from './record-payment.ts';

const FIRST_LOOK_BACK_DAYS = 120;
/** Reports are made by the day: what was read is read again. */
const OVERLAP_DAYS = 2;
const EACH_MS = 3_600_000;

/** Once an hour per merchant id. */
export async function pollDisputes(
  ports: RecordPorts & { readonly log: Log },
  company: Company,
  merchant: MerchantId,
): Promise<void> {
  const now = ports.clock.now();
  const name = `disputes|${merchant}`;
  const cursor = await readCursor(ports.store, company.installation, name);
  if (cursor !== undefined && now - (cursor.updated_at ?? 0) < EACH_MS) return;
  const readTo = cursor?.position ?? subDays(now, FIRST_LOOK_BACK_DAYS).getTime();
  const from = subDays(readTo, OVERLAP_DAYS).getTime();
  const read = await company.gateway.readDisputes(merchant, from, now);
  if (!read.ok) {
    ports.log.warn('disputes could not be read', { code: read.problem.code });
    return;
  }
  const oldestFirst = [...read.value].sort((a, b) => a.at - b.at);
  for (const dispute of oldestFirst) await recordDispute(ports, company, merchant, dispute);
  await moveCursor(ports, company.installation, name, cursor, now);
}

/** One report of a dispute; the same report again changes nothing. */
async function recordDispute(
  ports: RecordPorts,
  company: Company,
  merchant: MerchantId,
  dispute: GatewayDispute,
): Promise<void> {
  const { installation } = company;
  const key = await disputedPayment(ports, company, merchant, dispute.transaction);
  if (key === undefined) return;
  const placed = await placeMovement<never>(
    ports,
    {
      movement_key: movementKey(installation, `dispute:${dispute.number}`),
      installation,
      payment_key: key,
      kind: 'dispute',
      state: 'succeeded',
      amount_minor: dispute.amount.minor,
      currency: dispute.amount.currency,
      origin: 'gateway',
      reason: disputeReasonText(dispute.reason),
      ...(dispute.respondBy === undefined ? {} : { due_at: dispute.respondBy }),
      created_at: dispute.at,
    },
    () => ({ patch: {} }),
  );
  if (placed.kind === 'refused') return;
  if (dispute.money === 'returned') await settleMovement(ports, placed.movement, 'voided');
  await changePaymentState(ports, installation, key, () =>
    dispute.money === 'returned' ? 'won' : 'disputed',
  );
}

/** The report names the sale, the authorization or one of its captures. */
async function disputedPayment(
  ports: RecordPorts,
  company: Company,
  merchant: MerchantId,
  id: GatewayId,
): Promise<PaymentKey | undefined> {
  const own = paymentKey(company.installation, merchant, id);
  if ((await findPayment(ports.store, own)) !== undefined) return own;
  const applied = await applyTransaction(ports, company, merchant, id);
  return applied.ok ? applied.value.payment : undefined;
}
