// PATCH /pts/v2/payments/{id}: adds to what an authorization holds.
import { z } from 'zod';
import { beginTransaction, type Gateway, refuseUsedMti } from '../gateway.ts';
import type { Merchant } from '../merchants.ts';
import { invalidField } from '../refusal.ts';
import type { Transaction } from '../transactions.ts';
import { findOriginal } from './follow-on.ts';
import { currencySchema, readAmount, referenceSchema } from './payment-request.ts';
import { askProcessor } from './processor-rules.ts';
import { refuseIrreversible } from './reversal.ts';

export const incrementSchema = z.looseObject({
  clientReferenceInformation: referenceSchema.optional(),
  orderInformation: z.looseObject({
    amountDetails: z.looseObject({ additionalAmount: z.string(), currency: currencySchema }),
  }),
});

/** Both rows: the increment and the payment as it stands after it. @throws Refusal 400 or 404. */
export function increment(
  gateway: Gateway,
  merchant: Merchant,
  paymentId: string,
  request: z.infer<typeof incrementSchema>,
): { row: Transaction; payment: Transaction } {
  refuseUsedMti(gateway, merchant, request.clientReferenceInformation);
  const payment = findOriginal(gateway, merchant, paymentId, 'payment');
  const { additionalAmount, currency } = request.orderInformation.amountDetails;
  if (currency !== payment.currency) throw invalidField('orderInformation.amountDetails.currency');
  const amountMinor = readAmount(
    { totalAmount: additionalAmount, currency },
    'orderInformation.amountDetails.additionalAmount',
  );
  refuseIrreversible(gateway, payment);
  const processor = askProcessor({
    card: payment.card,
    amountMinor,
    currency,
    nowMs: gateway.now(),
  });
  const declined = processor.outcome === 'declined';
  const row = gateway.ledger.add({
    ...beginTransaction(gateway, merchant, {
      kind: 'increment',
      reference: request.clientReferenceInformation,
      currency,
      amountMinor,
      status: declined ? 'DECLINED' : 'AUTHORIZED',
      parent: payment,
    }),
    processor: processor.result,
  });
  const added = declined ? 0 : amountMinor;
  const after = gateway.ledger.update(payment.id, {
    authorizedMinor: payment.authorizedMinor + added,
  });
  return { row, payment: after };
}
