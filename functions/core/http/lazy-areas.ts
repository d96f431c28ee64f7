// Areas of the api whose routes are loaded when somebody first asks for one: a cold start has only what the panel asks first.
import { type Context, Hono } from 'hono';
import { cloneRawRequest } from 'hono/request';
import type { ApiPorts } from './api-ports.ts';
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

/** Adds the areas behind the staff door; their errors and unknown addresses are answered as those of `app`. */
export function addLazyAreas(app: Hono<Visited>, ports: ApiPorts, areas: readonly Area[]): void {
  for (const { paths, load } of areas) {
    const answerArea = async (c: Context<Visited>) => {
      const routes = new Hono<Visited>();
      routes.onError((error) => {
        throw error;
      });
      routes.notFound(() => c.notFound() as Response);
      routes.use(async (inner, next) => {
        inner.set('visit', c.get('visit'));
        await next();
      });
      (await load())(routes, ports);
      return routes.fetch(await cloneRawRequest(c.req));
    };
    for (const path of paths) app.all(`${path}/*`, answerArea);
  }
}
