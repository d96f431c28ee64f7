// A charge that waited for another person's approval: charged once it is there, closed when it is not.
import { type Problem, problem } from '../../domain/problem.ts';
import type { Actor } from '../../domain/role.ts';
import type { Company } from '../../ports/company.ts';
import { type Charge, findCharge, problemOfCharge, settleCharge } from '../../work/charges.ts';
import type { WorkPorts } from '../../work/lease.ts';
import type { ChangePorts } from '../announce-change.ts';
import { chargeSavedCard } from './charge-saved-card.ts';
import { keep } from './keep-problem.ts';

/** Coming back to one that was sent before sends nothing. @returns why it was not charged. */
export async function chargeApproved(
  ports: ChangePorts,
  company: Company,
  actor: Actor,
  chargeKey: string,
  approver: Actor,
): Promise<Problem | undefined> {
  const charge = await findCharge(ports.store, chargeKey);
  if (charge === undefined) return problem('not-found', 'none', { what: 'The payment request' });
  if (charge.state !== 'requested') return whyNotCharged(charge);
  const who = { approved_by: approver.userId, approver_name: approver.name };
  await ports.store.update('Charges', charge.ROWID, who);
  const tried = await chargeSavedCard(ports, company, actor, { ...charge, ...who });
  if (tried.kind !== 'refused') return whyNotCharged(tried.charge);
  await settleCharge(ports, tried.charge, 'failed', { problem: keep(tried.problem) });
  return tried.problem;
}

function whyNotCharged(charge: Charge): Problem | undefined {
  const isOut = !['declined', 'retrying', 'failed', 'expired', 'cancelled'].includes(charge.state);
  return isOut ? undefined : (problemOfCharge(charge) ?? problem('link-used', 'none'));
}

/** Nobody has let it through. */
export async function closeRequested(
  ports: WorkPorts,
  chargeKey: string,
  {
    decision,
    name,
    reason,
  }: { readonly decision: string; readonly name: string; readonly reason: string },
): Promise<void> {
  const charge = await findCharge(ports.store, chargeKey);
  if (charge === undefined) return;
  if (decision === 'expired') {
    await settleCharge(ports, charge, 'expired', {
      problem: keep(problem('request-expired', 'none')),
    });
    return;
  }
  const why =
    decision === 'rejected' ? problem('request-rejected', 'none', { name, reason }) : undefined;
  await settleCharge(ports, charge, 'cancelled', why === undefined ? {} : { problem: keep(why) });
}
