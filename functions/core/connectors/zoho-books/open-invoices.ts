// The invoices of a customer of which something is still to be paid.
import * as z from 'zod/mini';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { OpenInvoice } from '../../ports/ledger.ts';
import { amountShape, readAmount } from '../zoho-http/finance-amounts.ts';
import { callFor } from '../zoho-http/finance-api.ts';
import { maybeText } from '../zoho-http/read-json.ts';
import { unavailable } from '../zoho-http/zoho-problem.ts';
import type { BooksApi } from './books-api.ts';

const row = z.object({
  invoice_id: z.string(),
  invoice_number: z.string(),
  customer_id: z.string(),
  status: z.string(),
  currency_code: maybeText,
  due_date: maybeText,
  balance: amountShape,
});

const NOT_OWED: readonly string[] = ['draft', 'void', 'paid'];

/** Filters that Books does not know are ignored: what counts is looked at again. */
export async function findOpenInvoices(
  api: BooksApi,
  customerId: string,
  currency?: string,
): Promise<Result<readonly OpenInvoice[]>> {
  const call = {
    operation: 'find-open-invoices',
    method: 'GET',
    path: ['invoices'],
    query: {
      customer_id: customerId,
      filter_by: 'Status.Unpaid',
      sort_column: 'due_date',
      sort_order: 'A',
      per_page: '200',
    },
    what: 'The list of invoices',
  } as const;
  const read = await callFor(api, call, 'invoices', z.array(row));
  if (!read.ok) return read;
  const open: OpenInvoice[] = [];
  for (const one of read.value) {
    if (one.customer_id !== customerId || NOT_OWED.includes(one.status)) continue;
    const own = one.currency_code ?? currency;
    if (own === undefined || (currency !== undefined && own !== currency)) continue;
    const balance = readAmount(one.balance, own);
    if (balance === undefined) return refused(unavailable('books'));
    if (balance.minor <= 0) continue;
    const { invoice_id: id, invoice_number: number, due_date } = one;
    open.push({ id, number, balance, dueDate: due_date ?? '' });
  }
  return ok(open.toSorted((a, b) => a.dueDate.localeCompare(b.dueDate)));
}
