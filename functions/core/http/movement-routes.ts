// Routes of movements by staff: refund, capture, release, void, and asking again what became of one.
import type { Hono } from 'hono';
import {
  type MovementReply,
  movementRequest,
  recheckRequest,
  refundRequest,
} from '../contract/panel.ts';
import { refundLinesRequest } from '../contract/refund-lines.ts';
import type { PaymentKey } from '../domain/ids.ts';
import { problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import type { Company } from '../ports/company.ts';
import type { Waker } from '../ports/platform.ts';
import { recheckByPerson } from '../steps/audit/recheck-movement.ts';
import { moveMoney } from '../steps/movements/move-money.ts';
import { showRefundLines } from '../steps/movements/refund-by-lines.ts';
import { refundPayment } from '../steps/refund-payment.ts';
import type { ResolvePorts } from '../steps/resolve-unknown.ts';
import { showPayment } from '../steps/show-panel.ts';
import { viewProblem } from '../steps/view-problem.ts';
import { type Movement, problemOfMovement } from '../work/movement-log.ts';
import { withCompany } from './company-request.ts';
import type { StaffVisit } from './staff-door.ts';

interface MovementPorts extends ResolvePorts {
  readonly waker: Waker;
}

/** Adds the routes behind the staff door. */
export function addMovementRoutes(
  app: Hono<{ Variables: { visit: StaffVisit } }>,
  ports: MovementPorts,
): void {
  app.post('/refunds', (c) =>
    withCompany(ports, c, refundRequest, async (company, visit, request) => {
      const refunded = await refundPayment(ports, company, visit.actor, request);
      if (!refunded.ok) return refunded;
      await ports.waker.wake();
      return movementReply(ports, company, visit, request.intentId, refunded.value);
    }),
  );
  app.post('/refunds/lines', (c) =>
    withCompany(ports, c, refundLinesRequest, (company, visit, request) =>
      showRefundLines(ports, company, visit.actor, request),
    ),
  );
  app.post('/movements', (c) =>
    withCompany(ports, c, movementRequest, async (company, visit, request) => {
      const moved = await moveMoney(ports, company, visit.actor, request);
      if (!moved.ok) return moved;
      await ports.waker.wake();
      return movementReply(ports, company, visit, request.intentId, moved.value);
    }),
  );
  app.post('/movements/recheck', (c) =>
    withCompany(ports, c, recheckRequest, async (company, visit, request) => {
      const movement = await recheckByPerson(ports, company, visit.actor, request);
      if (!movement.ok) return movement;
      if (movement.value.state === 'succeeded') await ports.waker.wake();
      return movementReply(ports, company, visit, request.intentId, movement.value);
    }),
  );
}

async function movementReply(
  ports: MovementPorts,
  company: Company,
  { actor }: StaffVisit,
  intentId: string,
  movement: Movement,
): Promise<Result<MovementReply>> {
  const payment = await showPayment(ports, company, actor, movement.payment_key as PaymentKey);
  if (payment === undefined) {
    return refused(problem('not-found', 'none', { what: 'The payment' }));
  }
  const found = problemOfMovement(movement);
  return ok({
    now: ports.clock.now(),
    intentId,
    state: movement.state,
    ...(found === undefined ? {} : { problem: viewProblem(found) }),
    payment,
  });
}
