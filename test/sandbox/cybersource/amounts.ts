// Amounts as the gateway reads and writes them: decimal strings, kept as integer minor units.

const EXPONENTS: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
};
const MAX_LENGTH = 19;

/** Decimals of an ISO 4217 currency. */
export function exponentOf(currency: string): number {
  return EXPONENTS[currency] ?? 2;
}

/**
 * Minor units of a decimal string without sign or thousands mark; decimals beyond the currency's
 * are cut off, not rounded, as the gateway does. Undefined when it is no such amount.
 */
export function parseAmount(text: string, currency: string): number | undefined {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null || text.length > MAX_LENGTH) return undefined;
  const exponent = exponentOf(currency);
  const decimals = (match[2] ?? '').slice(0, exponent).padEnd(exponent, '0');
  const minor = Number(`${match[1]}${decimals}`);
  return Number.isSafeInteger(minor) ? minor : undefined;
}

/** The decimal string of minor units, with exactly the currency's decimals. */
export function formatAmount(amountMinor: number, currency: string): string {
  const exponent = exponentOf(currency);
  const digits = String(amountMinor).padStart(exponent + 1, '0');
  if (exponent === 0) return digits;
  return `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}
