// One instance of a function: its clock, its randomness, its life. When it dies, all that it had in mind is gone.
import type { Clock } from '../../../functions/core/ports/platform.ts';
import type { Scheduler } from '../scheduler.ts';
import { SeededRandom } from '../seeded-random.ts';

export type FunctionName = 'api' | 'hooks' | 'worker' | 'timer';

export class FunctionInstance {
  readonly name: string;
  readonly clock: Clock;
  readonly random: SeededRandom;
  readonly #scheduler: Scheduler;
  readonly #mourners = new Set<() => void>();
  #alive = true;

  constructor(name: string, scheduler: Scheduler, seed: number, skewMs: number) {
    this.name = name;
    this.#scheduler = scheduler;
    this.random = new SeededRandom(seed, name);
    this.clock = { now: () => Math.floor(scheduler.nowMs) + skewMs };
  }

  get isAlive(): boolean {
    return this.#alive;
  }

  get isBusy(): boolean {
    return this.#mourners.size > 0;
  }

  /** Comes back after a while, or never when the instance has died meanwhile. */
  turn(delayMs: number): Promise<void> {
    return new Promise((resolve) =>
      this.#scheduler.after(delayMs, () => {
        if (this.#alive) resolve();
      }),
    );
  }

  /** The process is gone: nothing that waits in it goes on. Whoever called it is told. */
  crash(): void {
    if (!this.#alive) return;
    this.#alive = false;
    for (const tell of this.#mourners) tell();
  }

  /** Does a piece of work; `crashed` when the instance died over it. */
  async run<R>(work: () => Promise<R>): Promise<R | 'crashed'> {
    const { promise: death, resolve } = Promise.withResolvers<'crashed'>();
    const tell = () => resolve('crashed');
    this.#mourners.add(tell);
    try {
      return await Promise.race([work(), death]);
    } finally {
      this.#mourners.delete(tell);
    }
  }
}

/** What waits for an answer that cannot come any more. */
export function never<T>(): Promise<T> {
  return new Promise<T>(() => {});
}
