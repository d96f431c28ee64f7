// The Books id of a currency.
import * as z from 'zod/mini';
import { ok, type Result, refused } from '../../domain/result.ts';
import { callFor } from '../zoho-http/finance-api.ts';
import { refusedBy, type ZohoProblem } from '../zoho-http/zoho-problem.ts';
import type { BooksApi } from './books-api.ts';

const currencyRow = z.object({ currency_id: z.string(), currency_code: z.string() });

/** Reads all currencies once; `zoho-refused` (fix-setup) when the organization does not have this one. */
export async function currencyId(
  api: BooksApi,
  currency: string,
): Promise<Result<string, ZohoProblem>> {
  const known = api.currencyIds.get(currency);
  if (known !== undefined) return ok(known);
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
    z.array(currencyRow),
  );
  if (!rows.ok) return rows;
  for (const row of rows.value) api.currencyIds.set(row.currency_code, row.currency_id);
  const found = api.currencyIds.get(currency);
  if (found !== undefined) return ok(found);
  const missing = refusedBy('books', `the currency ${currency} is not set up`);
  return refused({ ...missing, remedy: 'fix-setup' });
}
