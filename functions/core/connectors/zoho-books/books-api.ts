// Zoho Books of one organization, as all parts of the ledger see it.
import { createFinanceApi, type FinanceApi } from '../zoho-http/finance-api.ts';
import type { ZohoConnection } from '../zoho-http/zoho-call.ts';

export interface LedgerOptions extends ZohoConnection {
  /** The data centre's API address, e.g. `https://www.zohoapis.eu`. */
  readonly apiUrl: string;
  readonly organizationId: string;
  /** Currency code to Books currency id: filled when first asked for; hand it in again to save the call. */
  readonly currencyIds?: Map<string, string>;
}

export interface BooksApi extends FinanceApi {
  readonly currencyIds: Map<string, string>;
}

export function createBooksApi(options: LedgerOptions): BooksApi {
  return {
    ...createFinanceApi('books', options),
    currencyIds: options.currencyIds ?? new Map<string, string>(),
  };
}
