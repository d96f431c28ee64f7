// The ways that a run has taken, in order: taken again as they were after a crash, judged on the latest data after that.
import type { KeptResult, Place } from './flow-tools.ts';

export class DecisionPath {
  #taken: string[];
  #at = 0;

  /** Each result was kept with the whole path up to it: the longest is the run's. */
  constructor(kept: Iterable<KeptResult>) {
    let longest: readonly string[] = [];
    for (const { path } of kept) if (path.length > longest.length) longest = path;
    this.#taken = [...longest];
  }

  /** The way that was taken at this place before, or the one that `judge` finds now. */
  take(place: Place, judge: () => string): string {
    const before = this.before(place);
    const way = before ?? judge();
    if (before === undefined) this.#taken.push(`${place}:${way}`);
    this.#at += 1;
    return way;
  }

  /**
   * The way that was taken here before. A path that leads elsewhere is of no more use: what the document works on has
   * changed (an order with other lines), and kept results alone say what was done.
   */
  before(place: Place): string | undefined {
    const next = this.#taken[this.#at];
    if (next?.startsWith(`${place}:`)) return next.slice(place.length + 1);
    this.#taken = this.#taken.slice(0, this.#at);
    return undefined;
  }

  /** How often the run has come past this place. */
  visits(place: Place): number {
    const past = this.#taken.slice(0, this.#at);
    return past.filter((taken) => taken.startsWith(`${place}:`)).length;
  }

  /** As it is to be kept. */
  get soFar(): readonly string[] {
    return [...this.#taken];
  }
}
