// An amount as the customer's language writes it, exact to the minor unit.
import type { MoneyView } from '../../functions/core/contract/panel.ts';
import { toDecimalText } from '../parts/minor-units.ts';
import { directionOf } from '../text/reader-language.ts';

export function amountText({ minor, currency }: MoneyView, locale: string): string {
  // Between the two directions a symbol such as US$ falls apart.
  const currencyDisplay = directionOf(locale) === 'rtl' ? 'code' : 'symbol';
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay });
  return format.format(toDecimalText(minor, currency) as Intl.StringNumericLiteral);
}
