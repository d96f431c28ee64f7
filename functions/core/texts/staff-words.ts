// What we write to staff, in mails and in Zoho, in the company's language: each language is loaded when it is first needed.
import { amountIn, amountWords } from '../contract/amount-words.ts';
import { tellProblem } from '../contract/problems/tell-problem.ts';
import type { Language } from '../domain/language.ts';
import { type Money, toDecimal } from '../domain/money.ts';
import type { Problem } from '../domain/problem.ts';
import { type CodeTables, disputeWords, reasonWords } from '../mapping/reason-words.ts';
import { shippedNames } from './en/shipped.ts';
import { isolate, isolated } from './isolate.ts';
import type { StaffTables } from './staff-tables.ts';

export interface StaffWords {
  /** Texts of our own; the values come as they are to be read. */
  readonly notices: StaffTables['notices'];
  money(amount: Money): string;
  /** Date and time. @param at epoch ms. */
  moment(at: number, timeZone: string): string;
  /** A gateway's reason code as a clause that can stand in a list. */
  reason(code: string): string;
  /** A dispute's reason as its movement keeps it, in English. */
  dispute(reason: string): string;
  /** The server's English words. */
  fact(english: string): string;
  /** A payment's state within a sentence. */
  state(state: string): string;
  /** A text of a shipped document with its places unfilled; undefined for all other texts. */
  shipped(text: string): string | undefined;
  /** A value as it stands in a text: our own amounts (`USD 40.00`) and days (`2026-11-19`) as the language writes them. */
  within(value: string): string;
  /** What is wrong, and what to do. */
  problem(found: Problem): { readonly sentence: string; readonly next: string };
}

const files: Readonly<Record<Language, () => Promise<{ readonly staff: StaffTables }>>> = {
  en: () => import('./en/staff-en.ts'),
  ar: () => import('./ar/staff-ar.ts'),
  de: () => import('./de/staff-de.ts'),
  es: () => import('./es/staff-es.ts'),
  fr: () => import('./fr/staff-fr.ts'),
  ja: () => import('./ja/staff-ja.ts'),
};

const loaded = new Map<Language, StaffWords>();

/** Rejects when the language's file can't be read; the next call tries again. */
export async function staffWords(language: Language): Promise<StaffWords> {
  const known = loaded.get(language);
  if (known !== undefined) return known;
  const { staff } = await files[language]();
  const words = createStaffWords(language, staff);
  loaded.set(language, words);
  return words;
}

function createStaffWords(language: Language, tables: StaffTables): StaffWords {
  const isFromRight = language === 'ar';
  const bare = isFromRight ? isolate : (value: string) => value;
  const within = (value: string) => bare(dayIn(amountIn(value, language), language));
  const notices = isFromRight ? isolated(tables.notices) : tables.notices;
  const facts: Readonly<Record<string, string | undefined>> = tables.facts;
  const fact = (english: string) => facts[english] ?? english;
  const { reasons, factors, notices: plain } = tables;
  const codes: CodeTables = { reasons, factors, fact, unknown: notices.unknownReason };
  const states: Readonly<Record<string, string | undefined>> = notices.states;
  const roles: Readonly<Record<string, string | undefined>> = plain.roles;
  const reason = (code: string) => reasonWords(code, codes);
  const problemWords = {
    locale: language,
    problems: tables.problems,
    facts,
    reason,
    role: (value: string) => bare(roles[value] ?? value),
  };
  return {
    notices,
    money: (amount) => amountWords(toDecimal(amount), amount.currency, language),
    moment(at, timeZone) {
      const style = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const;
      return new Intl.DateTimeFormat(language, style).format(at);
    },
    reason,
    dispute: (text) => disputeWords(text, codes),
    fact,
    state: (state) => states[state] ?? state,
    shipped(text) {
      const name = shippedNames.get(text);
      return name && tables.shipped[name];
    },
    within,
    problem: (found) => tellProblem(found, problemWords),
  };
}

/** A day without a time of day, whatever the time zone. */
function dayIn(value: string, language: Language): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  return days.format(Date.parse(value));
}
