// What a column takes and what it answers: lengths, digits, the loss of 4-byte characters.
import type { Column } from './catalog.ts';
import { invalidInput } from './envelope.ts';

/** As SQLite holds it. */
export type Stored = string | bigint | null;

const INTEGER = /^-?\d+$/;
const BIGINT_LIMIT = 2n ** 63n;
/** Characters beyond the basic plane are four bytes in UTF-8; the live store silently writes `?`. */
const FOUR_BYTE = /[\u{10000}-\u{10FFFF}]/gu;

/**
 * Checks a JSON value against its column.
 * @throws CatalystError 400 when it is too long, not a number where one belongs, or missing where mandatory.
 */
export function storedValue(column: Column, value: unknown): Stored {
  if (value === null || value === undefined || (value === '' && column.mandatory)) {
    if (column.mandatory)
      throw invalidInput(`${column.name} is a mandatory column and needs a value`);
    return null;
  }
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    throw invalidInput(
      `Invalid input value for ${column.name}. ${describe(column)} value expected`,
    );
  }
  return isWhole(column) ? wholeNumber(column, String(value)) : text(column, String(value));
}

/** True for columns whose values compare as whole numbers. */
export function isWhole(column: Column): boolean {
  return column.type === 'bigint' || column.type === 'int' || column.type === 'id';
}

function text(column: Column, value: string): string {
  const kept = value.replaceAll(FOUR_BYTE, '?');
  if (kept.length > column.length) {
    throw invalidInput(
      `Invalid input value for ${column.name}. At most ${column.length} characters are allowed`,
    );
  }
  return kept;
}

/** The number a literal stands for. @throws CatalystError 400 when it is none or has too many digits. */
export function wholeNumber(column: Column, value: string): bigint {
  if (!INTEGER.test(value)) {
    throw invalidInput(
      `Invalid input value for ${column.name}. ${describe(column)} value expected`,
    );
  }
  const number = BigInt(value);
  const digits = String(number < 0n ? -number : number).length;
  if (digits > column.length || number >= BIGINT_LIMIT || number < -BIGINT_LIMIT) {
    throw invalidInput(
      `Invalid input value for ${column.name}. At most ${column.length} digits are allowed`,
    );
  }
  return number;
}

function describe(column: Column): string {
  return column.type === 'varchar' ? 'Var Char' : column.type;
}

/** A value as an answer carries it: whole numbers as strings, as ids pass 2^53; empty columns as null. */
export function answeredValue(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}
