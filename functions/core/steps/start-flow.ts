// Somebody presses a button in the panel: the flow behind it starts for the payment that they look at.
import type { FlowStartReply, FlowStartRequest } from '../contract/flow-start.ts';
import type { PaymentKey } from '../domain/ids.ts';
import { problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import type { Actor } from '../domain/role.ts';
import { holds } from '../flows/expression.ts';
import type { FlowLibrary } from '../flows/library.ts';
import { triggerNamed } from '../flows/triggers.ts';
import type { Company } from '../ports/company.ts';
import { auditBy } from '../work/audit.ts';
import type { WorkPorts } from '../work/lease.ts';
import { findPayment } from '../work/payment-records.ts';
import { startRun } from '../work/runs.ts';
import { pinMappings } from './pin-mappings.ts';
import { dataOf } from './run-subject.ts';
import { mayStartFlows } from './show-buttons.ts';

export interface StartFlowPorts extends WorkPorts {
  readonly flows: FlowLibrary;
}

/** For those who may refund: a flow writes into the books too. One press is one run. */
export async function startFlow(
  ports: StartFlowPorts,
  company: Company,
  actor: Actor,
  { intentId, flow: id, paymentKey }: FlowStartRequest,
): Promise<Result<FlowStartReply>> {
  if (!mayStartFlows(actor)) {
    return refused(problem('not-allowed', 'none', { role: actor.role }));
  }
  const { installation } = company;
  const payment = await findPayment(ports.store, paymentKey as PaymentKey);
  if (payment === undefined || payment.installation !== installation) {
    return refused(problem('not-found', 'fix-input', { what: 'The payment' }));
  }
  const flow = await ports.flows.current(installation, id);
  if (flow === undefined || triggerNamed(flow.trigger.on) !== 'button') {
    return refused(problem('not-found', 'fix-input', { what: `A button with the flow ${id}` }));
  }
  if (!holds(flow.trigger.where ?? [], dataOf({ payment }))) {
    const detail = 'does not fit this payment';
    return refused(problem('invalid-request', 'fix-input', { field: 'flow', detail }));
  }
  const once = flow.trigger.once === 'subject' ? '' : `|${intentId}`;
  const run = {
    installation,
    flow: flow.id,
    flowVersion: flow.version,
    subject: `${paymentKey}${once}`,
    lane: `${installation}|payment|${paymentKey}`,
    input: { paymentKey, requestedBy: actor.userId },
  };
  const state = await startRun(ports, await pinMappings(ports, run));
  // Also when the run was there already: a crash may have come between the two.
  await auditBy(ports, actor, {
    installation,
    action: 'flow.started',
    subject: paymentKey,
    detail: { flow: flow.id, version: flow.version },
    once: `${installation}|flow-started|${intentId}`,
  });
  return ok({ state, flow: { id: flow.id, title: flow.title } });
}
