// Where a payment's card comes from: entered digits, a transient token, or tokens of the vault.
import type { Gateway } from '../gateway.ts';
import type { Merchant } from '../merchants.ts';
import { type FieldProblem, invalidField, invalidFields } from '../refusal.ts';
import type { FoundCard } from '../tms/vault.ts';
import { type PaymentRequest, requireBillTo } from './payment-request.ts';

export interface PaymentSource extends FoundCard {
  /** The transient token to mark as used once the payment succeeds. */
  readonly transientTokenId?: string;
}

/** The card to charge. @throws Refusal 400 when there is none or its token is not valid here. */
export async function findSource(
  gateway: Gateway,
  merchant: Merchant,
  request: PaymentRequest,
): Promise<PaymentSource> {
  const sentBillTo = request.orderInformation.billTo ?? {};
  const token = request.tokenInformation;
  if (token?.transientTokenJwt !== undefined || token?.jti !== undefined) {
    requireBillTo(sentBillTo);
    const found = await gateway.transientTokens.redeem(merchant.merchantId, token, gateway.now());
    return { card: found.card, billTo: sentBillTo, tokens: {}, transientTokenId: found.jti };
  }
  if (request.paymentInformation?.card?.number !== undefined) {
    requireBillTo(sentBillTo);
    return { card: enteredCard(gateway, request), billTo: sentBillTo, tokens: {} };
  }
  const stored = storedCard(gateway, merchant.merchantId, request);
  return { ...stored, billTo: { ...stored.billTo, ...sentBillTo } };
}

function enteredCard(gateway: Gateway, request: PaymentRequest) {
  const card = request.paymentInformation?.card ?? {};
  const missing = (['number', 'expirationMonth', 'expirationYear'] as const).filter(
    (name) => card[name] === undefined,
  );
  if (missing.length > 0) throw missingCardFields(missing);
  return gateway.vault.keep({
    number: card.number ?? '',
    expirationMonth: card.expirationMonth ?? '',
    expirationYear: card.expirationYear ?? '',
    securityCode: card.securityCode,
  });
}

function storedCard(gateway: Gateway, merchantId: string, request: PaymentRequest): FoundCard {
  const { vault } = gateway;
  const information = request.paymentInformation ?? {};
  if (information.paymentInstrument !== undefined) {
    const instrument = vault.paymentInstruments.find(merchantId, information.paymentInstrument.id);
    if (instrument === undefined) throw invalidField('paymentInformation.paymentInstrument.id');
    return vault.cardOf(merchantId, instrument);
  }
  if (information.customer !== undefined) {
    const instrument = vault
      .instrumentsOf(merchantId, information.customer.id)
      .find((one) => one.isDefault);
    if (instrument === undefined) throw invalidField('paymentInformation.customer.id');
    return vault.cardOf(merchantId, instrument);
  }
  if (information.instrumentIdentifier !== undefined) {
    return identifiedCard(gateway, merchantId, information.instrumentIdentifier.id, request);
  }
  throw missingCardFields(['number', 'expirationMonth', 'expirationYear']);
}

function identifiedCard(
  gateway: Gateway,
  merchantId: string,
  id: string,
  request: PaymentRequest,
): FoundCard {
  const identifier = gateway.vault.instrumentIdentifiers.find(merchantId, id);
  if (identifier === undefined) throw invalidField('paymentInformation.instrumentIdentifier.id');
  const { expirationMonth, expirationYear } = request.paymentInformation?.card ?? {};
  if (expirationMonth === undefined || expirationYear === undefined) {
    throw missingCardFields(['expirationMonth', 'expirationYear']);
  }
  return {
    card: { ...identifier.number, expirationMonth, expirationYear, securityCodeGiven: false },
    billTo: {},
    tokens: { instrumentIdentifier: identifier.id },
  };
}

function missingCardFields(names: readonly string[]) {
  return invalidFields(
    names.map(
      (name): FieldProblem => ({
        field: `paymentInformation.card.${name}`,
        reason: 'MISSING_FIELD',
      }),
    ),
  );
}
