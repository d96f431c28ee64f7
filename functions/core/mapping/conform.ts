// Brings a value into the form that a target field takes, exactly, or says why it can't be done.
import { isCurrency } from '../domain/currency.ts';
import { toDecimal } from '../domain/money.ts';
import type { CatalogField, CatalogProduct } from './catalog-field.ts';
import { countryName } from './country.ts';
import { decimalText, readDecimal, trimmed } from './decimal.ts';
import { given, type Outcome, unmappable, wrongType } from './transform.ts';
import { instantMs } from './transforms/dates.ts';
import { exactText, isList, isMoney, isParts, type MappingValue, shown, textOf } from './value.ts';
import { readDay } from './zoned-time.ts';

/** Products whose country fields hold codes; Zoho's hold whatever was typed. */
const CODE_PRODUCTS: ReadonlySet<CatalogProduct> = new Set([
  'canonical',
  'cybersource',
  'woocommerce',
]);

type Reading = (value: MappingValue, field: CatalogField, product: CatalogProduct) => Outcome;

/** Amounts go out as exact decimal text, instants as ISO text in UTC; the canonical model takes Money and epoch ms. */
export function conform(
  value: MappingValue,
  field: CatalogField,
  product: CatalogProduct,
): Outcome {
  return readings[field.type](value, field, product);
}

const asText: Reading = (value) => {
  const text = textOf(value);
  return text === undefined ? wrongType(`${shown(value)} is not one text`) : given(text);
};

function matching(test: (text: string) => boolean, what: string): Reading {
  return (value) => {
    const text = textOf(value)?.trim();
    return text !== undefined && test(text) ? given(text) : wrongType(`${shown(value)} is ${what}`);
  };
}

const asId: Reading = matching((text) => text !== '' && !/\s/.test(text), 'no id');

/** Decimal text that a JSON number can't hold without losing digits is refused. */
const asNumber: Reading = (value) => {
  if (isMoney(value)) return wrongType('it is an amount with a currency');
  const text = typeof value === 'boolean' ? undefined : textOf(value);
  const decimal = text === undefined ? undefined : readDecimal(text);
  if (decimal === undefined) return wrongType(`${shown(value)} is no exact number`);
  const exact = decimalText(trimmed(decimal));
  return exactText(Number(exact)) === exact
    ? given(Number(exact))
    : wrongType(`${exact} has more digits than can be kept`);
};

const asAmount: Reading = (value, _, product) => {
  if (isMoney(value)) return given(product === 'canonical' ? value : toDecimal(value));
  if (product === 'canonical') return wrongType(`${shown(value)} has no currency`);
  const text = typeof value === 'boolean' ? undefined : textOf(value);
  const decimal = text === undefined ? undefined : readDecimal(text);
  return decimal === undefined
    ? wrongType(`${shown(value)} is no exact amount`)
    : given(decimalText(decimal));
};

/** ISO text has four digits for the year. */
const YEAR_1_MS = Date.parse('0001-01-01T00:00:00Z');
const YEAR_10000_MS = Date.UTC(10_000, 0, 1);

const asInstant: Reading = (value, _, product) => {
  const at = instantMs(value);
  if (at === undefined || at < YEAR_1_MS || at >= YEAR_10000_MS)
    return wrongType(`${shown(value)} is no time`);
  return given(product === 'canonical' ? at : new Date(at).toISOString());
};

const asBoolean: Reading = (value) => {
  if (typeof value === 'boolean') return given(value);
  const text = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (text === 'true' || text === 'false') return given(text === 'true');
  return wrongType(`${shown(value)} is neither yes nor no`);
};

const asChoice: Reading = (value, field) => {
  const text = textOf(value);
  if (text === undefined) return wrongType(`${shown(value)} is not one choice`);
  if (field.choices === undefined) return given(text);
  const folded = text.trim().toLowerCase();
  const found =
    field.choices.find((choice) => choice.value === text) ??
    field.choices.find(
      (choice) => choice.value.toLowerCase() === folded || choice.label.toLowerCase() === folded,
    );
  return found === undefined
    ? unmappable(`“${shown(text)}” is none of its choices`)
    : given(found.value);
};

const asCountry: Reading = (value, field, product) => {
  if (!CODE_PRODUCTS.has(product)) return asText(value, field, product);
  const code = textOf(value)?.trim().toUpperCase() ?? '';
  return countryName(code) === undefined
    ? wrongType(`${shown(value)} is no two-letter country code`)
    : given(code);
};

const asList: Reading = (value) => {
  if (isList(value)) return given(value);
  return isParts(value) || isMoney(value) ? wrongType('it is a group of fields') : given([value]);
};

const asObject: Reading = (value) =>
  isParts(value) ? given(value) : wrongType(`${shown(value)} is no group of fields`);

const isWebAddress = (text: string) => /^https?:\/\//i.test(text) && URL.canParse(text);
const isDate = (text: string) => readDay(text, 'yyyy-MM-dd') !== undefined && text.length === 10;
const isPhone = (text: string) => /^\+?[\d\s().\-/]{5,}(?:\s?(?:x|ext\.?)\s?\d+)?$/i.test(text);

const readings: Readonly<Record<CatalogField['type'], Reading>> = {
  text: asText,
  region: asText,
  'postal-code': asText,
  id: asId,
  number: asNumber,
  amount: asAmount,
  currency: (value) => {
    const code = textOf(value)?.trim().toUpperCase() ?? '';
    return isCurrency(code) ? given(code) : wrongType(`${shown(value)} is no currency`);
  },
  date: matching(isDate, 'no date (year-month-day)'),
  instant: asInstant,
  boolean: asBoolean,
  choice: asChoice,
  email: matching((text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text), 'no e-mail address'),
  phone: matching(isPhone, 'no phone number'),
  country: asCountry,
  url: matching(isWebAddress, 'no web address'),
  list: asList,
  object: asObject,
};
