// One movement of a payment's money in our own words: a capture, refund, void, reversal or dispute.
import type { Money } from '../money.ts';
import type { MovementKind, MovementState } from '../movement.ts';

export interface CanonicalMovement {
  /** The gateway's id of the movement itself. */
  readonly transactionId: string;
  /** The gateway's id of the payment whose money moved. */
  readonly paymentTransactionId: string;
  readonly merchantId: string;
  readonly merchantReferenceCode?: string;
  readonly kind: MovementKind;
  readonly status: MovementState;
  readonly amount: Money;
  readonly currency: string;
  /** Why, in the words of whoever asked for it. */
  readonly reason?: string;
  readonly actorName?: string;
  readonly invoiceNumber?: string;
  /** Epoch ms. */
  readonly createdAt: number;
  /** Epoch ms. */
  readonly settledAt?: number;
}
