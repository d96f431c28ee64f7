// The texts of the one reader that this frame has; set when the host has named the locale, read by every part.
import { signal } from '@preact/signals';
import { en } from './en.ts';
import { createText, type Text } from './text.ts';

/** Loaded later than the rest, as few payments need them. */
let knownReasons: Readonly<Record<string, string>> = {};
let knownTimeZone: string | undefined;

export const currentText = signal<Text>(createText(en, 'en'));

/** Writes for this reader from now on; without a time zone in the browser's own. */
export function writeFor(locale: string, timeZone?: string): void {
  knownTimeZone = timeZone;
  currentText.value = createText(en, locale, timeZone, knownReasons);
}

/** Writes the gateway's reason codes in words from now on. */
export function knowReasons(reasons: Readonly<Record<string, string>>): void {
  knownReasons = reasons;
  writeFor(currentText.peek().locale, knownTimeZone);
}

/** The texts to render with: the part renders again when they change. */
export function useText(): Text {
  return currentText.value;
}
