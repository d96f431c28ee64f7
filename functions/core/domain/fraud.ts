// What Decision Manager said about a payment, in the words of its documentation.

/** Score bands that the panel explains: 0-99, higher is riskier. */
export type RiskBand = 'low' | 'medium' | 'high';

export interface FraudReading {
  /** 0 to 99; absent when no score was made. */
  readonly score?: number;
  /** Factor code letters (A, B, ... Z). */
  readonly factorCodes: readonly string[];
  /** The profile that decided, when named. */
  readonly profile?: string;
  /** Rules that fired with what they asked for. */
  readonly rules: readonly { readonly name: string; readonly decision: string }[];
}

export function riskBand(score: number): RiskBand {
  if (score < 40) return 'low';
  return score < 70 ? 'medium' : 'high';
}
