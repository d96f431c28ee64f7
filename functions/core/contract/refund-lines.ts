// The lines of a payment's invoice with what of each can still be refunded: between panel and api.
import * as z from 'zod/mini';
import type { LineRoom } from '../domain/refund-lines.ts';

/** POST /refunds/lines. It costs one call of Books. */
export const refundLinesRequest = z.object({
  paymentKey: z.string().check(z.minLength(1), z.maxLength(255)),
});

export interface RefundLineView extends LineRoom {
  /** Empty for what the invoice has beside its lines: delivery, adjustment. */
  readonly name: string;
}

/** Reply of POST /refunds/lines: amounts in minor units of the payment's currency. */
export interface RefundLinesReply {
  readonly invoiceNumber: string;
  readonly lines: readonly RefundLineView[];
}
