// What a job is made of, as submitted by the SDK or by a cron, and the rules it must keep.
import { z } from 'zod';
import { invalidInput } from './envelope.ts';
import type { FunctionRegistry, FunctionSpec } from './functions/registry.ts';

/** A function pool; its memory is the ceiling for the functions that run in it. */
export interface JobPool {
  readonly id: string;
  readonly name: string;
  readonly memoryMb: number;
}

/** A job's lasting part: shared by the job and its retries. */
export interface JobMeta {
  readonly id: string;
  readonly jobName: string;
  readonly functionName: string;
  readonly functionId: string;
  readonly memoryMb: number;
  readonly pool: JobPool;
  readonly params: Readonly<Record<string, string>>;
  readonly retries: number;
  readonly retryIntervalMs: number;
  readonly sourceType: string;
}

const body = z.object({
  job_name: z
    .string()
    .min(1, 'job_name should be within 1-20 char length')
    .max(20, 'job_name should be within 1-20 char length')
    .regex(/^[A-Za-z0-9_]*$/, 'job_name must contain only alphanumeric and underscore'),
  target_type: z.literal('Function', 'The sandbox has Function job pools only'),
  target_id: z.string().optional(),
  target_name: z.string().optional(),
  jobpool_id: z.string().optional(),
  jobpool_name: z.string().optional(),
  params: z.record(z.string(), z.string('params must be strings')).default({}),
  job_config: z
    .object({
      number_of_retries: z.coerce.number().int().min(0).max(10).default(0),
      retry_interval: z.coerce
        .number()
        .int()
        .min(60, 'retry interval should be within 60s (1 minute) to 86400s (24 hours)')
        .max(86_400, 'retry interval should be within 60s (1 minute) to 86400s (24 hours)')
        .default(60),
    })
    .default({ number_of_retries: 0, retry_interval: 60 }),
  source_type: z.string().default('API'),
});

export type JobBody = z.infer<typeof body>;

/** @throws CatalystError 400 that names what is wrong. */
export function parseJobBody(input: unknown): JobBody {
  const parsed = body.safeParse(input);
  if (!parsed.success) throw invalidInput(z.prettifyError(parsed.error));
  return parsed.data;
}

/** Resolves pool and function. @throws CatalystError 400 when one is missing or does not fit. */
export function jobMeta(
  id: string,
  job: JobBody,
  registry: FunctionRegistry,
  pools: readonly JobPool[],
): JobMeta {
  const pool = pools.find(({ id, name }) => id === job.jobpool_id || name === job.jobpool_name);
  if (pool === undefined) throw invalidInput('No such job pool exists: jobpool_id or jobpool_name');
  const target = targetOf(job, registry);
  if (target.memoryMb > pool.memoryMb) {
    throw invalidInput('The job function has more memory than its job pool');
  }
  return {
    id,
    jobName: job.job_name,
    functionName: target.name,
    functionId: target.id,
    memoryMb: target.memoryMb,
    pool,
    params: job.params,
    retries: job.job_config.number_of_retries,
    retryIntervalMs: job.job_config.retry_interval * 1000,
    sourceType: job.source_type,
  };
}

function targetOf(job: JobBody, registry: FunctionRegistry): FunctionSpec {
  const target = registry.find(job.target_id ?? job.target_name ?? '');
  if (target === undefined) throw invalidInput('No such function exists: target_id or target_name');
  if (target.type !== 'job') throw invalidInput('The given function is not a job function.');
  return target;
}
