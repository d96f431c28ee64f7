// Reads and writes amounts as a person types them in their locale, exactly to the minor unit.
import { decimalsOf, toDecimalText, toMinor } from '../parts/minor-units.ts';

export type AmountFault = 'empty' | 'not-a-number' | 'too-precise' | 'zero' | 'over-limit';

export type AmountReading =
  | { readonly ok: true; readonly amountMinor: number }
  | { readonly ok: false; readonly fault: AmountFault };

interface Notation {
  readonly decimal: string;
  readonly group: string;
  /** The locale's digits, 0 to 9. */
  readonly digits: string;
}

/**
 * What `text` says in `currency`. Grouping is taken only where a group can stand, so that "40.00" typed in a
 * comma locale is refused instead of read as 4000.
 */
export function readAmount(
  text: string,
  currency: string,
  locale: string,
  limitMinor: number,
): AmountReading {
  const notation = notationOf(locale);
  const typed = plain(text, notation);
  if (typed === '') return { ok: false, fault: 'empty' };
  const { whole, fraction } = split(typed, notation);
  if (whole === undefined) return { ok: false, fault: 'not-a-number' };
  const places = fraction.replace(/0+$/, '');
  if (places.length > decimalsOf(currency)) return { ok: false, fault: 'too-precise' };
  const amountMinor = toMinor(whole, places, currency);
  if (amountMinor === undefined || amountMinor > limitMinor)
    return { ok: false, fault: 'over-limit' };
  return amountMinor === 0 ? { ok: false, fault: 'zero' } : { ok: true, amountMinor };
}

/** The amount as one would type it: no currency, no grouping. `readAmount` reads it back unchanged. */
export function writeAmount(amountMinor: number, currency: string, locale: string): string {
  const digits = decimalsOf(currency);
  return new Intl.NumberFormat(locale, {
    useGrouping: false,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(toDecimalText(amountMinor, currency));
}

function notationOf(locale: string): Notation {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(1234567.8);
  const part = (type: string) => parts.find((one) => one.type === type)?.value;
  const plainDigits = new Intl.NumberFormat(locale, { useGrouping: false });
  return {
    decimal: part('decimal') ?? '.',
    group: straight(part('group') ?? ''),
    digits: Array.from({ length: 10 }, (_, digit) => plainDigits.format(digit)).join(''),
  };
}

/** Swiss groups are typed with the apostrophe that keyboards have. */
function straight(text: string): string {
  return text.replaceAll('’', "'");
}

/** Without blanks and direction marks, with ASCII digits. */
function plain(text: string, { digits }: Notation): string {
  return Array.from(straight(text).replace(/[\s\u200e\u200f\u061c]/g, ''), (character) => {
    const digit = digits.indexOf(character);
    return digit < 0 ? character : String(digit);
  }).join('');
}

function split(
  typed: string,
  { decimal, group }: Notation,
): { readonly whole: string | undefined; readonly fraction: string } {
  const [left = '', fraction = '', ...rest] = typed.split(decimal);
  const whole = ungrouped(left, group);
  const isNumber = rest.length === 0 && /^\d*$/.test(fraction) && (left + fraction).length > 0;
  return isNumber && whole !== undefined ? { whole, fraction } : { whole: undefined, fraction };
}

/** Digits without their grouping; groups are of three, or of two before the last three (India). */
function ungrouped(left: string, group: string): string | undefined {
  if (/^\d*$/.test(left)) return left;
  // Where the locale groups by blanks they are gone by now, and nothing else groups.
  const grouped = new RegExp(`^\\d{1,3}([${group}]\\d{2,3})*[${group}]\\d{3}$`);
  return grouped.test(left) ? left.replaceAll(group, '') : undefined;
}
