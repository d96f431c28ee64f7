// Reads tables of words for the tests: every text by its path, with what it makes of its values.

/** Marks a value, so that it is found again in what a text makes of it. */
const mark = (index: number): string => `‹${index}›`;

/** `path` of each text to what it says; texts with values are called with marks. */
export function textsOf(table: object, path = ''): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(table)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') found.set(at, value);
    else if (typeof value === 'function') found.set(at, said(value));
    else for (const [inner, text] of textsOf(value, at)) found.set(inner, text);
  }
  return found;
}

/** The marks of values that a text contains. */
export function marksIn(text: string): readonly string[] {
  return [...new Set(text.match(/‹\d›|\{\w+\}/g))].sort();
}

function said(text: (...values: unknown[]) => unknown): string {
  const values = Array.from({ length: 4 }, (_, index) => mark(index));
  const answer = callWith(text, values);
  return typeof answer === 'string' ? answer : [...textsOf(answer as object).values()].join(' | ');
}

/** Texts that take a list or one of a few words instead of any text are called with those. */
function callWith(text: (...values: unknown[]) => unknown, values: readonly unknown[]): unknown {
  try {
    return text(...values);
  } catch {
    const [first] = values;
    try {
      return text([first], ...values.slice(1));
    } catch {
      return text(first, 'month');
    }
  }
}
