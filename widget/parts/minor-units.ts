// Decimals of currencies and the way between minor units and decimal text.
// The domain's table also lists every currency with two decimals, to refuse unknown codes; the server has done
// that, and the list alone is 3 % of what the panel may weigh. A test holds the two equal for every code.

const WITHOUT = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF';
const WITH_THREE = 'BHD IQD JOD KWD LYD OMR TND';

/** Decimals of the currency, a three-letter code: JPY 0, USD 2, KWD 3 (ISO 4217). */
export function decimalsOf(currency: string): number {
  if (WITHOUT.includes(currency)) return 0;
  return WITH_THREE.includes(currency) ? 3 : 2;
}

/** `4000` and USD as `40.00`: exact, for Intl and for input fields. */
export function toDecimalText(minor: number, currency: string): Intl.StringNumericLiteral {
  const places = decimalsOf(currency);
  const digits = String(minor).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  return `${whole}.${digits.slice(digits.length - places)}` as Intl.StringNumericLiteral;
}

/** The most minor units that the product handles; everything up to it is a safe integer. */
const AMOUNT_MINOR_MAX = 999_999_999_999_999;

/**
 * Digits before and after the decimal separator as minor units; undefined beyond the product's largest amount.
 * @param fraction at most the currency's decimals
 */
export function toMinor(whole: string, fraction: string, currency: string): number | undefined {
  const minor = Number(whole + fraction.padEnd(decimalsOf(currency), '0'));
  return minor <= AMOUNT_MINOR_MAX ? minor : undefined;
}
