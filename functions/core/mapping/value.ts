// The values that flow through a mapping, and how any of them is read and shown.
import { isCurrency } from '../domain/currency.ts';
import { AMOUNT_MINOR_MAX, type Money, toDecimal } from '../domain/money.ts';

export type Scalar = string | number | boolean;

/** Named pieces of one value: an address, a name, an amount with its currency. */
export interface Parts {
  readonly [part: string]: MappingValue | undefined;
}

/** Instants are epoch ms or ISO text, dates `YYYY-MM-DD`, amounts `Money` or exact decimal text. */
export type MappingValue = Scalar | Money | readonly MappingValue[] | Parts;

export function isMoney(value: unknown): value is Money {
  if (typeof value !== 'object' || value === null) return false;
  const { minor, currency } = value as Partial<Money>;
  if (typeof minor !== 'number' || typeof currency !== 'string') return false;
  return Number.isSafeInteger(minor) && Math.abs(minor) <= AMOUNT_MINOR_MAX && isCurrency(currency);
}

export function isList(value: MappingValue): value is readonly MappingValue[] {
  return Array.isArray(value);
}

export function isParts(value: MappingValue): value is Parts {
  return typeof value === 'object' && !Array.isArray(value) && !isMoney(value);
}

/** Nothing to map: absent, blank, or made of such only. Zero and false are values. */
export function isEmpty(value: MappingValue | undefined): boolean {
  if (value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (typeof value !== 'object' || isMoney(value)) return false;
  return Object.values(value).every(isEmpty);
}

/**
 * A number as its exact decimal text. Undefined where digits may have been lost already: past a safe integer,
 * or more than the 15 digits that a double holds for sure.
 */
export function exactText(value: number): string | undefined {
  const text = String(value);
  if (Number.isSafeInteger(value)) return Object.is(value, -0) ? '0' : text;
  const digits = text.replace(/^-?0*\.?0*|\./g, '');
  return /^-?\d+\.\d+$/.test(text) && digits.length <= 15 ? text : undefined;
}

/** A scalar or an amount as text; undefined for lists, parts and numbers that lost digits. */
export function textOf(value: MappingValue): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return exactText(value);
  return isMoney(value) ? toDecimal(value) : undefined;
}

const SHOWN_MAX = 40;

/** A value for a message: short, and never a run of digits that could be a card number. */
export function shown(value: MappingValue): string {
  const text =
    textOf(value) ?? (isList(value) ? 'a list' : isParts(value) ? 'a group' : 'a number');
  const masked = text.replace(/\d(?:[ -]?\d){8,}(?=(?:[ -]?\d){4})/g, '…');
  return masked.length <= SHOWN_MAX ? masked : `${cutText(masked, SHOWN_MAX - 1)}…`;
}

/** The first characters that fit, never half of a surrogate pair. */
export function cutText(text: string, lengthMax: number): string {
  const cut = text.slice(0, lengthMax);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
