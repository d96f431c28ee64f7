// The payments that a ticket may be about: what an agent has picked for it, or what its words lead to.
import type { TicketView } from '../../contract/ticket.ts';
import { normalizeEmail } from '../../domain/customer.ts';
import { type CandidatePayment, fitPayments } from '../../domain/find-payment-fit.ts';
import { cluesIn, type PaymentClues, searchedNumbers } from '../../domain/find-payment-in-text.ts';
import { ok, type Result } from '../../domain/result.ts';
import { type Actor, mayDo } from '../../domain/role.ts';
import type { Company } from '../../ports/company.ts';
import type { Store } from '../../ports/store.ts';
import type { Ticket } from '../../ports/tickets.ts';
import { hashed } from '../../work/links.ts';
import { type PaymentRow, selectPayments } from '../../work/payment-records.ts';
import { pickedPayment } from './pick-payment.ts';

interface TicketPayments {
  /** The likeliest first. */
  readonly payments: readonly PaymentRow[];
  readonly ticket: TicketView;
}

export async function findTicketPayments(
  store: Store,
  company: Company,
  actor: Actor,
  ticketId: string,
): Promise<Result<TicketPayments>> {
  const mayPick = mayDo(actor.role, 'pick-payment');
  const picked = await pickedPayment(store, company.installation, ticketId);
  if (picked !== undefined) {
    const { payment_key: key } = picked;
    const searched = { numbers: [], lastFours: [], amounts: [], dates: [] };
    const ticket = { id: ticketId, picked: key, likely: key, reasons: {}, searched, mayPick };
    return ok({ payments: [picked], ticket });
  }
  const read = await company.tickets.readTicket(ticketId);
  if (!read.ok) return read;
  const clues = cluesIn(wordsOf(read.value));
  const customerKey = read.value.email && hashed(normalizeEmail(read.value.email));
  const rows = await search(store, company, clues, customerKey);
  const fit = fitPayments(
    [...rows.values()].map((row) => candidateOf(row, customerKey)),
    clues,
    company.timeZone,
  );
  const { likely } = fit;
  return ok({
    payments: fit.payments.flatMap(({ key }) => rows.get(key) ?? []),
    ticket: {
      id: ticketId,
      ...(likely === undefined ? {} : { likely }),
      reasons: Object.fromEntries(fit.payments.map(({ key, reasons }) => [key, reasons])),
      searched: searchedFor(clues, read.value.email),
      mayPick,
    },
  });
}

/** A field's name says what its value is: `cf_order_number`. */
function wordsOf({ subject, description, customFields = {} }: Ticket): string {
  const fields = Object.entries(customFields).map(
    ([name, value]) => `${name.replaceAll('_', ' ')}: ${value}`,
  );
  return [subject, ...fields, description].join('\n');
}

/** All searches at once; a payment that several find is one. */
async function search(
  store: Store,
  company: Company,
  clues: PaymentClues,
  customerKey: string | undefined,
): Promise<ReadonlyMap<string, PaymentRow>> {
  const numbers = searchedNumbers(clues);
  const by = (column: Parameters<typeof selectPayments>[2], values: readonly string[]) =>
    selectPayments(store, company.installation, column, values);
  const found = await Promise.all([
    by('books_invoice_number', numbers),
    by('order_number', numbers),
    by('customer_key', customerKey ? [customerKey] : []),
    by('card_last_four', clues.lastFours),
  ]);
  return new Map(found.flat().map((row) => [row.payment_key, row]));
}

function candidateOf(row: PaymentRow, customerKey: string | undefined): CandidatePayment {
  return {
    key: row.payment_key,
    ...(row.order_number ? { orderNumber: row.order_number } : {}),
    ...(row.books_invoice_number ? { invoiceNumber: row.books_invoice_number } : {}),
    ...(row.card_last_four ? { lastFour: row.card_last_four } : {}),
    amountMinor: row.authorized_minor ?? 0,
    currency: row.currency,
    submittedAt: row.submitted_at ?? 0,
    isByWriter: customerKey !== undefined && row.customer_key === customerKey,
  };
}

function searchedFor(clues: PaymentClues, email: string | undefined): TicketView['searched'] {
  const texts = (all: readonly { readonly text: string }[]) => [
    ...new Set(all.map(({ text }) => text)),
  ];
  return {
    numbers: texts(clues.numbers),
    lastFours: clues.lastFours,
    amounts: texts(clues.amounts),
    dates: texts(clues.dates),
    ...(email ? { email } : {}),
  };
}
