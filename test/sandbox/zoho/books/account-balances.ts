// What was booked on an account, and what is on it.
import type { BooksOrg } from './books-org.ts';
import type { Account, SalesDocument } from './documents.ts';

/** Money on the account in its own currency: payments, refunds, expenses and transfers. */
export function balanceOf(org: BooksOrg, account: Account): number {
  let minor = 0;
  for (const payment of org.payments.list()) {
    if (payment.accountId === account.id) minor += payment.amountMinor - payment.bankChargesMinor;
    for (const refund of payment.refunds) {
      if (refund.fromAccountId === account.id) minor -= refund.amountMinor;
    }
  }
  for (const { refunds } of org.creditNotes.list()) {
    for (const refund of refunds) {
      if (refund.fromAccountId === account.id) minor -= refund.amountMinor;
    }
  }
  for (const expense of org.expenses.list()) {
    if (expense.paidThroughAccountId === account.id) minor -= expense.amountMinor;
  }
  for (const move of org.bankTransactions.list()) {
    if (move.fromAccountId === account.id) minor -= move.amountMinor;
    if (move.toAccountId === account.id) minor += move.amountMinor - move.bankChargesMinor;
  }
  for (const { lines } of org.journals.list()) {
    for (const line of lines) {
      if (line.accountId === account.id)
        minor += line.side === 'debit' ? line.amountMinor : -line.amountMinor;
    }
  }
  return minor;
}

/** One invoice or credit note on an income account. */
export interface AccountTransaction {
  readonly id: string;
  readonly type: 'invoice' | 'creditnote';
  readonly date: string;
  readonly customerId: string;
  readonly currencyId: string;
  readonly referenceNumber: string;
  readonly debitMinor: number;
  readonly creditMinor: number;
}

/** Invoices credit the account of their lines, credit notes debit it; drafts and void ones do neither. */
export function accountTransactions(org: BooksOrg, account: Account): AccountTransaction[] {
  const booked = (type: AccountTransaction['type'], document: SalesDocument) => {
    const minor = document.lines.reduce(
      (sum, line) => sum + (line.accountId === account.id ? line.totalMinor : 0),
      0,
    );
    if (minor === 0) return [];
    const { id, date, customerId, currencyId, referenceNumber } = document;
    const [debitMinor, creditMinor] = type === 'invoice' ? [0, minor] : [minor, 0];
    return [{ id, type, date, customerId, currencyId, referenceNumber, debitMinor, creditMinor }];
  };
  return [
    ...org.invoices.list().flatMap((one) => (one.base === 'sent' ? booked('invoice', one) : [])),
    ...org.creditNotes
      .list()
      .flatMap((one) => (one.base === 'open' ? booked('creditnote', one) : [])),
  ];
}
