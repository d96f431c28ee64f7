// Puts a request to those who may decide, once: its run, its question, its entry in the audit chain.
import type { Problem } from '../../domain/problem.ts';
import type { Company } from '../../ports/company.ts';
import { askForApproval } from '../../work/approvals.ts';
import { auditBy } from '../../work/audit.ts';
import type { WorkPorts } from '../../work/lease.ts';
import { runKey, startRun } from '../../work/runs.ts';
import { isOfCharge, questionOf, type RequestInput, requestRun } from './request-input.ts';

/** The run first: it puts the question itself should we be cut off before it. */
export async function putRequest(
  ports: WorkPorts,
  { installation }: Company,
  input: RequestInput,
): Promise<void> {
  const { request, actor } = input;
  const flow = requestRun(request);
  const run_key = runKey(installation, flow, request.intentId);
  await startRun(ports, {
    installation,
    flow,
    flowVersion: 1,
    subject: request.intentId,
    lane: `${installation}|request|${request.intentId}`,
    input,
  });
  await auditBy(ports, actor, {
    installation,
    action: 'approval.asked',
    subject: run_key,
    once: `${installation}|asked|${request.intentId}`,
    detail: {
      ...(isOfCharge(request) ? { charge: request.chargeKey } : { payment: request.paymentKey }),
      amountMinor: request.amountMinor,
      currency: request.currency,
      reason: request.reason,
      by: input.by,
    },
  });
  await askForApproval(ports, { run_key, installation }, questionOf(input));
}

/** The rules that hold it back, as they are kept. */
export function whyColumn(why: readonly Problem[]): RequestInput['why'] {
  return why.map(({ code, facts }) => ({
    code,
    remedy: 'none',
    ...(facts === undefined ? {} : { facts: { ...facts } }),
  }));
}
