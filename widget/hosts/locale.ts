// Locale tags as hosts write them, made into ones that Intl takes.

/** The first of `tags` that is a language tag (`en_US` counts as `en-US`); English when none is. */
export function firstLocale(...tags: readonly unknown[]): string {
  for (const tag of tags) {
    try {
      const [locale] = Intl.getCanonicalLocales(String(tag).replaceAll('_', '-'));
      if (locale !== undefined) return locale;
    } catch {
      // Not a language tag: the next one may be.
    }
  }
  return 'en';
}
