// Crons: submit jobs at planned moments of the sandbox clock.
import type { SandboxClock } from '../clock.ts';
import type { Collection } from '../document-store.ts';
import type { Alarms } from './alarms.ts';
import { type CronBody, firstDue, nextDue, parseCronBody } from './cron-body.ts';
import { CatalystError, invalidId } from './envelope.ts';
import type { FunctionRegistry } from './functions/registry.ts';
import { jobMeta } from './job-meta.ts';
import type { Jobs } from './jobs.ts';
import type { Project } from './project.ts';

export interface Cron {
  readonly id: string;
  readonly body: CronBody;
  readonly active: boolean;
  /** Epoch ms; absent when it fires no more. */
  readonly dueAt?: number;
  readonly createdAt: number;
}

interface CronsOptions {
  readonly crons: Collection<Cron>;
  readonly jobs: Jobs;
  readonly registry: FunctionRegistry;
  readonly project: Project;
  readonly clock: SandboxClock;
  readonly alarms: Alarms;
}

export class Crons {
  readonly #options: CronsOptions;

  constructor(options: CronsOptions) {
    this.#options = options;
  }

  /** After a restart: goes on as planned; what came due meanwhile fires once. */
  resume(): void {
    for (const cron of this.list()) this.#plan(cron);
  }

  list(): Cron[] {
    return this.#options.crons.list();
  }

  /** Those made in the console; dynamic ones are hidden from the list. */
  listPredefined() {
    return this.list()
      .filter(({ body }) => body.cron_execution_type === 'pre-defined')
      .map((cron) => this.details(cron));
  }

  /** A periodic cron fires at once. @throws CatalystError 400. */
  create(input: unknown) {
    const { project, clock } = this.#options;
    const body = this.#checked(input);
    return this.details(
      this.#save({
        id: String(project.nextId()),
        body,
        active: body.cron_status,
        createdAt: clock.now(),
        ...this.#due(body),
      }),
    );
  }

  /** By id or name, like all below. A periodic cron fires at once again. */
  update(key: string, input: unknown) {
    const cron = this.#find(key);
    const { dueAt: _, ...kept } = cron;
    const body = this.#checked({ ...cron.body, ...(input as object) });
    return this.details(
      this.#save({ ...kept, body, active: body.cron_status, ...this.#due(body) }),
    );
  }

  setActive(key: string, active: boolean) {
    const cron = this.#find(key);
    return this.details(this.#save({ ...cron, active }));
  }

  /** Submits the job now, also of a paused cron. */
  run(key: string) {
    return this.#submit(this.#find(key));
  }

  get(key: string) {
    return this.details(this.#find(key));
  }

  delete(key: string) {
    const cron = this.#find(key);
    this.#options.alarms.clear(cron.id);
    this.#options.crons.delete(cron.id);
    return this.details(cron);
  }

  /** A cron as the API answers it; the counters stay 0 on the live platform too. */
  details({ id, body, active }: Cron) {
    return {
      id,
      ...body,
      cron_status: active,
      success_count: 0,
      failure_count: 0,
      project_details: this.#options.project.details,
    };
  }

  #checked(input: unknown): CronBody {
    const body = parseCronBody(input);
    // Its job must be one that could be submitted now.
    jobMeta('', body.job_meta, this.#options.registry, this.#options.jobs.pools);
    return body;
  }

  #find(key: string): Cron {
    const cron =
      this.#options.crons.get(key) ?? this.list().find(({ body }) => body.cron_name === key);
    if (cron === undefined) throw invalidId('No such cron with the given id exists');
    return cron;
  }

  #due(body: CronBody): { dueAt?: number } {
    const { clock, project } = this.#options;
    const dueAt = firstDue(body, clock.now(), project.timeZone);
    return dueAt === undefined ? {} : { dueAt };
  }

  #save(cron: Cron): Cron {
    this.#options.crons.put(cron.id, cron);
    this.#plan(cron);
    return cron;
  }

  #plan({ id, active, dueAt }: Cron): void {
    if (active && dueAt !== undefined) this.#options.alarms.set(id, dueAt, () => this.#fire(id));
    else this.#options.alarms.clear(id);
  }

  #fire(id: string): void {
    const cron = this.#options.crons.get(id);
    if (cron === undefined) return;
    const { clock, project } = this.#options;
    try {
      this.#submit(cron);
    } catch (error) {
      // Its function or pool is no more: the platform skips the turn as well.
      if (!(error instanceof CatalystError)) throw error;
    }
    const { dueAt: _, ...kept } = cron;
    const dueAt = nextDue(cron.body, clock.now(), project.timeZone);
    this.#save(dueAt === undefined ? { ...kept, active: false } : { ...kept, dueAt });
  }

  #submit({ body }: Cron) {
    return this.#options.jobs.submit({ ...body.job_meta, source_type: 'Cron' });
  }
}
