// A gateway over a scripted transport, with fixed time, randomness and keys.
import { createCybersourceGateway } from '../../../../functions/core/connectors/cybersource/cybersource-gateway.ts';
import type { GatewayCredentials } from '../../../../functions/core/connectors/cybersource/signing.ts';
import {
  type GatewayId,
  intentId,
  type MerchantId,
} from '../../../../functions/core/domain/ids.ts';
import type { Gateway, MovementOrder } from '../../../../functions/core/ports/gateway.ts';
import type { HttpOutcome } from '../../../../functions/core/ports/platform.ts';
import { type ScriptedTransport, scriptedTransport } from '../transport/scripted-transport.ts';

export const NOW = Date.UTC(2026, 10, 22, 12, 20, 0);
export const MERCHANT = 'acme_us' as MerchantId;
export const PAYMENT = '7953500000000000000001' as GatewayId;
export const CREDENTIALS: GatewayCredentials = {
  keyId: '08c94330-f618-42a3-b09d-e1e43be5efda',
  secret: Buffer.alloc(32, 9).toString('base64'),
};

export interface ScriptedGateway {
  readonly gateway: Gateway;
  readonly transport: ScriptedTransport;
}

export function scriptedGateway(
  outcomes: readonly HttpOutcome[],
  authentication: 'jwt' | 'http-signature' = 'jwt',
): ScriptedGateway {
  const transport = scriptedTransport(...outcomes);
  const gateway = createCybersourceGateway({
    url: 'https://apitest.cybersource.com/',
    host: 'apitest.cybersource.com',
    authentication,
    credentials: (merchant) => (merchant === MERCHANT ? CREDENTIALS : undefined),
    transport,
    clock: { now: () => NOW },
    random: { bytes: (count) => new Uint8Array(count).fill(5) },
  });
  return { gateway, transport };
}

export function refundOrder(more: Partial<MovementOrder> = {}): MovementOrder {
  return {
    merchant: MERCHANT,
    kind: 'refund',
    target: { kind: 'payment', id: PAYMENT },
    amount: { minor: 1234, currency: 'USD' },
    intent: intentId(NOW, new Uint8Array(16)),
    ...more,
  };
}
