// Jobs through the genuine SDK, run by job functions.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { job, worker } from './job-function.ts';
import { type App, adminApp, refusal, type Sandbox, startSandbox, until } from './sandbox.ts';

let sandbox: Sandbox;
let app: App;

beforeAll(async () => {
  sandbox = await startSandbox({
    functions: {
      worker: { type: 'job', code: worker },
      huge: { type: 'job', code: worker, memory: 2048 },
      api: { type: 'advancedio', code: 'module.exports = (req, res) => res.end();' },
    },
    limits: { jobMs: 900_000 },
    maxConcurrentJobs: 2,
  });
  app = adminApp(sandbox.catalyst);
});
afterAll(() => sandbox.close());

// The SDK's types ask for its enum; live callers pass the strings.
function submit(meta: object) {
  const jobs = app.jobScheduling().job();
  return jobs.submitJob(meta as Parameters<typeof jobs.submitJob>[0]);
}

function finished(id: string) {
  return until(() =>
    sandbox.catalyst.jobs
      .list()
      .find((each) => each.id === id && (each.status === 'SUCCESS' || each.status === 'FAILURE')),
  );
}

describe('jobs', () => {
  it('runs a job at once with string params and tells the function what it runs in', async () => {
    const submitted = await submit(job({ how: 'well', order: '42' }));
    expect(submitted).toMatchObject({ job_status: 'PENDING', parent_job_id: null });
    await finished(submitted.job_id);
    const done = await app.jobScheduling().job().getJob(submitted.job_id);
    expect(done).toMatchObject({
      job_status: 'SUCCESS',
      response_code: 'Success',
      capacity: { memory: '256' },
      job_meta_details: {
        job_name: 'run_worker',
        params: { how: 'well', order: '42' },
        target_details: { target_name: 'worker' },
      },
    });
    const [row] = await app
      .zcql()
      .executeZCQLQuery(`SELECT target FROM Links WHERE link_key = '${submitted.job_id}'`);
    expect(JSON.parse(row?.Links?.target)).toMatchObject({
      params: { how: 'well', order: '42' },
      one: 'well',
      name: 'run_worker',
      capacity: { memory: '256' },
      pool: 'tallybridge',
      max: '900000',
      left: 'number',
    });
  });

  it.each([
    ['fail', 'Failure'],
    ['throw', 'Code_Exception'],
    ['exit', 'Unintentional_Termination'],
  ])('records a job that ends by %s as failed', async (how, responseCode) => {
    const { job_id } = await submit(job({ how }));
    expect(await finished(job_id)).toMatchObject({ status: 'FAILURE', responseCode });
  });

  it('retries a failed job as new records after the interval, linked to the first', async () => {
    const config = { number_of_retries: 2, retry_interval: 60 };
    const { job_id } = await submit(job({ how: 'throw' }, { job_config: config }));
    await finished(job_id);
    const retries = () =>
      sandbox.catalyst.jobs.list().filter(({ parentId }) => parentId === job_id);
    expect(retries()).toMatchObject([{ status: 'PENDING' }]);
    sandbox.clock.advance(60_000);
    await until(() => retries().length === 2);
    sandbox.clock.advance(60_000);
    await until(() => retries().every(({ status }) => status === 'FAILURE'));
    expect(retries()).toHaveLength(2);
    expect(await app.jobScheduling().job().getJob(job_id)).toMatchObject({
      job_status: 'FAILURE',
      retried_count: 0,
    });
  });

  it('runs many jobs, no more at once than there are places', async () => {
    const submitted = await Promise.all(
      Array.from({ length: 6 }, (_, index) => submit(job({ how: 'well', index: String(index) }))),
    );
    const running = sandbox.catalyst.jobs.list().filter(({ status }) => status === 'RUNNING');
    expect(running.length).toBeLessThanOrEqual(2);
    for (const { job_id } of submitted) {
      expect(await finished(job_id)).toMatchObject({ status: 'SUCCESS' });
    }
  });

  it('ends a job at its time limit', async () => {
    const hasty = await startSandbox({
      functions: { worker: { type: 'job', code: worker } },
      limits: { jobMs: 500 },
    });
    try {
      app = adminApp(hasty.catalyst);
      await submit(job({ how: 'forget' }));
      const ended = await until(() => hasty.catalyst.jobs.list().find(({ endedAt }) => endedAt));
      expect(ended).toMatchObject({ status: 'FAILURE', responseCode: 'Timeout' });
    } finally {
      await hasty.close();
      app = adminApp(sandbox.catalyst);
    }
  });

  it.each([
    ['a long name', { job_name: 'x'.repeat(21) }, '1-20 char'],
    ['a name with a hyphen', { job_name: 'run-worker' }, 'alphanumeric'],
    ['params that are no strings', { params: { order: 42 } }, 'strings'],
    [
      'a retry interval in milliseconds',
      { job_config: { number_of_retries: 1, retry_interval: 90_000 } },
      '86400s',
    ],
    ['an unknown pool', { jobpool_name: 'none' }, 'job pool'],
    ['an unknown function', { target_name: 'none' }, 'function'],
    ['an HTTP function', { target_name: 'api' }, 'not a job function'],
    ['a function larger than the pool', { target_name: 'huge' }, 'memory'],
  ])('refuses %s', async (_, over, message) => {
    const error = await refusal(submit(job({}, over)));
    expect(error).toMatchObject({ statusCode: 400, code: 'INVALID_INPUT' });
    expect(error.message).toContain(message);
  });

  it('lists pools and forgets deleted jobs', async () => {
    const [pool] = await app.jobScheduling().getAllJobpool();
    expect(pool).toMatchObject({ name: 'tallybridge', type: 'Function' });
    expect(await app.jobScheduling().getJobpool(pool?.id ?? '')).toEqual(pool);
    const { job_id } = await submit(job({ how: 'well' }));
    await finished(job_id);
    await app.jobScheduling().job().deleteJob(job_id);
    expect(await refusal(app.jobScheduling().job().getJob(job_id))).toMatchObject({
      statusCode: 404,
    });
  });
});
