// Shapes of what one action leaves for another.
import * as z from 'zod/mini';
import type { Order } from '../../domain/order.ts';

/** The order as `read-shop-order` has read and checked it. */
export const orderShape = z.custom<Order>(
  (value) => typeof value === 'object' && value !== null && 'lines' in value && 'customer' in value,
);

export const amountMinor = z.number().check(z.int(), z.minimum(0));
