// Carries a request for a refund or a charge to its end: asked, decided or expired, sent once, told. A crash anywhere is made good here.
import type { InstallationId } from '../../domain/ids.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Result } from '../../domain/result.ts';
import { type Actor, type Role, roles } from '../../domain/role.ts';
import type { Company } from '../../ports/company.ts';
import type { Row } from '../../store/schema.ts';
import { approvalKey, askForApproval, closeApproval, findApproval } from '../../work/approvals.ts';
import { appendAudit } from '../../work/audit.ts';
import { release } from '../../work/lease.ts';
import { type Movement, problemOfMovement } from '../../work/movement-log.ts';
import {
  type FinishedNode,
  keepFinished,
  readFinished,
  settleFinished,
  sleep,
} from '../../work/runs.ts';
import { chargeApproved, closeRequested } from '../charges/charge-approved.ts';
import { refundPayment } from '../refund-payment.ts';
import { restAfterProblem } from '../rest-after-problem.ts';
import type { FlowPorts } from '../run-flow.ts';
import { decidedOnce } from './decided-once.ts';
import {
  DECISION,
  isOfCharge,
  questionOf,
  type RequestInput,
  readRequestInput,
} from './request-input.ts';
import { type RequestEnd, tellAsked, tellEnd } from './tell-about-request.ts';

/** Places of the run beside the decision. */
const ASKED = 'asked';
const TOLD = 'told';
const SENT = 'sent';

/** Messages are tried this often; the money never waits for them. */
const TELL_TRIES = 4;

interface Carried {
  readonly ports: FlowPorts;
  readonly company: Company;
  readonly run: Row<'Runs'>;
  readonly input: RequestInput;
}

/** Works on a request's run that the caller has leased. */
export async function carryOnRequest(ports: FlowPorts, run: Row<'Runs'>): Promise<void> {
  const opened = await ports.companies.open(run.installation as InstallationId);
  if (!opened.ok) return restAfterProblem(ports, 'Runs', run, opened.problem);
  const carried = { ports, company: opened.value, run, input: readRequestInput(run) };
  await askForApproval(ports, run, questionOf(carried.input));
  const kept = await readFinished(ports.store, run.run_key);
  const decided = kept.get(DECISION) ?? (await expireInTime(carried));
  return decided === undefined ? waitForDecision(carried, kept) : finish(carried, decided, kept);
}

async function expireInTime({ ports, run, input }: Carried): Promise<FinishedNode | undefined> {
  if (ports.clock.now() < input.expiresAt) return undefined;
  const output = { decision: 'expired', by: '', name: '', reason: '' };
  return settleFinished(ports, run, DECISION, 'approval', { output, path: [] });
}

async function waitForDecision(
  carried: Carried,
  kept: ReadonlyMap<string, FinishedNode>,
): Promise<void> {
  const { ports, company, run, input } = carried;
  if (!kept.has(ASKED)) {
    const retried = (run.attempts ?? 1) > 1;
    const told = await tellAsked(ports, company, run.run_key, input, retried);
    if (await triesAgain(carried, told)) return;
    await keepFinished(ports, run, ASKED, 'notice', { output: {}, path: [] });
  }
  await sleep(ports, run, input.expiresAt, async () => {
    const now = await readFinished(ports.store, run.run_key);
    return now.has(DECISION);
  });
}

async function finish(
  carried: Carried,
  decided: FinishedNode,
  kept: ReadonlyMap<string, FinishedNode>,
): Promise<void> {
  const { ports, company, run, input } = carried;
  const decision = decisionOf(decided);
  await close(carried, decision);
  const isApproved = decision.decision === 'approved';
  const found = isApproved ? await send(carried, decision, kept.get(SENT)) : undefined;
  if (!isApproved && isOfCharge(input.request)) {
    await closeRequested(ports, input.request.chargeKey, decision);
  }
  if (!kept.has(TOLD)) {
    const retried = (run.attempts ?? 1) > 1;
    const end = { ...decision, ...(found === undefined ? {} : { problem: found }) };
    if (await triesAgain(carried, await tellEnd(company, run.run_key, input, end, retried))) return;
    await keepFinished(ports, run, TOLD, 'notice', { output: {}, path: [] });
  }
  const outcome = { decision: decision.decision, ...(found && { problem: found.code }) };
  return release(ports, 'Runs', run, {
    state: 'done',
    patch: { outcome: JSON.stringify(outcome), problem: '' },
  });
}

interface Decided extends RequestEnd {
  readonly by: string;
  readonly role: Role;
}

function decisionOf({ output }: FinishedNode): Decided {
  const { decision, by = '', name = '', reason = '', role } = output;
  const known = roles.find((one) => one === role);
  return {
    decision: `${decision}`,
    by: `${by}`,
    name: `${name}`,
    reason: `${reason}`,
    // Kept with the decision; without it nobody may be taken for one who may decide.
    role: known ?? 'viewer',
  };
}

/** The decision in the chain and on the question; who decides does both at once, this is for who was cut off. */
async function close({ ports, run, company, input }: Carried, decided: Decided): Promise<void> {
  const approval = await findApproval(ports.store, approvalKey(run.run_key, DECISION));
  if (approval === undefined || approval.state !== 'open') return;
  const { decision, by, name, reason } = decided;
  const isOurs = decision === 'expired';
  await appendAudit(ports, {
    installation: company.installation,
    actorId: isOurs ? 'tallybridge' : by,
    actorName: isOurs ? 'Tallybridge' : name,
    action: `approval.${decision}`,
    subject: approval.approval_key,
    detail: { reason, requestedBy: input.actor.userId },
    once: decidedOnce(approval.approval_key),
  });
  await closeApproval(ports, approval, decision, { userId: by, name }, reason);
}

/** Sends what was approved, in the name of who has asked; answers why it can't be sent. The same intent is sent once. */
async function send(
  { ports, company, run, input }: Carried,
  { by, name, role }: Decided,
  sent: FinishedNode | undefined,
): Promise<Problem | undefined> {
  if (sent !== undefined) return sent.output.problem as Problem | undefined;
  const approver: Actor = { userId: by, name, role };
  const found = await move(ports, company, input, approver);
  const output = found === undefined ? {} : { problem: found };
  await keepFinished(ports, run, SENT, 'movement', { output, path: [] });
  if (found === undefined) return undefined;
  const approval = await findApproval(ports.store, approvalKey(run.run_key, DECISION));
  if (approval !== undefined) {
    await ports.store.update('Approvals', approval.ROWID, {
      problem: JSON.stringify(found),
    });
  }
  return found;
}

/** Answers why the money did not move. */
async function move(
  ports: FlowPorts,
  company: Company,
  { request, actor }: RequestInput,
  approver: Actor,
): Promise<Problem | undefined> {
  if (isOfCharge(request))
    return chargeApproved(ports, company, actor, request.chargeKey, approver);
  const answer = await refundPayment(ports, company, actor, request, approver);
  return answer.ok ? whyNotMoved(answer.value) : answer.problem;
}

function whyNotMoved(movement: Movement): Problem | undefined {
  const isOut = movement.state !== 'declined' && movement.state !== 'failed';
  return isOut ? undefined : problemOfMovement(movement);
}

/** Whether the run rests because a message is tried again; what can't be told is logged, and the request goes on. */
async function triesAgain({ ports, run }: Carried, told: Result<void>): Promise<boolean> {
  if (told.ok) return false;
  const found = told.problem;
  const mayPass = found.remedy === 'retry' || found.remedy === 'wait';
  if (mayPass && (run.attempts ?? 1) < TELL_TRIES) {
    await restAfterProblem(ports, 'Runs', run, found);
    return true;
  }
  ports.log.warn('a request was not told of', { run: run.run_key, code: found.code });
  return false;
}
