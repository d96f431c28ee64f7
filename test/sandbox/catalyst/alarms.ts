// Rings at moments of the sandbox clock, also when a jump passes them.
import type { SandboxClock } from '../clock.ts';

/** The longest wait that setTimeout takes. */
const MAX_WAIT_MS = 2 ** 31 - 1;

interface Alarm {
  readonly at: number;
  readonly ring: () => void;
}

export class Alarms {
  readonly #clock: SandboxClock;
  readonly #alarms = new Map<string, Alarm>();
  readonly #stopListening: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(clock: SandboxClock) {
    this.#clock = clock;
    this.#stopListening = clock.onJump(() => this.#plan());
  }

  /** Rings once at `at` (epoch ms of the sandbox clock), or soon when that has passed; replaces the alarm of this id. */
  set(id: string, at: number, ring: () => void): void {
    this.#alarms.set(id, { at, ring });
    this.#plan();
  }

  clear(id: string): void {
    this.#alarms.delete(id);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#stopListening();
    this.#alarms.clear();
  }

  #plan(): void {
    clearTimeout(this.#timer);
    const next = Math.min(...[...this.#alarms.values()].map(({ at }) => at));
    if (next === Number.POSITIVE_INFINITY) return;
    const waitMs = Math.max(0, Math.min(next - this.#clock.now(), MAX_WAIT_MS));
    this.#timer = setTimeout(() => this.#ringDue(), waitMs);
  }

  #ringDue(): void {
    const now = this.#clock.now();
    const due = [...this.#alarms].filter(([, { at }]) => at <= now);
    for (const [id] of due) this.#alarms.delete(id);
    for (const [, { ring }] of due) ring();
    this.#plan();
  }
}
