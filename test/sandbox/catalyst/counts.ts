// Counts calls of the store and its neighbours by operation, for benches.

export class Counts {
  #counts: Record<string, number> = {};

  add(operation: string): void {
    this.#counts[operation] = (this.#counts[operation] ?? 0) + 1;
  }

  /** Calls since the last time, e.g. `{"row.insert": 3, "zcql.select": 7}`; starts anew. */
  take(): Record<string, number> {
    const taken = this.#counts;
    this.#counts = {};
    return taken;
  }
}
