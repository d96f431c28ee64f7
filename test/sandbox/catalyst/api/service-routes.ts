// Routes of the other services: cache, mail, jobs and crons, connections, users, functions.
import { Hono } from 'hono';
import { z } from 'zod';
import { invalidId, invalidInput, success } from '../envelope.ts';
import { parseJobBody } from '../job-meta.ts';
import { poolDetails } from '../jobs.ts';
import type { Project } from '../project.ts';
import { type ApiEnv, adminOnly, formBody, jsonBody, type Services } from './context.ts';

export function serviceRoutes(services: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .route('/', cacheRoutes(services))
    .route('/', jobRoutes(services))
    .route('/', cronRoutes(services))
    .route('/', platformRoutes(services));
}

function cacheRoutes({ cache, counts }: Services): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.use('/segment/*', adminOnly);
  app.use('/cache', adminOnly);
  app.get('/segment', () => success(cache.segments));
  app.get('/segment/:segment', (c) => success(cache.segment(c.req.param('segment'))));
  for (const path of ['/cache', '/segment/:segment/cache']) {
    app.use(path, async (c, next) => {
      cache.segment(c.req.param('segment'));
      counts.add(`cache.${c.req.method.toLowerCase()}`);
      await next();
    });
    app.get(path, (c) => success(cache.get(c.req.query('cacheKey') ?? '')));
    app.delete(path, (c) => success(cache.delete(c.req.query('cacheKey') ?? '')));
    app.on(['POST', 'PUT'], path, async (c) => success(cache.put(await jsonBody(c))));
  }
  return app;
}

function jobRoutes({ jobs, counts }: Services): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.use('/job_scheduling/*', adminOnly);
  app.post('/job_scheduling/job', async (c) => {
    counts.add('job.submit');
    return success(jobs.submit(parseJobBody(await jsonBody(c))));
  });
  app.get('/job_scheduling/job/:job', (c) => success(jobs.get(c.req.param('job'))));
  app.delete('/job_scheduling/job/:job', (c) => success(jobs.delete(c.req.param('job'))));
  app.get('/job_scheduling/jobpool', () => success(jobs.pools.map(poolDetails)));
  app.get('/job_scheduling/jobpool/:pool', (c) => {
    const key = c.req.param('pool');
    const pool = jobs.pools.find(({ id, name }) => id === key || name === key);
    if (pool === undefined) throw invalidId('No such job pool with the given id exists');
    return success(poolDetails(pool));
  });
  return app;
}

function cronRoutes({ crons, counts }: Services): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  const path = '/job_scheduling/cron';
  app.get(path, () => success(crons.listPredefined()));
  app.post(path, async (c) => {
    counts.add('cron.create');
    return success(crons.create(await jsonBody(c)));
  });
  app.get(`${path}/:cron`, (c) => success(crons.get(c.req.param('cron'))));
  app.put(`${path}/:cron`, async (c) =>
    success(crons.update(c.req.param('cron'), await jsonBody(c))),
  );
  app.patch(`${path}/:cron`, async (c) => {
    const parsed = z.object({ cron_status: z.boolean() }).safeParse(await jsonBody(c));
    if (!parsed.success) throw invalidInput(z.prettifyError(parsed.error));
    return success(crons.setActive(c.req.param('cron'), parsed.data.cron_status));
  });
  app.post(`${path}/:cron/submit_job`, (c) => success(crons.run(c.req.param('cron'))));
  app.delete(`${path}/:cron`, (c) => success(crons.delete(c.req.param('cron'))));
  return app;
}

function platformRoutes(services: Services): Hono<ApiEnv> {
  const { outbox, project, connections, registry, functionsBase, counts } = services;
  const app = new Hono<ApiEnv>();
  app.post('/email/send', adminOnly, async (c) => {
    counts.add('mail.send');
    return success(outbox.send(await formBody(c)));
  });
  app.get('/connection-details', adminOnly, (c) => {
    const credentials = connections[c.req.query('connection-link-name') ?? ''];
    if (credentials === undefined) throw invalidId('No such connection exists');
    return success(credentials);
  });
  app.get('/project-user/current', (c) =>
    success(c.get('caller') === 'admin' ? userDetails(project) : {}),
  );
  app.on(['GET', 'POST'], '/function/:function/execute', async (c) => {
    const target = registry.find(c.req.param('function'));
    if (target === undefined) throw invalidId('No such function with the given id exists');
    const { search } = new URL(c.req.url);
    const init = c.req.method === 'POST' ? { method: 'POST', body: await c.req.text() } : {};
    const answer = await fetch(`${functionsBase()}/${target.name}/${search}`, {
      ...init,
      headers: { 'content-type': 'application/json' },
    });
    return success(await answer.text());
  });
  return app;
}

function userDetails({ owner, projectKey, timeZone }: Project) {
  return {
    ...owner,
    zuid: owner.user_id,
    org_id: projectKey,
    status: 'ACTIVE',
    is_confirmed: true,
    time_zone: timeZone,
    role_details: { role_id: '41265000000006010', role_name: 'App Administrator' },
  };
}
