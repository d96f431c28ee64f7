// The Catalyst SDK as we use it: hardened, and always with admin scope.
import './sdk-hardening.ts';
import catalyst from 'zcatalyst-sdk-node';
import type { TARGET_TYPE } from 'zcatalyst-sdk-node/lib/job-scheduling/enum.js';
import type { Log, Waker } from '../ports/platform.ts';
import { storeFailure } from './sdk-failure.ts';

export type CatalystApp = ReturnType<typeof catalyst.initialize>;

/** What a function is called with: an HTTP request (`headers`), or a job's context (`catalystHeaders`). */
export type CatalystCall = { readonly headers: object } | { readonly catalystHeaders: object };

/** The function pool in Job Scheduling and the job function in it; the pool is made in the console. */
const WORKER_POOL = 'tallybridge';
const WORKER_FUNCTION = 'worker';
/** At most 20 letters, digits and underscores. */
const WORKER_JOB = 'tallybridge_wake';

/**
 * The project's services for one call. Hold on to the app: the SDK's own `app()` is the one of whoever called last.
 * Admin scope always, as mixed scopes mislabel calls that run side by side; it says nothing about who called, since
 * the gateway hands its credentials to everyone.
 */
export function initializeCatalyst(call: CatalystCall): CatalystApp {
  // A request's headers are a getter of its class: spreading the request would lose them.
  const source =
    'headers' in call ? { headers: call.headers } : { catalystHeaders: call.catalystHeaders };
  return catalyst.initialize(source, { scope: 'admin' });
}

/** Submits a worker job per wake-up. Never rejects: a lost wake-up is logged, and the minute timer makes up for it. */
export function createWaker(app: CatalystApp, reason: string, log: Log): Waker {
  return {
    async wake() {
      try {
        await app
          .jobScheduling()
          .job()
          .submitJob({
            job_name: WORKER_JOB,
            jobpool_name: WORKER_POOL,
            target_type: 'Function' as TARGET_TYPE.FUNCTION,
            target_name: WORKER_FUNCTION,
            params: { reason },
          });
      } catch (error) {
        log.warn('a wake-up was lost', { code: storeFailure('wake-up', error).code });
      }
    },
  };
}
