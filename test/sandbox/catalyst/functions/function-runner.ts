// All function processes of the project, with the environment and credentials that the platform gives them.
import { join } from 'node:path';
import type { SandboxClock } from '../../clock.ts';
import type { Project } from '../project.ts';
import { FunctionInstances } from './function-instances.ts';
import { FunctionProcess, type JobOutcome } from './function-process.ts';
import type { FunctionRegistry, FunctionSpec } from './registry.ts';

interface FunctionRunnerOptions {
  readonly registry: FunctionRegistry;
  readonly project: Project;
  readonly clock: SandboxClock;
  readonly dataDir: string;
  /** Variables set in the console. */
  readonly env: Readonly<Record<string, string>>;
  /** Known once the API listens. */
  readonly apiUrl: () => string;
  readonly jobLimitMs: number;
  /** Processes side by side, by function; one when absent. */
  readonly instances?: Readonly<Record<string, number>>;
}

/** One process of a function, counted from 0. */
export interface BusyInstance {
  readonly name: string;
  readonly instance: number;
}

export class FunctionRunner {
  readonly registry: FunctionRegistry;
  readonly #options: FunctionRunnerOptions;
  readonly #processes = new Map<string, FunctionInstances>();
  readonly #stopListening: () => void;

  constructor(options: FunctionRunnerOptions) {
    this.#options = options;
    this.registry = options.registry;
    this.#stopListening = options.clock.onJump((offsetMs) => {
      for (const each of this.#processes.values()) each.setClockOffset(offsetMs);
    });
  }

  /** The process that takes the next call of a function. */
  process(spec: FunctionSpec): FunctionProcess {
    let known = this.#processes.get(spec.name);
    if (known === undefined) {
      const { clock, dataDir, instances } = this.#options;
      const logDir = dataDir === ':memory:' ? undefined : join(dataDir, 'logs');
      const options = { spec, env: this.#env(), logDir, clock };
      known = new FunctionInstances(
        instances?.[spec.name] ?? 1,
        () => new FunctionProcess(options),
      );
      this.#processes.set(spec.name, known);
    }
    return known.next();
  }

  runJob(spec: FunctionSpec, job: object): Promise<JobOutcome> {
    // No user in job runtimes: user scope is refused by the SDK for the type admin.
    const headers = { ...this.credentials(), 'x-zc-user-type': 'admin' };
    return this.process(spec).run({ job, headers, limitMs: this.#options.jobLimitMs });
  }

  /** The x-zc headers: working admin credentials for every caller, also an anonymous one. */
  credentials(): Record<string, string> {
    const { project, apiUrl } = this.#options;
    return {
      'x-zc-projectid': project.projectId,
      'x-zc-project-key': project.projectKey,
      'x-zc-project-domain': apiUrl(),
      'x-zc-environment': project.environment,
      'x-zc-admin-cred-type': 'token',
      'x-zc-admin-cred-token': project.token,
      'x-zc-user-cred-type': 'token',
      'x-zc-user-cred-token': project.userToken,
      'x-zc-user-type': 'user',
    };
  }

  /** Ends one function or all; the next call loads the built files anew. */
  async restart(name?: string): Promise<void> {
    this.registry.refresh();
    const ending = [...this.#processes].filter(([each]) => name === undefined || each === name);
    for (const [each] of ending) this.#processes.delete(each);
    await Promise.all(ending.map(([, each]) => each.stop()));
  }

  kill(name: string, signal: NodeJS.Signals, instance?: number): void {
    this.#processes.get(name)?.kill(signal, instance);
  }

  /** Processes that have a request or a job in hand. */
  busy(): BusyInstance[] {
    return [...this.#processes].flatMap(([name, { all }]) =>
      all.flatMap((each, instance) => (each.inHand > 0 ? [{ name, instance }] : [])),
    );
  }

  async close(): Promise<void> {
    this.#stopListening();
    await this.restart();
  }

  #env(): Record<string, string> {
    const { apiUrl, project, env } = this.#options;
    return {
      PATH: '/usr/local/bin:/usr/bin:/bin',
      X_ZOHO_CATALYST_CONSOLE_URL: apiUrl(),
      CATALYST_PROJECT_TIMEZONE: project.timeZone,
      ...env,
    };
  }
}
