// Whether a saved card is still good, or soon no longer: cards are good to the end of their month.

const SOON_MS = 60 * 24 * 3_600_000;

/** @param expiry `YYYY-MM`, absent when it is not known. @param nowMs epoch ms. */
export function expiryState(expiry: string | undefined, nowMs: number): 'good' | 'soon' | 'over' {
  const [year, month] = (expiry ?? '').split('-').map(Number);
  if (!year || !month) return 'good';
  const endMs = Date.UTC(year, month, 1);
  if (nowMs >= endMs) return 'over';
  return nowMs >= endMs - SOON_MS ? 'soon' : 'good';
}
