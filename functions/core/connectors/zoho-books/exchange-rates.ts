// The organization's own exchange rates: what one unit of a currency is in its base currency.
import * as z from 'zod/mini';
import { ok } from '../../domain/result.ts';
import type { ExchangeRates } from '../../ports/rates.ts';
import { callFor } from '../zoho-http/finance-api.ts';
import { type BooksApi, createBooksApi, type LedgerOptions } from './books-api.ts';

const currencyRows = z.array(
  z.object({ currency_id: z.string(), currency_code: z.string(), is_base_currency: z.boolean() }),
);
const rateRows = z.array(z.object({ rate: z.union([z.number(), z.string()]) }));

/**
 * Rates into the base currency only: the other way round, and between two others, no exact rate is kept there
 * (Books API, "Exchange rates": `from_date` gives the closest earlier one).
 */
export function createExchangeRates(options: LedgerOptions): ExchangeRates {
  const api = createBooksApi(options);
  let known: z.infer<typeof currencyRows> | undefined;
  return {
    async readRate({ source, from, to, date }) {
      if (from === to) return ok('1');
      if (source !== 'books') return ok(undefined);
      if (known === undefined) {
        const read = await readCurrencies(api);
        if (!read.ok) return read;
        known = read.value;
      }
      const isBase = known.some((one) => one.is_base_currency && one.currency_code === to);
      const currency = known.find((one) => one.currency_code === from);
      if (!isBase || currency === undefined) return ok(undefined);
      const rates = await callFor(
        api,
        {
          operation: 'list-exchange-rates',
          method: 'GET',
          path: ['settings', 'currencies', currency.currency_id, 'exchangerates'],
          query: { from_date: date },
          what: 'The exchange rate',
        },
        'exchange_rates',
        rateRows,
      );
      if (!rates.ok) return rates;
      const [closest] = rates.value;
      return ok(closest === undefined ? undefined : String(closest.rate));
    },
  };
}

function readCurrencies(api: BooksApi) {
  return callFor(
    api,
    {
      operation: 'list-currencies',
      method: 'GET',
      path: ['settings', 'currencies'],
      query: { per_page: '200' },
      what: 'The list of currencies',
    },
    'currencies',
    currencyRows,
  );
}
