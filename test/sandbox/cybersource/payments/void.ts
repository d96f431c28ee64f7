// Voids of sales, captures, refunds and credits that no batch has taken yet, by id or by MTI.
import { z } from 'zod';
import { beginTransaction, type ClientReference, type Gateway, refuseUsedMti } from '../gateway.ts';
import type { Merchant } from '../merchants.ts';
import { invalidRequest } from '../refusal.ts';
import { isSettleable, settledAt, type Transaction } from '../transactions.ts';
import { announceFollowOn } from '../webhooks/payloads.ts';
import { inherited } from './capture.ts';
import { findOriginal } from './follow-on.ts';
import { referenceSchema } from './payment-request.ts';
import { undoRefund } from './refund.ts';

/** Body of a void by id. */
export const voidSchema = z.looseObject({
  clientReferenceInformation: referenceSchema.optional(),
});

/** Body of the calls that name a lost request by its MTI. */
export const lostRequestSchema = z.looseObject({
  clientReferenceInformation: z.looseObject({ transactionId: z.string().min(1).max(30) }),
  processingInformation: z.looseObject({ paymentId: z.string().optional() }).optional(),
});

export type VoidableKind = 'payment' | 'capture' | 'refund' | 'credit';

/** Both rows of a void. */
export interface Voided {
  readonly row: Transaction;
  readonly original: Transaction;
}

/** @throws Refusal 400 NOT_VOIDABLE or 404. */
export function voidById(
  gateway: Gateway,
  merchant: Merchant,
  target: { kind: VoidableKind; id: string },
  reference: ClientReference | undefined,
): Voided {
  refuseUsedMti(gateway, merchant, reference);
  const original = findOriginal(gateway, merchant, target.id, target.kind);
  return voidOriginal(gateway, merchant, original, reference);
}

/** POST /pts/v2/voids: the sale, capture, refund or credit whose answer was lost. @throws Refusal 400. */
export function voidByMti(
  gateway: Gateway,
  merchant: Merchant,
  request: z.infer<typeof lostRequestSchema>,
): Voided {
  const { transactionId } = request.clientReferenceInformation;
  const paymentId = request.processingInformation?.paymentId;
  const original = gateway.ledger
    .byMti(merchant.merchantId, transactionId, gateway.now())
    .find((row) => paymentId === undefined || row.id === paymentId);
  if (original === undefined) throw notVoidable('There is no request with this transactionId');
  return voidOriginal(gateway, merchant, original, { code: original.code });
}

function voidOriginal(
  gateway: Gateway,
  merchant: Merchant,
  original: Transaction,
  reference: ClientReference | undefined,
): Voided {
  if (!isSettleable(original)) throw notVoidable('There is nothing to void');
  if (settledAt(original, gateway.now()) !== undefined) {
    throw notVoidable('The batch was already submitted');
  }
  if (original.refundedMinor > 0) throw notVoidable('The amount was already refunded');
  const row = gateway.ledger.add({
    ...beginTransaction(gateway, merchant, {
      kind: 'void',
      reference,
      currency: original.currency,
      amountMinor: original.kind === 'payment' ? original.capturedMinor : original.amountMinor,
      status: 'VOIDED',
      parent: original,
    }),
    ...inherited(original),
  });
  takeBack(gateway, original);
  announceFollowOn(gateway, merchant, row);
  return { row, original };
}

function takeBack(gateway: Gateway, original: Transaction): void {
  const { ledger } = gateway;
  if (original.kind === 'refund') undoRefund(gateway, original);
  if (original.kind === 'capture') {
    const payment = ledger.find(original.merchantId, original.rootId);
    if (payment !== undefined) {
      const capturedMinor = payment.capturedMinor - original.amountMinor;
      ledger.update(payment.id, { capturedMinor });
    }
  }
  ledger.update(original.id, { voided: true, status: 'VOIDED', capturedMinor: 0 });
}

function notVoidable(message: string) {
  return invalidRequest('NOT_VOIDABLE', message);
}
