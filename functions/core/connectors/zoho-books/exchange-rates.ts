// The organization's own exchange rates: what one unit of a currency is in its base currency.
import * as z from 'zod/mini';
import { ok, type Result } from '../../domain/result.ts';
import type { ExchangeRates } from '../../ports/rates.ts';
import { callFor } from '../zoho-http/finance-api.ts';
import { type BooksApi, createBooksApi, type LedgerOptions } from './books-api.ts';
import { type CurrencyRow, findCurrency } from './currencies.ts';

const rateRows = z.array(z.object({ rate: z.union([z.number(), z.string()]) }));

/**
 * Rates into the base currency only: the other way round, and between two others, no exact rate is kept there
 * (Books API, "Exchange rates": `from_date` gives the closest earlier one).
 */
export function createExchangeRates(options: LedgerOptions): ExchangeRates {
  const api = createBooksApi(options);
  return {
    async readRate({ source, from, to, date }) {
      if (from === to) return ok('1');
      if (source !== 'books') return ok(undefined);
      const into = await findCurrency(api, to);
      if (!into.ok) return into;
      const currency = await findCurrency(api, from);
      if (!currency.ok) return currency;
      return into.value?.is_base_currency && currency.value !== undefined
        ? rateOf(api, currency.value, date)
        : ok(undefined);
    },
    async readBaseRate({ currency: code, date }) {
      const found = await findCurrency(api, code);
      if (!found.ok) return found;
      const currency = found.value;
      if (currency === undefined || currency.is_base_currency) return ok(undefined);
      return rateOf(api, currency, date);
    },
  };
}

async function rateOf(
  api: BooksApi,
  { currency_id }: CurrencyRow,
  date: string,
): Promise<Result<string | undefined>> {
  const rates = await callFor(
    api,
    {
      operation: 'list-exchange-rates',
      method: 'GET',
      path: ['settings', 'currencies', currency_id, 'exchangerates'],
      query: { from_date: date },
      what: 'The exchange rate',
    },
    'exchange_rates',
    rateRows,
  );
  if (!rates.ok) return rates;
  const [closest] = rates.value;
  return ok(closest === undefined ? undefined : String(closest.rate));
}
