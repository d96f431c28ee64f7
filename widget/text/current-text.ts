// The texts of the one reader that this frame has; set when the host has named the locale, read by every part.
import { signal } from '@preact/signals';
import { en } from './en.ts';
import { createText, type Text } from './text.ts';

export const currentText = signal<Text>(createText(en, 'en'));

/** Writes for this reader from now on; without a time zone in the browser's own. */
export function writeFor(locale: string, timeZone?: string): void {
  currentText.value = createText(en, locale, timeZone);
}

/** The texts to render with: the part renders again when they change. */
export function useText(): Text {
  return currentText.value;
}
