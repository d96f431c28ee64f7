// When to try again: full-jitter exponential back-off, at least 8 tries over at least 24 hours; and how long to wait for what is missing.
import type { Problem } from '../domain/problem.ts';
import type { Random } from '../ports/platform.ts';

const FIRST_DELAY_MS = 15_000;
const LONGEST_DELAY_MS = 4 * 3_600_000;
const PARKED_MS = 3_600_000;
/** How long the gateway's index may lag without anybody having to know. */
const MISSING_USUAL_MS = 10 * 60_000;
/** What has not appeared after a day never will. */
const MISSING_MAX_MS = 24 * 3_600_000;
const TRIES_MIN = 8;
const TRYING_MIN_MS = 24 * 3_600_000;

/** A number in [0, 1) from the injected randomness. */
function fraction(random: Random): number {
  const bytes = random.bytes(4);
  const word = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
  return word / 2 ** 32;
}

/** Delay before try number `attempts + 1`: uniform in (0, 15 s x 4^(attempts-1)], at most 4 hours. */
export function backoffMs(attempts: number, random: Random): number {
  const ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 4 ** Math.max(0, attempts - 1));
  return Math.max(1_000, Math.ceil(ceiling * (1 - fraction(random))));
}

export type Verdict =
  | { readonly kind: 'again'; readonly delayMs: number }
  /** Waits in sight for something else (a mended set-up, a transaction that is to appear); looked at again now and then. */
  | { readonly kind: 'parked'; readonly delayMs: number }
  /** Nobody can help by waiting: a person must look. */
  | { readonly kind: 'dead' };

/**
 * What to do after a failure. Only `retry` and `wait` problems are tried again by themselves. `wait` is the other side asking for
 * a pause: it is obeyed as said (with some jitter, so that not all come back at once) and never given up for.
 */
export function judge(
  problem: Problem,
  tried: { readonly attempts: number; readonly sinceMs: number },
  random: Random,
): Verdict {
  const { remedy, retryAfterMs } = problem;
  if (remedy === 'wait' && retryAfterMs !== undefined) {
    return { kind: 'again', delayMs: Math.ceil(retryAfterMs * (1 + fraction(random) / 10)) };
  }
  if (remedy === 'fix-setup') {
    return { kind: 'parked', delayMs: Math.ceil(PARKED_MS * (1 + fraction(random) / 10)) };
  }
  if (remedy !== 'retry' && remedy !== 'wait') return { kind: 'dead' };
  const tiredOut = tried.attempts >= TRIES_MIN && tried.sinceMs >= TRYING_MIN_MS;
  if (tiredOut && remedy === 'retry') return { kind: 'dead' };
  return { kind: 'again', delayMs: Math.max(retryAfterMs ?? 0, backoffMs(tried.attempts, random)) };
}

/**
 * What to do while something that was announced is not there: looked for as after any failure at first, then parked in
 * everybody's sight and looked for less and less often, at least each hour, and after a day given up for good.
 * @param sinceMs how long ago it was announced.
 */
export function judgeMissing(
  tried: { readonly attempts: number; readonly sinceMs: number },
  random: Random,
): Verdict {
  if (tried.sinceMs >= MISSING_MAX_MS) return { kind: 'dead' };
  if (tried.sinceMs < MISSING_USUAL_MS) {
    return { kind: 'again', delayMs: backoffMs(tried.attempts, random) };
  }
  const delayMs = Math.min(PARKED_MS, tried.sinceMs / 2);
  return { kind: 'parked', delayMs: Math.ceil(delayMs * (1 - fraction(random) / 10)) };
}
