// What we need of the web shop.
import type { Order, OrderOutcome } from '../domain/order.ts';
import type { Result } from '../domain/result.ts';

export interface Shop {
  /** By the reference that the shop gave the payment; `not-found` when the shop has no such order. */
  readOrder(reference: string): Promise<Result<Order>>;
  /**
   * Sets the status, unless the order is already there or a person has moved it on (completed, refunded, cancelled).
   * @param declined why, in words: the transaction was declined, and is not the one that pays the order.
   */
  setOrderOutcome(
    orderId: string,
    outcome: OrderOutcome,
    gatewayId: string,
    declined?: string,
  ): Promise<Result<{ readonly status: string }>>;
}
