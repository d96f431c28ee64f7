// Charges a card: POST /pts/v2/payments with a token of the card fields or of the vault, never with a number.
import type { IntentId, MerchantId } from '../../domain/ids.ts';
import { type Money, toDecimal } from '../../domain/money.ts';
import { problem } from '../../domain/problem.ts';
import type { ChargeAnswer, ChargeOrder } from '../../ports/card-payments.ts';
import type { VoidAnswer } from '../../ports/gateway.ts';
import { billTo } from './card-bill-to.ts';
import { callGateway, type GatewayConnection, merchantUnknown } from './gateway-call.ts';
import { levelData } from './level-data.ts';
import { MOVEMENT_TIMEOUT_MS } from './move-money.ts';
import { readChargeAnswer } from './read-charge-answer.ts';
import { readVoidAnswer } from './read-void-answer.ts';

export async function chargeCard(
  connection: GatewayConnection,
  order: ChargeOrder,
): Promise<ChargeAnswer> {
  const { merchant } = order;
  const exchange = await callGateway(connection, {
    merchant,
    method: 'POST',
    path: '/pts/v2/payments',
    body: bodyOf(order),
    timeoutMs: MOVEMENT_TIMEOUT_MS,
  });
  if (exchange.kind === 'no-credentials') {
    return { kind: 'refused', problem: merchantUnknown(merchant) };
  }
  return readChargeAnswer(exchange, merchant, connection.clock.now());
}

/** POST /pts/v2/reversals: the authorization or sale is named by the merchant transaction id that it was sent with. */
export async function timeoutReversal(
  connection: GatewayConnection,
  merchant: MerchantId,
  intent: IntentId,
  amount: Money,
): Promise<VoidAnswer> {
  const exchange = await callGateway(connection, {
    merchant,
    method: 'POST',
    path: '/pts/v2/reversals',
    body: {
      clientReferenceInformation: { code: intent, transactionId: intent },
      reversalInformation: { amountDetails: amountDetails(amount) },
    },
    timeoutMs: MOVEMENT_TIMEOUT_MS,
  });
  if (exchange.kind === 'no-credentials') {
    return { kind: 'not-now', problem: problem('merchant-unknown', 'fix-setup', { merchant }) };
  }
  return readVoidAnswer(exchange, merchant, connection.clock.now());
}

function amountDetails(amount: Money) {
  return { totalAmount: toDecimal(amount), currency: amount.currency };
}

function bodyOf(order: ChargeOrder): object {
  const { amount, source, keep, customer, ipAddress, proof } = order;
  const isSaved = source.kind === 'saved';
  const level = levelData(order.purchase, amount);
  const customerId = isSaved ? source.customerId : keep?.customerId;
  const instrumentId = isSaved ? source.paymentInstrumentId : undefined;
  return {
    clientReferenceInformation: { code: order.reference, transactionId: order.intent },
    processingInformation: {
      capture: order.isSale,
      commerceIndicator: proof?.indicator ?? 'internet',
      ...(keep === undefined ? {} : tokenCreation(keep)),
      ...(isSaved || keep !== undefined ? { authorizationOptions: onFile(order) } : {}),
      ...level.processing,
    },
    ...(customerId === undefined
      ? {}
      : {
          paymentInformation: {
            customer: { id: customerId },
            ...(instrumentId === undefined ? {} : { paymentInstrument: { id: instrumentId } }),
          },
        }),
    ...(isSaved ? {} : { tokenInformation: { transientTokenJwt: source.transientToken } }),
    orderInformation: {
      amountDetails: { ...amountDetails(amount), ...level.amounts },
      ...(customer === undefined ? {} : { billTo: billTo(customer) }),
      ...level.order,
    },
    ...(proof === undefined ? {} : { consumerAuthenticationInformation: proof.facts }),
    ...(ipAddress === undefined ? {} : { deviceInformation: { ipAddress } }),
  };
}

/** A new card of a known customer becomes one more of theirs; of a stranger, with a customer of its own. */
function tokenCreation({ customerId }: NonNullable<ChargeOrder['keep']>) {
  const own = customerId === undefined ? ['customer'] : [];
  return {
    actionList: ['TOKEN_CREATE'],
    actionTokenTypes: [...own, 'paymentInstrument', 'instrumentIdentifier'],
  };
}

/** Card schemes want to know whether a credential is stored now or used again, and by whom. */
function onFile({ source, origin }: ChargeOrder) {
  return {
    initiator: {
      type: origin,
      ...(source.kind === 'saved'
        ? { storedCredentialUsed: true }
        : { credentialStoredOnFile: true }),
    },
  };
}
