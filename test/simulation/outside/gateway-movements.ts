// The gateway's REST answers to what moves money: charges, captures, releases, voids and refunds, and what is called back by MTI.
import type { AskedMovements, Decision, MovementKind } from './asked-movements.ts';
import type { GatewayModel } from './gateway.ts';
import { fieldOf, minorOf, type OutsideReply, type OutsideRequest, textOf } from './route.ts';

const kinds: Readonly<Record<string, MovementKind>> = {
  captures: 'capture',
  reversals: 'reversal',
  voids: 'void',
  refunds: 'refund',
};

/** Undefined for what is no movement. */
export function answerMovement(
  model: GatewayModel,
  asked: AskedMovements,
  merchantId: string,
  request: OutsideRequest,
): OutsideReply | undefined {
  const [, , resource, id, action = ''] = request.path;
  const mti = textOf(request.json, 'clientReferenceInformation', 'transactionId');
  if (id === undefined) {
    if (resource === 'payments') return shown(asked.charge(readCharge(merchantId, request)));
    if (resource === 'voids') return recall(model, merchantId, mti);
    if (resource === 'reversals') return shown(asked.reverseLost(merchantId, mti));
    return undefined;
  }
  const kind = kinds[action];
  if (kind === undefined) return undefined;
  const code = textOf(request.json, 'clientReferenceInformation', 'code');
  const amountMinor = amountOf(model, kind, id, request);
  return shown(asked.move({ kind, merchantId, targetId: id, amountMinor, code, mti }));
}

function amountOf(
  model: GatewayModel,
  kind: MovementKind,
  targetId: string,
  { json }: OutsideRequest,
): number {
  // A void is of the whole.
  if (kind === 'void') return model.transactions.get(targetId)?.amountMinor ?? 0;
  const part = kind === 'reversal' ? 'reversalInformation' : 'orderInformation';
  const currency = textOf(json, part, 'amountDetails', 'currency');
  return minorOf(textOf(json, part, 'amountDetails', 'totalAmount'), currency);
}

function readCharge(merchantId: string, { json }: OutsideRequest) {
  const currency = textOf(json, 'orderInformation', 'amountDetails', 'currency');
  const cardId = textOf(json, 'paymentInformation', 'paymentInstrument', 'id');
  const amount = textOf(json, 'orderInformation', 'amountDetails', 'totalAmount');
  const billTo = (name: string) => textOf(json, 'orderInformation', 'billTo', name);
  return {
    merchantId,
    currency,
    amountMinor: minorOf(amount, currency),
    amount,
    ...(cardId === '' ? {} : { cardId }),
    proof: textOf(json, 'consumerAuthenticationInformation', 'cavv'),
    code: textOf(json, 'clientReferenceInformation', 'code'),
    mti: textOf(json, 'clientReferenceInformation', 'transactionId'),
    isSale: fieldOf(json, 'processingInformation', 'capture') === true,
    keepsCard: fieldOf(json, 'processingInformation', 'actionList') !== undefined,
    buyer: {
      email: billTo('email'),
      firstName: billTo('firstName'),
      lastName: billTo('lastName'),
    },
  };
}

/** The refund whose answer was lost is called back by its MTI. */
function recall(model: GatewayModel, merchantId: string, mti: string): OutsideReply {
  const lost = model.takenMtis.get(mti);
  const transaction = lost?.merchantId === merchantId ? model.recall(lost) : undefined;
  return shown(
    transaction === undefined
      ? { kind: 'refused', reason: 'NOT_VOIDABLE' }
      : { kind: 'acted', transaction },
  );
}

function shown(decision: Decision): OutsideReply {
  if (decision.kind === 'refused') {
    const { reason } = decision;
    return { status: 400, body: { status: 'INVALID_REQUEST', reason, message: 'Refused.' } };
  }
  const { id, status, kind, declineReason, keepsCard } = decision.transaction;
  if (decision.kind === 'declined') {
    const reason = declineReason ?? 'PROCESSOR_DECLINED';
    return {
      status: 201,
      body: { id, status, errorInformation: { reason, message: 'Declined.' } },
    };
  }
  if (kind !== 'payment' || keepsCard !== true) return { status: 201, body: { id, status } };
  const tokenInformation = {
    customer: { id: `C${id}` },
    paymentInstrument: { id: `P${id}` },
    instrumentIdentifier: { id: `I${id}` },
  };
  return { status: 201, body: { id, status, tokenInformation } };
}

/** A card is taken out of the vault. */
export function removeCard(model: GatewayModel, cardId: string): OutsideReply {
  if (model.removedCards.has(cardId)) return { status: 404, body: { message: 'No such card' } };
  model.removedCards.add(cardId);
  return { status: 204 };
}

/** The card that a payment of ours has left in the vault. */
export function listCards(model: GatewayModel, customerId: string): OutsideReply {
  const found = model.transactions.get(customerId.slice(1));
  if (found?.keepsCard !== true) return { status: 404, body: { message: 'No such customer' } };
  const paymentInstruments = [
    {
      id: `P${found.id}`,
      state: 'ACTIVE',
      default: true,
      card: { type: '001', expirationMonth: '12', expirationYear: '2031' },
      instrumentIdentifier: { id: `I${found.id}` },
      _embedded: { instrumentIdentifier: { card: { number: '411111XXXXXX1111' } } },
    },
  ];
  return { status: 200, body: { _embedded: { paymentInstruments } } };
}
