// Cards at the gateway as the CardPayments port; what is seldom needed is loaded when it is.
import type { CardPayments } from '../../ports/card-payments.ts';
import { chargeCard, timeoutReversal } from './charge-card.ts';
import type { GatewayConnection } from './gateway-call.ts';
import { createPayerConfirmations } from './payer-confirmation.ts';

export function createCardPayments(connection: GatewayConnection): CardPayments {
  // The token library is a third of a cold start, and only the card page needs it.
  const fields = () => import('./card-fields.ts');
  return {
    openFields: async (merchant, origins) =>
      (await fields()).openCardFields(connection, merchant, origins),
    readEntered: async (transientToken, tokenKey) =>
      (await fields()).readEnteredCard(connection, transientToken, tokenKey),
    payer: createPayerConfirmations(connection),
    charge: (order) => chargeCard(connection, order),
    timeoutReversal: (merchant, intent, amount) =>
      timeoutReversal(connection, merchant, intent, amount),
  };
}
