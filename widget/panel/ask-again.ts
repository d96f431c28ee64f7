// Asks again by itself what was not answered: soon after, and as soon as the browser is online again.
import type { Reply } from './api-client.ts';
import type { Timing } from './timing.ts';

/** A function runs at most 30 s and a proxy waits little longer: older than this, a request is not on its way. */
export const MAY_BE_ON_ITS_WAY_MS = 120_000;
const PAUSE_MS = 10_000;

/**
 * Runs once: at the next chance, as long as what was confirmed is not too old to surprise anybody. Who has not authorized the
 * connection is not asked for that again by a clock.
 * @param madeAt when the person confirmed it, epoch ms.
 */
export function askAgainLater(
  timing: Timing,
  reply: Reply<unknown>,
  madeAt: number,
  run: () => void,
): void {
  const isUnauthorized = reply.kind === 'unreachable' && reply.failure.why === 'unauthorized';
  const isOld = timing.nowMs() + PAUSE_MS - madeAt > MAY_BE_ON_ITS_WAY_MS;
  if (isUnauthorized || isOld) return;
  const stop = timing.later(PAUSE_MS, again);
  globalThis.addEventListener?.('online', again);

  function again(): void {
    stop();
    globalThis.removeEventListener?.('online', again);
    run();
  }
}
