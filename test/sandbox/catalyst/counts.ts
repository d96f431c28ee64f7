// Counts calls of the store and its neighbours by operation, for benches and for those who wait for the nth call.

export class Counts {
  #counts: Record<string, number> = {};
  readonly #listeners = new Set<(operation: string) => void>();

  add(operation: string): void {
    this.#counts[operation] = (this.#counts[operation] ?? 0) + 1;
    for (const listener of this.#listeners) listener(operation);
  }

  /** Called at every call; returns the way to stop listening. */
  onAdd(listener: (operation: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls since the last time, e.g. `{"row.insert": 3, "zcql.select": 7}`; starts anew. */
  take(): Record<string, number> {
    const taken = this.#counts;
    this.#counts = {};
    return taken;
  }
}
