// When the timer keeps house: asked before anything of it is loaded or read.
import type { Clock } from '../../ports/platform.ts';

/** Nothing of it is urgent, and looking costs a round trip. */
const EACH_MINUTES = 5;
const MINUTE_MS = 60_000;

export function isHouseTime(clock: Clock): boolean {
  return Math.floor(clock.now() / MINUTE_MS) % EACH_MINUTES === 0;
}
