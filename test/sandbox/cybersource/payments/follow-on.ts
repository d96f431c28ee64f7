// What captures, refunds, reversals and voids share: finding what they follow, and reading their amount.
import { z } from 'zod';
import type { Gateway } from '../gateway.ts';
import { isRequestId } from '../ids.ts';
import type { Merchant } from '../merchants.ts';
import { invalidField, invalidRequest, unknownTransaction } from '../refusal.ts';
import type { Transaction, TransactionKind } from '../transactions.ts';
import { amountDetailsSchema, readAmount, referenceSchema } from './payment-request.ts';

/** Body of a capture or refund. */
export const followOnSchema = z.looseObject({
  clientReferenceInformation: referenceSchema.optional(),
  orderInformation: z.looseObject({ amountDetails: amountDetailsSchema }),
});
export type FollowOnRequest = z.infer<typeof followOnSchema>;

/**
 * The merchant's own transaction of that kind.
 * @throws Refusal 400 for what cannot be an id, 404 for what is not this merchant's.
 */
export function findOriginal(
  gateway: Gateway,
  merchant: Merchant,
  id: string,
  kind: TransactionKind,
): Transaction {
  if (!isRequestId(id)) throw invalidField('id');
  const row = gateway.ledger.find(merchant.merchantId, id);
  if (row?.kind !== kind) throw unknownTransaction();
  return row;
}

/** The amount in the original's currency. @throws Refusal 400, also for zero and another currency. */
export function followOnAmount(request: FollowOnRequest, original: Transaction): number {
  const { amountDetails } = request.orderInformation;
  if (amountDetails.currency !== original.currency) {
    throw invalidField('orderInformation.amountDetails.currency');
  }
  const amountMinor = readAmount(amountDetails);
  if (amountMinor === 0) throw invalidRequest('INVALID_AMOUNT', 'The amount must not be zero');
  return amountMinor;
}
