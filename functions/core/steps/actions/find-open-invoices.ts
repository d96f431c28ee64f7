// Finds the invoices that a payment is to pay beside its own: those that its words name, or whatever is open.
import * as z from 'zod/mini';
import { ok, type Result } from '../../domain/result.ts';
import type { Ledger } from '../../ports/ledger.ts';
import { defineAction, paymentOf } from './define-action.ts';
import { amountMinor } from './shapes.ts';

const input = z.object({
  customerId: z.string(),
  /** `named`: only those whose numbers stand in the text. `all`: all of them, the one that is due first before the others. */
  which: z.enum(['named', 'all']),
  /** These in this order, where any are told; neither of the others counts then. */
  ids: z.optional(z.array(z.string())),
  /** What was said when the money was asked for. */
  text: z.optional(z.string()),
});
const invoiceToPay = z.object({ id: z.string(), number: z.string(), balanceMinor: amountMinor });
type InvoiceToPay = z.output<typeof invoiceToPay>;

export const findOpenInvoices = defineAction({
  name: 'find-open-invoices',
  sentence: 'find the customer’s open invoices that {text} names',
  about: ['payment'],
  input,
  output: z.object({ invoices: z.array(invoiceToPay) }),
  scopes: ['ZohoBooks.invoices.READ'],
  calls: { books: 1 },
  causes: [],
  async run(scope, wanted) {
    const { currency } = paymentOf(scope);
    const read = await chosenInvoices(scope.company.ledger, currency, wanted);
    return read.ok ? ok({ output: { invoices: [...read.value] } }) : read;
  },
});

type Wanted = z.output<typeof input>;

/** No call is made where nothing can be meant. */
export async function chosenInvoices(
  ledger: Ledger,
  currency: string,
  { customerId, which, ids = [], text = '' }: Wanted,
): Promise<Result<readonly InvoiceToPay[]>> {
  // Words without a figure name no invoice.
  if (ids.length === 0 && which === 'named' && !/\d/.test(text)) return ok([]);
  const read = await ledger.findOpenInvoices(customerId, currency);
  if (!read.ok) return read;
  const chosen =
    ids.length > 0
      ? ids.flatMap((id) => read.value.find((one) => one.id === id) ?? [])
      : which === 'all'
        ? read.value
        : inOrderOf(text, read.value);
  return ok(chosen.map(({ id, number, balance }) => ({ id, number, balanceMinor: balance.minor })));
}

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
