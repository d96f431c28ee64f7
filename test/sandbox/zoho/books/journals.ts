// Manual journals.
import { z } from 'zod';
import { date, decimal, parse, positive, text } from './body.ts';
import { type BooksOrg, found } from './books-org.ts';
import { baseCurrency, currencyOf, documentRate, money } from './currencies.ts';
import type { Currency } from './documents.ts';
import { invalidValue, refusals, refused } from './envelope.ts';
import type { Journal, JournalComment, JournalLine } from './movement-documents.ts';
import { namedAccount } from './movements.ts';

const journalBody = z.object({
  journal_date: date.optional(),
  reference_number: text.optional(),
  notes: text.optional(),
  currency_id: text.optional(),
  exchange_rate: decimal.optional(),
  line_items: z
    .array(
      z.object({
        account_id: text,
        debit_or_credit: z.enum(['debit', 'credit']),
        amount: decimal,
        description: text.optional(),
        customer_id: text.optional(),
        tax_id: text.optional(),
      }),
    )
    .min(1)
    .optional(),
});
type JournalBody = z.infer<typeof journalBody>;

/** Published at once; debits and credits must come to the same, to the cent. */
export function createJournal(org: BooksOrg, body: unknown, by: string): Journal {
  const given = parse(journalBody, body);
  if (given.journal_date === undefined) throw invalidValue('journal_date');
  const currency =
    given.currency_id === undefined ? baseCurrency(org) : currencyOf(org, given.currency_id);
  const lines = readJournalLines(org, given.line_items, currency);
  const total = sideTotal(lines, 'debit');
  const comment = journalComment(org, `Journal created for ${money(total, currency)}`, 'Added', by);
  return org.save(org.journals, {
    ...org.kept(by),
    customFields: {},
    number: org.nextNumber('journal', 0).replace('journal', ''),
    date: given.journal_date,
    referenceNumber: given.reference_number ?? '',
    notes: given.notes ?? '',
    currencyId: currency.id,
    exchangeRate: documentRate(currency, given.exchange_rate, given.journal_date),
    lines,
    comments: [comment],
  });
}

export function updateJournal(org: BooksOrg, id: string, body: unknown, by: string): Journal {
  const before = found(org.journals, id, 'Journal');
  const given = parse(journalBody, body);
  const currency = currencyOf(org, before.currencyId);
  return org.save(org.journals, {
    ...before,
    date: given.journal_date ?? before.date,
    referenceNumber: given.reference_number ?? before.referenceNumber,
    notes: given.notes ?? before.notes,
    lines:
      given.line_items === undefined
        ? before.lines
        : readJournalLines(org, given.line_items, currency),
    comments: [journalComment(org, 'Journal updated.', 'Updated', by), ...before.comments],
  });
}

function journalComment(
  org: BooksOrg,
  description: string,
  operation: JournalComment['operation'],
  by: string,
): JournalComment {
  return { id: org.id(), description, operation, by, at: org.now() };
}

function readJournalLines(
  org: BooksOrg,
  given: JournalBody['line_items'],
  currency: Currency,
): JournalLine[] {
  if (given === undefined) throw invalidValue('line_items');
  const lines = given.map((line) => {
    if (line.tax_id) throw refusals.journalTax();
    return {
      id: org.id(),
      accountId: namedAccount(org, line.account_id, 'account_id').id,
      side: line.debit_or_credit,
      amountMinor: positive(line.amount, currency.precision, 'amount'),
      description: line.description ?? '',
      customerId: line.customer_id ?? '',
    };
  });
  if (sideTotal(lines, 'debit') !== sideTotal(lines, 'credit')) {
    throw refused('Debits and credits must be equal.');
  }
  return lines;
}

function sideTotal(lines: readonly JournalLine[], side: JournalLine['side']): number {
  return lines.reduce((sum, line) => sum + (line.side === side ? line.amountMinor : 0), 0);
}
