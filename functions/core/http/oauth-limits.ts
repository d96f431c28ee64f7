// How often somebody may fail or ask before we stop listening for a while; counted in each function instance.
import type { Clock } from '../ports/platform.ts';

export interface Tries {
  isOver(key: string): boolean;
  /** Counts one more, and says whether that was too many. */
  count(key: string): boolean;
}

interface Window {
  readonly endsAt: number;
  readonly count: number;
}

const KEYS_MAX = 10_000;

/** @param max tries in any window that begins with the first of them. */
export function createTries(clock: Clock, max: number, windowMs: number): Tries {
  const windows = new Map<string, Window>();
  const current = (key: string): Window => {
    const known = windows.get(key);
    const now = clock.now();
    return known !== undefined && known.endsAt > now ? known : { endsAt: now + windowMs, count: 0 };
  };
  return {
    isOver: (key) => current(key).count >= max,
    count(key) {
      const { endsAt, count } = current(key);
      // The oldest goes: an attacker with many addresses must not fill the memory.
      if (windows.size >= KEYS_MAX) windows.delete(windows.keys().next().value ?? '');
      windows.set(key, { endsAt, count: count + 1 });
      return count + 1 > max;
    },
  };
}

/**
 * The sender's address as the gateway in front of us has seen it: the last of the list, as all before it is the
 * sender's own word. Undefined where there is none; then nobody is locked out by address.
 */
export function senderAddress(forwardedFor: string | undefined): string | undefined {
  const last = forwardedFor?.split(',').at(-1)?.trim();
  return last === '' ? undefined : last;
}
