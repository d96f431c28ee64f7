// Loads the reader's language: one file, unless it is English.
import type { Language } from './language.ts';
import { languageOf, type OtherLanguage } from './reader-language.ts';
import { spokenTables } from './spoken.ts';

/** By language, what loads some of its tables. */
export type LanguageFiles = Readonly<
  Record<OtherLanguage, () => Promise<{ readonly tables: Partial<Language> }>>
>;

export const panelLanguages: LanguageFiles = {
  ar: () => import('./ar/ar.ts'),
  de: () => import('./de/de.ts'),
  es: () => import('./es/es.ts'),
  fr: () => import('./fr/fr.ts'),
  ja: () => import('./ja/ja.ts'),
};

/** Waits no longer than this before the page is shown in English; a language that comes later takes over then. */
const WAIT_MS = 4_000;

/**
 * Makes the reader's language the one that the tables speak; resolves when it does, or when that has taken too long or failed: then they
 * speak English.
 */
export async function speak(
  locale: string,
  wait: (delayMs: number, run: () => void) => () => void,
  ...files: readonly LanguageFiles[]
): Promise<void> {
  const language = languageOf(locale);
  if (language === 'en') return;
  const loading = Promise.all(files.map((set) => set[language]())).then((parts) => {
    spokenTables.value = Object.assign({}, ...parts.map(({ tables }) => tables));
  });
  let stop = () => {};
  const tooLong = new Promise<void>((resolve) => {
    stop = wait(WAIT_MS, resolve);
  });
  // A language that does not come must not keep the money from being seen.
  await Promise.race([loading, tooLong]).catch(() => {});
  stop();
}
