// The books' limit of calls in any minute, counted as they are sent.
import type { Scheduler } from '../scheduler.ts';

const MINUTE_MS = 60_000;

export class CallLimit {
  readonly #scheduler: Scheduler;
  readonly #perMinute: number;
  readonly #violation: (what: string) => void;
  #sentAt: number[] = [];

  constructor(scheduler: Scheduler, perMinute: number, violation: (what: string) => void) {
    this.#scheduler = scheduler;
    this.#perMinute = perMinute;
    this.#violation = violation;
  }

  count(): void {
    const now = this.#scheduler.nowMs;
    this.#sentAt = [...this.#sentAt.filter((at) => at > now - MINUTE_MS), now];
    const { length } = this.#sentAt;
    if (length > this.#perMinute) {
      this.#violation(`${length} calls to the books in a minute, ${this.#perMinute} are allowed`);
    }
  }
}
