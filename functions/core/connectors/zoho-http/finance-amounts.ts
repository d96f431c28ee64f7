// Amounts as the finance APIs write them: JSON numbers, made from and read back to whole minor units.
import * as z from 'zod/mini';
import { isCurrency } from '../../domain/currency.ts';
import { type Money, parseDecimal, toDecimal } from '../../domain/money.ts';

/** An amount in an answer: a number mostly, a text in some places. */
export const amountShape = z.union([z.number(), z.string()]);

/**
 * The JSON number of an amount. At most 15 digits: a decimal of that length survives a double unchanged, and
 * `JSON.stringify` prints the shortest text that reads back as it. Nothing is calculated.
 */
export function amountNumber(amount: Money): number {
  return Number(toDecimal(amount));
}

/** Reads a JSON number by its shortest decimal text; undefined when it does not fit the currency. */
export function readAmount(value: number | string, currency: string): Money | undefined {
  return isCurrency(currency) ? parseDecimal(String(value), currency) : undefined;
}

export function sameAmount(value: number | string | undefined, amount: Money): boolean {
  return value !== undefined && readAmount(value, amount.currency)?.minor === amount.minor;
}
