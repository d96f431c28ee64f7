// The sandbox's clock: real time plus an offset that the control page moves, kept across restarts.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const DAY_MS = 86_400_000;

/** One clock for all stand-ins and (through the function runner) for the functions. */
export class SandboxClock {
  readonly #file: string | undefined;
  readonly #listeners = new Set<(offsetMs: number) => void>();
  #offsetMs = 0;

  /** @param dataDir where the offset is kept; without it the clock starts at real time. */
  constructor(dataDir?: string) {
    this.#file = dataDir === undefined ? undefined : join(dataDir, 'clock.json');
    if (this.#file !== undefined && existsSync(this.#file)) {
      const saved: unknown = JSON.parse(readFileSync(this.#file, 'utf8'));
      this.#offsetMs = Number((saved as { offsetMs?: number }).offsetMs ?? 0);
    }
  }

  /** Epoch milliseconds as the sandbox sees them. */
  now(): number {
    return Date.now() + this.#offsetMs;
  }

  get offsetMs(): number {
    return this.#offsetMs;
  }

  /** Moves the clock forward; it never goes back, as batches and reports could not follow. */
  advance(ms: number): void {
    if (ms < 0) throw new RangeError('the sandbox clock only goes forward');
    this.#offsetMs += ms;
    if (this.#file !== undefined) {
      writeFileSync(this.#file, JSON.stringify({ offsetMs: this.#offsetMs }));
    }
    for (const listener of this.#listeners) listener(this.#offsetMs);
  }

  /** Jumps to 00:00:05 UTC of the next day. */
  advanceToNextDay(): void {
    const now = this.now();
    this.advance(DAY_MS - (now % DAY_MS) + 5_000);
  }

  /** Called at every jump; returns the way to stop listening. */
  onJump(listener: (offsetMs: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
