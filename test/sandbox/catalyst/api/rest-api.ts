// The REST API under /baas/v1/project/{id}: faults, authorization, routes, errors in Catalyst's envelope.
import { Hono, type MiddlewareHandler } from 'hono';
import { applyFaults, type Faults } from '../../faults.ts';
import { createApp, type StandInApp } from '../../stand-in.ts';
import { CatalystError, failure, invalidId, tooManyRequests } from '../envelope.ts';
import type { Project } from '../project.ts';
import type { ApiEnv, Services } from './context.ts';
import { dataStoreRoutes } from './data-store-routes.ts';
import { serviceRoutes } from './service-routes.ts';

export function restApi(services: Services, faults: Faults): StandInApp {
  const app = createApp();
  app.use('*', applyFaults(faults, { rateLimit: () => failure(tooManyRequests('DATASTORE')) }));
  const project = new Hono<ApiEnv>()
    .use('*', authorize(services.project))
    .route('/', dataStoreRoutes(services))
    .route('/', serviceRoutes(services));
  app.route('/baas/v1/project/:projectId', project);
  app.notFound(() => failure(new CatalystError(404, 'INVALID_URL', 'No such API exists')));
  app.onError((error) =>
    failure(
      error instanceof CatalystError
        ? error
        : new CatalystError(500, 'INTERNAL_SERVER_ERROR', error.message),
    ),
  );
  return app;
}

/** `Zoho-oauthtoken`, and PROJECT_ID and X-CATALYST-USER when sent must be right, as the SDK sends them. */
function authorize(project: Project): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const token = /^Zoho-oauthtoken (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1];
    const caller = token === undefined ? undefined : project.callerOf(token);
    if (caller === undefined) throw unauthorized('The OAuth token is missing or invalid');
    if ((c.req.header('project_id') ?? project.projectKey) !== project.projectKey) {
      throw unauthorized('PROJECT_ID does not belong to the token');
    }
    const scope = c.req.header('x-catalyst-user') ?? caller;
    if (scope !== 'user' && scope !== caller) {
      throw unauthorized('The token does not have the scope of X-CATALYST-USER');
    }
    const environment = c.req.header('x-catalyst-environment') ?? project.environment;
    if (environment !== 'Development' && environment !== 'Production') {
      throw new CatalystError(400, 'INVALID_INPUT', 'No such environment exists');
    }
    if (c.req.param('projectId') !== project.projectId) {
      throw invalidId('No such project with the given id exists');
    }
    c.set('caller', caller);
    return next();
  };
}

function unauthorized(message: string): CatalystError {
  return new CatalystError(401, 'INVALID_TOKEN', message);
}
