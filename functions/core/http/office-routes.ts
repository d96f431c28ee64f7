// Everything of the settings page and the command line: one area, loaded when somebody first asks for it.
import type { Hono } from 'hono';
import { connectionRequest } from '../contract/connection.ts';
import { replayRequest, skipRequest } from '../contract/dead-letters.ts';
import { connectCompany } from '../steps/connect/connect-company.ts';
import { showConnection } from '../steps/connect/show-connection.ts';
import { replayDeadLetter, skipDeadLetter, unparkAll } from '../steps/replay-dead-letter.ts';
import { showAlarms } from '../steps/show-alarms.ts';
import { showDeadLetters } from '../steps/show-dead-letters.ts';
import type { ApiPorts } from './api-ports.ts';
import { addAuditRoutes } from './audit-routes.ts';
import { addCatalogRoutes } from './catalog-routes.ts';
import { answer, readBody, withCompany } from './company-request.ts';
import { addConnectRoutes } from './connect-routes.ts';
import { addDoctorRoutes } from './doctor-routes.ts';
import { addDocumentRoutes } from './document-routes.ts';
import { addIdentityRoutes } from './identity-routes.ts';
import { addLifecycleRoutes } from './lifecycle-routes.ts';
import { problemResponse } from './problem-response.ts';
import type { StaffVisit } from './staff-door.ts';

type Visited = { Variables: { visit: StaffVisit } };

/** Adds the routes behind the staff door. */
export function addOfficeRoutes(app: Hono<Visited>, ports: ApiPorts): void {
  addFailureRoutes(app, ports);
  addInstallationRoutes(app, ports);
  addAuditRoutes(app, ports);
  addDocumentRoutes(app, ports);
  addIdentityRoutes(app, ports);
  addCatalogRoutes(app, ports);
  addLifecycleRoutes(app, ports);
  addConnectRoutes(app, ports);
  addDoctorRoutes(app, ports);
}

/** What went wrong, and trying it again. */
function addFailureRoutes(app: Hono<Visited>, ports: ApiPorts): void {
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
}

function addInstallationRoutes(app: Hono<Visited>, ports: ApiPorts): void {
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
}
