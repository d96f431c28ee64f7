// The processes of one function side by side: the platform answers load with instances, each call goes to the next.
import type { FunctionProcess } from './function-process.ts';

export class FunctionInstances {
  readonly all: readonly FunctionProcess[];
  #calls = 0;

  constructor(count: number, make: () => FunctionProcess) {
    this.all = Array.from({ length: count }, make);
  }

  /** Whose turn it is: all of them work at once as soon as there is enough to do. */
  next(): FunctionProcess {
    const process = this.all[this.#calls % this.all.length];
    if (process === undefined) throw new RangeError('a function has at least one instance');
    this.#calls += 1;
    return process;
  }

  setClockOffset(offsetMs: number): void {
    for (const each of this.all) each.setClockOffset(offsetMs);
  }

  /** Ends the instance of that number, or all. */
  kill(signal: NodeJS.Signals, instance?: number): void {
    const ending = instance === undefined ? this.all : this.all.slice(instance, instance + 1);
    for (const each of ending) each.kill(signal);
  }

  async stop(): Promise<void> {
    await Promise.all(this.all.map((each) => each.stop()));
  }
}
