// Shapes of what one action leaves for another, and amounts as people read them.
import * as z from 'zod/mini';
import type { Customer } from '../../domain/customer.ts';
import { type Money, toDecimal } from '../../domain/money.ts';
import type { Order } from '../../domain/order.ts';

/** The order as `read-shop-order` has read and checked it. */
export const orderShape = z.custom<Order>(
  (value) => typeof value === 'object' && value !== null && 'lines' in value && 'customer' in value,
);

/** The customer as `read-customer` has read it. */
export const customerShape = z.custom<Customer>(
  (value) => typeof value === 'object' && value !== null && 'email' in value,
);

export const amountMinor = z.number().check(z.int(), z.minimum(0));

/** What people are told. */
export const noticeText = z.string().check(z.minLength(1));

/** `USD 40.00`. */
export function amountText(amount: Money): string {
  return `${amount.currency} ${toDecimal(amount)}`;
}
