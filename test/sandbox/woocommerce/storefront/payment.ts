// Charging a card: the transient token goes to the gateway, the answer becomes words for the buyer.

import type { CallGateway, GatewayReply, MerchantKeys } from '../gateway-client.ts';
import { decimalText } from '../money-text.ts';
import type { ShopOrder } from '../orders.ts';

/** `unheard`: no answer, so the buyer must not pay again before we know. */
export type PaymentOutcome =
  | { readonly kind: 'received' }
  | { readonly kind: 'declined'; readonly message: string }
  | { readonly kind: 'unheard' };

const declineTexts: Readonly<Record<string, string>> = {
  INSUFFICIENT_FUND: 'The card does not have enough money for this.',
  EXPIRED_CARD: 'The card has expired.',
  STOLEN_LOST_CARD: 'The card cannot be used.',
  CV_FAILED: 'The security code is wrong.',
  INVALID_CVN: 'The security code is wrong.',
  CVN_NOT_MATCH: 'The security code is wrong.',
  AVS_FAILED: 'The address does not match the one your bank has.',
  INVALID_ACCOUNT: 'The card number is not known to its bank.',
  EXCEEDS_CREDIT_LIMIT: 'The card is over its limit.',
  ISSUER_UNAVAILABLE: 'Your bank did not answer.',
};

/** Sends the payment; the shop's order number is the gateway's reference code. */
export async function chargeCard(
  call: CallGateway,
  merchant: MerchantKeys,
  order: ShopOrder,
  token: string,
  capture: boolean,
): Promise<PaymentOutcome> {
  const { billing } = order;
  const request = call(merchant, 'POST', '/pts/v2/payments', {
    clientReferenceInformation: { code: String(order.id) },
    processingInformation: { capture },
    tokenInformation: { transientTokenJwt: token },
    orderInformation: {
      amountDetails: {
        totalAmount: decimalText(order.totalMinor, order.currency),
        currency: order.currency,
      },
      billTo: {
        firstName: billing.first_name,
        lastName: billing.last_name,
        email: billing.email,
        address1: billing.address_1,
        locality: billing.city,
        administrativeArea: billing.state,
        postalCode: billing.postcode,
        country: billing.country,
        ...(billing.phone === '' ? {} : { phoneNumber: billing.phone }),
        ...(billing.company === '' ? {} : { company: { name: billing.company } }),
      },
    },
  });
  return request.then(readOutcome, () => ({ kind: 'unheard' }));
}

const receivedStatuses = new Set([
  'AUTHORIZED',
  'PARTIAL_AUTHORIZED',
  'AUTHORIZED_PENDING_REVIEW',
  'PENDING_REVIEW',
]);

function readOutcome(reply: GatewayReply): PaymentOutcome {
  if (reply.status >= 500) return { kind: 'unheard' };
  let body: { status?: string; errorInformation?: { reason?: string } };
  try {
    body = JSON.parse(reply.text);
  } catch {
    return { kind: 'unheard' };
  }
  if (reply.status === 201 && receivedStatuses.has(body.status ?? '')) return { kind: 'received' };
  const reason = declineTexts[body.errorInformation?.reason ?? ''] ?? 'Your bank said no.';
  return {
    kind: 'declined',
    message: `The payment was declined. ${reason} Nothing was charged: please try another card.`,
  };
}
