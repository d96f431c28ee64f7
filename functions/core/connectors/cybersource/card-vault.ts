// The token vault (TMS): a customer's saved cards.
import type { MerchantId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { CardVault, SavedCard, SavedCardIds } from '../../ports/card-payments.ts';
import { listAt, parseJson, present, textAt, valueAt } from '../transport/read-json.ts';
import {
  callGateway,
  type GatewayConnection,
  type GatewayRequest,
  merchantUnknown,
  problemOfStatus,
} from './gateway-call.ts';
import { readCard } from './read-card.ts';

const TIMEOUT_MS = 10_000;
/** Nobody keeps more; the vault's largest page. */
const PAGE = 100;

export function createCardVault(connection: GatewayConnection): CardVault {
  return {
    list: (merchant, customerId) => listCards(connection, merchant, customerId),
    makeDefault: async (merchant, ids) => {
      const changed = await callVault(connection, merchant, 'PATCH', instrumentPath(ids), {
        default: true,
      });
      return changed.ok ? ok(undefined) : changed;
    },
    remove: async (merchant, ids) => {
      const removed = await callVault(connection, merchant, 'DELETE', instrumentPath(ids));
      if (removed.ok || removed.problem.code === 'not-found') return ok(undefined);
      return removed;
    },
  };
}

async function listCards(
  connection: GatewayConnection,
  merchant: MerchantId,
  customerId: string,
): Promise<Result<readonly SavedCard[]>> {
  const path = `${customerPath(customerId)}/payment-instruments?offset=0&limit=${PAGE}`;
  const answer = await callVault(connection, merchant, 'GET', path);
  if (!answer.ok) return answer.problem.code === 'not-found' ? ok([]) : answer;
  const rows = listAt(answer.value, '_embedded', 'paymentInstruments');
  return ok(rows.flatMap((row) => readInstrument(row, customerId)));
}

function readInstrument(row: unknown, customerId: string): SavedCard[] {
  const paymentInstrumentId = textAt(row, 'id');
  const number = textAt(row, '_embedded', 'instrumentIdentifier', 'card', 'number');
  const card = readCard({ card: { ...Object(valueAt(row, 'card')), suffix: number?.slice(-4) } });
  if (paymentInstrumentId === undefined || card === undefined) return [];
  return [
    present({
      customerId,
      paymentInstrumentId,
      instrumentIdentifierId: textAt(row, 'instrumentIdentifier', 'id'),
      card,
      isDefault: valueAt(row, 'default') === true,
      state: textAt(row, 'state') ?? 'ACTIVE',
    }),
  ];
}

function customerPath(customerId: string): string {
  return `/tms/v2/customers/${encodeURIComponent(customerId)}`;
}

function instrumentPath({ customerId, paymentInstrumentId }: SavedCardIds): string {
  return `${customerPath(customerId)}/payment-instruments/${encodeURIComponent(paymentInstrumentId)}`;
}

async function callVault(
  connection: GatewayConnection,
  merchant: MerchantId,
  method: GatewayRequest['method'],
  path: string,
  body?: object,
): Promise<Result<unknown>> {
  const answer = await callGateway(connection, {
    merchant,
    method,
    path,
    timeoutMs: TIMEOUT_MS,
    ...(body === undefined ? {} : { body }),
  });
  if (answer.kind === 'no-credentials') return refused(merchantUnknown(merchant));
  if (answer.kind === 'no-answer') return refused(problem('gateway-unavailable', 'retry'));
  // 409: other records still name the card; 410: deleted before.
  if (answer.status === 409) return refused(problem('card-in-use', 'fix-input'));
  if (answer.status === 410) return refused(problem('not-found', 'none', { what: 'The card' }));
  if (answer.status < 200 || answer.status > 299) {
    return refused(problemOfStatus(answer, merchant, 'The card', connection.clock.now()));
  }
  return ok(parseJson(answer.body));
}
