// The api's whole route table: what it begins with, and what its areas add when they are loaded.
import { Hono } from 'hono';
import type { ApiPorts } from '../../../functions/core/http/api-ports.ts';
import type { apiRoutes } from '../../../functions/core/http/api-routes.ts';
import { lazyAreas } from '../../../functions/core/http/lazy-areas.ts';
import type { StaffVisit } from '../../../functions/core/http/staff-door.ts';
import { fakeSetups } from './isolation/fake-setups.ts';

/** `METHOD /path` of each route, without those that all addresses go through and those that lead to an area. */
export async function allRoutes(app: ReturnType<typeof apiRoutes>): Promise<readonly string[]> {
  const areas = new Hono<{ Variables: { visit: StaffVisit } }>();
  // Nobody asks here: ports are of no use but to say that somebody can set up.
  const ports = { openSetups: async () => fakeSetups } as Partial<ApiPorts> as ApiPorts;
  for (const { load } of lazyAreas) (await load())(areas, ports);
  const ways = new Set(lazyAreas.flatMap(({ paths }) => paths.map((path) => `ALL ${path}/*`)));
  const names = [...app.routes, ...areas.routes].map(({ method, path }) => `${method} ${path}`);
  return [...new Set(names)].filter((name) => name !== 'ALL /*' && !ways.has(name));
}
