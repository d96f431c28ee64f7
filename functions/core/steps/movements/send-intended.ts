// Sends a movement whose intent is on disk, by the one who gets the right to, and writes both ends into the audit chain.
import type { InstallationId } from '../../domain/ids.ts';
import type { Actor } from '../../domain/role.ts';
import type { Company } from '../../ports/company.ts';
import { auditBy } from '../../work/audit.ts';
import { type Movement, takeSendRight } from '../../work/movement-log.ts';
import type { PaymentRow } from '../../work/payment-records.ts';
import type { ChangePorts } from '../announce-change.ts';
import { sendMovement } from './send-movement.ts';

/** An intent that nobody has sent by then never will be: the function that wrote it is long over. */
export const GIVE_UP_AFTER_MS = 2 * 60_000;
/** A sent movement without an answer is asked about once the function that sent it must be over. */
const ASK_AFTER_MS = 60_000;

/**
 * A repeated request of an intent that was never sent goes on with it; all others only learn how it stands. Before
 * anything is sent, who wants it and why is in the chain: once, also when it is asked for twice.
 */
export async function sendIntended(
  ports: ChangePorts,
  company: Company,
  actor: Actor,
  payment: PaymentRow,
  movement: Movement,
): Promise<Movement> {
  if (movement.state !== 'intended') return movement;
  await audit(ports, company.installation, actor, 'requested', movement);
  const now = ports.clock.now();
  const mine = await takeSendRight(ports, movement, {
    state: 'sent',
    due_at: now + ASK_AFTER_MS,
    sent_at: now,
  });
  if (mine === undefined) return movement;
  const settled = await sendMovement(ports, company, payment, mine);
  await audit(ports, company.installation, actor, settled.state, settled);
  return settled;
}

function audit(
  ports: ChangePorts,
  installation: InstallationId,
  actor: Actor,
  what: string,
  movement: Movement,
): Promise<void> {
  const action = `${movement.kind}.${what}`;
  return auditBy(ports, actor, {
    installation,
    action,
    subject: movement.movement_key,
    once: `${action}|${movement.movement_key}`,
    detail: {
      payment: movement.payment_key,
      amountMinor: movement.amount_minor,
      currency: movement.currency,
      reason: movement.reason ?? '',
      gatewayId: movement.gateway_id ?? '',
      ...(movement.target_gateway_id ? { target: movement.target_gateway_id } : {}),
      ...(movement.approved_by ? { approvedBy: movement.approved_by } : {}),
    },
  });
}
