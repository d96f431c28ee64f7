// One line of an order, or the item it sells, in our own words.
import type { Money } from '../money.ts';
import type { OrderLine } from '../order.ts';

export interface CanonicalItem {
  readonly sku: string;
  readonly name: string;
  readonly description?: string;
  readonly quantity: number;
  readonly unit?: string;
  /** Line total without tax, after discounts. */
  readonly total: Money;
  readonly unitPrice?: Money;
  readonly tax?: Money;
  /** Percent as decimal text: `7.25`. */
  readonly taxRate?: string;
  readonly taxName?: string;
}

export function canonicalItem(line: OrderLine): CanonicalItem {
  return { ...line };
}
