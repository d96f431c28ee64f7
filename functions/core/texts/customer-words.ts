// What the mails to a customer say, in the language that the books have for them; English for all others. Each is loaded when first needed.
import { amountWords } from '../contract/amount-words.ts';
import type { DeclineCause } from '../domain/decline.ts';
import { type Language, languageIn } from '../domain/language.ts';
import { type Money, toDecimal } from '../domain/money.ts';
import { isolated } from './isolate.ts';

/** Amounts and days come as the language writes them. */
export interface CustomerTexts {
  readonly invoice: (reference: string) => string;
  /** Several, their numbers with commas between. */
  readonly invoices: (references: string) => string;
  /** As a subject line names it. */
  readonly yourCard: string;
  /** Where a card would be named that nobody knows. */
  readonly unnamedCard: string;
  readonly linkSubject: (company: string, what: string) => string;
  readonly pay: (amount: string, reference: string) => string;
  /** A line for each invoice follows. */
  readonly payInvoices: (amount: string) => string;
  readonly payWithoutInvoice: (amount: string) => string;
  readonly addCard: string;
  readonly linkIsYours: string;
  readonly neverAsked: string;
  readonly unpaidSubject: (company: string, reference: string) => string;
  readonly card: (brand: string, lastFour: string) => string;
  readonly notCharged: (amount: string, card: string, reference: string, why: string) => string;
  readonly triedAgain: (day: string) => string;
  /** The card was to be tried again, and is not after all. */
  readonly notTriedAgain: (amount: string, card: string, reference: string) => string;
  readonly otherCard: string;
  readonly causes: Readonly<Record<DeclineCause, string>>;
}

export interface CustomerWords extends CustomerTexts {
  money(amount: Money): string;
  /** @param at epoch ms. */
  day(at: number, timeZone: string): string;
}

const files: Readonly<Record<Language, () => Promise<{ readonly customer: CustomerTexts }>>> = {
  en: () => import('./en/customer-en.ts'),
  ar: () => import('./ar/customer-ar.ts'),
  de: () => import('./de/customer-de.ts'),
  es: () => import('./es/customer-es.ts'),
  fr: () => import('./fr/customer-fr.ts'),
  ja: () => import('./ja/customer-ja.ts'),
};

const loaded = new Map<Language, CustomerWords>();

/** Rejects when the language's file can't be read. @param code as Zoho Books writes it, e.g. `de` or `es_MX`. */
export async function customerWords(code: string | undefined): Promise<CustomerWords> {
  const language = languageIn(code) ?? 'en';
  const known = loaded.get(language);
  if (known !== undefined) return known;
  const { customer } = await files[language]();
  const words = {
    ...(language === 'ar' ? isolated(customer) : customer),
    money: (amount: Money) => amountWords(toDecimal(amount), amount.currency, language),
    day: (at: number, timeZone: string) =>
      new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'long' }).format(at),
  };
  loaded.set(language, words);
  return words;
}
