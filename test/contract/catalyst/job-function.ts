// A job function for the tests, and the job that runs it.
import { sdkPath } from './sandbox.ts';

/** Writes what it was given into a row, then ends as its params say. */
export const worker = `
const catalyst = require(${JSON.stringify(sdkPath)});
module.exports = async (jobRequest, context) => {
  const params = jobRequest.getAllJobParams();
  if (params.how === 'exit') process.exit(1);
  if (params.how === 'throw') throw new Error('no good');
  if (params.how === 'forget') return;
  const seen = {
    params,
    one: jobRequest.getJobParam('how'),
    name: jobRequest.getJobMetaDetails().job_name,
    id: jobRequest.getJobDetails().job_id,
    capacity: jobRequest.getJobCapacityAttributes(),
    pool: jobRequest.getJobpoolDetails().name,
    max: context.getMaxExecutionTimeMs(),
    left: typeof context.getRemainingExecutionTimeMs(),
    now: Date.now(),
  };
  const target = JSON.stringify(seen);
  await catalyst.initialize(context, { scope: 'admin' }).datastore().table('Links')
    .insertRow({ link_key: seen.id, installation: 'one', kind: 'job', target });
  catalyst.initialize(jobRequest, { scope: 'admin' });
  if (params.how === 'fail') context.closeWithFailure();
  else context.closeWithSuccess();
};`;

/** A job that fits the default pool. */
export function job(params: Record<string, string> = {}, over: object = {}) {
  return {
    job_name: 'run_worker',
    target_type: 'Function',
    target_name: 'worker',
    jobpool_name: 'tallybridge',
    params,
    ...over,
  };
}
