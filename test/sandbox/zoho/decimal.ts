// Exact decimal arithmetic for the Zoho stand-ins: amounts are integer minor units, never floats.

/** units / 10^scale, exactly. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Reads a JSON number or a numeric text as it is printed; undefined when it is neither. */
export function parseDecimal(value: unknown): Decimal | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  const match = DECIMAL.exec(String(value).trim());
  if (match === null) return undefined;
  const [, sign = '', whole = '0', fraction = ''] = match;
  return { units: BigInt(`${sign}${whole}${fraction}`), scale: fraction.length };
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

/** n / d rounded half away from zero, which is Zoho's `round_half_up`. */
export function divideHalfUp(n: bigint, d: bigint): bigint {
  const negative = n < 0n !== d < 0n;
  const top = n < 0n ? -n : n;
  const bottom = d < 0n ? -d : d;
  const quotient = (top * 2n + bottom) / (bottom * 2n);
  return negative ? -quotient : quotient;
}

/** Minor units at a currency's price precision, rounded half up. */
export function toMinor(value: Decimal, precision: number): number {
  if (value.scale <= precision) {
    return Number(value.units * 10n ** BigInt(precision - value.scale));
  }
  return Number(divideHalfUp(value.units, 10n ** BigInt(value.scale - precision)));
}

/** The JSON number Zoho answers for an amount: an int when whole. */
export function fromMinor(minor: number, precision: number): number {
  return Number(minorText(minor, precision));
}

/** Plain text of an amount with all its decimals, "12.50". */
export function minorText(minor: number, precision: number): string {
  if (precision === 0) return String(minor);
  const digits = String(Math.abs(minor)).padStart(precision + 1, '0');
  const cut = digits.length - precision;
  return `${minor < 0 ? '-' : ''}${digits.slice(0, cut)}.${digits.slice(cut)}`;
}

/** minor * rate, from one price precision to another, rounded half up. */
export function convertMinor(minor: number, from: number, rate: Decimal, to: number): number {
  return toMinor(multiply({ units: BigInt(minor), scale: from }, rate), to);
}

/** minor * percent / 100, rounded half up. */
export function percentOf(minor: number, percent: Decimal): number {
  return Number(divideHalfUp(BigInt(minor) * percent.units, 100n * 10n ** BigInt(percent.scale)));
}
