// Reads what Decision Manager said about a payment.
import type { FraudReading } from '../../domain/fraud.ts';
import { listAt, present, textAt } from '../transport/read-json.ts';

/** @param riskInformation that part of a transaction; undefined when no screening was made. */
export function readFraud(riskInformation: unknown): FraudReading | undefined {
  const score = readScore(textAt(riskInformation, 'score', 'result'));
  const profile = textAt(riskInformation, 'profile', 'name');
  const factorCodes = listAt(riskInformation, 'score', 'factorCodes').flatMap((code) =>
    typeof code === 'string' ? [code] : [],
  );
  const rules = listAt(riskInformation, 'rules').flatMap((rule) => {
    const name = textAt(rule, 'name');
    return name === undefined ? [] : [{ name, decision: textAt(rule, 'decision') ?? '' }];
  });
  const silent = score === undefined && profile === undefined && factorCodes.length === 0;
  if (silent && rules.length === 0) return undefined;
  return present({ score, factorCodes, profile, rules });
}

/** A number in transaction details, a string of digits in payment answers. */
function readScore(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,2}$/.test(text) ? Number(text) : undefined;
}
