// The Cybersource REST API as the Gateway port: transaction detail, transaction search, movements and timeout voids.
import type { GatewayTransaction } from '../../domain/gateway-transaction.ts';
import { type GatewayId, type IntentId, isSafeId, type MerchantId } from '../../domain/ids.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Gateway, TransactionSearch, VoidAnswer } from '../../ports/gateway.ts';
import { listAt, parseJson, textAt, valueAt } from '../transport/read-json.ts';
import {
  callGateway,
  type GatewayConnection,
  type GatewayRequest,
  merchantUnknown,
  problemOfStatus,
} from './gateway-call.ts';
import { MOVEMENT_TIMEOUT_MS, moveMoney } from './move-money.ts';
import { readDispute } from './read-dispute.ts';
import { readNotifications } from './read-notification.ts';
import { readSubmitted, readSummary, readTransaction } from './read-transaction.ts';
import { readVoidAnswer } from './read-void-answer.ts';
import { searchQuery } from './search-query.ts';

const READ_TIMEOUT_MS = 10_000;

/** A fresh transaction may be missing from the detail service; the gateway asks to come back in five minutes. */
const NOT_YET_MS = 5 * 60_000;

const SEARCH_LIMIT = 200;
const SEARCH_LIMIT_MAX = 2500;

/** The gateway over REST, signed by JWT or HTTP Signature with the keys of the merchant id concerned. */
export function createCybersourceGateway(connection: GatewayConnection): Gateway {
  return {
    readTransaction: (merchant, id) => readOne(connection, merchant, id),
    searchTransactions: (search) => searchMany(connection, search),
    move: (order) => moveMoney(connection, order),
    timeoutVoid: (merchant, intent) => timeoutVoid(connection, merchant, intent),
    referencesIn: (body) => [
      ...new Set(readNotifications(body, {}).flatMap(({ reference }) => reference ?? [])),
    ],
    readDecidedReviews: (merchant, from, to) => readDecidedReviews(connection, merchant, from, to),
    readDisputes: (merchant, from, to) => readDisputes(connection, merchant, from, to),
  };
}

async function readOne(
  connection: GatewayConnection,
  merchant: MerchantId,
  id: GatewayId,
): Promise<Result<GatewayTransaction>> {
  const what = `Transaction ${id}`;
  const path = `/tss/v2/transactions/${encodeURIComponent(id)}`;
  const answer = await ask(connection, what, {
    merchant,
    method: 'GET',
    path,
    timeoutMs: READ_TIMEOUT_MS,
  });
  if (!answer.ok) return answer.problem.code === 'not-found' ? notYet(answer.problem) : answer;
  const readAt = connection.clock.now();
  const transaction = readTransaction(answer.value, { merchant, id, readAt });
  return transaction === undefined ? refused(unavailable()) : ok(transaction);
}

async function searchMany(
  connection: GatewayConnection,
  search: TransactionSearch,
): ReturnType<Gateway['searchTransactions']> {
  const answer = await ask(connection, 'The search', {
    merchant: search.merchant,
    method: 'POST',
    path: '/tss/v2/searches',
    body: {
      save: false,
      name: 'Tallybridge',
      timezone: 'GMT',
      query: searchQuery(search.by),
      offset: search.offset ?? 0,
      limit: Math.min(search.limit ?? SEARCH_LIMIT, SEARCH_LIMIT_MAX),
      // Ascending, so that rows that come in while we page are appended and none is skipped; those of one second by id.
      sort: 'submitTimeUtc:asc,id:asc',
    },
    timeoutMs: READ_TIMEOUT_MS,
  });
  if (!answer.ok) return answer;
  const total = valueAt(answer.value, 'totalCount');
  if (typeof total !== 'number') return refused(unavailable());
  // An offset beyond the last row is answered without `_embedded`.
  const rows = listAt(answer.value, '_embedded', 'transactionSummaries');
  const at = readSubmitted(answer.value);
  return ok({ found: rows.flatMap(readSummary), total, ...(at === undefined ? {} : { at }) });
}

/** A JSON report of the reporting service, which says "none" with a 404. */
async function readReport(
  connection: GatewayConnection,
  merchant: MerchantId,
  report: {
    readonly name: string;
    readonly rows: string;
    readonly from: number;
    readonly to: number;
  },
): Promise<Result<readonly unknown[]>> {
  const query = new URLSearchParams({
    startTime: new Date(report.from).toISOString(),
    endTime: new Date(report.to).toISOString(),
    organizationId: merchant,
  });
  const answer = await ask(connection, 'The report', {
    merchant,
    method: 'GET',
    path: `/reporting/v3/${report.name}?${query}`,
    timeoutMs: READ_TIMEOUT_MS,
  });
  if (!answer.ok) return answer.problem.code === 'not-found' ? ok([]) : answer;
  return ok(listAt(answer.value, report.rows));
}

async function readDisputes(
  connection: GatewayConnection,
  merchant: MerchantId,
  from: number,
  to: number,
): ReturnType<Gateway['readDisputes']> {
  const report = { name: 'chargeback-details', rows: 'chargebackDetails', from, to };
  const rows = await readReport(connection, merchant, report);
  return rows.ok ? ok(rows.value.flatMap(readDispute)) : rows;
}

async function readDecidedReviews(
  connection: GatewayConnection,
  merchant: MerchantId,
  from: number,
  to: number,
): ReturnType<Gateway['readDecidedReviews']> {
  const report = { name: 'conversion-details', rows: 'conversionDetails', from, to };
  const rows = await readReport(connection, merchant, report);
  if (!rows.ok) return rows;
  const ids = rows.value.map((row) => textAt(row, 'requestId'));
  return ok(ids.filter((id): id is GatewayId => id !== undefined && isSafeId(id)));
}

/** Asks a question: JSON on 2xx, a problem on anything else. */
async function ask(
  connection: GatewayConnection,
  what: string,
  request: GatewayRequest,
): Promise<Result<unknown>> {
  const exchange = await callGateway(connection, request);
  if (exchange.kind === 'no-credentials') return refused(merchantUnknown(request.merchant));
  if (exchange.kind === 'no-answer') return refused(unavailable());
  if (exchange.status < 200 || exchange.status > 299) {
    return refused(problemOfStatus(exchange, request.merchant, what, connection.clock.now()));
  }
  const json = parseJson(exchange.body);
  return json === undefined ? refused(unavailable()) : ok(json);
}

/** POST /pts/v2/voids: the refund is named by the merchant transaction id that it was sent with. */
async function timeoutVoid(
  connection: GatewayConnection,
  merchant: MerchantId,
  intent: IntentId,
): Promise<VoidAnswer> {
  const exchange = await callGateway(connection, {
    merchant,
    method: 'POST',
    path: '/pts/v2/voids',
    body: { clientReferenceInformation: { code: intent, transactionId: intent } },
    timeoutMs: MOVEMENT_TIMEOUT_MS,
  });
  if (exchange.kind === 'no-credentials') {
    return { kind: 'not-now', problem: merchantUnknown(merchant) };
  }
  return readVoidAnswer(exchange, merchant, connection.clock.now());
}

function notYet(missing: Problem): Result<never> {
  return refused({ ...missing, remedy: 'wait', retryAfterMs: NOT_YET_MS });
}

function unavailable(): Problem {
  return problem('gateway-unavailable', 'retry');
}
