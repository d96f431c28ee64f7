// The language that we write for a reader, and which way it is written.

/** The languages that we have besides English. */
export type OtherLanguage = 'ar' | 'de' | 'es' | 'fr' | 'ja';

const others: ReadonlySet<string> = new Set<OtherLanguage>(['ar', 'de', 'es', 'fr', 'ja']);

/** The language that we write for a locale (`de-AT` reads German); English where we have none. */
export function languageOf(locale: string): OtherLanguage | 'en' {
  const [language = ''] = locale.split('-');
  return others.has(language) ? (language as OtherLanguage) : 'en';
}

/** Which way the language of a locale is written. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return languageOf(locale) === 'ar' ? 'rtl' : 'ltr';
}
