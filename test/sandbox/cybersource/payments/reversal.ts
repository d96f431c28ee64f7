// Authorization reversals, by payment id or by the MTI of a lost request.
import { z } from 'zod';
import { beginTransaction, type ClientReference, type Gateway, refuseUsedMti } from '../gateway.ts';
import type { Merchant } from '../merchants.ts';
import { invalidField, invalidRequest } from '../refusal.ts';
import { settledAt, type Transaction } from '../transactions.ts';
import { announceFollowOn } from '../webhooks/payloads.ts';
import { inherited } from './capture.ts';
import { findOriginal } from './follow-on.ts';
import { currencySchema, readAmount, referenceSchema } from './payment-request.ts';

/** Body of POST /pts/v2/payments/{id}/reversals. */
export const reversalSchema = z.looseObject({
  clientReferenceInformation: referenceSchema.optional(),
  reversalInformation: z.looseObject({
    amountDetails: z.looseObject({
      totalAmount: z.string(),
      currency: currencySchema.optional(),
    }),
  }),
});

const AMOUNT_FIELD = 'reversalInformation.amountDetails';

/** Both rows of a reversal. */
export interface Reversed {
  readonly row: Transaction;
  readonly payment: Transaction;
}

/** Reverses the whole authorization. @throws Refusal 400 or 404. */
export function reverse(
  gateway: Gateway,
  merchant: Merchant,
  paymentId: string,
  request: z.infer<typeof reversalSchema>,
): Reversed {
  refuseUsedMti(gateway, merchant, request.clientReferenceInformation);
  const payment = findOriginal(gateway, merchant, paymentId, 'payment');
  const { totalAmount, currency = payment.currency } = request.reversalInformation.amountDetails;
  if (currency !== payment.currency) throw invalidField(`${AMOUNT_FIELD}.currency`);
  const amountMinor = readAmount({ totalAmount, currency }, `${AMOUNT_FIELD}.totalAmount`);
  refuseIrreversible(gateway, payment);
  if (amountMinor !== payment.authorizedMinor) {
    throw invalidRequest('INVALID_AMOUNT', 'The amount is not the one authorized');
  }
  return reversePayment(gateway, merchant, payment, request.clientReferenceInformation);
}

/** POST /pts/v2/reversals: the authorization whose answer was lost. @throws Refusal 400. */
export function reverseByMti(gateway: Gateway, merchant: Merchant, mti: string): Reversed {
  const payment = gateway.ledger
    .byMti(merchant.merchantId, mti, gateway.now())
    .find((row) => row.kind === 'payment');
  if (payment === undefined) {
    throw invalidRequest('MISSING_AUTH', 'There is no authorization with this transactionId');
  }
  refuseIrreversible(gateway, payment);
  return reversePayment(gateway, merchant, payment, { code: payment.code });
}

/** The reversal itself, after all checks. */
export function reversePayment(
  gateway: Gateway,
  merchant: Merchant,
  payment: Transaction,
  reference: ClientReference | undefined,
): Reversed {
  const row = gateway.ledger.add({
    ...beginTransaction(gateway, merchant, {
      kind: 'reversal',
      reference,
      currency: payment.currency,
      amountMinor: payment.authorizedMinor,
      status: 'REVERSED',
      parent: payment,
    }),
    ...inherited(payment),
  });
  gateway.ledger.update(payment.id, { reversed: true, status: 'REVERSED' });
  announceFollowOn(gateway, merchant, row);
  return { row, payment };
}

/** @throws Refusal 400 when there is nothing held, or it is already reversed or captured. */
export function refuseIrreversible(gateway: Gateway, payment: Transaction): void {
  if (payment.reversed) {
    throw invalidRequest('AUTH_ALREADY_REVERSED', 'The authorization was already reversed');
  }
  if (payment.authorizedMinor === 0) {
    throw invalidRequest('MISSING_AUTH', 'There is no authorization to reverse');
  }
  if (payment.capturedMinor === 0) return;
  const settled = gateway.ledger
    .chain(payment)
    .some((row) => row.kind !== 'refund' && settledAt(row, gateway.now()) !== undefined);
  throw settled
    ? invalidRequest('TRANSACTION_ALREADY_SETTLED', 'The payment was already settled')
    : invalidRequest(
        'TRANSACTION_ALREADY_REVERSED_OR_SETTLED',
        'The authorization was already captured',
      );
}
