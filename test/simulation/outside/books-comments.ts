// Comments on invoices; the same one twice would tell people twice.
import type { BooksModel } from './books.ts';
import { done, fail } from './books-answers.ts';
import { type OutsideReply, type OutsideRequest, textOf } from './route.ts';

export function answerComments(
  books: BooksModel,
  invoiceId: string,
  { method, json }: OutsideRequest,
): OutsideReply {
  const invoice = books.invoice(invoiceId);
  if (invoice === undefined) return fail(404, 1002, 'does not exist.');
  const own = books.comments.filter((each) => each.invoiceId === invoiceId).map(commentJson);
  if (method === 'GET') return done(200, { comments: own });
  const comment = { id: books.newId(), invoiceId, text: textOf(json, 'description') };
  books.comment(comment);
  return done(201, { comment: commentJson(comment) });
}

function commentJson({ id, text }: BooksModel['comments'][number]): object {
  return { comment_id: id, description: text };
}
