// Jobs: run at once when a place is free, kept as records, retried as new ones.
import type { SandboxClock } from '../clock.ts';
import type { Collection } from '../document-store.ts';
import type { Alarms } from './alarms.ts';
import { invalidId } from './envelope.ts';
import type { JobOutcome } from './functions/function-process.ts';
import type { FunctionRunner } from './functions/function-runner.ts';
import { type JobBody, type JobMeta, type JobPool, jobMeta } from './job-meta.ts';
import type { Project } from './project.ts';
import { rowTimestamp } from './zoned-time.ts';

/** Finished records beyond these are forgotten, oldest first. */
const KEPT_RECORDS = 500;

export interface Job {
  readonly id: string;
  readonly meta: JobMeta;
  readonly status: 'PENDING' | 'RUNNING' | 'SUCCESS' | 'FAILURE';
  /** Epoch ms of the sandbox clock, like all times here. */
  readonly submittedAt: number;
  readonly dueAt: number;
  readonly startedAt?: number;
  readonly endedAt?: number;
  readonly responseCode?: string;
  /** The first job of a chain of retries. */
  readonly parentId?: string;
  readonly retriesLeft: number;
}

interface JobsOptions {
  readonly jobs: Collection<Job>;
  readonly pools: readonly JobPool[];
  readonly runner: FunctionRunner;
  readonly project: Project;
  readonly clock: SandboxClock;
  readonly alarms: Alarms;
  readonly maxConcurrent: number;
}

export class Jobs {
  readonly pools: readonly JobPool[];
  readonly #options: JobsOptions;
  #closed = false;

  constructor(options: JobsOptions) {
    this.#options = options;
    this.pools = options.pools;
  }

  /** After a restart: what ran has failed, what waits is run. */
  resume(): void {
    for (const job of this.list()) {
      if (job.status === 'RUNNING') {
        this.#finish(job, { status: 'FAILURE', responseCode: 'Unintentional_Termination' });
      } else if (job.status === 'PENDING') this.#await(job);
    }
  }

  list(): Job[] {
    return this.#options.jobs.list();
  }

  /** The record as submitted; it starts right after. @throws CatalystError 400. */
  submit(body: JobBody) {
    const { project, runner, clock } = this.#options;
    const meta = jobMeta(String(project.nextId()), body, runner.registry, this.pools);
    const now = clock.now();
    return this.details(
      this.#add({ meta, submittedAt: now, dueAt: now, retriesLeft: meta.retries }),
    );
  }

  /** @throws CatalystError 404. */
  get(id: string) {
    return this.details(this.#find(id));
  }

  /** Forgets the record of a job. @throws CatalystError 404. */
  delete(id: string) {
    const job = this.#find(id);
    this.#options.alarms.clear(id);
    this.#options.jobs.delete(id);
    return this.details(job);
  }

  /** No job starts from here on. */
  close(): void {
    this.#closed = true;
  }

  /** A job as the API answers it; params are echoed in clear. */
  details(job: Job) {
    const { project } = this.#options;
    const { meta, startedAt, endedAt } = job;
    const time = (epochMs: number | undefined) =>
      epochMs === undefined
        ? null
        : { timeWithGivenTimezone: rowTimestamp(epochMs, project.timeZone) };
    return {
      job_id: job.id,
      job_status: job.status,
      capacity: { memory: String(meta.memoryMb) },
      job_meta_details: metaDetails(meta),
      response_code: job.responseCode ?? null,
      submitted_on: time(job.submittedAt),
      start_time: time(startedAt),
      end_time: time(endedAt),
      execution_time: startedAt && endedAt ? String(endedAt - startedAt) : null,
      dispatch_delay: startedAt ? String(startedAt - job.dueAt) : null,
      parent_job_id: job.parentId ?? null,
      retried_count: 0,
      project_details: project.details,
    };
  }

  #find(id: string): Job {
    const job = this.#options.jobs.get(id);
    if (job === undefined) throw invalidId('No such job with the given id exists');
    return job;
  }

  #add(job: Omit<Job, 'id' | 'status'>): Job {
    const { jobs, project } = this.#options;
    const id = String(project.nextId());
    const added = jobs.put(id, { ...job, id, status: 'PENDING' });
    this.#await(added);
    return added;
  }

  #await(job: Job): void {
    this.#options.alarms.set(job.id, job.dueAt, () => this.#startWaiting());
  }

  #startWaiting(): void {
    const now = this.#options.clock.now();
    const jobs = this.list();
    let running = jobs.filter(({ status }) => status === 'RUNNING').length;
    for (const job of jobs) {
      if (this.#closed || running >= this.#options.maxConcurrent) return;
      if (job.status !== 'PENDING' || job.dueAt > now) continue;
      running += 1;
      void this.#run(job);
    }
  }

  async #run(job: Job): Promise<void> {
    const { jobs, clock, runner } = this.#options;
    const running = jobs.put(job.id, { ...job, status: 'RUNNING', startedAt: clock.now() });
    const target = runner.registry.find(job.meta.functionName);
    const outcome: JobOutcome =
      target === undefined
        ? { status: 'FAILURE', responseCode: 'Not_Found' }
        : await runner.runJob(target, this.details(running));
    if (this.#closed) return;
    this.#finish(running, outcome);
    this.#startWaiting();
  }

  #finish(job: Job, { status, responseCode }: JobOutcome): void {
    const { jobs, clock } = this.#options;
    const endedAt = clock.now();
    if (jobs.get(job.id) !== undefined) jobs.put(job.id, { ...job, status, responseCode, endedAt });
    if (status === 'FAILURE' && job.retriesLeft > 0) {
      this.#add({
        meta: job.meta,
        submittedAt: endedAt,
        dueAt: endedAt + job.meta.retryIntervalMs,
        parentId: job.parentId ?? job.id,
        retriesLeft: job.retriesLeft - 1,
      });
    }
    this.#forgetOld();
  }

  #forgetOld(): void {
    const finished = this.list().filter(({ endedAt }) => endedAt !== undefined);
    for (const { id } of finished.slice(0, -KEPT_RECORDS)) this.#options.jobs.delete(id);
  }
}

function metaDetails(meta: JobMeta) {
  return {
    id: meta.id,
    job_name: meta.jobName,
    target_type: 'Function',
    target_details: { id: meta.functionId, target_name: meta.functionName, details: {} },
    source_type: meta.sourceType,
    jobpool_id: meta.pool.id,
    jobpool_details: poolDetails(meta.pool),
    params: meta.params,
    job_config: {
      number_of_retries: meta.retries,
      retry_interval: meta.retryIntervalMs / 1000,
    },
  };
}

/** A pool as the API answers it. */
export function poolDetails({ id, name, memoryMb }: JobPool) {
  return { id, name, type: 'Function', capacity: { memory: memoryMb } };
}
