// Our gateway connector, over the real transport, pointed at a Cybersource stand-in with generated keys.
import { randomBytes, randomUUID } from 'node:crypto';
import { createCybersourceGateway } from '../../../functions/core/connectors/cybersource/cybersource-gateway.ts';
import type { GatewayConnection } from '../../../functions/core/connectors/cybersource/gateway-call.ts';
import { createFetchTransport } from '../../../functions/core/connectors/transport/fetch-transport.ts';
import type { GatewayTransaction } from '../../../functions/core/domain/gateway-transaction.ts';
import { type GatewayId, intentId, type MerchantId } from '../../../functions/core/domain/ids.ts';
import type { Gateway, MovementOrder } from '../../../functions/core/ports/gateway.ts';
import { SandboxClock } from '../../sandbox/clock.ts';
import type { TransactionSeed } from '../../sandbox/cybersource/seeding.ts';
import { type CybersourceStandIn, startCybersource } from '../../sandbox/cybersource/server.ts';

export const US = 'sim_us' as MerchantId;
export const JP = 'sim_jp' as MerchantId;

const HOST = 'apitest.cybersource.com';
/** So that a hanging gateway costs a test little; the connector's own limits have unit tests. */
const TIMEOUT_MS = 150;

const merchants = [
  {
    merchantId: US,
    keyId: randomUUID(),
    secret: randomBytes(32).toString('base64'),
    currency: 'USD',
  },
  {
    merchantId: JP,
    keyId: randomUUID(),
    secret: randomBytes(32).toString('base64'),
    currency: 'JPY',
  },
];

export interface OpenGateway {
  readonly standIn: CybersourceStandIn;
  readonly clock: SandboxClock;
  /** The gateway in one way of signing; `wrongSecret` signs with a key that is not the merchant's. */
  connect(authentication: 'jwt' | 'http-signature', wrongSecret?: boolean): Gateway;
  connection(authentication: 'jwt' | 'http-signature', wrongSecret?: boolean): GatewayConnection;
}

export async function openGateway(): Promise<OpenGateway> {
  const clock = new SandboxClock();
  const standIn = await startCybersource({
    clock,
    dataDir: ':memory:',
    port: 0,
    merchants,
    expectedHost: HOST,
  });
  const transport = createFetchTransport();
  const connection: OpenGateway['connection'] = (authentication, wrongSecret = false) => ({
    url: standIn.url,
    host: HOST,
    authentication,
    credentials: (merchant) => {
      const found = merchants.find((one) => one.merchantId === merchant);
      if (found === undefined) return undefined;
      return wrongSecret ? { ...found, secret: randomBytes(32).toString('base64') } : found;
    },
    transport: {
      send: (request) =>
        transport.send({ ...request, timeoutMs: Math.min(request.timeoutMs, timeoutMs(standIn)) }),
    },
    clock,
    random: { bytes: (count) => randomBytes(count) },
  });
  return {
    standIn,
    clock,
    connection,
    connect: (authentication, wrongSecret) =>
      createCybersourceGateway(connection(authentication, wrongSecret)),
  };
}

/** Short only while a request is to hang: signing and a busy machine may take their time otherwise. */
function timeoutMs(standIn: CybersourceStandIn): number {
  const hangs = standIn.faults.armed.some((fault) => fault.mode.startsWith('hang'));
  return hangs ? TIMEOUT_MS : 10_000;
}

/** A refund of 20.00 with an intent of its own. */
export function refundOf(id: GatewayId, more: Partial<MovementOrder> = {}): MovementOrder {
  return {
    merchant: US,
    kind: 'refund',
    target: { kind: 'payment', id },
    amount: { minor: 2_000, currency: 'USD' },
    intent: intentId(Date.now(), randomBytes(16)),
    ...more,
  };
}

export async function readOne(
  gateway: Gateway,
  id: GatewayId,
  merchant: MerchantId = US,
): Promise<GatewayTransaction> {
  const result = await gateway.readTransaction(merchant, id);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

/** The ids that a search by reference finds once the index has caught up. */
export async function findByReference(
  open: OpenGateway,
  gateway: Gateway,
  reference: string,
): Promise<GatewayId[]> {
  open.clock.advance(3_000);
  const result = await gateway.searchTransactions({ merchant: US, by: { reference } });
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value.found.map((row) => row.id);
}

/** How much of a payment the stand-in has refunded, in minor units. */
export function refundedMinor(open: OpenGateway, id: string): number {
  return open.standIn
    .overview()
    .filter((row) => row.kind === 'refund' && row.rootId === id && row.status !== 'DECLINED')
    .reduce((sum, row) => sum + Number(row.amount.replace('.', '')), 0);
}

let orders = 1000;

/** A sale of 120.50 (12,050 yen) one hour ago, with a new order number. */
export function saleSeed(
  clock: SandboxClock,
  more: Partial<TransactionSeed> = {},
): TransactionSeed {
  orders += 1;
  return {
    merchantId: US,
    code: String(orders),
    amountMinor: 12_050,
    submitTimeMs: clock.now() - 3_600_000,
    card: { number: '4111111111111111', expirationMonth: '12', expirationYear: '2031' },
    billTo: {
      firstName: 'Robin',
      lastName: 'Ash',
      email: 'robin.ash@example.com',
      address1: '18 Mill Lane',
      locality: 'Portland',
      administrativeArea: 'OR',
      postalCode: '97201',
      country: 'US',
    },
    sale: true,
    ...more,
  };
}

/** Makes a chain of transactions and gives the ids that matter. */
export async function seed(open: OpenGateway, more: Partial<TransactionSeed> = {}) {
  const seeded = await open.standIn.seedTransaction(saleSeed(open.clock, more));
  return {
    ...seeded,
    id: seeded.payment.id as GatewayId,
    captureIds: seeded.captures.map((row) => row.id as GatewayId),
  };
}
