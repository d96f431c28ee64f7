// The api's routes: what staff may ask, each behind the staff door.
import { Hono } from 'hono';
import { connectionRequest } from '../contract/connection.ts';
import { replayRequest, skipRequest } from '../contract/dead-letters.ts';
import { flowStartRequest } from '../contract/flow-start.ts';
import { panelRequest } from '../contract/panel.ts';
import { problem } from '../domain/problem.ts';
import type { RenewableSecrets, Waker } from '../ports/platform.ts';
import { connectCompany } from '../steps/connect/connect-company.ts';
import { showConnection } from '../steps/connect/show-connection.ts';
import type { ConnectTicketPorts } from '../steps/identity/connect-zoho.ts';
import { replayDeadLetter, skipDeadLetter, unparkAll } from '../steps/replay-dead-letter.ts';
import type { FlowPorts } from '../steps/run-flow.ts';
import { showAlarms } from '../steps/show-alarms.ts';
import { showProgress } from '../steps/show-buttons.ts';
import { showDeadLetters } from '../steps/show-dead-letters.ts';
import { showPanel } from '../steps/show-panel.ts';
import { startFlow } from '../steps/start-flow.ts';
import { addApprovalRoutes } from './approval-routes.ts';
import { addAuditRoutes } from './audit-routes.ts';
import { addBooksPreviewRoutes } from './books-preview-routes.ts';
import { refuseRequestsWithCardData } from './card-data-door.ts';
import { addCatalogRoutes } from './catalog-routes.ts';
import { addChargeRoutes } from './charge-routes.ts';
import { answer, readBody, withCompany } from './company-request.ts';
import { addConnectRoutes, type ConnectRoutePorts } from './connect-routes.ts';
import { addCustomerRoutes } from './customer-routes.ts';
import { addDoctorRoutes } from './doctor-routes.ts';
import { addDocumentRoutes } from './document-routes.ts';
import { addIdentityRoutes } from './identity-routes.ts';
import { addLifecycleRoutes } from './lifecycle-routes.ts';
import { addMovementRoutes } from './movement-routes.ts';
import { problemOf, problemResponse } from './problem-response.ts';
import { STAFF_TOKEN_HEADER, type StaffDoor, type StaffVisit } from './staff-door.ts';
import { addStrictHeaders } from './strict-headers.ts';
import { addTicketRoutes } from './ticket-routes.ts';

export interface ApiPorts extends FlowPorts, Pick<ConnectRoutePorts, 'openSetups'> {
  readonly secrets: RenewableSecrets;
  readonly waker: Waker;
  readonly staffDoor: StaffDoor;
  /** The authorization server, which has no door: it is one. Absent where nobody signs in. */
  readonly answerOAuth?: (request: Request) => Promise<Response>;
  /** The card page, whose key is the secret of a link. Absent where nobody can reach it. */
  readonly answerCardPage?: (request: Request) => Promise<Response>;
  /** Base address of this function, as browsers see it; absent like the sign-in. */
  readonly publicUrl?: string;
  /** Begins the sign-in that connects the company. Absent as well. */
  readonly connectTickets?: ConnectTicketPorts;
}

export function apiRoutes(ports: ApiPorts) {
  const app = new Hono<{ Variables: { visit: StaffVisit } }>();
  app.use(addStrictHeaders);
  app.onError((error, c) => {
    const reference = Buffer.from(ports.random.bytes(6)).toString('hex');
    ports.log.error('request failed', { code: error.name, operation: reference });
    return problemResponse(c, problemOf(error, reference));
  });
  app.notFound((c) => problemResponse(c, problem('not-found', 'none', { what: 'This address' })));
  app.get('/health', (c) => c.json({ ok: true }));
  const { answerOAuth } = ports;
  if (answerOAuth !== undefined) app.all('/oauth/*', (c) => answerOAuth(c.req.raw));
  const { answerCardPage } = ports;
  if (answerCardPage !== undefined) {
    app.all('/pay', (c) => answerCardPage(c.req.raw));
    app.all('/pay/*', (c) => answerCardPage(c.req.raw));
  }
  app.use(async (c, next) => {
    const visit = await ports.staffDoor(
      c.req.header(STAFF_TOKEN_HEADER),
      c.req.header('x-forwarded-for'),
    );
    if (!visit.ok) return problemResponse(c, visit.problem);
    c.set('visit', visit.value);
    return next();
  });

  app.use(refuseRequestsWithCardData);

  app.post('/panel', (c) =>
    withCompany(ports, c, panelRequest, (company, visit, request) =>
      showPanel(ports, company, visit.actor, request),
    ),
  );
  app.post('/flows/start', (c) =>
    withCompany(ports, c, flowStartRequest, async (company, visit, request) => {
      const started = await startFlow(ports, company, visit.actor, request);
      if (started.ok) await ports.waker.wake();
      return started;
    }),
  );
  app.post('/flows/progress', (c) =>
    withCompany(ports, c, flowStartRequest, (company, visit, request) =>
      showProgress(ports, company, visit.actor, request),
    ),
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
  addApprovalRoutes(app, ports);
  addAuditRoutes(app, ports);
  addBooksPreviewRoutes(app, ports);
  addChargeRoutes(app, { ...ports, publicUrl: ports.publicUrl ?? '' });
  addDocumentRoutes(app, ports);
  addIdentityRoutes(app, ports);
  addCatalogRoutes(app, ports);
  addLifecycleRoutes(app, ports);
  addMovementRoutes(app, ports);
  addConnectRoutes(app, ports);
  addDoctorRoutes(app, ports);
  addTicketRoutes(app, ports);
  addCustomerRoutes(app, ports);
  return app;
}
