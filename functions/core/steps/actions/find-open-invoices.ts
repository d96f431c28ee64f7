// Finds the invoices that a payment is to pay beside its own: those that its words name, or whatever is open.
import * as z from 'zod/mini';
import { ok } from '../../domain/result.ts';
import { defineAction, paymentOf } from './define-action.ts';
import { amountMinor } from './shapes.ts';

export const findOpenInvoices = defineAction({
  name: 'find-open-invoices',
  sentence: 'find the customer’s open invoices that {text} names',
  about: ['payment'],
  input: z.object({
    customerId: z.string(),
    /** `named`: only those whose numbers stand in the text. `all`: all of them, the one that is due first before the others. */
    which: z.enum(['named', 'all']),
    /** What was said when the money was asked for. */
    text: z.optional(z.string()),
  }),
  output: z.object({
    invoices: z.array(z.object({ id: z.string(), number: z.string(), balanceMinor: amountMinor })),
  }),
  scopes: ['ZohoBooks.invoices.READ'],
  calls: { books: 1 },
  causes: [],
  async run(scope, { customerId, which, text = '' }) {
    // Words without a figure name no invoice: nothing is asked for then.
    if (which === 'named' && !/\d/.test(text)) return ok({ output: { invoices: [] } });
    const { currency } = paymentOf(scope);
    const read = await scope.company.ledger.findOpenInvoices(customerId, currency);
    if (!read.ok) return read;
    const wanted = which === 'all' ? read.value : inOrderOf(text, read.value);
    return ok({
      output: {
        invoices: wanted.map(({ id, number, balance }) => ({
          id,
          number,
          balanceMinor: balance.minor,
        })),
      },
    });
  },
});

/** In the order in which the text names them, as that is how people want them paid. */
function inOrderOf<T extends { readonly number: string }>(
  text: string,
  open: readonly T[],
): readonly T[] {
  return open
    .map((invoice) => ({ invoice, at: placeIn(text, invoice.number) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)
    .map(({ invoice }) => invoice);
}

/** As a word of its own: `INV-1` is not named by `INV-12`. */
function placeIn(text: string, number: string): number {
  const escaped = number.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return number === '' ? -1 : text.search(new RegExp(`(?<![\\w-])${escaped}(?![\\w-])`, 'i'));
}
