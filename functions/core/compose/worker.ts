// Joins the worker function: it works off what is due and submits itself again when time is up before that.
import { drainWork } from '../steps/drain-work.ts';
import { createFlowLibrary } from '../steps/flow-library.ts';
import { type CatalystCall, createWaker } from '../store/catalyst-sdk.ts';
import { type JobContext, type JobRequest, wokenBy, workDeadline } from './job.ts';
import { createSharedPorts } from './shared-ports.ts';

export function composeWorker() {
  const { attach, ports } = createSharedPorts('live');
  const flows = createFlowLibrary(ports);
  const inWork = new Set<string>();
  return async (job: JobRequest, context: JobContext & CatalystCall): Promise<void> => {
    const app = attach(context);
    try {
      const deadline = workDeadline(ports.clock, context);
      const scope = wokenBy(job) === 'event' ? 'events' : 'all';
      const { more } = await drainWork({ ...ports, flows }, deadline, scope, inWork);
      if (more) await createWaker(app, 'more', ports.log).wake();
      context.closeWithSuccess();
    } catch (error) {
      ports.log.error('the worker stopped', { code: error instanceof Error ? error.name : '' });
      context.closeWithFailure();
    }
  };
}
