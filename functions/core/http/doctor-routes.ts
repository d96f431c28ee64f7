// Routes of the doctor: look at everything, mend one fault.
import type { Hono } from 'hono';
import { mendRequest } from '../contract/doctor.ts';
import { problem } from '../domain/problem.ts';
import type { Companies } from '../ports/company.ts';
import type { ConnectRoutePorts } from './connect-routes.ts';
import { problemResponse } from './problem-response.ts';
import type { StaffVisit } from './staff-door.ts';

type Visited = { Variables: { visit: StaffVisit } };

const loadSteps = () => import('../steps/doctor/doctor-steps.ts');

/** Adds the routes behind the staff door. */
export function addDoctorRoutes(
  app: Hono<Visited>,
  ports: ConnectRoutePorts & { readonly companies: Companies },
): void {
  const { openSetups } = ports;
  if (openSetups === undefined) return;
  app.get('/doctor', async (c) => {
    const { callDoctor } = await loadSteps();
    const { installation, actor } = c.get('visit');
    const reply = await callDoctor({ ...ports, setups: await openSetups() }, installation, actor);
    return reply.ok ? c.json(reply.value) : problemResponse(c, reply.problem);
  });
  app.post('/doctor/mend', async (c) => {
    const request = mendRequest.safeParse(await c.req.json().catch(() => undefined));
    if (!request.success) {
      const facts = { field: 'body', detail: 'is not valid' };
      return problemResponse(c, problem('invalid-request', 'fix-input', facts));
    }
    const { mendFault } = await loadSteps();
    const { installation, actor } = c.get('visit');
    const open = { ...ports, setups: await openSetups() };
    const reply = await mendFault(open, installation, actor, request.data);
    return reply.ok ? c.json(reply.value) : problemResponse(c, reply.problem);
  });
}
