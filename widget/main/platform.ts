// The browser's clock and storage, as the models want them.
import type { KeyValueStorage } from '../panel/kept-intents.ts';
import type { Timing } from '../panel/timing.ts';

export const browserTiming: Timing = {
  nowMs: () => Date.now(),
  later(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};

/** Undefined where the browser denies storage to third-party frames: even naming it throws there. */
export function sessionStorageOf(frame: Window): KeyValueStorage | undefined {
  try {
    return frame.sessionStorage;
  } catch {
    return undefined;
  }
}
