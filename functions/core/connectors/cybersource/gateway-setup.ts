// One merchant id while it is set up and examined: is its key taken, what may it subscribe to, what is subscribed.
import type { MerchantId } from '../../domain/ids.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Transport } from '../../ports/platform.ts';
import type {
  GatewayPlace,
  GatewayProduct,
  GatewaySetup,
  KeyProof,
  MerchantKey,
} from '../../ports/setup.ts';
import { listAt, parseJson, textAt } from '../transport/read-json.ts';
import {
  callGateway,
  type GatewayConnection,
  type GatewayRequest,
  problemOfStatus,
} from './gateway-call.ts';
import { readError } from './read-error.ts';
import { tryMovement } from './test-movement.ts';
import {
  activate,
  createSigningKey,
  listSubscriptions,
  subscribe,
  unsubscribe,
} from './webhook-subscriptions.ts';

/** The calls of one merchant id; the answer's parsed body, `undefined` for an empty one. */
export interface MerchantCalls {
  readonly merchant: MerchantId;
  ask(
    request: Omit<GatewayRequest, 'merchant' | 'timeoutMs'>,
    what: string,
  ): Promise<Result<unknown>>;
}

const TIMEOUT_MS = 10_000;
/** No transaction has this id: a good key is told so, a bad one is refused before. */
const NO_TRANSACTION = '/tss/v2/transactions/1';

interface GatewaySetupOptions
  extends Pick<GatewayConnection, 'transport' | 'clock' | 'random'>,
    GatewayPlace {
  /** For the one request that carries a card number, the sandbox's public test card; without it, as all others. */
  readonly testTransport?: Transport;
}

export function createGatewaySetup(
  options: GatewaySetupOptions,
  merchant: MerchantId,
  key: MerchantKey,
): GatewaySetup {
  const connection: GatewayConnection = { ...options, credentials: () => key };
  const callsOver = (transport: Transport): MerchantCalls => ({
    merchant,
    ask: (request, what) => ask({ ...connection, transport }, { ...request, merchant }, what),
  });
  const calls = callsOver(options.transport);
  return {
    prove: () => prove(connection, merchant),
    products: () => listProducts(calls),
    subscriptions: () => listSubscriptions(calls),
    createSigningKey: () => createSigningKey(calls),
    subscribe: (url, products) => subscribe(calls, url, products),
    activate: (id) => activate(calls, id),
    unsubscribe: (id) => unsubscribe(calls, id),
    tryMovement: (reference, currency, amountMinor) =>
      tryMovement(
        callsOver(options.testTransport ?? options.transport),
        reference,
        currency,
        amountMinor,
      ),
  };
}

async function ask(
  connection: GatewayConnection,
  request: Omit<GatewayRequest, 'timeoutMs'>,
  what: string,
): Promise<Result<unknown>> {
  const answer = await callGateway(connection, { ...request, timeoutMs: TIMEOUT_MS });
  const { merchant } = request;
  if (answer.kind !== 'answered') return refused({ code: 'gateway-unavailable', remedy: 'retry' });
  if (answer.status < 300) return ok(parseJson(answer.body));
  const found = problemOfStatus(answer, merchant, what, connection.clock.now());
  if (found.code !== 'gateway-refused') return refused(found);
  const { reason } = readError(answer.status, answer.body);
  return refused({ ...found, facts: { reason } });
}

/** Any answer but "not authenticated" proves the key; its `Date` header tells how far our clock is off. */
async function prove(
  connection: GatewayConnection,
  merchant: MerchantId,
): Promise<Result<KeyProof>> {
  const request = { merchant, method: 'GET', path: NO_TRANSACTION } as const;
  const before = connection.clock.now();
  const answer = await callGateway(connection, { ...request, timeoutMs: TIMEOUT_MS });
  if (answer.kind !== 'answered') return refused({ code: 'gateway-unavailable', remedy: 'retry' });
  if (answer.status !== 404 && answer.status >= 300) {
    return refused(problemOfStatus(answer, merchant, 'The test', before));
  }
  const theirs = Date.parse(answer.headers.date ?? '');
  const ours = (before + connection.clock.now()) / 2;
  return ok(Number.isNaN(theirs) ? {} : { clockAheadMs: Math.round(theirs - ours) });
}

async function listProducts(calls: MerchantCalls): Promise<Result<readonly GatewayProduct[]>> {
  const path = `/notification-subscriptions/v2/products/${encodeURIComponent(calls.merchant)}`;
  const answer = await calls.ask({ method: 'GET', path }, 'The list of events');
  if (!answer.ok) return answer;
  const rows = Array.isArray(answer.value) ? answer.value : [];
  return ok(
    rows.flatMap((row) => {
      const id = textAt(row, 'productId');
      const events = listAt(row, 'eventTypes').flatMap((one) => textAt(one, 'eventName') ?? []);
      return id === undefined ? [] : [{ id, events }];
    }),
  );
}
