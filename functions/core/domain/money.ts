// Money: an integer number of minor units and a currency. No floats; nothing is rounded here.
import { type Currency, exponentOf, isCurrency } from './currency.ts';

/** An amount of money, e.g. `{ minor: 4000, currency: 'USD' }` is USD 40.00. */
export interface Money {
  /** Minor units (cents, yen, fils); a safe integer. */
  readonly minor: number;
  readonly currency: Currency;
}

/** The most minor units that we handle: 15 digits fit every processor's field and a safe integer. */
export const AMOUNT_MINOR_MAX = 999_999_999_999_999;

export function money(minor: number, currency: Currency): Money {
  if (!Number.isSafeInteger(minor) || Math.abs(minor) > AMOUNT_MINOR_MAX) {
    throw new RangeError('an amount is a whole number of minor units');
  }
  return { minor, currency };
}

/**
 * Reads a decimal string such as "40.00", "-3", "0.005". Undefined when it is not a plain decimal or has more
 * decimals than the currency (the gateway would silently truncate them).
 */
export function parseDecimal(text: string, currency: Currency): Money | undefined {
  const match = /^(-?)(\d{1,15})(?:\.(\d{1,6}))?$/.exec(text.trim());
  if (match === null || !isCurrency(currency)) return undefined;
  const exponent = exponentOf(currency);
  const fraction = match[3] ?? '';
  if (/[^0]/.test(fraction.slice(exponent))) return undefined;
  const digits = (match[2] ?? '') + fraction.slice(0, exponent).padEnd(exponent, '0');
  const minor = Number(digits);
  if (!Number.isSafeInteger(minor) || minor > AMOUNT_MINOR_MAX) return undefined;
  return { minor: match[1] === '-' && minor !== 0 ? -minor : minor, currency };
}

/** The gateway's and Zoho's decimal notation: dot, no grouping, exactly the currency's decimals. */
export function toDecimal(amount: Money): string {
  const exponent = exponentOf(amount.currency);
  const digits = String(Math.abs(amount.minor)).padStart(exponent + 1, '0');
  const sign = amount.minor < 0 ? '-' : '';
  if (exponent === 0) return sign + digits;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

export function add(a: Money, b: Money): Money {
  return money(a.minor + sameCurrency(a, b).minor, a.currency);
}

export function subtract(a: Money, b: Money): Money {
  return money(a.minor - sameCurrency(a, b).minor, a.currency);
}

export function isZero(amount: Money): boolean {
  return amount.minor === 0;
}

/**
 * Splits an amount by weights without losing or inventing a unit: each part gets its floor, the units left go
 * to the largest remainders, earlier parts first (the largest remainder method). Weights are whole numbers >= 0.
 */
export function allocate(amount: Money, weights: readonly number[]): Money[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (weights.some((weight) => weight < 0)) throw new RangeError('a weight is never negative');
  if (total === 0n) throw new RangeError('allocate needs a weight above zero');
  const sign = amount.minor < 0 ? -1 : 1;
  const whole = BigInt(Math.abs(amount.minor));
  const shares = weights.map((weight, index) => {
    const product = whole * BigInt(weight);
    return { index, floor: product / total, remainder: product % total };
  });
  let left = Number(whole - shares.reduce((sum, share) => sum + share.floor, 0n));
  const byRemainder = [...shares].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1,
  );
  const extra = new Set<number>();
  for (const share of byRemainder) {
    if (left === 0) break;
    extra.add(share.index);
    left -= 1;
  }
  return shares.map((share) =>
    // Zero has no sign.
    money(sign * (Number(share.floor) + (extra.has(share.index) ? 1 : 0)) || 0, amount.currency),
  );
}

function sameCurrency(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`${a.currency} and ${b.currency} do not add`);
  return b;
}
