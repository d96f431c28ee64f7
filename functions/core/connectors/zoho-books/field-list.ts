// The custom fields of one organization's records in Books.
import type { FieldSource } from '../../ports/fields.ts';
import { createFinanceApi } from '../zoho-http/finance-api.ts';
import { createFinanceFields } from '../zoho-http/finance-fields.ts';
import type { LedgerOptions } from './books-api.ts';

/** Bank transactions have none. */
const ENTITIES = {
  invoice: 'invoice',
  'customer-payment': 'customer_payment',
  'credit-note': 'creditnote',
  contact: 'contact',
  item: 'item',
} as const;

export function createBooksFields(options: LedgerOptions): FieldSource {
  return createFinanceFields(createFinanceApi('books', options), ENTITIES);
}
