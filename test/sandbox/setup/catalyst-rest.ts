// The few calls to Catalyst's REST API that setting up a project needs: the timer's cron, a job now.

export interface CatalystAccess {
  readonly url: string;
  readonly projectId: string;
  readonly projectKey: string;
  readonly token: string;
}

const JOB_POOL = 'tallybridge';
const TIMER_CRON = 'tallybridge_timer';

async function call(access: CatalystAccess, method: string, path: string, body?: object) {
  const answer = await fetch(`${access.url}/baas/v1/project/${access.projectId}${path}`, {
    method,
    headers: {
      authorization: `Zoho-oauthtoken ${access.token}`,
      PROJECT_ID: access.projectKey,
      'X-Catalyst-Environment': 'Production',
      Environment: 'Production',
      'X-CATALYST-USER': 'admin',
      'content-type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`Catalyst refused ${method} ${path}: ${text}`);
  return JSON.parse(text) as { data: unknown };
}

function jobOf(name: string, target: string, reason: string): object {
  return {
    job_name: name,
    target_type: 'Function',
    target_name: target,
    jobpool_name: JOB_POOL,
    params: { reason },
  };
}

/** Runs the timer function each minute, from the next full minute on. */
export async function scheduleTimer(access: CatalystAccess): Promise<void> {
  await call(access, 'POST', '/job_scheduling/cron', {
    cron_name: TIMER_CRON,
    description: 'Wakes what is due and looks for what no webhook announced',
    cron_type: 'CronExpression',
    cron_expression: '* * * * *',
    cron_status: true,
    cron_execution_type: 'pre-defined',
    cron_detail: {},
    job_meta: { ...jobOf('tallybridge_timer', 'timer', 'each minute'), source_type: 'Cron' },
  });
}

/** Runs a job function once, now. */
export async function runJob(
  access: CatalystAccess,
  target: string,
  reason: string,
): Promise<void> {
  await call(access, 'POST', '/job_scheduling/job', {
    ...jobOf(`sandbox_${target}`, target, reason),
    source_type: 'API',
  });
}

/** Moves an installation's beginning back: what is older than it is never booked. */
export async function installedSince(
  access: CatalystAccess,
  installation: string,
  atMs: number,
): Promise<void> {
  const where = `installation_key = '${installation}'`;
  const query = `UPDATE Installations SET created_at = ${atMs} WHERE ${where}`;
  await call(access, 'POST', '/query', { query });
}
