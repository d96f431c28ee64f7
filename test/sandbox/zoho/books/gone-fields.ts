// The fault switch that deletes an organization's custom fields: lists no longer name them.
import type { MiddlewareHandler } from 'hono';
import type { Faults } from '../../faults.ts';

const SWITCH = 'custom-fields-gone';

/** Middleware that takes the fields out of the next lists, one for each use of the switch. */
export function hideCustomFields(faults: Faults): MiddlewareHandler {
  return async (c, next) => {
    await next();
    if (c.req.method !== 'GET' || (faults.switches.get(SWITCH) ?? 0) <= 0) return;
    const body = (await c.res.clone().json()) as { page_context?: { custom_fields?: unknown } };
    if (body.page_context?.custom_fields === undefined || !faults.takeSwitch(SWITCH)) return;
    body.page_context.custom_fields = [];
    c.res = Response.json(body, { status: c.res.status });
  };
}
