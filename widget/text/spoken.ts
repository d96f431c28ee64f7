// The tables as the views read them: each text is in the reader's language as soon as that is loaded, else English.
import { signal } from '@preact/signals';
import type { Language } from './language.ts';

/** What is loaded of the reader's language; nothing for English. */
export const spokenTables = signal<Partial<Language>>({});

/** A table that is read anew at each use, so that a part renders again when the language has come. */
export function spoken<K extends keyof Language>(name: K, english: Language[K]): Language[K] {
  return live(english, () => spokenTables.value[name]);
}

function live<T extends object>(english: T, inLanguage: () => object | undefined): T {
  const read = (key: PropertyKey): unknown => {
    const words = inLanguage();
    return (words && Reflect.get(words, key)) ?? Reflect.get(english, key);
  };
  return new Proxy(english, {
    get(_, key) {
      const words = read(key);
      const isTable = typeof words === 'object' && words !== null && !Array.isArray(words);
      return isTable ? live(Reflect.get(english, key) as object, () => read(key) as object) : words;
    },
  });
}
