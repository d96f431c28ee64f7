// Takes back what booked a refund: its records are deleted or voided, whoever was quicker.
import * as z from 'zod/mini';
import { ok, type Result } from '../../domain/result.ts';
import type { RefundInverse } from '../../ports/ledger.ts';
import { callFor } from '../zoho-http/finance-api.ts';
import type { ZohoCall } from '../zoho-http/zoho-call.ts';
import type { BooksApi } from './books-api.ts';

const NOTE = 'The credit note';
const noteStatus = z.object({ status: z.string() });

/** A note can be voided once nothing of it is paid out: its refund is deleted before (Books API, "Void a credit note"). */
export async function takeBack(api: BooksApi, inverse: RefundInverse): Promise<Result<void>> {
  const done = await api.call(callOf(inverse));
  if (done.ok || done.problem.code === 'not-found') return ok(undefined);
  if (!('void' in inverse) || done.problem.code !== 'zoho-refused') return done;
  const path = ['creditnotes', inverse.id];
  const call = { operation: 'read-credit-note', method: 'GET', path, what: NOTE } as const;
  const read = await callFor(api, call, 'creditnote', noteStatus);
  return read.ok && read.value.status === 'void' ? ok(undefined) : done;
}

function callOf(inverse: RefundInverse): ZohoCall {
  if ('void' in inverse) {
    const path = ['creditnotes', inverse.id, 'status', 'void'];
    return { operation: 'void-credit-note', method: 'POST', path, what: NOTE };
  }
  const isNote = inverse.delete === 'credit-note-refund';
  return {
    operation: `delete-${inverse.delete}`,
    method: 'DELETE',
    path: [isNote ? 'creditnotes' : 'customerpayments', inverse.of, 'refunds', inverse.id],
    what: 'The refund',
  };
}
