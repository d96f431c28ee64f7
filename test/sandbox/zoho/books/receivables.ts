// What a customer owes and what credit they have, summed over their documents.
import type { BooksOrg } from './books-org.ts';
import { currencyOf, toBase } from './currencies.ts';
import { creditBalance, invoiceBalance, unusedAmount } from './document-balances.ts';
import type { Contact } from './documents.ts';

export interface Receivables {
  readonly outstandingMinor: number;
  readonly outstandingBaseMinor: number;
  readonly creditsMinor: number;
  readonly creditsBaseMinor: number;
}

/** Sums in the customer's currency, and each document at its own rate in the base currency. */
export function receivablesOf(org: BooksOrg, contact: Contact): Receivables {
  const sums = { outstanding: 0, outstandingBase: 0, credits: 0, creditsBase: 0 };
  const base = (minor: number, one: { currencyId: string; exchangeRate: string }) =>
    toBase(org, minor, currencyOf(org, one.currencyId), one.exchangeRate);
  for (const invoice of org.invoices.list()) {
    if (invoice.customerId !== contact.id || invoice.base !== 'sent') continue;
    const minor = invoiceBalance(invoice);
    sums.outstanding += minor;
    sums.outstandingBase += base(minor, invoice);
  }
  for (const note of org.creditNotes.list()) {
    if (note.customerId !== contact.id) continue;
    const minor = creditBalance(note);
    sums.credits += minor;
    sums.creditsBase += base(minor, note);
  }
  for (const payment of org.payments.list()) {
    if (payment.customerId !== contact.id) continue;
    const minor = unusedAmount(payment);
    sums.credits += minor;
    sums.creditsBase += base(minor, payment);
  }
  return {
    outstandingMinor: sums.outstanding,
    outstandingBaseMinor: sums.outstandingBase,
    creditsMinor: sums.credits,
    creditsBaseMinor: sums.creditsBase,
  };
}
