// Planned records of the books as lines that an accountant reads, and a paid invoice to plan for.
import type { BooksRecord, Posting } from '../../../functions/core/domain/books-plan.ts';

export const invoice = (id: string, balanceMinor: number) => ({
  id,
  number: `INV-${id}`,
  balanceMinor,
});

/** `Dr clearing 100, Cr receivables 100`. */
function entry(postings: readonly Posting[]): string {
  return postings
    .map(
      (one) =>
        `${one.debitMinor > 0 ? 'Dr' : 'Cr'} ${one.account} ${one.debitMinor + one.creditMinor}`,
    )
    .join(', ');
}

export function lines(records: readonly BooksRecord[]): string[] {
  return records.map((record) => `${record.kind}: ${entry(record.postings)}`);
}

export const paid = {
  id: '1',
  number: 'INV-1',
  totalMinor: 11_900,
  lines: [
    { id: 'a', accountId: 'sales', taxId: 'vat19', totalMinor: 7_140 },
    { id: 'b', accountId: 'books', taxId: 'vat7', totalMinor: 3_760 },
  ],
};
