// Comments on invoices that people in Books see and customers don't; one that an earlier try has written is found by its mark.
import * as z from 'zod/mini';
import { ok, type Result } from '../../domain/result.ts';
import type { MarkedWrite } from '../../ports/notices.ts';
import { callFor } from '../zoho-http/finance-api.ts';
import { maybeText } from '../zoho-http/read-json.ts';
import type { BooksApi } from './books-api.ts';

/** Books tells no limit of its own; the panel of an invoice shows this much without scrolling for long. */
const TEXT_LENGTH_MAX = 2_000;
const WHAT = 'The invoice';

const comment = z.object({ comment_id: z.string(), description: maybeText });

export async function addInvoiceComment(
  api: BooksApi,
  write: MarkedWrite,
  invoiceId: string,
  text: string,
): Promise<Result<{ readonly id: string }>> {
  const earlier = write.retried ? await findComment(api, invoiceId, write.mark) : ok(undefined);
  if (!earlier.ok) return earlier;
  if (earlier.value !== undefined) return ok({ id: earlier.value });
  const call = {
    operation: 'add-invoice-comment',
    method: 'POST',
    path: ['invoices', invoiceId, 'comments'],
    body: {
      description: `${text.slice(0, TEXT_LENGTH_MAX)} ${write.mark}`,
      show_comment_to_clients: false,
    },
    what: WHAT,
  } as const;
  const added = await callFor(api, call, 'comment', comment);
  return added.ok ? ok({ id: added.value.comment_id }) : added;
}

async function findComment(
  api: BooksApi,
  invoiceId: string,
  mark: string,
): Promise<Result<string | undefined>> {
  const call = {
    operation: 'list-invoice-comments',
    method: 'GET',
    path: ['invoices', invoiceId, 'comments'],
    what: WHAT,
  } as const;
  const listed = await callFor(api, call, 'comments', z.array(comment));
  if (!listed.ok) return listed;
  return ok(listed.value.find(({ description }) => description?.includes(mark))?.comment_id);
}
