// A shop's order in our own words.
import type { Order } from '../order.ts';
import { type CanonicalCustomer, canonicalCustomer } from './customer.ts';

export interface CanonicalOrder extends Order {
  readonly customer: CanonicalCustomer;
  readonly paymentMethod?: string;
  /** The gateway's id of the payment, where the shop keeps it. */
  readonly transactionId?: string;
  readonly customerNote?: string;
}

export function canonicalOrder(order: Order): CanonicalOrder {
  return { ...order, customer: canonicalCustomer(order.customer) };
}
