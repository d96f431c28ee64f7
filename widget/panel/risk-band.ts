// The bands that a fraud score is read in; the same as the back end's rule.

export type RiskBand = 'low' | 'medium' | 'high';

const MEDIUM_FROM = 40;
const HIGH_FROM = 70;

/** @param score 0 to 99, higher is riskier. */
export function riskBand(score: number): RiskBand {
  if (score < MEDIUM_FROM) return 'low';
  return score < HIGH_FROM ? 'medium' : 'high';
}
