// A request for a refund as the panel shows it to one person.
import type { RequestView } from '../contract/panel.ts';
import type { Problem } from '../domain/problem.ts';
import type { Actor } from '../domain/role.ts';
import type { Approval } from '../work/approvals.ts';
import { mayDecide, whyOf } from './decide-approval.ts';
import { viewProblem } from './view-problem.ts';

/** @param now epoch ms: what nobody has decided in time is over, also before the worker has said so. */
export function viewRequest(approval: Approval, actor: Actor, now: number): RequestView {
  const own = approval.requested_by === actor.userId;
  const isLate = approval.state === 'open' && now >= (approval.expires_at ?? 0);
  return {
    key: approval.approval_key,
    intentId: approval.intent_id ?? '',
    state: isLate ? 'expired' : (approval.state as RequestView['state']),
    amount: { minor: approval.amount_minor ?? 0, currency: approval.currency ?? '' },
    reason: approval.ask ?? '',
    requestedBy: approval.requested_name ?? '',
    own,
    mayDecide: !own && mayDecide(actor, approval),
    by: approval.role === 'admin' ? 'admin' : 'approver',
    why: whyOf(approval).map(viewProblem),
    since: approval.created_at ?? 0,
    expiresAt: approval.expires_at ?? 0,
    ...(approval.decided_name ? { decidedBy: approval.decided_name } : {}),
    ...(approval.state !== 'open' && approval.reason ? { decisionReason: approval.reason } : {}),
    ...(approval.problem ? { problem: viewProblem(JSON.parse(approval.problem) as Problem) } : {}),
  };
}
