// The worker function: works off events, runs and unknown outcomes.
import { composeWorker } from '../core/compose/worker.ts';

export default composeWorker();
