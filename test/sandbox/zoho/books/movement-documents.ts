// Money movements outside invoices: bank transactions, expenses and journals.
import type { Kept } from './documents.ts';

export interface BankTransaction extends Kept {
  readonly type: string;
  readonly date: string;
  readonly fromAccountId: string;
  readonly toAccountId: string;
  readonly amountMinor: number;
  readonly bankChargesMinor: number;
  readonly currencyId: string;
  readonly exchangeRate: string;
  readonly referenceNumber: string;
  readonly description: string;
  readonly customerId: string;
  readonly paymentMode: string;
}

export interface Expense extends Kept {
  readonly lineId: string;
  readonly date: string;
  readonly accountId: string;
  readonly paidThroughAccountId: string;
  readonly amountMinor: number;
  readonly currencyId: string;
  readonly exchangeRate: string;
  readonly referenceNumber: string;
  readonly description: string;
  readonly customerId: string;
  readonly vendorId: string;
}

export interface JournalLine {
  readonly id: string;
  readonly accountId: string;
  readonly side: 'debit' | 'credit';
  readonly amountMinor: number;
  readonly description: string;
  readonly customerId: string;
}

export interface JournalComment {
  readonly id: string;
  readonly description: string;
  readonly operation: 'Added' | 'Updated';
  readonly by: string;
  readonly at: number;
}

export interface Journal extends Kept {
  readonly number: string;
  readonly date: string;
  readonly referenceNumber: string;
  readonly notes: string;
  readonly currencyId: string;
  readonly exchangeRate: string;
  readonly lines: readonly JournalLine[];
  /** Newest first. */
  readonly comments: readonly JournalComment[];
}
