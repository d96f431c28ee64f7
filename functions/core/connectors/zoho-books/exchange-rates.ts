// The organization's own exchange rates: what one unit of a currency is in its base currency.
import * as z from 'zod/mini';
import { ok, type Result } from '../../domain/result.ts';
import type { ExchangeRates } from '../../ports/rates.ts';
import { callFor } from '../zoho-http/finance-api.ts';
import { type BooksApi, createBooksApi, type LedgerOptions } from './books-api.ts';

const currencyRows = z.array(
  z.object({ currency_id: z.string(), currency_code: z.string(), is_base_currency: z.boolean() }),
);
type CurrencyRow = z.infer<typeof currencyRows>[number];
const rateRows = z.array(z.object({ rate: z.union([z.number(), z.string()]) }));

/**
 * Rates into the base currency only: the other way round, and between two others, no exact rate is kept there
 * (Books API, "Exchange rates": `from_date` gives the closest earlier one).
 */
export function createExchangeRates(options: LedgerOptions): ExchangeRates {
  const api = createBooksApi(options);
  let known: CurrencyRow[] | undefined;
  async function currencies(): Promise<Result<readonly CurrencyRow[]>> {
    if (known !== undefined) return ok(known);
    const read = await readCurrencies(api);
    if (read.ok) known = read.value;
    return read;
  }
  return {
    async readRate({ source, from, to, date }) {
      if (from === to) return ok('1');
      if (source !== 'books') return ok(undefined);
      const rows = await currencies();
      if (!rows.ok) return rows;
      const isBase = rows.value.some((one) => one.is_base_currency && one.currency_code === to);
      const currency = rows.value.find((one) => one.currency_code === from);
      return isBase && currency !== undefined ? rateOf(api, currency, date) : ok(undefined);
    },
    async readBaseRate({ currency: code, date }) {
      const rows = await currencies();
      if (!rows.ok) return rows;
      const currency = rows.value.find((one) => one.currency_code === code);
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
