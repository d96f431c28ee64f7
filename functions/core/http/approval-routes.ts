// Routes of approvals and policies: ask, decide, withdraw, see what waits, try a policy on the past.
import type { Hono } from 'hono';
import { approvalRequest, decideRequest, withdrawRequest } from '../contract/approvals.ts';
import { dryRunRequest } from '../contract/policy.ts';
import type { PaymentKey } from '../domain/ids.ts';
import { problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import type { Companies, Company } from '../ports/company.ts';
import type { Waker } from '../ports/platform.ts';
import type { WorkPorts } from '../work/lease.ts';
import { answer, withCompany } from './company-request.ts';
import type { StaffVisit } from './staff-door.ts';

interface ApprovalPorts extends WorkPorts {
  readonly companies: Companies;
  readonly waker: Waker;
}

const loadSteps = () => import('../steps/approvals/approval-steps.ts');

/** Adds the routes behind the staff door. */
export function addApprovalRoutes(
  app: Hono<{ Variables: { visit: StaffVisit } }>,
  ports: ApprovalPorts,
): void {
  app.get('/approvals', async (c) => {
    const { installation, actor } = c.get('visit');
    const { showApprovals } = await loadSteps();
    return answer(c, await showApprovals(ports, installation, actor));
  });
  app.get('/approvals/mine', async (c) => {
    const { installation, actor } = c.get('visit');
    const { showOwnRequests } = await loadSteps();
    return answer(c, await showOwnRequests(ports, installation, actor));
  });
  app.post('/approvals/request', (c) =>
    withCompany(ports, c, approvalRequest, async (company, visit, request) => {
      const { requestRefund } = await loadSteps();
      const asked = await requestRefund(ports, company, visit.actor, request);
      if (!asked.ok) return asked;
      await ports.waker.wake();
      return withPayment(ports, company, visit, request.paymentKey, {
        key: asked.value.approval_key,
      });
    }),
  );
  app.post('/approvals/decide', (c) =>
    withCompany(ports, c, decideRequest, async (company, visit, request) => {
      const { decideApproval } = await loadSteps();
      const decided = await decideApproval(ports, company.installation, visit.actor, request);
      if (!decided.ok) return decided;
      await ports.waker.wake();
      return withPayment(ports, company, visit, decided.value.paymentKey, decided.value);
    }),
  );
  app.post('/approvals/withdraw', (c) =>
    withCompany(ports, c, withdrawRequest, async (company, visit, request) => {
      const { withdrawRequest: withdraw } = await loadSteps();
      const decided = await withdraw(ports, company.installation, visit.actor, request);
      if (!decided.ok) return decided;
      await ports.waker.wake();
      return withPayment(ports, company, visit, decided.value.paymentKey, decided.value);
    }),
  );
  app.post('/policies/dry-run', (c) =>
    withCompany(ports, c, dryRunRequest, async (company, visit, request) => {
      const { dryRunPolicy } = await loadSteps();
      return dryRunPolicy(ports, company, visit.actor, request);
    }),
  );
}

/** The answer with the payment as it stands now, where it is about one. */
async function withPayment(
  ports: ApprovalPorts,
  company: Company,
  { actor }: StaffVisit,
  paymentKey: string | undefined,
  more: object,
): Promise<Result<object>> {
  const now = ports.clock.now();
  if (paymentKey === undefined) return ok({ now, ...more });
  const { showPayment } = await loadSteps();
  const payment = await showPayment(ports, company, actor, paymentKey as PaymentKey);
  return payment === undefined
    ? refused(problem('not-found', 'none', { what: 'The payment' }))
    : ok({ now, ...more, payment });
}
