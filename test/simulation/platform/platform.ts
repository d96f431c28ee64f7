// The platform that runs the functions: instances come and go, jobs are started, lost or doubled, calls are cut off.
import type { Log, Waker } from '../../../functions/core/ports/platform.ts';
import type { Store } from '../../../functions/core/ports/store.ts';
import type { Outside } from '../outside/outside.ts';
import { type PlantedBug, plantInStore, plantInTransport } from '../planted-bugs.ts';
import { type Answer, type Entries, entriesOf, type Posted } from './entries.ts';
import { FunctionInstance, type FunctionName, never } from './function-instance.ts';
import { networkOverWire } from './network-wire.ts';
import { storeOverWire, type WireParts } from './store-wire.ts';

/** What the platform allows a call (Catalyst: 30 s for a request, 15 min for a job). */
const REQUEST_MAX_MS = 30_000;
const JOB_MAX_MS = 15 * 60_000;
const SECOND_MS = 1_000;
/** Instances of one function, and jobs of the worker's pool, at the same time. */
const INSTANCES_MAX = 3;
const JOBS_MAX = 3;

export interface PlatformOptions extends WireParts {
  readonly store: Store;
  readonly outside: Outside;
  readonly seed: number;
  readonly planted: PlantedBug | undefined;
  /** Told of faults of our own: what no fault from outside excuses. */
  readonly violation: (what: string) => void;
}

interface Running {
  readonly instance: FunctionInstance;
  readonly entries: Entries;
}

export class Platform {
  readonly #options: PlatformOptions;
  readonly #pools: Record<FunctionName, Running[]> = { api: [], hooks: [], worker: [], timer: [] };
  /** Intents that were sent, for a planted bug. */
  readonly #sent = new Set<string>();
  #started = 0;
  #jobs = 0;

  constructor(options: PlatformOptions) {
    this.#options = options;
  }

  /** A request from outside; undefined when the connection was cut or the time was up. */
  async request(name: 'api' | 'hooks', posted: Posted): Promise<Answer | undefined> {
    const { instance, entries } = this.#take(name, 'shared');
    const answer = await this.#within(instance, REQUEST_MAX_MS, () => entries[name](posted));
    const said = answer === undefined ? 'nothing' : `${answer.status}`;
    this.#options.trace?.(`${instance.name} ${posted.path} answers ${said}`);
    return answer;
  }

  /** The minute timer. */
  async runTimer(): Promise<void> {
    await this.#runJob('timer');
  }

  #submitWorker(): void {
    const { scheduler, fate } = this.#options;
    const usualMs = fate.between(50, 3_000);
    // Jobs that were handed in within a second often start together.
    const untilNextSecondMs = SECOND_MS - (scheduler.nowMs % SECOND_MS);
    const delayMs = fate.chance(0.6) ? untilNextSecondMs : usualMs;
    scheduler.after(delayMs, () => void this.#startWorker());
  }

  async #startWorker(): Promise<void> {
    if (this.#jobs >= JOBS_MAX) return this.#submitWorker();
    this.#jobs += 1;
    await this.#runJob('worker');
    this.#jobs -= 1;
  }

  async #runJob(name: 'worker' | 'timer'): Promise<void> {
    const { instance, entries } = this.#take(name, 'for itself');
    await this.#within(instance, JOB_MAX_MS, () =>
      entries[name]().catch((error: unknown) => this.#judge(instance, error)),
    );
  }

  /** Only the store may stop a job. */
  #judge(instance: FunctionInstance, error: unknown): void {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    this.#options.trace?.(`${instance.name} stopped: ${name} ${message}`);
    if (name !== 'StoreFailure') this.#options.violation(`${instance.name}: ${name} ${message}`);
  }

  /** Does the work in the time allowed; an instance that takes longer is ended. */
  async #within<R>(
    instance: FunctionInstance,
    maxMs: number,
    work: () => Promise<R>,
  ): Promise<R | undefined> {
    let isOver = false;
    this.#options.scheduler.after(maxMs, () => {
      if (!isOver) instance.crash();
    });
    const result = await instance.run(work);
    isOver = true;
    return result === 'crashed' ? undefined : result;
  }

  /** A warm instance mostly, now and then a new one. */
  #take(name: FunctionName, use: 'shared' | 'for itself'): Running {
    const { fate } = this.#options;
    const alive = this.#pools[name].filter(({ instance }) => instance.isAlive);
    this.#pools[name] = alive;
    const free = use === 'shared' ? alive : alive.filter(({ instance }) => !instance.isBusy);
    const warm = free[Math.floor(fate.between(0, free.length))];
    const isFull = alive.length >= INSTANCES_MAX;
    if (warm !== undefined && (isFull || !fate.chance(0.2))) return warm;
    const started = this.#start(name);
    alive.push(started);
    return started;
  }

  #start(name: FunctionName): Running {
    const { scheduler, fate, seed, planted, store, outside } = this.#options;
    this.#started += 1;
    const title = `${name}#${this.#started}`;
    const instance = new FunctionInstance(title, scheduler, seed, fate.skewMs());
    const network = networkOverWire(this.#options, instance, outside);
    const entries = entriesOf({
      instance,
      scheduler,
      store: plantInStore(planted, storeOverWire(this.#options, instance, store)),
      transport: plantInTransport(planted, network, this.#sent),
      waker: this.#wakerOf(instance),
      log: this.#logOf(instance),
    });
    return { instance, entries };
  }

  #wakerOf(instance: FunctionInstance): Waker {
    const { fate, scheduler, trace } = this.#options;
    return {
      wake: async () => {
        if (!instance.isAlive) return never();
        const fault = fate.jobFault();
        trace?.(`${instance.name} wakes the worker ${fault ?? ''}`);
        await instance.turn(fate.travelMs());
        if (fault === 'dropped') return;
        if (fault === 'delayed') {
          scheduler.after(fate.between(10_000, 300_000), () => this.#submitWorker());
          return;
        }
        this.#submitWorker();
        if (fault === 'doubled') this.#submitWorker();
      },
    };
  }

  #logOf(instance: FunctionInstance): Log {
    const { trace, violation } = this.#options;
    const write: Log['info'] = (message, fields) =>
      trace?.(`${instance.name} logs: ${message} ${JSON.stringify(fields ?? {})}`);
    return {
      info: write,
      warn: write,
      error: (message, fields) => {
        write(message, fields);
        const code = fields?.code ?? '';
        if (code !== 'StoreFailure') violation(`${instance.name} logs: ${message} ${code}`);
      },
    };
  }
}
