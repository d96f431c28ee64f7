// Takes a refund that was called back out of the books, by what was recorded when it was booked.
import * as z from 'zod/mini';
import { type Problem, problem } from '../../domain/problem.ts';
import { ok, refused } from '../../domain/result.ts';
import type { RefundInverse } from '../../ports/ledger.ts';
import type { Store } from '../../ports/store.ts';
import { readFinished, readInverses } from '../../work/runs.ts';
import { refundPostingKey } from '../start-refund-posting.ts';
import { defineAction } from './define-action.ts';

const LOOK_AGAIN_MS = 5 * 60_000;
/** A run in these states writes nothing any more. */
const ENDED: readonly string[] = ['done', 'skipped'];

export const undoRefundBooking = defineAction({
  name: 'undo-refund-booking',
  sentence: 'take the refund’s credit note and pay-out back in Books',
  about: ['movement'],
  input: z.object({ movement: z.string() }),
  output: z.object({ records: z.number() }),
  scopes: [
    'ZohoBooks.creditnotes.CREATE',
    'ZohoBooks.creditnotes.READ',
    'ZohoBooks.creditnotes.DELETE',
    'ZohoBooks.customerpayments.DELETE',
  ],
  calls: { books: 3 },
  inverse: 'book the refund in Books again',
  causes: [],
  async run({ company, store }, { movement }) {
    const { installation, ledger } = company;
    const posting = refundPostingKey(installation, movement);
    const early = await stillToBook(store, posting);
    if (early !== undefined) return refused(early);
    const inverses = await recorded(store, posting);
    for (const inverse of inverses) {
      const done = await ledger.takeBack(inverse);
      if (!done.ok) return done;
    }
    return ok({
      output: { records: inverses.length },
      ...(inverses.length === 0
        ? {}
        : { inverse: { again: 'refund', movement, records: inverses } }),
    });
  },
});

/** What a stopped booking has begun would be written after this, and stay. One that began nothing finds the refund called back. */
async function stillToBook(store: Store, posting: string): Promise<Problem | undefined> {
  const booking = await store.find('Runs', 'run_key', posting);
  if (booking === undefined || ENDED.includes(booking.state ?? '')) return undefined;
  if (booking.state !== 'dead') {
    return { ...problem('booking-under-way', 'wait'), retryAfterMs: LOOK_AGAIN_MS };
  }
  const begun = await readFinished(store, posting);
  return begun.size === 0 ? undefined : problem('booking-under-way', 'none');
}

/** What was paid out first, as a note that is paid out cannot be voided. */
async function recorded(store: Store, posting: string): Promise<readonly RefundInverse[]> {
  const known = await readInverses(store, posting);
  const inverses = known as readonly RefundInverse[];
  return [...inverses.filter((one) => 'delete' in one), ...inverses.filter((one) => 'void' in one)];
}
