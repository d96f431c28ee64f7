// An amount as a language writes it, with the code of its currency, since a company here may hold several kinds of dollars.

/** @param decimal with all decimals of the currency, e.g. `40.00`: a text, not a number, so that it is exact for every amount. */
export function amountWords(decimal: string, currency: string, locale: string): string {
  const digits = decimal.split('.')[1]?.length ?? 0;
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format
    .formatToParts(decimal as Intl.StringNumericLiteral)
    .map(({ type, value }) => (type === 'literal' ? value.replaceAll('\u00a0', ' ') : value))
    .join('');
}

/** Our own `USD 40.00` as the language writes it; all else as it is. */
export function amountIn(value: string, locale: string): string {
  const [, currency, decimal] = /^([A-Z]{3}) (-?\d+(?:\.\d+)?)$/.exec(value) ?? [];
  return currency === undefined || decimal === undefined
    ? value
    : amountWords(decimal, currency, locale);
}
