// POST /pts/v2/payments/{id}/captures: full, partial and several, never beyond what is held.
import { formatAmount } from '../amounts.ts';
import { beginTransaction, type Gateway, refuseUsedMti } from '../gateway.ts';
import type { Merchant } from '../merchants.ts';
import { invalidRequest } from '../refusal.ts';
import type { Transaction } from '../transactions.ts';
import { announceFollowOn } from '../webhooks/payloads.ts';
import { type FollowOnRequest, findOriginal, followOnAmount } from './follow-on.ts';

/** Captures and gives the new row. @throws Refusal 400 or 404. */
export function capture(
  gateway: Gateway,
  merchant: Merchant,
  paymentId: string,
  request: FollowOnRequest,
): Transaction {
  refuseUsedMti(gateway, merchant, request.clientReferenceInformation);
  const payment = findOriginal(gateway, merchant, paymentId, 'payment');
  const amountMinor = followOnAmount(request, payment);
  refuseWithoutAuthorization(payment);
  const left = payment.authorizedMinor - payment.capturedMinor;
  if (amountMinor > left) {
    throw invalidRequest(
      'EXCEEDS_AUTH_AMOUNT',
      `The capture is more than the ${formatAmount(left, payment.currency)} left of the authorization`,
    );
  }
  const row = gateway.ledger.add({
    ...beginTransaction(gateway, merchant, {
      kind: 'capture',
      reference: request.clientReferenceInformation,
      currency: payment.currency,
      amountMinor,
      status: 'PENDING',
      parent: payment,
    }),
    capturedMinor: amountMinor,
    ...inherited(payment),
  });
  gateway.ledger.update(payment.id, { capturedMinor: payment.capturedMinor + amountMinor });
  announceFollowOn(gateway, merchant, row);
  return row;
}

/** What a follow-on shows of the payment it belongs to. */
export function inherited(original: Transaction): Partial<Transaction> {
  const { card, billTo, tokens } = original;
  return {
    ...(card === undefined ? {} : { card }),
    ...(billTo === undefined ? {} : { billTo }),
    ...(tokens === undefined ? {} : { tokens }),
  };
}

function refuseWithoutAuthorization(payment: Transaction): void {
  if (payment.reversed) {
    throw invalidRequest('AUTH_ALREADY_REVERSED', 'The authorization was already reversed');
  }
  const rejected =
    payment.answeredStatus === 'AUTHORIZED_RISK_DECLINED' ||
    payment.reviewCase?.state === 'REJECTED';
  if (payment.authorizedMinor === 0 || rejected) {
    throw invalidRequest('MISSING_AUTH', 'There is no authorization to capture');
  }
}
