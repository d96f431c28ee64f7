// A shop order as our flows see it.
import type { Customer } from './customer.ts';
import type { Money } from './money.ts';

export interface OrderLine {
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  /** Line total without tax, after discounts. */
  readonly total: Money;
  /** The line's part of the order's tax, where the shop tells it. */
  readonly tax?: Money;
  /** The shop's name of the tax; several are joined by ` + `. */
  readonly taxName?: string;
  /** Percent as decimal text; absent where several taxes meet. */
  readonly taxRate?: string;
}

export interface Order {
  /** The shop's id, as a string. */
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly currency: string;
  readonly customer: Customer;
  readonly lines: readonly OrderLine[];
  readonly shipping: Money;
  readonly tax: Money;
  readonly total: Money;
  /** Epoch ms. */
  readonly placedAt: number;
}

/** The order states that we set at the shop. */
export type OrderOutcome = 'processing' | 'on-hold' | 'failed' | 'cancelled';
