// How long the other side asks us to wait: the Retry-After header in seconds or as a date (RFC 9110, 10.2.3).

/** Milliseconds from `nowMs`, never negative; undefined when the header is absent or not understood. */
export function retryAfterMs(
  headers: Readonly<Record<string, string>>,
  nowMs: number,
): number | undefined {
  const value = headers['retry-after']?.trim();
  if (value === undefined || value === '') return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs);
}
