// What happened in the worlds and how often: a simulation in which a kind of trouble never comes proves nothing of it.

export class Coverage {
  readonly #counts = new Map<string, number>();

  count(kind: string, times = 1): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + times);
  }

  add(counts: Iterable<readonly [kind: string, times: number]>): void {
    for (const [kind, times] of counts) this.count(kind, times);
  }

  /** By name. */
  counts(): (readonly [kind: string, times: number])[] {
    return [...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** Those of the kinds that never happened. */
  missing(kinds: readonly string[]): string[] {
    return kinds.filter((kind) => !this.#counts.has(kind));
  }
}
