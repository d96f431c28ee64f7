// Text on its way into a column and back: nothing is lost, and what is too long can be cut to fit.

/** Four-byte characters (and half ones), which the Data Store silently turns into `?`, and what looks like our escape. */
const NEEDS_ESCAPE = /[\u{10000}-\u{10FFFF}\u{D800}-\u{DFFF}]|\\(?=u\{)/gu;
const ESCAPE = /\\u\{((?:10|[1-9A-F])?[0-9A-F]{1,4})\}/g;
/** What may be the beginning of an escape, at the end of a cut text. */
const CUT_ESCAPE = /\\(?:u(?:\{[0-9A-F]*)?)?$/;
const ELLIPSIS = '…';

/** Text as a column holds it: `\u{1F600}` for an emoji. Longer than what it stands for. */
export function escapeText(text: string): string {
  return text.replace(NEEDS_ESCAPE, escaped);
}

/** The text that {@link escapeText} was given. */
export function unescapeText(stored: string): string {
  return stored.replace(ESCAPE, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
}

/**
 * Cuts a label to what a column of `length` characters can hold, with an ellipsis where something is missing.
 * For people's words only: a key, a code or a document that does not fit is an error.
 */
export function fitText(text: string, length: number): string {
  const stored = escapeText(text);
  if (stored.length <= length) return text;
  const kept = stored.slice(0, Math.max(0, length - ELLIPSIS.length)).replace(CUT_ESCAPE, '');
  return unescapeText(kept) + ELLIPSIS;
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
}
