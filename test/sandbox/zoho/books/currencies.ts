// Currencies of the organization and their exchange rates.
import { z } from 'zod';
import { convertMinor, type Decimal, fromMinor, parseDecimal } from '../decimal.ts';
import type { Json } from './blank.ts';
import { date, decimal, parse } from './body.ts';
import { type BooksOrg, found } from './books-org.ts';
import type { Currency } from './documents.ts';
import { invalidValue, notFound } from './envelope.ts';

const ONE: Decimal = { units: 1n, scale: 0 };

export function currencyOf(org: BooksOrg, id: string): Currency {
  return found(org.currencies, id, 'Currency');
}

export function currencyByCode(org: BooksOrg, code: string): Currency {
  const currency = org.currencies.list().find((one) => one.code === code);
  if (currency === undefined) throw notFound('Currency');
  return currency;
}

export function baseCurrency(org: BooksOrg): Currency {
  const base = org.currencies.list().find((one) => one.isBase);
  if (base === undefined) throw notFound('Currency');
  return base;
}

export function precisionOf(org: BooksOrg, document: { readonly currencyId: string }): number {
  return currencyOf(org, document.currencyId).precision;
}

/** The closest rate on or before the date, as decimal text; 1 for the base currency. */
function rateOn(currency: Currency, on: string): string {
  if (currency.isBase) return '1';
  return currency.rates.findLast((rate) => rate.date <= on)?.rate ?? currency.rates[0]?.rate ?? '1';
}

/** A kept rate text as a decimal. */
export function rateDecimal(rate: string): Decimal {
  return parseDecimal(rate) ?? ONE;
}

/** The `exchange_rate` of a document: as given, or the currency's rate on its date. */
export function documentRate(currency: Currency, given: Decimal | undefined, on: string): string {
  if (currency.isBase || given === undefined) return rateOn(currency, on);
  if (given.units <= 0n) throw invalidValue('exchange_rate');
  return decimalText(given);
}

/** Plain text without needless zeros. */
export function decimalText(value: Decimal): string {
  const whole = value.units.toString();
  if (value.scale === 0) return whole;
  const digits = whole.replace('-', '').padStart(value.scale + 1, '0');
  const cut = digits.length - value.scale;
  const fraction = digits.slice(cut).replace(/0+$/, '');
  const sign = whole.startsWith('-') ? '-' : '';
  return `${sign}${digits.slice(0, cut)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The base-currency amount of a document's amount. */
export function toBase(org: BooksOrg, minor: number, currency: Currency, rate: string): number {
  return convertMinor(minor, currency.precision, rateDecimal(rate), baseCurrency(org).precision);
}

const rateBody = z.object({ effective_date: date, rate: decimal });

export function addExchangeRate(org: BooksOrg, currencyId: string, body: unknown): Json {
  const currency = currencyOf(org, currencyId);
  const given = parse(rateBody, body);
  if (given.rate.units <= 0n) throw invalidValue('rate');
  const rate = { id: org.id(), date: given.effective_date, rate: decimalText(given.rate) };
  const rates = [...currency.rates, rate].sort((a, b) => a.date.localeCompare(b.date));
  org.currencies.put(currency.id, { ...currency, rates });
  return rateView(rate);
}

/** With `from_date`, the closest earlier rate only. */
export function exchangeRates(org: BooksOrg, currencyId: string, from?: string): Json[] {
  const { rates } = currencyOf(org, currencyId);
  if (from === undefined) return rates.toReversed().map(rateView);
  const closest = rates.findLast((rate) => rate.date <= from);
  return closest === undefined ? [] : [rateView(closest)];
}

function rateView(rate: Currency['rates'][number]): Json {
  return { exchange_rate_id: rate.id, effective_date: rate.date, rate: Number(rate.rate) };
}

export function currencyView(currency: Currency): Json {
  return {
    currency_id: currency.id,
    currency_code: currency.code,
    currency_name: currency.name,
    currency_name_formatted: nameFormatted(currency),
    currency_symbol: currency.symbol,
    price_precision: currency.precision,
    currency_format: currency.format,
    is_base_currency: currency.isBase,
    exchange_rate: currency.isBase ? 0 : Number(currency.rates.at(-1)?.rate ?? 0),
    effective_date: currency.rates.at(-1)?.date ?? '',
    auto_exchange_rate_enabled: currency.rates.length === 0,
  };
}

export function nameFormatted(currency: Currency): string {
  return `${currency.code}- ${currency.name}`;
}

/** `$12.50`, as the `_formatted` keys and system comments print it. */
export function money(minor: number, currency: Currency): string {
  const text = fromMinor(minor, currency.precision).toFixed(currency.precision);
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${currency.symbol}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}
