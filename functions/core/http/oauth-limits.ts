// How often somebody may fail or ask before we stop listening for a while; counted in each function instance.
// That is enough: nothing that is counted here guards what can be guessed (codes and tokens are 256 random bits, the client's secret
// has 32 characters), right credentials are taken all the same, and so many instances only mean so many times the noise. What must
// hold over all instances stands in a row that is read anyway: one wrong guess at a known code or refresh token ends its session
// (`steps/identity/sessions.ts`), the tries of a link to the card page are counted on its charge.
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
