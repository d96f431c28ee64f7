// Routes about the people of an installation: who they are, their roles, and the end of their access.
import type { Hono } from 'hono';
import { staffChange } from '../contract/identity.ts';
import { problem } from '../domain/problem.ts';
import type { IdentityPorts } from '../steps/identity/identity-ports.ts';
import { changeStaff, listStaff } from '../steps/identity/staff.ts';
import { problemResponse } from './problem-response.ts';
import type { StaffVisit } from './staff-door.ts';

/** Adds the routes behind the staff door. */
export function addIdentityRoutes(
  app: Hono<{ Variables: { visit: StaffVisit } }>,
  ports: IdentityPorts,
): void {
  app.get('/staff', async (c) => {
    const { installation, actor } = c.get('visit');
    const staff = await listStaff(ports, installation, actor);
    return staff.ok ? c.json(staff.value) : problemResponse(c, staff.problem);
  });
  app.put('/staff', async (c) => {
    const change = staffChange.safeParse(await c.req.json().catch(() => undefined));
    if (!change.success) {
      const facts = { field: 'body', detail: 'is not valid' };
      return problemResponse(c, problem('invalid-request', 'fix-input', facts));
    }
    const { installation, actor } = c.get('visit');
    const changed = await changeStaff(ports, installation, actor, change.data);
    return changed.ok ? c.json(changed.value) : problemResponse(c, changed.problem);
  });
}
