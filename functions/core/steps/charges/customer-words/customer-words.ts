// What the mails to a customer say, in the language that the books have for them; English for all others.
import type { DeclineCause } from '../../../domain/decline.ts';
import { arabic } from './ar.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { japanese } from './ja.ts';

/** Amounts come as `USD 40.00`, dates in words of the language. */
export interface CustomerWords {
  /** For dates. */
  readonly locale: string;
  readonly invoice: (reference: string) => string;
  /** As a subject line names it. */
  readonly yourCard: string;
  /** Where a card would be named that nobody knows. */
  readonly unnamedCard: string;
  readonly linkSubject: (company: string, what: string) => string;
  readonly pay: (amount: string, reference: string) => string;
  readonly payWithoutInvoice: (amount: string) => string;
  readonly addCard: string;
  readonly linkIsYours: string;
  readonly neverAsked: string;
  readonly unpaidSubject: (company: string, reference: string) => string;
  readonly card: (brand: string, lastFour: string) => string;
  readonly notCharged: (amount: string, card: string, reference: string, why: string) => string;
  readonly triedAgain: (day: string) => string;
  readonly otherCard: string;
  readonly causes: Readonly<Record<DeclineCause, string>>;
}

const byLanguage = new Map([
  ['ar', arabic],
  ['de', german],
  ['es', spanish],
  ['fr', french],
  ['ja', japanese],
]);

/** @param language as Zoho Books writes it, e.g. `de` or `es_MX`. */
export function customerWords(language: string | undefined): CustomerWords {
  return byLanguage.get(language?.split(/[-_]/)[0]?.toLowerCase() ?? 'en') ?? english;
}
