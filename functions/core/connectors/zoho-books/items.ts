// Items in the books, by SKU.
import * as z from 'zod/mini';
import { ok, type Result } from '../../domain/result.ts';
import { findRow } from '../zoho-http/finance-api.ts';
import { maybeText } from '../zoho-http/read-json.ts';
import type { BooksApi } from './books-api.ts';

const item = z.object({ item_id: z.string(), sku: maybeText, status: maybeText });

/** The active item with exactly this SKU. */
export async function findItem(
  api: BooksApi,
  sku: string,
): Promise<Result<{ readonly id: string } | undefined>> {
  const found = await findRow(
    api,
    {
      operation: 'find-item',
      path: ['items'],
      query: { sku },
      rows: 'items',
      what: 'The list of items',
    },
    item,
    (row) => row.sku === sku && row.status !== 'inactive',
  );
  if (!found.ok) return found;
  return ok(found.value === undefined ? undefined : { id: found.value.item_id });
}
