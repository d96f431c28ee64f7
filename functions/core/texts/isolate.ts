// Keeps amounts, ids and names from being torn apart where they stand in a text that is written from right to left.

/** First strong isolate, and its end (Unicode Standard Annex 9). */
const [START, END] = ['\u2068', '\u2069'];

export function isolate(value: string): string {
  return value === '' ? value : `${START}${value}${END}`;
}

/** The same table, with every value that it puts into its texts isolated. */
export function isolated<T extends object>(table: T): T {
  return Object.fromEntries(
    Object.entries(table).map(([name, words]) => [name, isolatedWords(words)]),
  ) as T;
}

function isolatedWords(words: unknown): unknown {
  if (typeof words === 'function') {
    return (...values: readonly string[]) => words(...values.map(isolate));
  }
  return typeof words === 'object' && words !== null ? isolated(words) : words;
}
