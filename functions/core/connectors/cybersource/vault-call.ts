// One call of the token vault (TMS), and what its own refusals mean.
import type { MerchantId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { SavedCardIds } from '../../ports/card-payments.ts';
import { parseJson } from '../transport/read-json.ts';
import {
  callGateway,
  type GatewayConnection,
  type GatewayRequest,
  merchantUnknown,
  problemOfStatus,
} from './gateway-call.ts';

const TIMEOUT_MS = 10_000;
/** Nobody keeps more cards; the vault's largest page. */
const PAGE = 100;

export function customerPath(customerId: string): string {
  return `/tms/v2/customers/${encodeURIComponent(customerId)}`;
}

/** The list of a customer's cards. */
export function instrumentsPath(customerId: string): string {
  return `${customerPath(customerId)}/payment-instruments?offset=0&limit=${PAGE}`;
}

export function instrumentPath({ customerId, paymentInstrumentId }: SavedCardIds): string {
  return `${customerPath(customerId)}/payment-instruments/${encodeURIComponent(paymentInstrumentId)}`;
}

/** @param what the record, as a person calls it. */
export async function callVault(
  connection: GatewayConnection,
  merchant: MerchantId,
  what: string,
  request: Pick<GatewayRequest, 'method' | 'path' | 'body'>,
): Promise<Result<unknown>> {
  const answer = await callGateway(connection, { ...request, merchant, timeoutMs: TIMEOUT_MS });
  if (answer.kind === 'no-credentials') return refused(merchantUnknown(merchant));
  if (answer.kind === 'no-answer') return refused(problem('gateway-unavailable', 'retry'));
  // 409: other records still name the card; 410: deleted before.
  if (answer.status === 409) return refused(problem('card-in-use', 'fix-input'));
  if (answer.status === 410) return refused(problem('not-found', 'none', { what }));
  if (answer.status < 200 || answer.status > 299) {
    return refused(problemOfStatus(answer, merchant, what, connection.clock.now()));
  }
  return ok(parseJson(answer.body));
}
