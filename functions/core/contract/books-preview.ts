// What a wanted movement will become in the books, told before it is made: between panel and api.
import * as z from 'zod/mini';
import type { AccountRole, BooksRecord } from '../domain/books-plan.ts';
import { AMOUNT_MINOR_MAX } from '../domain/money.ts';
import { type MoneyView, refundLine } from './panel.ts';

/** POST /books/preview. Nothing is written; it costs two calls of Books at most. */
export const booksPreviewRequest = z.object({
  paymentKey: z.string().check(z.minLength(1), z.maxLength(255)),
  kind: z.enum(['capture', 'refund', 'void', 'reversal']),
  amountMinor: z.number().check(z.int(), z.minimum(1), z.maximum(AMOUNT_MINOR_MAX)),
  /** Of a refund by lines. */
  lines: z.optional(z.array(refundLine)),
});
export type BooksPreviewRequest = z.infer<typeof booksPreviewRequest>;

/** Why nothing is written, or not yet. */
export type BooksPreviewNote =
  /** No money moves: there is nothing to book. */
  | 'nothing-moves'
  /** Booked in one when all that is held is captured, or the rest is released. */
  | 'when-all-is-captured'
  /** The payment itself is on its way there; this follows it. */
  | 'after-the-payment'
  /** The payment is not in the books, and will not be. */
  | 'not-in-books'
  /** More goes back than was unused, and there is no invoice to credit. */
  | 'no-invoice';

export interface BooksEntryView {
  readonly account: AccountRole;
  /** As the company calls it, where Tallybridge knows that. */
  readonly accountName?: string;
  readonly side: 'debit' | 'credit';
  readonly amount: MoneyView;
}

export interface BooksRecordView {
  readonly kind: BooksRecord['kind'];
  readonly amount: MoneyView;
  /** Numbers of the invoices that it touches. */
  readonly invoices: readonly string[];
  readonly entries: readonly BooksEntryView[];
  /** What takes it back, in words. */
  readonly inverse: string;
}

/** Reply of POST /books/preview: in the order in which they are written. */
export interface BooksPreviewReply {
  readonly records: readonly BooksRecordView[];
  readonly note?: BooksPreviewNote;
}
