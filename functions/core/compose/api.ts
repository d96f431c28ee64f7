// Joins the api function: routes, the staff door, and the worker that is woken after a refund.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { apiRoutes } from '../http/api-routes.ts';
import { routePath } from '../http/function-path.ts';
import { createStaffDoor } from '../http/staff-door.ts';
import { createFlowLibrary } from '../steps/flow-library.ts';
import { createWaker } from '../store/catalyst-sdk.ts';
import { environmentVariable } from './environment.ts';
import { headersOf, readBody, sendText } from './node-request.ts';
import { createSharedPorts } from './shared-ports.ts';

/** The bundle of a company with a few hundred documents is the longest request. */
const BODY_BYTES_MAX = 2 * 1024 * 1024;

export function composeApi() {
  const { attach, ports } = createSharedPorts('person');
  const flows = createFlowLibrary(ports);
  const staffDoor = createStaffDoor(environmentVariable('TALLYBRIDGE_TOKEN_KEY'), ports.clock);
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const waker = createWaker(attach(request), 'refund', ports.log);
    const routes = apiRoutes({ ...ports, flows, staffDoor, waker });
    const body = await readBody(request, BODY_BYTES_MAX);
    if (body === undefined) return sendText(response, 413, 'too large');
    const answer = await routes.request(routePath(request.url ?? '/'), {
      method: request.method ?? 'GET',
      headers: headersOf(request),
      ...(body.length === 0 ? {} : { body }),
    });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  };
}
