// The api's routes: what staff may ask, each behind the staff door.
import { Hono } from 'hono/quick';
import { panelRequest } from '../contract/panel.ts';
import { showPanel } from '../steps/show-panel.ts';
import type { ApiPorts } from './api-ports.ts';
import { refuseRequestsWithCardData } from './card-data-door.ts';
import { withCompany } from './company-request.ts';
import { addCustomerRoutes } from './customer-routes.ts';
import { addLazyAreas, lazyAreas } from './lazy-areas.ts';
import { answerNoSuchAddress, problemOf, problemResponse } from './problem-response.ts';
import { STAFF_TOKEN_HEADER, type StaffVisit } from './staff-door.ts';
import { addStrictHeaders } from './strict-headers.ts';
import { addTicketRoutes } from './ticket-routes.ts';

export function apiRoutes(ports: ApiPorts) {
  const app = new Hono<{ Variables: { visit: StaffVisit } }>();
  app.use(addStrictHeaders);
  app.onError((error, c) => {
    const reference = Buffer.from(ports.random.bytes(6)).toString('hex');
    ports.log.error('request failed', { code: error.name, operation: reference });
    return problemResponse(c, problemOf(error, reference));
  });
  app.notFound(answerNoSuchAddress);
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
  addTicketRoutes(app, ports);
  addCustomerRoutes(app, ports);
  addLazyAreas(app, ports, lazyAreas);
  return app;
}
