// What we need of the web shop.
import type { Order, OrderOutcome } from '../domain/order.ts';
import type { Result } from '../domain/result.ts';

export interface Shop {
  /** By the reference that the shop gave the payment; `not-found` when the shop has no such order. */
  readOrder(reference: string): Promise<Result<Order>>;
  /** Sets the status, unless the order is already there or a person has moved it on (completed, refunded, cancelled). */
  setOrderOutcome(
    orderId: string,
    outcome: OrderOutcome,
    gatewayId: string,
  ): Promise<Result<{ readonly status: string }>>;
}
