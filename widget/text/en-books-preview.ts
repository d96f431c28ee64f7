// English texts of what will be written in Zoho Books; they come when somebody asks for it.
import type {
  BooksEntryView,
  BooksPreviewNote,
  BooksRecordView,
} from '../../functions/core/contract/books-preview.ts';
import { spoken } from './spoken.ts';

export const enBooksPreview = {
  loading: 'Asking Zoho Books…',
  failed: 'Zoho Books could not be asked just now. What you do here does not depend on it.',
  records: {
    'customer-payment': 'Customer payment',
    'write-off': 'Write-off',
    'credit-note': 'Credit note',
    'credit-note-refund': 'Refund of the credit note',
    'payment-refund': 'Refund of the payment',
    'payment-removed': 'Customer payment deleted',
    'write-off-cancelled': 'Write-off cancelled',
    'payment-lowered': 'Customer payment lowered',
  } satisfies Record<BooksRecordView['kind'], string>,
  record: (kind: string, amount: string, invoices: string) =>
    invoices === '' ? `${kind}, ${amount}` : `${kind}, ${amount}, invoice ${invoices}`,
  accounts: {
    clearing: 'Clearing account',
    receivables: 'Accounts receivable',
    'customer-credit': 'Customer credit',
    'sales-and-tax': 'Sales and tax',
    'write-off': 'Write-offs',
    'gateway-fees': 'Gateway fees',
  } satisfies Record<BooksEntryView['account'], string>,
  account: 'Account',
  debit: 'Debit',
  credit: 'Credit',
  undo: {
    'customer-payment': 'To undo: delete the customer payment; its invoices are open again.',
    'write-off': 'To undo: cancel the write-off of the invoice.',
    'credit-note': 'To undo: void the credit note.',
    'credit-note-refund': 'To undo: delete the refund of the credit note.',
    'payment-refund': 'To undo: delete the refund of the customer payment.',
    'payment-removed': 'To undo: record the customer payment again.',
    'write-off-cancelled': 'To undo: write the rest of the invoice off again.',
    'payment-lowered': 'To undo: raise the customer payment again by what was voided.',
  } satisfies Record<BooksRecordView['kind'], string>,
  notes: {
    'nothing-moves': 'Nothing: no money moves, so there is nothing to book.',
    'when-all-is-captured':
      'Nothing yet: it is booked in one payment once the rest is captured or released.',
    'after-the-payment':
      'The payment itself is on its way into Zoho Books. What you do now is booked after it.',
    'not-in-books': 'Nothing: this payment is not in Zoho Books.',
    'no-invoice':
      'There is no invoice to credit. The refund will stop with a note for your administrator.',
  } satisfies Record<BooksPreviewNote, string>,
} as const;

export const bookTexts = spoken('booksPreview', enBooksPreview);
