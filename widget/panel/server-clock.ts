// The server's clock as this frame knows it: ages are counted from it, whatever the person's own clock says.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Timing } from './timing.ts';

export interface ServerClock {
  /** Epoch ms; moves on by itself. */
  readonly now: ReadonlySignal<number>;
  /** The server has just said that it is `atMs`. */
  set(atMs: number): void;
  stop(): void;
}

/** Ages are shown in minutes. */
const TICK_MS = 20_000;

export function serverClock(timing: Timing): ServerClock {
  const now = signal(timing.nowMs());
  let aheadMs = 0;
  let stop = () => {};
  tick();
  function tick(): void {
    now.value = timing.nowMs() + aheadMs;
    stop = timing.later(TICK_MS, tick);
  }
  return {
    now,
    set(atMs) {
      aheadMs = atMs - timing.nowMs();
      now.value = atMs;
    },
    stop: () => stop(),
  };
}
