// The settings page's texts in the languages besides English: a file each.
import type { LanguageFiles } from '../../text/speak.ts';

export const settingsLanguages: LanguageFiles = {
  ar: () => import('./ar-settings.ts'),
  de: () => import('./de-settings.ts'),
  es: () => import('./es-settings.ts'),
  fr: () => import('./fr-settings.ts'),
  ja: () => import('./ja-settings.ts'),
};
