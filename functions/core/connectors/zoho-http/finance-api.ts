// The calls that Books and Inventory share: records by id, lists that are searched with care, upserts.
import * as z from 'zod/mini';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { MappedFields } from '../../ports/mapped-fields.ts';
import { readFinanceAnswer } from './finance-answer.ts';
import { customFields } from './mapped-body.ts';
import { readShape } from './read-json.ts';
import {
  createZohoCaller,
  type ZohoCall,
  type ZohoCaller,
  type ZohoConnection,
} from './zoho-call.ts';
import type { ZohoProblem } from './zoho-problem.ts';

export type FinanceProduct = 'books' | 'inventory';

/** A finance product of one organization. */
export interface FinanceApi {
  readonly product: FinanceProduct;
  readonly call: ZohoCaller;
}

/** A list to search: its resource, the filter, and the key that its rows stand under. */
export interface Search {
  readonly operation: string;
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
  readonly rows: string;
  readonly what: string;
  /** Pages to read at most; as many as any search when absent. */
  readonly pagesMax?: number;
}

/** A record that is created, or updated when one with this value of the unique field exists. */
export interface Upsert {
  readonly operation: string;
  readonly path: readonly string[];
  readonly field: string;
  readonly value: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Where mapped custom fields are found. */
  readonly fields: MappedFields | undefined;
  readonly query?: Readonly<Record<string, string>>;
  readonly what: string;
}

const roots = { books: 'books/v3', inventory: 'inventory/v1' } as const;
const PER_PAGE = 200;
/** A filter that works leaves one page; one that Zoho ignores must not read the whole company. */
const PAGES_MAX = 10;

const pageContext = z.object({
  page_context: z.optional(z.object({ has_more_page: z.optional(z.boolean()) })),
});

/** @param apiUrl e.g. `https://www.zohoapis.com`, without a trailing slash. */
export function createFinanceApi(
  product: FinanceProduct,
  connection: ZohoConnection & { readonly apiUrl: string; readonly organizationId: string },
): FinanceApi {
  const call = createZohoCaller(connection, {
    product,
    rootUrl: `${connection.apiUrl}/${roots[product]}`,
    query: { organization_id: connection.organizationId },
    readAnswer: readFinanceAnswer(product),
  });
  return { product, call };
}

/** Sends a call and reads one key of its answer. */
export async function callFor<T>(
  api: FinanceApi,
  call: ZohoCall,
  key: string,
  schema: z.ZodMiniType<T>,
): Promise<Result<T, ZohoProblem>> {
  const answer = await api.call(call);
  if (!answer.ok) return answer;
  const read = readShape(api.product, z.object({ [key]: schema }), answer.value);
  return read.ok ? ok(read.value[key] as T) : read;
}

/**
 * The first row that `matches` accepts. Zoho ignores filters that it does not know and then lists everything:
 * so the filter only saves pages, and `matches` has to compare what was searched for.
 */
export async function findRow<T>(
  api: FinanceApi,
  search: Search,
  schema: z.ZodMiniType<T>,
  matches: (row: T) => boolean,
): Promise<Result<T | undefined, ZohoProblem>> {
  for (let page = 1; page <= (search.pagesMax ?? PAGES_MAX); page += 1) {
    const query = { ...search.query, page: String(page), per_page: String(PER_PAGE) };
    const { operation, path, what } = search;
    const answer = await api.call({ operation, method: 'GET', path, query, what });
    if (!answer.ok) return answer;
    const shape = z.object({ [search.rows]: z.array(schema) });
    const read = readShape(api.product, shape, answer.value);
    if (!read.ok) return refused(read.problem);
    const found = (read.value[search.rows] ?? []).find(matches);
    if (found !== undefined) return ok(found);
    const context = pageContext.safeParse(answer.value);
    if (context.data?.page_context?.has_more_page !== true) break;
  }
  return ok(undefined);
}

/** The call behind an upsert by a custom field that allows no duplicates. */
export function upsertCall(upsert: Upsert): ZohoCall {
  const { operation, path, what, field, value, query } = upsert;
  return {
    operation,
    method: 'PUT',
    path,
    ...(query === undefined ? {} : { query }),
    headers: {
      'X-Unique-Identifier-Key': field,
      'X-Unique-Identifier-Value': value,
      'X-Upsert': 'true',
    },
    body: {
      ...upsert.body,
      custom_fields: [{ api_name: field, value }, ...customFields(upsert.fields, field)],
    },
    what,
    uniqueField: field,
  };
}
