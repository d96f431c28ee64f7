// The transaction search service, /tss/v2: detail at once, search after the index delay.
import { z } from 'zod';
import type { Collection } from '../../document-store.ts';
import { type Api, createApi } from '../api.ts';
import { readBody } from '../body.ts';
import type { Gateway } from '../gateway.ts';
import { timestamp, tokenId } from '../ids.ts';
import type { Merchant } from '../merchants.ts';
import { invalidRequest, resourceMissing } from '../refusal.ts';
import { settledAt, type Transaction } from '../transactions.ts';
import { compileQuery, type Matcher, QueryError } from './search-query.ts';
import { transactionDetail, transactionSummary } from './transaction-view.ts';

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 2500;
const KEPT_SEARCHES = 200;

const searchSchema = z.looseObject({
  save: z.boolean().optional(),
  name: z.string().optional(),
  timezone: z.string().optional(),
  query: z.string().min(1),
  offset: z.number().int().min(0).optional(),
  limit: z.number().int().min(1).max(MAX_LIMIT).optional(),
  sort: z.string().optional(),
});
type SearchRequest = z.infer<typeof searchSchema>;

/** A search as it was asked, kept so that it can be read again. */
export interface KeptSearch {
  readonly id: string;
  readonly merchantId: string;
  readonly request: SearchRequest;
}

/** @param indexDelayMs how long a new transaction stays out of search results. */
export function searchRoutes(
  gateway: Gateway,
  searches: Collection<KeptSearch>,
  indexDelayMs: number,
): Api {
  const api = createApi();
  const answer = (merchant: Merchant, search: KeptSearch) =>
    searchAnswer(gateway, merchant, search, indexDelayMs);

  api.get('/tss/v2/transactions/:id', (c) => {
    const row = gateway.ledger.find(c.var.merchant.merchantId, c.req.param('id'));
    if (row === undefined) throw resourceMissing();
    return c.json(transactionDetail(row, gateway.ledger.chain(row), gateway.now()));
  });
  api.post('/tss/v2/searches', (c) => {
    const { merchant } = c.var;
    const request = readBody(c.var.body, searchSchema);
    const search = { id: tokenId().toLowerCase(), merchantId: merchant.merchantId, request };
    const body = answer(merchant, search);
    searches.put(search.id, search);
    forgetOldest(searches);
    return c.json(body, 201);
  });
  api.get('/tss/v2/searches/:id', (c) => {
    const search = searches.get(c.req.param('id'));
    if (search?.merchantId !== c.var.merchant.merchantId) throw resourceMissing();
    return c.json(answer(c.var.merchant, search));
  });
  return api;
}

function searchAnswer(
  gateway: Gateway,
  merchant: Merchant,
  search: KeptSearch,
  indexDelayMs: number,
): object {
  const { request } = search;
  const nowMs = gateway.now();
  const matches = compile(request.query, nowMs);
  const found = gateway.ledger
    .ofMerchant(merchant.merchantId)
    .filter((row) => nowMs - row.submitTimeMs >= indexDelayMs)
    .map((row) => ({ row, summary: knownSummary(row, nowMs) }))
    .filter(({ summary }) => matches(summary))
    .sort(sorter(request.sort ?? 'submitTimeUtc:desc'));
  const { offset = 0, limit = DEFAULT_LIMIT } = request;
  const page = found.slice(offset, offset + limit).map(({ summary }) => summary);
  return {
    searchId: search.id,
    save: request.save ?? false,
    name: request.name ?? '',
    timezone: request.timezone ?? 'GMT',
    query: request.query,
    offset,
    limit,
    sort: request.sort ?? 'submitTimeUtc:desc',
    count: page.length,
    totalCount: found.length,
    submitTimeUtc: timestamp(nowMs),
    _embedded: { transactionSummaries: page },
    _links: { self: { href: `/tss/v2/searches/${search.id}`, method: 'GET' } },
  };
}

interface KnownSummary {
  readonly settled: boolean;
  readonly summary: object;
}

/** Rows are replaced, never changed, so that a row's summary holds until its batch goes out. */
const summaries = new WeakMap<Transaction, KnownSummary>();

function knownSummary(row: Transaction, nowMs: number): object {
  const settled = settledAt(row, nowMs) !== undefined;
  const known = summaries.get(row);
  if (known?.settled === settled) return known.summary;
  const summary = transactionSummary(row, nowMs);
  summaries.set(row, { settled, summary });
  return summary;
}

function compile(query: string, nowMs: number): Matcher {
  try {
    return compileQuery(query, nowMs);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    throw invalidRequest('INVALID_DATA', error.message, [
      { field: 'query', reason: 'INVALID_DATA' },
    ]);
  }
}

interface Found {
  readonly row: Transaction;
}

/** `id:asc,submitTimeUtc:desc`: only these two can be sorted by. */
function sorter(sort: string): (a: Found, b: Found) => number {
  const keys = sort.split(',').map((part) => {
    const [field, direction = 'asc'] = part.trim().split(':');
    if (field !== 'id' && field !== 'submitTimeUtc') {
      throw invalidRequest('INVALID_DATA', `Cannot sort by ${field}`, [
        { field: 'sort', reason: 'INVALID_DATA' },
      ]);
    }
    return { field, sign: direction.toLowerCase() === 'desc' ? -1 : 1 };
  });
  return (a, b) => {
    for (const { field, sign } of keys) {
      const order =
        field === 'id' ? a.row.id.localeCompare(b.row.id) : a.row.submitTimeMs - b.row.submitTimeMs;
      if (order !== 0) return sign * order;
    }
    return 0;
  };
}

function forgetOldest(searches: Collection<KeptSearch>): void {
  if (searches.size <= KEPT_SEARCHES) return;
  const oldest = searches.list().find((search) => search.request.save !== true);
  if (oldest !== undefined) searches.delete(oldest.id);
}
