// People decide what runs ask them: once, never on their own request, and the run goes on.
import type {
  ApprovalsReply,
  DecideReply,
  DecideRequest,
  Decision,
  WithdrawRequest,
} from '../contract/approvals.ts';
import type { InstallationId } from '../domain/ids.ts';
import { type Problem, problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { type Actor, mayDo } from '../domain/role.ts';
import { type Approval, closeApproval, findApproval, openApprovals } from '../work/approvals.ts';
import { auditBy } from '../work/audit.ts';
import type { WorkPorts } from '../work/lease.ts';
import { makeDue, settleFinished } from '../work/runs.ts';
import { decidedOnce } from './approvals/decided-once.ts';
import { mailOf } from './approvals/known-mail.ts';
import { viewProblem } from './view-problem.ts';

/** What waits for somebody to decide. */
export async function showApprovals(
  ports: WorkPorts,
  installation: InstallationId,
  actor: Actor,
): Promise<Result<ApprovalsReply>> {
  if (!mayDo(actor.role, 'approve')) return refused(notAllowed(actor));
  return ok(await viewOpen(ports, installation, actor, () => true));
}

/** What the person has asked for and nobody has decided yet. */
export async function showOwnRequests(
  ports: WorkPorts,
  installation: InstallationId,
  actor: Actor,
): Promise<Result<ApprovalsReply>> {
  if (!mayDo(actor.role, 'refund')) return refused(notAllowed(actor));
  return ok(await viewOpen(ports, installation, actor, (one) => one.requested_by === actor.userId));
}

async function viewOpen(
  { store, clock }: WorkPorts,
  installation: InstallationId,
  actor: Actor,
  isMeant: (approval: Approval) => boolean,
): Promise<ApprovalsReply> {
  const now = clock.now();
  const open = await openApprovals(store, installation);
  const approvals = open
    .filter((one) => now < (one.expires_at ?? 0) && isMeant(one))
    .map((approval) => ({
      key: approval.approval_key,
      ask: approval.ask ?? '',
      role: approval.role,
      own: approval.requested_by === actor.userId,
      since: approval.created_at ?? 0,
      expiresAt: approval.expires_at ?? 0,
      ...(approval.kind ? { wanted: viewWanted(approval) } : {}),
    }));
  return { now, approvals };
}

function viewWanted(approval: Approval) {
  return {
    ...(approval.payment_key ? { paymentKey: approval.payment_key } : {}),
    amount: { minor: approval.amount_minor ?? 0, currency: approval.currency ?? '' },
    requestedBy: approval.requested_name ?? '',
    why: whyOf(approval).map(viewProblem),
  };
}

/** The rules that hold a request back. */
export function whyOf({ why }: Approval): readonly Problem[] {
  return JSON.parse(why || '[]') as Problem[];
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
  const found = await findOwn(ports, installation, key);
  if (!found.ok) return found;
  const approval = found.value;
  if (!mayDecide(actor, approval)) return refused(notAllowed(actor));
  if (await isOwn(ports, approval, actor)) return refused(problem('approval-own', 'none'));
  if (reason.trim() === '') return refused(problem('reason-missing', 'fix-input'));
  return decide(ports, approval, actor, decision, reason.trim());
}

/** Who has asked takes it back, as long as nobody has decided. */
export async function withdrawRequest(
  ports: WorkPorts,
  installation: InstallationId,
  actor: Actor,
  { key, reason }: WithdrawRequest,
): Promise<Result<DecideReply>> {
  const found = await findOwn(ports, installation, key);
  if (!found.ok) return found;
  if (found.value.requested_by !== actor.userId) {
    return refused(problem('approval-not-yours', 'none'));
  }
  return decide(ports, found.value, actor, 'withdrawn', reason.trim());
}

/** Whether somebody's role is enough for it. */
export function mayDecide(actor: Actor, { role }: Approval): boolean {
  return mayDo(actor.role, role === 'admin' ? 'configure' : 'approve');
}

async function findOwn(
  { store }: WorkPorts,
  installation: InstallationId,
  key: string,
): Promise<Result<Approval>> {
  const approval = await findApproval(store, key);
  return approval === undefined || approval.installation !== installation
    ? refused(problem('not-found', 'fix-input', { what: 'The question' }))
    : ok(approval);
}

/** By the person's id, and by the mail address: one person may have two users. */
async function isOwn({ store }: WorkPorts, approval: Approval, actor: Actor): Promise<boolean> {
  if (approval.requested_by === actor.userId) return true;
  const asked = approval.requested_mail ?? '';
  if (asked === '') return false;
  const mail = await mailOf(store, approval.installation as InstallationId, actor.userId);
  return mail?.toLowerCase() === asked.toLowerCase();
}

async function decide(
  ports: WorkPorts,
  approval: Approval,
  actor: Actor,
  decision: Decision,
  reason: string,
): Promise<Result<DecideReply>> {
  const key = approval.approval_key;
  const stands = await settle(ports, approval, actor, decision, reason);
  if (stands !== decision) return refused(problem('approval-over', 'none', { decision: stands }));
  await auditBy(ports, actor, {
    installation: approval.installation as InstallationId,
    action: `approval.${decision}`,
    subject: key,
    detail: { reason, requestedBy: approval.requested_by ?? '' },
    once: decidedOnce(key),
  });
  await closeApproval(ports, approval, decision, actor, reason);
  await makeDue(ports, approval.run_key);
  const { payment_key: paymentKey } = approval;
  return ok({ key, decision, ...(paymentKey ? { paymentKey } : {}) });
}

/** What stands once this decision was tried: `expired` when the time was over before anybody decided. */
async function settle(
  ports: WorkPorts,
  approval: Approval,
  actor: Actor,
  decision: Decision,
  reason: string,
): Promise<string> {
  const isOver = ports.clock.now() >= (approval.expires_at ?? 0);
  const wanted = isOver ? 'expired' : decision;
  const { userId: by, name, role } = actor;
  const output = { decision: wanted, by, name, role, reason };
  const result = { output, path: [] };
  const kept = await settleFinished(ports, approval, approval.place, 'approval', result);
  const isMine = kept.output.by === by && kept.output.decision === decision;
  return isMine ? decision : `${kept.output.decision}`;
}

function notAllowed(actor: Actor) {
  return problem('not-allowed', 'none', { role: actor.role });
}
