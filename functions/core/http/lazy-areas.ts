// Areas of the api whose routes are loaded when somebody first asks for one: a cold start has only what the panel asks first.
import type { Context } from 'hono';
import { Hono } from 'hono/quick';
import { cloneRawRequest } from 'hono/request';
import type { ApiPorts } from './api-ports.ts';
import { answerNoSuchAddress } from './problem-response.ts';
import type { StaffVisit } from './staff-door.ts';

type Visited = { Variables: { visit: StaffVisit } };
type AddRoutes = (app: Hono<Visited>, ports: ApiPorts) => void;

export interface Area {
  /** Beginnings of the addresses; a route elsewhere could not be reached. */
  readonly paths: readonly string[];
  /** Rejects when the file can't be read; the next request tries again. */
  load(): Promise<AddRoutes>;
}

const money: Area = {
  paths: [
    '/approvals',
    '/books/preview',
    '/cards',
    '/charges',
    '/flows',
    '/movements',
    '/policies',
    '/refunds',
  ],
  load: async () => (await import('./money-routes.ts')).addMoneyRoutes,
};

const office: Area = {
  paths: [
    '/alarms',
    '/audit',
    '/bundles',
    '/catalogs',
    '/dead-letters',
    '/doctor',
    '/documents',
    '/installation',
    '/people',
    '/preview',
    '/secrets',
    '/setup',
    '/staff',
    '/suggestions',
  ],
  load: async () => (await import('./office-routes.ts')).addOfficeRoutes,
};

export const lazyAreas: readonly Area[] = [money, office];

/** Adds the areas behind the staff door; their errors are answered as those of `app`. */
export function addLazyAreas(app: Hono<Visited>, ports: ApiPorts, areas: readonly Area[]): void {
  for (const area of areas) {
    const routesOfArea = onceBuilt(area, ports);
    const answerArea = async (c: Context<Visited>) => {
      const routes = await routesOfArea();
      const brought: Brought = { visit: c.get('visit') };
      return routes.fetch(await cloneRawRequest(c.req), brought);
    };
    for (const path of area.paths) app.all(`${path}/*`, answerArea);
  }
}

/** What comes with each request, as the routes outlive it. */
interface Brought {
  readonly visit: StaffVisit;
}

/** The routes of an area: built for the first request, kept for the others. */
function onceBuilt(area: Area, ports: ApiPorts): () => Promise<Hono<Visited>> {
  let kept: Hono<Visited> | undefined;
  return async () => {
    kept ??= areaRoutes(await area.load(), ports);
    return kept;
  };
}

function areaRoutes(addRoutes: AddRoutes, ports: ApiPorts): Hono<Visited> {
  const routes: Hono<Visited> = new Hono();
  routes.onError((error) => {
    throw error;
  });
  routes.notFound(answerNoSuchAddress);
  routes.use(async (c, next) => {
    c.set('visit', (c.env as Brought).visit);
    await next();
  });
  addRoutes(routes, ports);
  return routes;
}
