// Repeatable randomness: everything that happens by chance in a world comes from its seed.
import type { Random } from '../../functions/core/ports/platform.ts';

/** A stream of chance (mulberry32); streams of different names under one seed do not disturb each other. */
export class SeededRandom implements Random {
  #state: number;

  constructor(seed: number, stream: string) {
    this.#state = seed >>> 0;
    for (const letter of stream)
      this.#state = Math.imul(this.#state ^ letter.charCodeAt(0), 0x01000193);
    this.fraction();
  }

  /** In [0, 1). */
  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  bytes(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => Math.floor(this.fraction() * 256));
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  /** A whole number, both ends included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.fraction() * (to - from + 1));
  }

  between(from: number, to: number): number {
    return from + this.fraction() * (to - from);
  }

  /** One of the things, each as often as its weight says. */
  weighted<T>(list: readonly (readonly [thing: T, weight: number])[]): T {
    let luck = this.fraction() * list.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [thing, weight] of list) {
      if (luck < weight) return thing;
      luck -= weight;
    }
    throw new Error('nothing to pick from');
  }

  pick<T>(list: readonly T[]): T {
    const picked = list[Math.floor(this.fraction() * list.length)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }
}
