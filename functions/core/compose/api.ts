// Joins the api function: routes, the staff door, and the worker that is woken after a refund.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { shippedFlows } from '../flows/shipped.ts';
import { apiRoutes } from '../http/api-routes.ts';
import { routePath } from '../http/function-path.ts';
import { createStaffDoor } from '../http/staff-door.ts';
import { createWaker } from '../store/catalyst-sdk.ts';
import { environmentVariable } from './environment.ts';
import { createSharedPorts } from './shared-ports.ts';

export function composeApi() {
  const { attach, ports } = createSharedPorts('person');
  const staffDoor = createStaffDoor(environmentVariable('TALLYBRIDGE_TOKEN_KEY'), ports.clock);
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const app = attach(request);
    const routes = apiRoutes({
      ...ports,
      flows: shippedFlows,
      staffDoor,
      waker: createWaker(app, 'refund', ports.log),
    });
    request.url = routePath(request.url ?? '/');
    await getRequestListener(routes.fetch)(request, response);
  };
}
