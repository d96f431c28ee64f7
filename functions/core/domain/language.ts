// The languages that we write, and which of them a code of another system means.

export const languages = ['en', 'ar', 'de', 'es', 'fr', 'ja'] as const;

export type Language = (typeof languages)[number];

/** @param code as browsers and Zoho write it: `de`, `de-AT`, `es_MX`. Undefined for a language that we do not write. */
export function languageIn(code: string | undefined): Language | undefined {
  const primary = code?.split(/[-_]/)[0]?.toLowerCase();
  return languages.find((one) => one === primary);
}
