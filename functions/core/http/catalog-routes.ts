// Routes of the fields of connected products; their steps are loaded when first asked for.
import type { Context, Hono } from 'hono';
import type * as z from 'zod/mini';
import { catalogRequest, refreshRequest } from '../contract/catalogs.ts';
import { problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import type { FieldPorts } from '../steps/read-fields.ts';
import { problemResponse } from './problem-response.ts';
import type { StaffVisit } from './staff-door.ts';

type Visited = { Variables: { visit: StaffVisit } };

const loadSteps = () => import('../steps/show-catalogs.ts');

/** Adds the routes behind the staff door. */
export function addCatalogRoutes(app: Hono<Visited>, ports: FieldPorts): void {
  app.get('/catalogs', async (c) => {
    const { showCatalogs } = await loadSteps();
    return answer(c, await showCatalogs(ports, c.get('visit')));
  });
  app.get('/catalogs/:product/:object', async (c) => {
    const request = read(catalogRequest, c.req.param());
    if (!request.ok) return problemResponse(c, request.problem);
    const { showCatalog } = await loadSteps();
    return answer(c, await showCatalog(ports, c.get('visit'), request.value));
  });
  app.post('/catalogs/refresh', async (c) => {
    const body: unknown = await c.req.json().catch(() => ({}));
    const request = read(refreshRequest, body);
    if (!request.ok) return problemResponse(c, request.problem);
    const { refreshCatalogs } = await loadSteps();
    return answer(c, await refreshCatalogs(ports, c.get('visit'), request.value));
  });
}

function answer(c: Context, result: Result<object>): Response {
  return result.ok ? c.json(result.value) : problemResponse(c, result.problem);
}

function read<T>(shape: z.ZodMiniType<T>, given: unknown): Result<T> {
  const parsed = shape.safeParse(given);
  if (parsed.success) return ok(parsed.data);
  const field = parsed.error.issues[0]?.path.join('.') || 'body';
  return refused(problem('invalid-request', 'fix-input', { field, detail: 'is not valid' }));
}
