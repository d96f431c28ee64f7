// Calls into a vendor's SDK: raced with a time-out, and every kind of failure made a value.
import type { HostFailure } from './host.ts';

/** How long each kind of host call may take. */
export const READY_TIMEOUT_MS = 10_000;
/** Above the 30 s that a function may run: the proxy's own answer should come first. */
export const REQUEST_TIMEOUT_MS = 45_000;
export const READ_TIMEOUT_MS = 4_000;
/** Locale and theme are niceties: the first paint does not wait long for them. */
export const NICETY_TIMEOUT_MS = 600;

export type Settled =
  | { readonly ok: true; readonly value: unknown }
  | (HostFailure & { readonly reason?: unknown });

/**
 * Runs `call` and waits at most `timeoutMs`. SDK calls may throw at once, reject with strings or plain
 * objects, or never settle at all (wrong arguments, a page outside Zoho).
 */
export async function settle(call: () => unknown, timeoutMs: number): Promise<Settled> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Settled>((resolve) => {
    const detail = `no answer within ${timeoutMs / 1000} s`;
    timer = setTimeout(() => resolve({ ok: false, why: 'time-out', detail }), timeoutMs);
  });
  const done = (async (): Promise<Settled> => {
    try {
      return { ok: true, value: await call() };
    } catch (reason) {
      return { ok: false, why: 'failed', detail: describe(reason), reason };
    }
  })();
  const first = await Promise.race([done, late]);
  clearTimeout(timer);
  return first;
}

/** A short line about a rejection or answer, whatever its type. */
export function describe(reason: unknown): string {
  const text = reason instanceof Error ? reason.message : JSON.stringify(reason);
  return String(text).slice(0, 200);
}
