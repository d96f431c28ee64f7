// Virtual time: the one queue of everything that is going to happen, worked off in its order and nothing else.

interface Happening {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** Lets every promise reaction that can run, run. */
const drained = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Promises of the real machine (cryptography on another thread) that have not settled yet. */
const held = new Set<Promise<unknown>>();

/** Time stands still, in every world of this thread, until the promise has settled. */
export function hold<T>(promise: Promise<T>): Promise<T> {
  const holding = promise.finally(() => held.delete(holding));
  held.add(holding);
  return holding;
}

export class Scheduler {
  #nowMs: number;
  #order = 0;
  /** A binary heap, earliest first. */
  readonly #heap: Happening[] = [];

  constructor(startMs: number) {
    this.#nowMs = startMs;
  }

  /** Epoch ms, with fractions. */
  get nowMs(): number {
    return this.#nowMs;
  }

  get isEmpty(): boolean {
    return this.#heap.length === 0;
  }

  after(delayMs: number, run: () => void): void {
    const { length } = this.#heap;
    this.#heap.push({ at: this.#nowMs + delayMs, order: this.#order, run });
    this.#order += 1;
    this.#siftUp(length);
  }

  sleep(delayMs: number): Promise<void> {
    return new Promise((resolve) => this.after(delayMs, resolve));
  }

  /** Works off the queue up to a time (epoch ms); the clock stands there afterwards. */
  async runUntil(untilMs: number): Promise<void> {
    await this.#settle();
    for (let next = this.#heap[0]; next !== undefined && next.at <= untilMs; next = this.#heap[0]) {
      this.#removeFirst();
      this.#nowMs = Math.max(this.#nowMs, next.at);
      next.run();
      await this.#settle();
    }
    this.#nowMs = Math.max(this.#nowMs, untilMs);
  }

  /** Works off the queue until nothing is left, or until a time; answers whether nothing is left. */
  async runDry(limitMs: number): Promise<boolean> {
    await this.#settle();
    for (let next = this.#heap[0]; next !== undefined; next = this.#heap[0]) {
      if (next.at > limitMs) return false;
      await this.runUntil(next.at);
    }
    return true;
  }

  async #settle(): Promise<void> {
    await drained();
    while (held.size > 0) {
      await Promise.allSettled(held);
      await drained();
    }
  }

  #removeFirst(): void {
    const last = this.#heap.pop();
    if (last === undefined || this.#heap.length === 0) return;
    this.#heap[0] = last;
    this.#siftDown();
  }

  #siftUp(from: number): void {
    let index = from;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#isBefore(index, parent)) return;
      this.#swap(index, parent);
      index = parent;
    }
  }

  #siftDown(): void {
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      const right = left + 1;
      let first = index;
      if (this.#isBefore(left, first)) first = left;
      if (this.#isBefore(right, first)) first = right;
      if (first === index) return;
      this.#swap(index, first);
      index = first;
    }
  }

  #isBefore(a: number, b: number): boolean {
    const one = this.#heap[a];
    const other = this.#heap[b];
    if (one === undefined || other === undefined) return false;
    return one.at === other.at ? one.order < other.order : one.at < other.at;
  }

  #swap(a: number, b: number): void {
    const one = this.#heap[a];
    const other = this.#heap[b];
    if (one === undefined || other === undefined) return;
    this.#heap[a] = other;
    this.#heap[b] = one;
  }
}
