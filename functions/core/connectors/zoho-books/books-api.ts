// Zoho Books of one organization, as all parts of the ledger see it.
import { createFinanceApi, type FinanceApi } from '../zoho-http/finance-api.ts';
import type { ZohoConnection } from '../zoho-http/zoho-call.ts';
import type { CurrencyRow } from './currencies.ts';

export interface LedgerOptions extends ZohoConnection {
  /** The data centre's API address, e.g. `https://www.zohoapis.eu`. */
  readonly apiUrl: string;
  readonly organizationId: string;
  /** The organization's currencies: filled when first asked for; hand them in again to save the call. */
  readonly currencies?: CurrencyRow[];
}

export interface BooksApi extends FinanceApi {
  readonly currencies: CurrencyRow[];
}

export function createBooksApi(options: LedgerOptions): BooksApi {
  return {
    ...createFinanceApi('books', options),
    currencies: options.currencies ?? [],
  };
}
