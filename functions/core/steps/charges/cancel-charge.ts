// Staff call a link back, or end the tries of a declined card. What was sent already can't be called back here.
import type { ChargeReply } from '../../contract/charges.ts';
import type { InstallationId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import { type Actor, mayDo } from '../../domain/role.ts';
import { auditBy } from '../../work/audit.ts';
import { findCharge, settleCharge } from '../../work/charges.ts';
import type { WorkPorts } from '../../work/lease.ts';
import { giveUpCharge } from './give-up-charge.ts';
import { viewCharge } from './show-charge.ts';

export async function cancelCharge(
  ports: WorkPorts,
  installation: InstallationId,
  actor: Actor,
  intentId: string,
): Promise<Result<ChargeReply>> {
  if (!mayDo(actor.role, 'charge')) {
    return refused(problem('not-allowed', 'none', { role: actor.role }));
  }
  const charge = await findCharge(ports.store, `${installation}|${intentId}`);
  if (charge === undefined) {
    return refused(problem('not-found', 'fix-input', { what: 'The payment request' }));
  }
  const ended = problem('tries-ended', 'none', { name: actor.name });
  const settled =
    charge.state === 'retrying'
      ? await giveUpCharge(ports, charge, 'cancelled', ended)
      : await settleCharge(ports, charge, 'cancelled');
  if (settled.state !== 'cancelled') return refused(problem('link-used', 'none'));
  await auditBy(ports, actor, {
    installation,
    action: 'charge.cancelled',
    subject: charge.charge_key,
    once: `charge.cancelled|${charge.charge_key}`,
    detail: { amountMinor: charge.amount_minor, currency: charge.currency },
  });
  return ok({ now: ports.clock.now(), charge: viewCharge(settled) });
}
