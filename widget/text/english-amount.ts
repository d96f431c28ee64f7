// Amounts in English without the browser's formatter, whose start takes longer than all else in the panel's first frame.

/** The kinds of English that write `USD 1,234.50`; others group or separate otherwise. */
const SUCH = /^en(-(US|GB|CA|AU|NZ|IE))?$/;

/** @returns undefined where the browser has to write it. A test holds both equal. */
export function englishAmount(
  decimal: string,
  currency: string,
  locale: string,
): string | undefined {
  if (!SUCH.test(locale)) return undefined;
  const [, sign = '', whole = '', fraction] = /^(-?)(\d+)\.?(\d*)$/.exec(decimal) ?? [];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}${currency} ${fraction ? `${grouped}.${fraction}` : grouped}`;
}
