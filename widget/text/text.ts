// Texts with values in them: amounts, dates, cards and problems in the reader's language and time zone.
import type { MoneyView, PaymentView, ProblemView } from '../../functions/core/contract/panel.ts';
import { decimalsOf, toDecimalText } from '../parts/minor-units.ts';
import type { Messages } from './en.ts';

/** Writes values for one reader. */
export interface Text {
  readonly messages: Messages;
  readonly locale: string;
  /** `USD 40.00`: with the code, since a company here may hold several kinds of dollars. */
  money(amount: MoneyView): string;
  /** Epoch ms as date and time in the organization's time zone. */
  dateTime(atMs: number): string;
  /** `2031-12` as "12/2031". */
  month(yearMonth: string): string;
  /** "4 minutes ago", "in 2 minutes". */
  relative(atMs: number, nowMs: number): string;
  number(value: number): string;
  /** `Visa ..1111`, or "the card" when the gateway did not say which. */
  card(card: PaymentView['card']): string;
  /** A gateway's reason code as a clause. */
  reason(code: string): string;
  role(role: string): string;
  /** The server's sentence, with the gateway's and our own codes in it put into words. */
  problem(problem: ProblemView): { readonly sentence: string; readonly next: string };
}

/**
 * @param timeZone IANA name; the browser's own zone until the server has named the organization's.
 * @param reasons the gateway's reason codes as clauses, as far as they are loaded.
 */
export function createText(
  messages: Messages,
  locale: string,
  timeZone?: string,
  reasons: Readonly<Record<string, string>> = {},
): Text {
  const dates = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    ...(timeZone === undefined ? {} : { timeZone }),
  });
  const ages = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  const reason = (code: string) => reasons[code] ?? messages.unknownReason(code);
  const role = (name: string) => messages.roles[name] ?? name;

  return {
    messages,
    locale,
    money: (amount) => formatMoney(amount, locale),
    dateTime: (atMs) => dates.format(atMs),
    month(yearMonth) {
      const [year, month] = yearMonth.split('-');
      return `${month}/${year}`;
    },
    relative(atMs, nowMs) {
      const [count, unit] = inUnits(atMs - nowMs);
      return ages.format(count, unit);
    },
    number: (value) => value.toLocaleString(locale),
    card(card) {
      if (card === undefined) return messages.noCard;
      const brand = messages.brands[card.brand] ?? messages.otherBrand;
      return messages.card(brand, card.lastFour);
    },
    reason,
    role,
    problem({ message, next, facts = {} }) {
      const sentence = message
        .replace(facts.reason ?? NOTHING, reason)
        .replace(facts.role ?? NOTHING, role);
      return { sentence, next };
    },
  };
}

function formatMoney(amount: MoneyView, locale: string): string {
  const digits = decimalsOf(amount.currency);
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: amount.currency,
    currencyDisplay: 'code',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // A decimal string, not a number: exact for every amount.
  return format
    .formatToParts(toDecimalText(amount.minor, amount.currency))
    .map(({ type, value }) => (type === 'literal' ? value.replaceAll('\u00a0', ' ') : value))
    .join('');
}

/** Matches in no text. */
const NOTHING = /$^/;
const MINUTE_MS = 60_000;

/** Whole units, rounded to the nearest, never "0 minutes": what just happened was a minute ago. */
function inUnits(differenceMs: number): [number, Intl.RelativeTimeFormatUnit] {
  const sign = differenceMs > 0 ? 1 : -1;
  const minutes = Math.max(1, Math.round(Math.abs(differenceMs) / MINUTE_MS));
  if (minutes < 60) return [sign * minutes, 'minute'];
  const hours = Math.round(minutes / 60);
  if (hours < 48) return [sign * hours, 'hour'];
  return [sign * Math.round(hours / 24), 'day'];
}
