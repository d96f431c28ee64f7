// Texts with values in them: amounts, dates, cards and problems in the reader's language and time zone.
import { amountWords } from '../../functions/core/contract/amount-words.ts';
import type { MoneyView, PaymentView, ProblemView } from '../../functions/core/contract/panel.ts';
import type { ProblemText } from '../../functions/core/contract/problems/problem-text.ts';
import { tellProblem } from '../../functions/core/contract/problems/tell-problem.ts';
import { toDecimalText } from '../parts/minor-units.ts';
import type { Messages } from './en.ts';
import { englishAmount } from './english-amount.ts';
import { directionOf } from './reader-language.ts';

/** Writes values for one reader. */
export interface Text {
  readonly messages: Messages;
  readonly locale: string;
  /** `USD 40.00`: with the code, since a company here may hold several kinds of dollars. */
  money(amount: MoneyView): string;
  /** Epoch ms as date and time in the organization's time zone. */
  dateTime(atMs: number): string;
  /** "a, b and c" as far as the language joins so. */
  list(items: readonly string[]): string;
  /** `2031-12` as "12/2031", as cards have it. */
  month(yearMonth: string): string;
  /** "4 minutes ago", "in 2 minutes". */
  relative(atMs: number, nowMs: number): string;
  number(value: number): string;
  /** `Visa ..1111`, or "the card" when the gateway did not say which. */
  card(card: PaymentView['card']): string;
  /** A gateway's reason code as a clause. */
  reason(code: string): string;
  role(role: string): string;
  /** The reader's sentence for its code, else the server's; the gateway's and our own codes in it are put into words. */
  problem(problem: ProblemView): { readonly sentence: string; readonly next: string };
}

export interface TextOptions {
  /** IANA name; the browser's own zone until the server has named the organization's. */
  readonly timeZone?: string | undefined;
  /** The gateway's reason codes as clauses, as far as they are loaded. */
  readonly reasons?: Readonly<Record<string, string>>;
  /** By code; absent for English, which the server writes. */
  readonly problems?: Readonly<Record<string, ProblemText>> | undefined;
}

export function createText(
  messages: Messages,
  locale: string,
  { timeZone, reasons = {}, problems = {} }: TextOptions = {},
): Text {
  const dates = whenAsked(
    () =>
      new Intl.DateTimeFormat(locale, {
        dateStyle: 'medium',
        timeStyle: 'short',
        ...(timeZone === undefined ? {} : { timeZone }),
      }),
  );
  const ages = whenAsked(() => new Intl.RelativeTimeFormat(locale, { numeric: 'always' }));
  const reason = (code: string) => reasons[code] ?? messages.unknownReason(code);
  const role = (name: string) => messages.roles[name] ?? name;
  const whole = directionOf(locale) === 'rtl' ? isolate : (value: string) => value;
  const lists = whenAsked(() => new Intl.ListFormat(locale, { type: 'unit' }));
  const amount = (decimal: string, currency: string) =>
    englishAmount(decimal, currency, locale) ?? amountWords(decimal, currency, locale);
  const words = { locale, problems, facts: messages.facts, reason, role };

  function problem(found: ProblemView): { readonly sentence: string; readonly next: string } {
    const { code, message, next, facts = {} } = found;
    if (problems[code] !== undefined) return tellProblem(found, words);
    const sentence = message
      .replace(facts.reason ?? NOTHING, reason)
      .replace(facts.role ?? NOTHING, role);
    return { sentence, next };
  }

  return {
    messages,
    locale,
    money: ({ minor, currency }) => whole(amount(toDecimalText(minor, currency), currency)),
    dateTime: (atMs) => whole(dates().format(atMs)),
    month(yearMonth) {
      const [year, month] = yearMonth.split('-');
      return `${month}/${year}`;
    },
    relative(atMs, nowMs) {
      const [count, unit] = inUnits(atMs - nowMs);
      return ages().format(count, unit);
    },
    list: (items) => lists().format(items),
    number: (value) => value.toLocaleString(locale),
    card(card) {
      if (card === undefined) return messages.noCard;
      const brand = messages.brands[card.brand] ?? messages.otherBrand;
      return messages.card(brand, card.lastFour);
    },
    reason,
    role,
    problem,
  };
}

/** Made at its first use: a browser takes long over its first formats, and the first frame needs no date. */
function whenAsked<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** In one piece where the text around it is written from right to left: first strong isolate, and its end. */
function isolate(value: string): string {
  return `\u2068${value}\u2069`;
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
