// An amount as the customer's language writes it, exact to the minor unit.
import type { MoneyView } from '../../functions/core/contract/panel.ts';
import { toDecimalText } from '../parts/minor-units.ts';

export function amountText({ minor, currency }: MoneyView, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return format.format(toDecimalText(minor, currency) as Intl.StringNumericLiteral);
}
