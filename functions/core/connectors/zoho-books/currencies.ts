// The currencies that an organization has in Books, and their ids there.
import * as z from 'zod/mini';
import { ok, type Result, refused } from '../../domain/result.ts';
import { callFor } from '../zoho-http/finance-api.ts';
import { refusedBy, type ZohoProblem } from '../zoho-http/zoho-problem.ts';
import type { BooksApi } from './books-api.ts';

const currencyRows = z.array(
  z.object({
    currency_id: z.string(),
    currency_code: z.string(),
    is_base_currency: z.optional(z.boolean()),
  }),
);
export type CurrencyRow = z.infer<typeof currencyRows>[number];

/** All currencies of the organization, kept from then on. One call. */
async function readCurrencies(api: BooksApi): Promise<Result<readonly CurrencyRow[], ZohoProblem>> {
  const rows = await callFor(
    api,
    {
      operation: 'list-currencies',
      method: 'GET',
      path: ['settings', 'currencies'],
      query: { per_page: '200' },
      what: 'The list of currencies',
    },
    'currencies',
    currencyRows,
  );
  if (rows.ok) api.currencies.splice(0, Infinity, ...rows.value);
  return rows;
}

/** A currency by its code, undefined when the organization does not have it; read at most once more. */
export async function findCurrency(
  api: BooksApi,
  code: string,
): Promise<Result<CurrencyRow | undefined, ZohoProblem>> {
  const isCode = (row: CurrencyRow) => row.currency_code === code;
  const known = api.currencies.find(isCode);
  if (known !== undefined) return ok(known);
  const rows = await readCurrencies(api);
  return rows.ok ? ok(rows.value.find(isCode)) : rows;
}

/** The id of a currency in Books; `zoho-refused` (fix-setup) when the organization does not have it. */
export async function currencyId(
  api: BooksApi,
  code: string,
): Promise<Result<string, ZohoProblem>> {
  const found = await findCurrency(api, code);
  if (!found.ok) return found;
  if (found.value !== undefined) return ok(found.value.currency_id);
  const missing = refusedBy('books', `the currency ${code} is not set up`);
  return refused({ ...missing, remedy: 'fix-setup' });
}
