// People decide what runs ask them: once, never on their own request, and the run goes on.
import type { ApprovalsReply, DecideReply, DecideRequest } from '../contract/approvals.ts';
import type { InstallationId } from '../domain/ids.ts';
import { problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { type Actor, mayDo } from '../domain/role.ts';
import { type Approval, closeApproval, findApproval, openApprovals } from '../work/approvals.ts';
import { appendAudit } from '../work/audit.ts';
import type { WorkPorts } from '../work/lease.ts';
import { makeDue, settleFinished } from '../work/runs.ts';

export async function showApprovals(
  { store, clock }: WorkPorts,
  installation: InstallationId,
  actor: Actor,
): Promise<Result<ApprovalsReply>> {
  if (!mayDo(actor.role, 'approve')) return refused(notAllowed(actor));
  const now = clock.now();
  const open = await openApprovals(store, installation);
  const approvals = open
    .filter(({ expires_at = 0 }) => now < expires_at)
    .map((approval) => ({
      key: approval.approval_key,
      ask: approval.ask ?? '',
      role: approval.role,
      own: approval.requested_by === actor.userId,
      since: approval.created_at ?? 0,
      expiresAt: approval.expires_at ?? 0,
    }));
  return ok({ now, approvals });
}

/**
 * The first decision stays; deciding the same again finishes what a crash has left open.
 * @returns `approval-over` when somebody else or the clock was quicker.
 */
export async function decideApproval(
  ports: WorkPorts,
  installation: InstallationId,
  actor: Actor,
  { key, decision, reason }: DecideRequest,
): Promise<Result<DecideReply>> {
  const approval = await findApproval(ports.store, key);
  if (approval === undefined || approval.installation !== installation) {
    return refused(problem('not-found', 'fix-input', { what: 'The question' }));
  }
  if (!mayDo(actor.role, approval.role === 'admin' ? 'configure' : 'approve')) {
    return refused(notAllowed(actor));
  }
  if (approval.requested_by === actor.userId) return refused(problem('approval-own', 'none'));
  if (reason.trim() === '') return refused(problem('reason-missing', 'fix-input'));
  const stands = await settle(ports, approval, actor, decision, reason.trim());
  if (stands !== decision) return refused(problem('approval-over', 'none', { decision: stands }));
  await appendAudit(ports, {
    installation,
    actorId: actor.userId,
    actorName: actor.name,
    action: `approval.${decision}`,
    subject: key,
    detail: { reason: reason.trim(), requestedBy: approval.requested_by ?? '' },
    once: `${installation}|decided|${key.slice(-180)}`,
  });
  await closeApproval(ports, approval, decision, actor, reason.trim());
  await makeDue(ports, approval.run_key);
  return ok({ key, decision });
}

/** What stands once this decision was tried: `expired` when the time was over before anybody decided. */
async function settle(
  ports: WorkPorts,
  approval: Approval,
  actor: Actor,
  decision: string,
  reason: string,
): Promise<string> {
  const isOver = ports.clock.now() >= (approval.expires_at ?? 0);
  const wanted = isOver ? 'expired' : decision;
  const output = { decision: wanted, by: actor.userId, name: actor.name, reason };
  const result = { output, path: [] };
  const kept = await settleFinished(ports, approval, approval.place, 'approval', result);
  const { by } = kept.output;
  const isMine = by === actor.userId && kept.output.decision === decision;
  return isMine ? decision : `${kept.output.decision}`;
}

function notAllowed(actor: Actor) {
  return problem('not-allowed', 'none', { role: actor.role });
}
