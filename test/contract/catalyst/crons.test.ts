// Crons through the genuine SDK, on the clock of the sandbox.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { job, worker } from './job-function.ts';
import { type App, adminApp, refusal, type Sandbox, startSandbox, until } from './sandbox.ts';

let sandbox: Sandbox;
let app: App;

beforeAll(async () => {
  sandbox = await startSandbox({
    functions: {
      worker: { type: 'job', code: worker },
      api: { type: 'advancedio', code: 'module.exports = (req, res) => res.end();' },
    },
  });
  app = adminApp(sandbox.catalyst);
});
afterAll(() => sandbox.close());

// The SDK's types ask for its enum; live callers pass the strings.
function createCron(cron: object) {
  const crons = app.jobScheduling().cron();
  return crons.createCron(cron as Parameters<typeof crons.createCron>[0]);
}

describe('crons', () => {
  const minutely = () => ({
    cron_name: 'each_minute',
    cron_status: true,
    cron_type: 'Periodic',
    cron_detail: { hour: 0, minute: 1, second: 0, repetition_type: 'every' },
    job_meta: job({ how: 'well', from: 'cron' }),
  });

  function fired() {
    const { jobs } = sandbox.catalyst;
    return jobs.list().filter(({ meta }) => meta.sourceType === 'Cron');
  }

  it('fires a periodic cron at once, each period, and once after a long jump', async () => {
    const before = fired().length;
    const cron = await createCron(minutely());
    expect(cron).toMatchObject({ cron_execution_type: 'dynamic', success_count: 0 });
    await until(() => fired().length === before + 1);
    sandbox.clock.advance(60_000);
    await until(() => fired().length === before + 2);
    sandbox.clock.advance(86_400_000);
    await until(() => fired().length === before + 3);
    await app.jobScheduling().cron().pauseCron(cron.id);
    sandbox.clock.advance(120_000);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(fired()).toHaveLength(before + 3);
    expect(await app.jobScheduling().cron().getAllCron()).toEqual([]);
    await app.jobScheduling().cron().deleteCron(cron.id);
  });

  it('runs a paused cron on demand and finds it by name', async () => {
    const cron = await createCron({ ...minutely(), cron_name: 'paused', cron_status: false });
    const crons = app.jobScheduling().cron();
    expect(await crons.runCron(cron.id)).toMatchObject({ job_status: 'PENDING' });
    expect(await crons.getCron('paused')).toMatchObject({ id: cron.id, cron_status: false });
    expect(await crons.deleteCron(cron.id)).toMatchObject({ id: cron.id });
    expect(await refusal(crons.getCron(cron.id))).toMatchObject({ statusCode: 404 });
  });

  it('takes the time of a one-time cron as seconds, so that milliseconds never come', async () => {
    const once = (time: number, name: string) =>
      createCron({
        ...minutely(),
        cron_name: name,
        cron_type: 'OneTime',
        cron_detail: { time_of_execution: String(time) },
      });
    const inAnHour = sandbox.clock.now() + 3_600_000;
    const right = await once(Math.floor(inAnHour / 1000), 'right');
    const wrong = await once(inAnHour, 'wrong');
    const before = fired().length;
    sandbox.clock.advance(3_601_000);
    await until(() => fired().length === before + 1);
    expect(await app.jobScheduling().cron().getCron(right.id)).toMatchObject({
      cron_status: false,
    });
    sandbox.clock.advance(365 * 86_400_000);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(fired()).toHaveLength(before + 1);
    await app.jobScheduling().cron().deleteCron(wrong.id);
  });

  it('keeps to the wall clock of the zone for calendars and cron expressions', async () => {
    const due = (id: string) =>
      sandbox.catalyst.crons.list().find((each) => each.id === id)?.dueAt ?? 0;
    const daily = await createCron({
      ...minutely(),
      cron_type: 'Calendar',
      cron_detail: {
        hour: 9,
        minute: 30,
        second: 0,
        repetition_type: 'daily',
        timezone: 'Asia/Kolkata',
      },
    });
    expect(new Date(due(daily.id)).toISOString()).toMatch(/T04:00:00\.000Z$/);
    const quarter = await createCron({
      ...minutely(),
      cron_type: 'CronExpression',
      cron_expression: '*/15 * * * *',
      cron_detail: {},
    });
    expect(due(quarter.id) % 900_000).toBe(0);
    expect(due(quarter.id)).toBeGreaterThan(sandbox.clock.now());
    for (const { id } of [daily, quarter]) await app.jobScheduling().cron().deleteCron(id);
  });

  it.each([
    ['the misspelt type of the SDK', { cron_type: 'Calender' }],
    [
      'an expression in the wrong place',
      { cron_type: 'CronExpression', cron_detail: { cron_expression: '* * * * *' } },
    ],
    ['an expression that is none', { cron_type: 'CronExpression', cron_expression: '61 * * * *' }],
    ['a job that could not be submitted', { job_meta: job({}, { target_name: 'api' }) }],
  ])('refuses %s', async (_, over) => {
    expect(await refusal(createCron({ ...minutely(), ...over }))).toMatchObject({
      statusCode: 400,
    });
  });

  it('goes on after a restart', async () => {
    await createCron({ ...minutely(), cron_name: 'lasting' });
    await until(() => fired().every(({ endedAt }) => endedAt !== undefined));
    sandbox = await sandbox.restart();
    app = adminApp(sandbox.catalyst);
    const before = fired().length;
    sandbox.clock.advance(60_000);
    await until(() => fired().length === before + 1);
    await app.jobScheduling().cron().deleteCron('lasting');
  });
});
