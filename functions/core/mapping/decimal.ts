// Exact decimals over big integers, for rates and quantities; nothing is rounded unless a rounding is named.
import { exponentOf } from '../domain/currency.ts';
import { AMOUNT_MINOR_MAX, type Money } from '../domain/money.ts';

/** `units / 10^scale`, e.g. 1.085 is `{ units: 1085n, scale: 3 }`. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

/** Half-even: ties to the even neighbour (banker's); half-up: ties away from zero; up: away from zero; down: cut. */
export const roundings = ['half-even', 'half-up', 'up', 'down'] as const;
export type Rounding = (typeof roundings)[number];

/** A plain decimal of at most 30 digits on each side of the dot; undefined otherwise. */
export function readDecimal(text: string): Decimal | undefined {
  const match = /^(-?\d{1,30})(?:\.(\d{1,30}))?$/.exec(text.trim());
  if (match === null) return undefined;
  const fraction = match[2] ?? '';
  return { units: BigInt(`${match[1]}${fraction}`), scale: fraction.length };
}

/** As written, with as many decimals as the scale says. */
export function decimalText({ units, scale }: Decimal): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const sign = units < 0n ? '-' : '';
  if (scale === 0) return sign + digits;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Without the zeros that say nothing: `1.500` is `1.5`. */
export function trimmed(decimal: Decimal): Decimal {
  let { units, scale } = decimal;
  while (scale > 0 && units % 10n === 0n) {
    units /= 10n;
    scale -= 1;
  }
  return { units, scale };
}

export function times(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

/** Brought to so many decimals; more are filled with zeros, fewer are rounded as named. */
export function rounded(decimal: Decimal, scale: number, rounding: Rounding): Decimal {
  if (scale >= decimal.scale) {
    return { units: decimal.units * 10n ** BigInt(scale - decimal.scale), scale };
  }
  const divisor = 10n ** BigInt(decimal.scale - scale);
  const floor = decimal.units / divisor;
  const left = decimal.units % divisor;
  if (left === 0n) return { units: floor, scale };
  const away = decimal.units < 0n ? -1n : 1n;
  return {
    units: goesUp(floor, left * away * 2n, divisor, rounding) ? floor + away : floor,
    scale,
  };
}

function goesUp(floor: bigint, twice: bigint, divisor: bigint, rounding: Rounding): boolean {
  switch (rounding) {
    case 'up':
      return true;
    case 'down':
      return false;
    case 'half-up':
      return twice >= divisor;
    case 'half-even':
      return twice > divisor || (twice === divisor && floor % 2n !== 0n);
  }
}

export function decimalOfMoney(amount: Money): Decimal {
  return { units: BigInt(amount.minor), scale: exponentOf(amount.currency) };
}

/** Undefined where it has more decimals than the currency or is past what we handle. */
export function moneyOfDecimal(decimal: Decimal, currency: string): Money | undefined {
  const { units, scale } = trimmed(decimal);
  const exponent = exponentOf(currency);
  if (scale > exponent) return undefined;
  const minor = Number(units * 10n ** BigInt(exponent - scale));
  return Math.abs(minor) > AMOUNT_MINOR_MAX ? undefined : { minor, currency };
}
