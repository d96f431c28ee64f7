// The api's routes: what staff may ask, each behind the staff door.
import { type Context, Hono } from 'hono';
import type * as z from 'zod/mini';
import { decideRequest } from '../contract/approvals.ts';
import { connectionRequest } from '../contract/connection.ts';
import { replayRequest, skipRequest } from '../contract/dead-letters.ts';
import { flowStartRequest } from '../contract/flow-start.ts';
import {
  type MovementReply,
  panelRequest,
  recheckRequest,
  refundRequest,
} from '../contract/panel.ts';
import type { PaymentKey } from '../domain/ids.ts';
import { problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { mayDo } from '../domain/role.ts';
import type { Company } from '../ports/company.ts';
import type { Secrets, Waker } from '../ports/platform.ts';
import { connectCompany, showConnection } from '../steps/connect-company.ts';
import { decideApproval, showApprovals } from '../steps/decide-approval.ts';
import { refundPayment } from '../steps/refund-payment.ts';
import { replayDeadLetter, skipDeadLetter, unparkAll } from '../steps/replay-dead-letter.ts';
import { recheckMovement } from '../steps/resolve-unknown.ts';
import type { FlowPorts } from '../steps/run-flow.ts';
import { showAlarms } from '../steps/show-alarms.ts';
import { showDeadLetters } from '../steps/show-dead-letters.ts';
import { showPanel, showPayment } from '../steps/show-panel.ts';
import { startFlow } from '../steps/start-flow.ts';
import { viewProblem } from '../steps/view-problem.ts';
import { type Movement, problemOfMovement } from '../work/movement-log.ts';
import { addDocumentRoutes } from './document-routes.ts';
import { problemOf, problemResponse } from './problem-response.ts';
import { STAFF_TOKEN_HEADER, type StaffDoor, type StaffVisit } from './staff-door.ts';

export interface ApiPorts extends FlowPorts {
  readonly secrets: Secrets;
  readonly waker: Waker;
  readonly staffDoor: StaffDoor;
}

type ApiContext = Context<{ Variables: { visit: StaffVisit } }>;

export function apiRoutes(ports: ApiPorts) {
  const app = new Hono<{ Variables: { visit: StaffVisit } }>();
  app.onError((error, c) => {
    const reference = Buffer.from(ports.random.bytes(6)).toString('hex');
    ports.log.error('request failed', { code: error.name, operation: reference });
    return problemResponse(c, problemOf(error, reference));
  });
  app.notFound((c) => problemResponse(c, problem('not-found', 'none', { what: 'This address' })));
  app.get('/health', (c) => c.json({ ok: true }));
  app.use(async (c, next) => {
    const visit = await ports.staffDoor(c.req.header(STAFF_TOKEN_HEADER));
    if (!visit.ok) return problemResponse(c, visit.problem);
    c.set('visit', visit.value);
    c.header('cache-control', 'no-store');
    return next();
  });

  app.post('/panel', (c) =>
    withCompany(ports, c, panelRequest, (company, visit, request) =>
      showPanel(ports, company, visit.actor, request),
    ),
  );
  app.post('/refunds', (c) =>
    withCompany(ports, c, refundRequest, async (company, visit, request) => {
      const refunded = await refundPayment(ports, company, visit.actor, request);
      if (!refunded.ok) return refunded;
      await ports.waker.wake();
      return movementReply(ports, company, refunded.value);
    }),
  );
  app.post('/movements/recheck', (c) =>
    withCompany(ports, c, recheckRequest, async (company, visit, request) => {
      if (!mayDo(visit.actor.role, 'recheck')) {
        return refused(problem('not-allowed', 'none', { role: visit.actor.role }));
      }
      const movement = await recheckMovement(
        ports,
        company.installation,
        request.paymentKey as PaymentKey,
        request.intentId,
      );
      if (movement === undefined) {
        return refused(problem('not-found', 'fix-input', { what: 'The movement' }));
      }
      if (movement.state === 'succeeded') await ports.waker.wake();
      return movementReply(ports, company, movement);
    }),
  );
  app.post('/flows/start', (c) =>
    withCompany(ports, c, flowStartRequest, async (company, visit, request) => {
      const started = await startFlow(ports, company, visit.actor, request);
      if (started.ok) await ports.waker.wake();
      return started;
    }),
  );
  app.get('/approvals', async (c) => {
    const { installation, actor } = c.get('visit');
    return answer(c, await showApprovals(ports, installation, actor));
  });
  app.post('/approvals/decide', (c) =>
    withCompany(ports, c, decideRequest, async (company, visit, request) => {
      const decided = await decideApproval(ports, company.installation, visit.actor, request);
      if (decided.ok) await ports.waker.wake();
      return decided;
    }),
  );
  app.get('/alarms', async (c) => {
    const { installation, actor } = c.get('visit');
    return answer(c, await showAlarms(ports, installation, actor));
  });
  app.get('/dead-letters', async (c) => {
    const { installation, actor } = c.get('visit');
    return answer(c, await showDeadLetters(ports, installation, actor));
  });
  app.post('/dead-letters/replay', (c) =>
    withCompany(ports, c, replayRequest, (company, visit, request) =>
      replayDeadLetter(ports, company.installation, visit.actor, request),
    ),
  );
  app.post('/dead-letters/skip', (c) =>
    withCompany(ports, c, skipRequest, (company, visit, request) =>
      skipDeadLetter(ports, company.installation, visit.actor, request),
    ),
  );
  app.get('/installation', async (c) => {
    const { installation, actor } = c.get('visit');
    return answer(c, await showConnection(ports, installation, actor));
  });
  app.put('/installation', async (c) => {
    const request = await readBody(c, connectionRequest);
    if (!request.ok) return problemResponse(c, request.problem);
    const { installation, actor } = c.get('visit');
    const connected = await connectCompany(ports, installation, actor, request.value);
    if (connected.ok) {
      await unparkAll(ports, installation);
      await ports.waker.wake();
    }
    return answer(c, connected);
  });
  addDocumentRoutes(app, ports);
  return app;
}

async function withCompany<T>(
  ports: ApiPorts,
  c: ApiContext,
  shape: z.ZodMiniType<T>,
  step: (company: Company, visit: StaffVisit, request: T) => Promise<Result<unknown>>,
): Promise<Response> {
  const request = await readBody(c, shape);
  if (!request.ok) return problemResponse(c, request.problem);
  const visit = c.get('visit');
  const company = await ports.companies.open(visit.installation);
  if (!company.ok) return problemResponse(c, company.problem);
  // A token of another organization, or of before the company moved to this one.
  if (company.value.organization !== visit.organization) {
    return problemResponse(c, problem('not-signed-in', 'fix-setup'));
  }
  return answer(c, await step(company.value, visit, request.value));
}

function answer(c: Context, result: Result<unknown>): Response {
  return result.ok ? c.json(result.value as object) : problemResponse(c, result.problem);
}

async function readBody<T>(c: Context, shape: z.ZodMiniType<T>): Promise<Result<T>> {
  const json: unknown = await c.req.json().catch(() => undefined);
  const read = shape.safeParse(json);
  if (read.success) return ok(read.data);
  const [issue] = read.error.issues;
  const field = issue === undefined ? 'body' : issue.path.join('.') || 'body';
  return refused(problem('invalid-request', 'fix-input', { field, detail: 'is not valid' }));
}

async function movementReply(
  ports: ApiPorts,
  company: Company,
  movement: Movement,
): Promise<Result<MovementReply>> {
  const payment = await showPayment(ports, company, movement.payment_key as PaymentKey);
  if (payment === undefined) {
    return refused(problem('not-found', 'none', { what: 'The payment' }));
  }
  const found = problemOfMovement(movement);
  return ok({
    now: ports.clock.now(),
    intentId: movement.movement_key.slice(movement.movement_key.indexOf('|') + 1),
    state: movement.state,
    ...(found === undefined ? {} : { problem: viewProblem(found) }),
    payment,
  });
}
