// Everything that moves money or is asked before it moves: one area, loaded when somebody first asks for it.
import type { Hono } from 'hono';
import { flowStartRequest } from '../contract/flow-start.ts';
import { showProgress } from '../steps/show-buttons.ts';
import { startFlow } from '../steps/start-flow.ts';
import type { ApiPorts } from './api-ports.ts';
import { addApprovalRoutes } from './approval-routes.ts';
import { addBooksPreviewRoutes } from './books-preview-routes.ts';
import { addChargeRoutes } from './charge-routes.ts';
import { withCompany } from './company-request.ts';
import { addMovementRoutes } from './movement-routes.ts';
import type { StaffVisit } from './staff-door.ts';

type Visited = { Variables: { visit: StaffVisit } };

/** Adds the routes behind the staff door. */
export function addMoneyRoutes(app: Hono<Visited>, ports: ApiPorts): void {
  addFlowRoutes(app, ports);
  addMovementRoutes(app, ports);
  addBooksPreviewRoutes(app, ports);
  addApprovalRoutes(app, ports);
  addChargeRoutes(app, { ...ports, publicUrl: ports.publicUrl ?? '' });
}

function addFlowRoutes(app: Hono<Visited>, ports: ApiPorts): void {
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
}
