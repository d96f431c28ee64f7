// Counters behind the request limits: a rolling window, and how many requests are being worked on.

/** Units used within the last `windowMs`, by the sandbox's clock. */
export class RollingWindow {
  readonly #windowMs: number;
  readonly #uses: { at: number; units: number }[] = [];
  #total = 0;

  constructor(windowMs: number) {
    this.#windowMs = windowMs;
  }

  add(nowMs: number, units = 1): void {
    this.#uses.push({ at: nowMs, units });
    this.#total += units;
  }

  used(nowMs: number): number {
    this.#drop(nowMs);
    return this.#total;
  }

  /** Milliseconds until the oldest use leaves the window. */
  freeInMs(nowMs: number): number {
    this.#drop(nowMs);
    const oldest = this.#uses[0];
    return oldest === undefined ? 0 : oldest.at + this.#windowMs - nowMs;
  }

  #drop(nowMs: number): void {
    let count = 0;
    for (const use of this.#uses) {
      if (use.at > nowMs - this.#windowMs) break;
      this.#total -= use.units;
      count += 1;
    }
    if (count > 0) this.#uses.splice(0, count);
  }
}

/** Requests in process; `enter` refuses the one too many. */
export class InFlight {
  readonly #limit: number;
  #count = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  enter(): boolean {
    if (this.#count >= this.#limit) return false;
    this.#count += 1;
    return true;
  }

  leave(): void {
    this.#count -= 1;
  }
}
