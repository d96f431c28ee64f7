// The ways that a run has taken, in order: taken again as they were after a crash, judged on the latest data after that.
import type { KeptResult, Place } from './flow-tools.ts';

export class DecisionPath {
  /** Paths up to kept results that begin as this try does: each result was kept with the whole path up to it. */
  #kept: readonly (readonly string[])[];
  readonly #taken: string[] = [];

  constructor(kept: Iterable<KeptResult>) {
    this.#kept = Array.from(kept, ({ path }) => path);
  }

  /** The way that was taken at this place before, or the one that `judge` finds now. */
  take(place: Place, judge: () => string): string {
    const way = this.before(place) ?? judge();
    const taken = `${place}:${way}`;
    this.#kept = this.#kept.filter((path) => path[this.#taken.length] === taken);
    this.#taken.push(taken);
    return way;
  }

  /**
   * The way that was taken here before. A path that leads elsewhere is of no more use: what the document works on has
   * changed (an order with other lines), and kept results alone say what was done.
   */
  before(place: Place): string | undefined {
    const start = `${place}:`;
    return this.#kept
      .map((path) => path[this.#taken.length])
      .find((taken) => taken?.startsWith(start))
      ?.slice(start.length);
  }

  /** How often the run has come past this place. */
  visits(place: Place): number {
    return this.#taken.filter((taken) => taken.startsWith(`${place}:`)).length;
  }

  /** As it is to be kept. */
  get soFar(): readonly string[] {
    return [...this.#taken];
  }
}
