// Takes back what was booked of a refund: a pay-out is deleted, a credit note is voided once nothing of it is paid out.
import type { BooksModel, BooksRefund } from './books.ts';
import { done, fail } from './books-answers.ts';
import type { OutsideReply } from './route.ts';

export function deleteRefund(
  books: BooksModel,
  of: BooksRefund['of'],
  sourceId: string,
  id: string | undefined,
): OutsideReply {
  const at = books.refunds.findIndex(
    (each) => each.of === of && each.sourceId === sourceId && each.id === id,
  );
  if (at < 0) return fail(404, 1002, 'does not exist.');
  books.refunds.splice(at, 1);
  return done(200, {});
}

export function voidCreditNote(books: BooksModel, id: string): OutsideReply {
  const note = books.creditNotes.find((each) => each.id === id);
  if (note === undefined) return fail(404, 1002, 'does not exist.');
  if (books.refundedMinor('credit-note', id) > 0) return fail(400, 12_002, 'It was paid out.');
  note.isVoid = true;
  return done(200, {});
}
