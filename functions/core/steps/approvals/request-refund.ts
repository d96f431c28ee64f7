// A person asks others to approve a refund that the policy holds back: once per intent, with who may decide and until when.
import type { ApprovalRequest } from '../../contract/approvals.ts';
import type { PaymentKey } from '../../domain/ids.ts';
import { judgeAmount, type PolicyVerdict, policySteps } from '../../domain/policy.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Actor } from '../../domain/role.ts';
import type { Company } from '../../ports/company.ts';
import { type Approval, findApproval } from '../../work/approvals.ts';
import { movedOnDay } from '../../work/day-claims.ts';
import type { WorkPorts } from '../../work/lease.ts';
import { readLog } from '../../work/movement-log.ts';
import type { PaymentRow } from '../../work/payment-records.ts';
import { judgeRefund } from '../movements/judge-movement.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { personDay, refundFacts } from '../policy/refund-facts.ts';
import { verdictProblem } from '../policy/verdict-problem.ts';
import { checkWanted } from '../refund-payment.ts';
import { mailOf } from './known-mail.ts';
import { putRequest, whyColumn } from './put-request.ts';
import { type RequestInput, requestKey } from './request-input.ts';

const HOUR_MS = 3_600_000;

/**
 * Puts the request; asking again with the same intent changes nothing. The amount is not held: it is judged again when
 * it is sent.
 * @returns `approval-not-needed`, `policy-forbids`, or what else speaks against the refund.
 */
export async function requestRefund(
  ports: WorkPorts,
  company: Company,
  actor: Actor,
  { askedAt, ...request }: ApprovalRequest,
): Promise<Result<Approval>> {
  const { installation } = company;
  const key = requestKey(installation, request.intentId);
  const known = await findApproval(ports.store, key);
  if (known !== undefined) return sameRequest(known, actor, request);
  const checked = await checkWanted(ports.store, company, { actor, request });
  if (!checked.ok) return checked;
  const { payment, reason } = checked.value;
  const policy = await readPolicy(ports.store, installation);
  const judged = await judge(ports, company, actor, payment, { ...request, reason }, policy.rules);
  if (!judged.ok) return judged;
  const { by, why } = judged.value;
  if (by === undefined) return refused(problem('approval-not-needed', 'fix-input'));
  const mail = await mailOf(ports.store, installation, actor.userId);
  const input: RequestInput = {
    request: { ...request, reason },
    actor,
    by,
    why: whyColumn(why),
    tell: [...policy.tell],
    expiresAt: ports.clock.now() + policy.requestHours * HOUR_MS,
    ...(mail === undefined ? {} : { mail }),
    ...(askedAt === undefined ? {} : { askedAt }),
  };
  await putRequest(ports, company, input);
  const stands = await findApproval(ports.store, key);
  if (stands === undefined) throw new Error('a request that was put is not there');
  return sameRequest(stands, actor, request);
}

async function judge(
  ports: WorkPorts,
  company: Company,
  actor: Actor,
  payment: PaymentRow,
  request: { readonly amountMinor: number; readonly reason: string },
  rules: Parameters<typeof policySteps>[0],
): Promise<Result<PolicyVerdict>> {
  const now = ports.clock.now();
  const [log, movedTodayMinor] = await Promise.all([
    readLog(ports.store, payment.payment_key as PaymentKey),
    movedOnDay(ports, personDay(company, actor, payment.currency, now)),
  ]);
  const balance = judgeRefund(company, payment, log, request.amountMinor, actor.role, now);
  if ('refuse' in balance) return refused(balance.refuse);
  const facts = refundFacts(payment, log, actor, now, movedTodayMinor, request.reason);
  const verdict = judgeAmount(policySteps(rules, facts), request.amountMinor);
  const found = verdictProblem(verdict);
  return found !== undefined && verdict.outcome === 'forbidden' ? refused(found) : ok(verdict);
}

function sameRequest(
  known: Approval,
  actor: Actor,
  request: Pick<ApprovalRequest, 'paymentKey' | 'amountMinor' | 'currency'>,
): Result<Approval> {
  const isSame =
    known.requested_by === actor.userId &&
    known.payment_key === request.paymentKey &&
    known.amount_minor === request.amountMinor &&
    known.currency === request.currency;
  return isSame ? ok(known) : refused(problem('intent-reused', 'fix-input'));
}
