// Amounts and dates as people write them in a message: every way to read one that could be meant.
import { isCurrency } from './currency.ts';

/** An amount that somebody wrote, e.g. `1.234,50 €`. */
export interface WrittenAmount {
  /** As it stands in the text. */
  readonly text: string;
  /** Plain decimals that it may mean: `1.234` is 1.234 or 1234. */
  readonly decimals: readonly string[];
  /** ISO 4217 codes that were named; empty when the text names none. */
  readonly currencies: readonly string[];
}

/** A day that somebody wrote; without a year it is the latest such day. */
export interface WrittenDate {
  readonly text: string;
  readonly year?: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

const SYMBOLS: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN'],
  '€': ['EUR'],
  '£': ['GBP'],
  '¥': ['JPY', 'CNY'],
  円: ['JPY'],
  '₹': ['INR'],
};
const MARK = '[$€£¥₹円]|\\b[A-Z]{3}\\b';
const NUMBER =
  "\\d{1,3}(?:[.,\u00a0\u202f '’]\\d{3}){1,3}(?:[.,]\\d{1,3})?|\\d{1,12}(?:[.,]\\d{1,3})?";
const AMOUNT = new RegExp(
  `(?<before>${MARK})\\s?(?<first>${NUMBER})(?![\\d-])` +
    `|(?<![\\w.,#-])(?<second>${NUMBER})\\s?(?<after>${MARK})(?!\\s?\\d)` +
    `|(?<![\\w.,#-])(?<bare>\\d{1,9}[.,]\\d{2})(?![\\w.,]\\d|\\d)`,
  'g',
);

/** Amounts in the order in which they stand; a number without decimals counts only beside a currency. */
export function amountsIn(text: string): WrittenAmount[] {
  return [...text.matchAll(AMOUNT)].flatMap((match) => {
    const { before, first, second, after, bare } = match.groups ?? {};
    const mark = before ?? after;
    const currencies = mark === undefined ? [] : (SYMBOLS[mark] ?? [mark].filter(isCurrency));
    if (mark !== undefined && currencies.length === 0) return [];
    const number = first ?? second ?? bare ?? '';
    return [{ text: match[0].trim(), decimals: decimalsOf(number), currencies }];
  });
}

/** The last separator is the decimal one, unless three digits follow: then it may part thousands. */
function decimalsOf(number: string): string[] {
  const parts = number.split(/[^\d]/);
  const last = parts.at(-1) ?? '';
  const whole = parts.slice(0, -1).join('');
  const joined = parts.join('');
  if (parts.length === 1) return [joined];
  if (last.length !== 3) return [`${whole}.${last}`];
  return /[.,]\d{3}$/.test(number) ? [joined, `${whole}.${last}`] : [joined];
}

const MONTH_LOCALES = ['en', 'de', 'es', 'fr'];
const NUMERIC = /(?<![\w.,#-])(\d{1,4})([-./])(\d{1,2})\2(\d{2,4})(?![\w]|[-.,/]\d)/g;
const IN_WORDS =
  /(?<![\w.,#-])(?:(\d{1,2})(?:st|nd|rd|th|er|\.)?\s(?:de\s|of\s)?(\p{L}{3,12})\.?|(\p{L}{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?)(?:,?\s(?:de\s|del\s)?(20\d{2}))?(?![\d])/gu;
const JAPANESE = /(?:(20\d{2})年)?(\d{1,2})月(\d{1,2})日/g;

let monthsByName: Map<string, number> | undefined;

/** Months by their names and by the first three letters of those, in the languages of the panel that write them so. */
function monthNames(): Map<string, number> {
  if (monthsByName !== undefined) return monthsByName;
  monthsByName = new Map();
  for (const locale of MONTH_LOCALES) {
    const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
    for (let month = 12; month >= 1; month -= 1) {
      const name = format.format(Date.UTC(2026, month - 1, 1)).toLowerCase();
      monthsByName.set(name, month);
      monthsByName.set(name.slice(0, 3), month);
    }
  }
  return monthsByName;
}

/** Days in the order in which they stand; `11/12/2026` is told in both readings. */
export function datesIn(text: string): WrittenDate[] {
  const numeric = [...text.matchAll(NUMERIC)].flatMap(([all, a = '', , b = '', c = '']) =>
    a.length === 4
      ? dated(all, a, b, c)
      : [...dated(all, c, b, a), ...(a === b ? [] : dated(all, c, a, b))],
  );
  const named = [...text.matchAll(IN_WORDS)].flatMap(
    ([all, dayBefore, monthBehind, monthBefore, dayBehind, year]) => {
      const month = monthNames().get((monthBehind ?? monthBefore ?? '').toLowerCase());
      if (month === undefined) return [];
      return dated(all, year, String(month), dayBefore ?? dayBehind ?? '');
    },
  );
  const japanese = [...text.matchAll(JAPANESE)].flatMap(([all, year, month = '', day = '']) =>
    dated(all, year, month, day),
  );
  return [...numeric, ...named, ...japanese];
}

function dated(text: string, year: string | undefined, month: string, day: string): WrittenDate[] {
  const [m, d] = [Number(month), Number(day)];
  const y = year === undefined ? undefined : year.length === 2 ? 2000 + Number(year) : Number(year);
  if (m < 1 || m > 12 || d < 1 || d > 31) return [];
  if (y !== undefined && (y < 2000 || y > 2099)) return [];
  return [{ text: text.trim(), ...(y === undefined ? {} : { year: y }), month: m, day: d }];
}
