// The process of one function: started at its first call, started again after it has died.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SandboxClock } from '../../clock.ts';
import type { FunctionSpec } from './registry.ts';

const hostFile = fileURLToPath(new URL('function-host.mjs', import.meta.url));
const clockShim = new URL('clock-shim.mjs', import.meta.url).href;

export interface JobOutcome {
  readonly status: 'SUCCESS' | 'FAILURE';
  readonly responseCode: string;
}

/** What a job function is given. */
interface JobRun {
  /** The job's details as `getJob` answers them. */
  readonly job: object;
  /** Credentials, as the gateway gives them to HTTP functions. */
  readonly headers: Readonly<Record<string, string>>;
  readonly limitMs: number;
}

type FromHost =
  | { readonly kind: 'ready'; readonly port: number }
  | { readonly kind: 'clock-set' }
  | ({ readonly kind: 'job-closed'; readonly runId: number } & JobOutcome);

interface FunctionProcessOptions {
  readonly spec: FunctionSpec;
  /** The whole environment of the process; nothing of ours is inherited. */
  readonly env: Readonly<Record<string, string>>;
  /** Folder of `<function>.log`; none keeps no log. */
  readonly logDir: string | undefined;
  readonly clock: SandboxClock;
}

interface Running {
  readonly child: ChildProcess;
  readonly port: Promise<number>;
  /** Resolves when the clock of the process is that of the sandbox. */
  clockSet: Promise<unknown>;
}

export class FunctionProcess {
  readonly #options: FunctionProcessOptions;
  readonly #jobs = new Map<number, (outcome: JobOutcome) => void>();
  #running: Running | undefined;
  #runs = 0;
  #requests = 0;

  constructor(options: FunctionProcessOptions) {
    this.#options = options;
  }

  /** Requests and jobs that it works on. */
  get inHand(): number {
    return this.#requests + this.#jobs.size;
  }

  /** Counts a request for as long as it takes. */
  serving<T>(request: Promise<T>): Promise<T> {
    this.#requests += 1;
    return request.finally(() => {
      this.#requests -= 1;
    });
  }

  /** The port of the running function, whose clock is right. Rejects when it cannot be loaded. */
  async port(): Promise<number> {
    this.#running ??= this.#start();
    const { port, clockSet } = this.#running;
    await clockSet;
    return port;
  }

  /** Runs a job to its end: closed by the function, failed, died, or out of time (then the process is killed). */
  async run({ job, headers, limitMs }: JobRun): Promise<JobOutcome> {
    this.#runs += 1;
    const runId = this.#runs;
    const outcome = new Promise<JobOutcome>((resolve) => this.#jobs.set(runId, resolve));
    const timer = setTimeout(() => {
      this.#close(runId, { status: 'FAILURE', responseCode: 'Timeout' });
      this.kill('SIGKILL');
    }, limitMs);
    await this.port().catch(() => {});
    this.#running?.child.send({ kind: 'run-job', runId, job, headers, limitMs });
    return outcome.finally(() => clearTimeout(timer));
  }

  setClockOffset(offsetMs: number): void {
    const running = this.#running;
    if (running === undefined) return;
    const { child } = running;
    const set = new Promise((resolve) => {
      const heard = (message: FromHost) => {
        if (message.kind !== 'clock-set') return;
        child.off('message', heard);
        resolve(undefined);
      };
      child.on('message', heard);
      child.once('exit', resolve);
    });
    running.clockSet = Promise.all([running.clockSet, set]);
    child.send({ kind: 'clock', offsetMs });
  }

  /** Ends the process as a fault would; the next call starts another, at once after a SIGKILL. */
  kill(signal: NodeJS.Signals): void {
    const child = this.#running?.child;
    child?.kill(signal);
    if (child !== undefined && signal === 'SIGKILL') this.#died(child);
  }

  /** Resolves when the present process is gone. */
  async exited(): Promise<void> {
    const child = this.#running?.child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise((resolve) => child.once('exit', resolve));
  }

  /** Ends the process and waits until it is gone. */
  async stop(): Promise<void> {
    const exited = this.exited();
    this.kill('SIGKILL');
    await exited;
  }

  #start(): Running {
    const { spec, env, clock } = this.#options;
    const log = this.#openLog();
    const settings = { main: spec.main, type: spec.type, offsetMs: clock.offsetMs };
    const child = spawn(
      process.execPath,
      ['--import', clockShim, hostFile, JSON.stringify(settings)],
      { env, stdio: ['ignore', log ?? 'ignore', log ?? 'ignore', 'ipc'] },
    );
    if (log !== undefined) closeSync(log);
    // Each request under way may wait for its end.
    child.setMaxListeners(0);
    const port = new Promise<number>((resolve, reject) => {
      child.on('message', (message: FromHost) => {
        if (message.kind === 'ready') resolve(message.port);
        if (message.kind === 'job-closed') this.#close(message.runId, message);
      });
      child.on('error', reject);
      child.on('exit', () => reject(new Error(`the function ${spec.name} ended`)));
    });
    child.on('exit', () => this.#died(child));
    // A death is told to those who wait for the port; when nobody does, it is no error.
    port.catch(() => {});
    return { child, port, clockSet: Promise.resolve() };
  }

  #openLog(): number | undefined {
    const { logDir, spec } = this.#options;
    if (logDir === undefined) return undefined;
    mkdirSync(logDir, { recursive: true });
    return openSync(join(logDir, `${spec.name}.log`), 'a');
  }

  #died(child: ChildProcess): void {
    if (this.#running?.child !== child) return;
    this.#running = undefined;
    for (const runId of [...this.#jobs.keys()]) {
      this.#close(runId, { status: 'FAILURE', responseCode: 'Unintentional_Termination' });
    }
  }

  #close(runId: number, { status, responseCode }: JobOutcome): void {
    this.#jobs.get(runId)?.({ status, responseCode });
    this.#jobs.delete(runId);
  }
}
