// Routes of secrets, uninstalling, export and erasure; for administrators, their steps are loaded when first asked for.
import type { Hono } from 'hono';
import {
  type ExportReply,
  erasePersonRequest,
  exportRequest,
  findPersonRequest,
  leaveRequest,
  rotateRequest,
} from '../contract/lifecycle.ts';
import { problem } from '../domain/problem.ts';
import type { Clock, Log, RenewableSecrets } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import { answer, readBody } from './company-request.ts';
import { problemResponse } from './problem-response.ts';
import type { StaffVisit } from './staff-door.ts';

type Visited = { Variables: { visit: StaffVisit } };

export interface LifecycleRoutePorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly secrets: RenewableSecrets;
}

/** Of the half minute that a request may take. */
const TURN_MS = 15_000;

const loadSteps = () => import('../steps/lifecycle/lifecycle-steps.ts');

/** Adds the routes behind the staff door. */
export function addLifecycleRoutes(app: Hono<Visited>, ports: LifecycleRoutePorts): void {
  app.get('/secrets', async (c) => {
    const { installation, actor } = c.get('visit');
    return answer(c, await (await loadSteps()).showSecrets(ports, installation, actor));
  });
  app.post('/secrets/rotate', async (c) => {
    const request = await readBody(c, rotateRequest);
    if (!request.ok) return problemResponse(c, request.problem);
    const { installation, actor } = c.get('visit');
    const { rotateSecret } = await loadSteps();
    return answer(c, await rotateSecret(ports, installation, actor, request.value));
  });
  app.get('/installation/leaving', async (c) => {
    const { installation, actor } = c.get('visit');
    return answer(c, await (await loadSteps()).showLeaving(ports, installation, actor));
  });
  app.post('/installation/uninstall', async (c) => {
    const request = await readBody(c, leaveRequest);
    if (!request.ok) return problemResponse(c, request.problem);
    const { installation, actor } = c.get('visit');
    return answer(c, await (await loadSteps()).leave(ports, installation, actor, request.value));
  });
  app.post('/installation/stay', async (c) => {
    const { installation, actor } = c.get('visit');
    return answer(c, await (await loadSteps()).stay(ports, installation, actor));
  });
  app.get('/installation/export', async (c) => {
    const request = exportRequest.safeParse(c.req.query());
    if (!request.success) {
      const detail = 'is not valid';
      return problemResponse(
        c,
        problem('invalid-request', 'fix-input', { field: 'after', detail }),
      );
    }
    const { installation, actor } = c.get('visit');
    const { exportInstallation } = await loadSteps();
    const page = await exportInstallation(ports, installation, actor, request.data);
    if (!page.ok) return problemResponse(c, page.problem);
    if (request.data.as === 'json') return c.json({ page: page.value } satisfies ExportReply);
    if (page.value.next !== undefined) c.header('x-tallybridge-next', page.value.next);
    return c.body(page.value.lines, 200, { 'content-type': 'application/x-ndjson' });
  });
  app.post('/people/find', async (c) => {
    const request = await readBody(c, findPersonRequest);
    if (!request.ok) return problemResponse(c, request.problem);
    const { installation, actor } = c.get('visit');
    const { findPerson } = await loadSteps();
    const isTimeLeft = turnOf(ports.clock);
    return answer(c, await findPerson(ports, installation, actor, request.value, isTimeLeft));
  });
  app.post('/people/erase', async (c) => {
    const request = await readBody(c, erasePersonRequest);
    if (!request.ok) return problemResponse(c, request.problem);
    const { installation, actor } = c.get('visit');
    const { erasePerson } = await loadSteps();
    const isTimeLeft = turnOf(ports.clock);
    return answer(c, await erasePerson(ports, installation, actor, request.value, isTimeLeft));
  });
}

function turnOf(clock: Clock): () => boolean {
  const end = clock.now() + TURN_MS;
  return () => clock.now() < end;
}
