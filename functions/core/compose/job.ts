// What Catalyst hands to a job function, and how long it may work.
import type { Clock } from '../ports/platform.ts';

/** Context of a job function; live, the longest time comes as a string. */
export interface JobContext {
  getRemainingExecutionTimeMs(): number;
  closeWithSuccess(): void;
  closeWithFailure(): void;
}

/** What a job was submitted with. */
export interface JobRequest {
  getJobParam?(name: string): unknown;
}

/** Why the worker was woken: a waker's reason, or undefined for a job that somebody else submitted. */
export function wokenBy(job: JobRequest): unknown {
  return job.getJobParam?.('reason');
}

const WORK_MAX_MS = 10 * 60_000;
/** Left over for the last row and for submitting the next job. */
const MARGIN_MS = 90_000;

/** Epoch ms at which a job stops taking up new rows. */
export function workDeadline(clock: Clock, context: JobContext): number {
  const remaining = Number(context.getRemainingExecutionTimeMs());
  const usable = Number.isFinite(remaining) ? remaining - MARGIN_MS : WORK_MAX_MS;
  return clock.now() + Math.max(0, Math.min(WORK_MAX_MS, usable));
}
