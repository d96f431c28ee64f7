// POST /pts/v2/payments: authorization or sale, with fraud decision and token creation.
import { beginTransaction, type ClientReference, type Gateway, refuseUsedMti } from '../gateway.ts';
import type { Merchant } from '../merchants.ts';
import { invalidRequest } from '../refusal.ts';
import { assessRisk, type RiskAssessment, triggerOf } from '../risk/decision-rules.ts';
import type { Address, Transaction } from '../transactions.ts';
import { announcePayment } from '../webhooks/payloads.ts';
import { paymentAnswer } from './answers.ts';
import { decideOutcome, type Outcome, opensCase } from './outcome.ts';
import { type PaymentRequest, readAmount } from './payment-request.ts';
import { findSource, type PaymentSource } from './payment-source.ts';
import { askProcessor } from './processor-rules.ts';

/** The issuer asks that the payer confirms. */
const WANTS_AUTHENTICATION: Outcome = {
  status: 'DECLINED',
  reason: 'CONSUMER_AUTHENTICATION_REQUIRED',
  reasonCode: 478,
  authorizedMinor: 0,
};

const HOUR_MS = 3_600_000;
const REPEAT_WINDOW_MS = 15 * 60_000;
const DEFAULT_TOKEN_TYPES = ['customer', 'paymentInstrument', 'shippingAddress'];

/** Runs a payment and answers its 201 body. @throws Refusal 400 when nothing was even tried. */
export async function createPayment(
  gateway: Gateway,
  merchant: Merchant,
  request: PaymentRequest,
): Promise<object> {
  const { transaction, tokensAreNew } = await runPayment(gateway, merchant, request);
  return paymentAnswer(transaction, tokensAreNew);
}

/** As createPayment, giving the row. */
export async function runPayment(
  gateway: Gateway,
  merchant: Merchant,
  request: PaymentRequest,
): Promise<{ transaction: Transaction; tokensAreNew?: boolean }> {
  const { amountDetails } = request.orderInformation;
  const amountMinor = readAmount(amountDetails);
  const source = await findSource(gateway, merchant, request);
  refuseUsedMti(gateway, merchant, request.clientReferenceInformation);
  refuseRepeatedCode(gateway, merchant, request.clientReferenceInformation, source, amountMinor);
  const { processor, risk, outcome } = assess(gateway, merchant, request, source, amountMinor);
  const sale = request.processingInformation?.capture === true && outcome.status === 'AUTHORIZED';
  const tokens = createTokens(gateway, merchant, request, source, outcome);
  const transaction = gateway.ledger.add({
    ...beginTransaction(gateway, merchant, {
      kind: 'payment',
      reference: request.clientReferenceInformation,
      currency: amountDetails.currency,
      amountMinor,
      status: outcome.status,
    }),
    ...askedReconciliationId(request),
    ...paymentFacts(request, source),
    ...(outcome.reason === undefined ? {} : { reason: outcome.reason }),
    reasonCode: outcome.reasonCode,
    sale,
    authorizedMinor: outcome.authorizedMinor,
    capturedMinor: sale ? outcome.authorizedMinor : 0,
    tokens: { ...source.tokens, ...tokens?.tokens },
    ...(processor === undefined ? {} : { processor: processor.result }),
    risk,
    ...(opensCase(outcome) ? { reviewCase: { state: 'OPEN', notes: [] } } : {}),
  });
  if (source.transientTokenId !== undefined && outcome.authorizedMinor > 0) {
    gateway.transientTokens.markUsed(source.transientTokenId);
  }
  announcePayment(gateway, merchant, transaction);
  return { transaction, ...(tokens === undefined ? {} : { tokensAreNew: tokens.isNew }) };
}

function assess(
  gateway: Gateway,
  merchant: Merchant,
  request: PaymentRequest,
  source: PaymentSource,
  amountMinor: number,
) {
  const { currency } = request.orderInformation.amountDetails;
  const trigger = triggerOf(source.billTo);
  const processor =
    trigger === 'prereview'
      ? undefined
      : askProcessor({
          card: source.card,
          amountMinor,
          currency,
          nowMs: gateway.now(),
          refuse: trigger === 'decline' || gateway.faults.takeSwitch('payment-decline'),
        });
  const risk = assessPayment(gateway, merchant, request, source, amountMinor);
  if (
    trigger === 'authenticate' &&
    request.consumerAuthenticationInformation?.eciRaw === undefined
  ) {
    return { processor: undefined, risk, outcome: WANTS_AUTHENTICATION };
  }
  return { processor, risk, outcome: decideOutcome(trigger, processor, risk, amountMinor) };
}

/** Scores a request for Decision Manager. */
export function assessPayment(
  gateway: Gateway,
  merchant: Merchant,
  request: PaymentRequest,
  source: { card?: { fingerprint: string }; billTo: Address },
  amountMinor: number,
): RiskAssessment {
  const since = gateway.now() - HOUR_MS;
  const fingerprint = source.card?.fingerprint;
  const recentUses = gateway.ledger
    .ofMerchant(merchant.merchantId)
    .filter(
      (row) =>
        row.kind === 'payment' && row.submitTimeMs > since && row.card?.fingerprint === fingerprint,
    ).length;
  return assessRisk({
    amountMinor,
    currency: request.orderInformation.amountDetails.currency,
    ...(fingerprint === undefined ? {} : { cardFingerprint: fingerprint }),
    billTo: source.billTo,
    shipTo: request.orderInformation.shipTo ?? {},
    recentUses: fingerprint === undefined ? 0 : recentUses,
  });
}

/** What a row keeps of the request. */
export function paymentFacts(
  request: PaymentRequest,
  source: Partial<PaymentSource> & { billTo: Address },
): Partial<Transaction> {
  const { shipTo } = request.orderInformation;
  const merchantCustomerId = request.buyerInformation?.merchantCustomerID;
  const ipAddress = request.deviceInformation?.ipAddress;
  const defined = request.merchantDefinedInformation;
  return {
    ...(source.card === undefined ? {} : { card: source.card }),
    billTo: source.billTo,
    ...(shipTo === undefined ? {} : { shipTo }),
    ...(merchantCustomerId === undefined ? {} : { merchantCustomerId }),
    ...(ipAddress === undefined ? {} : { ipAddress }),
    ...(defined === undefined ? {} : { merchantDefined: defined }),
  };
}

function createTokens(
  gateway: Gateway,
  merchant: Merchant,
  request: PaymentRequest,
  source: PaymentSource,
  outcome: Outcome,
) {
  const processing = request.processingInformation;
  const asked = processing?.actionList?.includes('TOKEN_CREATE') ?? false;
  if (!asked || outcome.status === 'DECLINED') return undefined;
  const buyer = request.buyerInformation;
  const customerId = request.paymentInformation?.customer?.id;
  return gateway.vault.createTokens(merchant.merchantId, {
    card: source.card,
    billTo: source.billTo,
    shipTo: request.orderInformation.shipTo ?? {},
    types: processing?.actionTokenTypes ?? DEFAULT_TOKEN_TYPES,
    ...(customerId === undefined ? {} : { customerId }),
    customerFields: buyer === undefined ? {} : { buyerInformation: buyer },
  });
}

function askedReconciliationId(request: PaymentRequest): Partial<Transaction> {
  const asked = request.processingInformation?.reconciliationId;
  return asked === undefined ? {} : { reconciliationId: asked };
}

/** Reason code 104, for merchants that have the check switched on. */
function refuseRepeatedCode(
  gateway: Gateway,
  merchant: Merchant,
  reference: ClientReference | undefined,
  source: PaymentSource,
  amountMinor: number,
): void {
  if (!merchant.refuseRepeatedCodes || reference?.code === undefined) return;
  const since = gateway.now() - REPEAT_WINDOW_MS;
  const repeated = gateway.ledger
    .ofMerchant(merchant.merchantId)
    .some(
      (row) =>
        row.kind === 'payment' &&
        row.submitTimeMs > since &&
        row.code === reference.code &&
        row.amountMinor === amountMinor &&
        row.authorizedMinor > 0 &&
        row.card?.fingerprint === source.card.fingerprint,
    );
  if (!repeated) return;
  throw invalidRequest('DUPLICATE_REQUEST', 'The same code was authorized within 15 minutes');
}
