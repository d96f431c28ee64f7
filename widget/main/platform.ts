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

/** Runs when the browser has nothing else to do; Safari does not say, so there after a moment. */
export function whenIdle(run: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run);
  else setTimeout(run, 1_000);
}

/** A built file beside this one, under an address that no import has failed on: browsers remember those. */
export function importAgain(file: string, attempt: number): Promise<unknown> {
  const folder = import.meta.url.replace(/[^/]*$/, '');
  return import(/* @vite-ignore */ `${folder}${file}.js?again=${attempt}`);
}
