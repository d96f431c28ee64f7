// Captures, refunds, voids and reversals: one call each, answered by the same rule.
import { toDecimal } from '../../domain/money.ts';
import { problem } from '../../domain/problem.ts';
import type { GatewayAnswer, MovementOrder } from '../../ports/gateway.ts';
import { callGateway, type GatewayConnection, merchantUnknown } from './gateway-call.ts';
import { levelData } from './level-data.ts';
import { readMovementAnswer } from './read-movement-answer.ts';

/** A function has 30 s in all: the answer to a movement, even "not known", must still be written down. */
export const MOVEMENT_TIMEOUT_MS = 15_000;

const paths: Readonly<Record<MovementOrder['kind'], string>> = {
  capture: 'captures',
  refund: 'refunds',
  void: 'voids',
  reversal: 'reversals',
};

/** Moves money that was authorized or captured before. */
export async function moveMoney(
  connection: GatewayConnection,
  order: MovementOrder,
): Promise<GatewayAnswer> {
  const { merchant, target, amount, kind } = order;
  if (amount.minor <= 0) {
    const facts = { currency: amount.currency };
    return { kind: 'refused', problem: problem('amount-invalid', 'fix-input', facts) };
  }
  const exchange = await callGateway(connection, {
    merchant,
    method: 'POST',
    path: `/pts/v2/${target.kind}s/${encodeURIComponent(target.id)}/${paths[kind]}`,
    body: bodyOf(order),
    timeoutMs: MOVEMENT_TIMEOUT_MS,
  });
  if (exchange.kind === 'no-credentials') {
    return { kind: 'refused', problem: merchantUnknown(merchant) };
  }
  return readMovementAnswer(kind, exchange, merchant, connection.clock.now());
}

function bodyOf({ kind, intent, amount, reason, purchase }: MovementOrder): object {
  // The code is what a search finds again; the transaction id makes the gateway refuse a second one.
  const clientReferenceInformation = { code: intent, transactionId: intent };
  const amountDetails = { totalAmount: toDecimal(amount), currency: amount.currency };
  switch (kind) {
    case 'capture': {
      const { processing, amounts, order } = levelData(purchase, amount);
      return {
        clientReferenceInformation,
        ...(Object.keys(processing).length === 0 ? {} : { processingInformation: processing }),
        orderInformation: { amountDetails: { ...amountDetails, ...amounts }, ...order },
      };
    }
    case 'refund':
      return { clientReferenceInformation, orderInformation: { amountDetails } };
    case 'reversal':
      return {
        clientReferenceInformation,
        reversalInformation: { amountDetails, ...(reason === undefined ? {} : { reason }) },
      };
    // A void is of the whole: it takes no amount.
    case 'void':
      return { clientReferenceInformation };
  }
}
