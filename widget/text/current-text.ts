// The texts of the one reader that this frame has; set when the host has named the locale, read by every part.
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { panelTexts } from './en.ts';
import { spokenTables } from './spoken.ts';
import { createText, type Text } from './text.ts';

const locale = signal('en');
const timeZone = signal<string | undefined>(undefined);
/** Loaded later than the rest, as few payments need them. */
const reasons = signal<Readonly<Record<string, string>>>({});

export const currentText: ReadonlySignal<Text> = computed(() =>
  createText(panelTexts, locale.value, {
    timeZone: timeZone.value,
    reasons: reasons.value,
    problems: spokenTables.value.problems,
  }),
);

/** Writes for this reader from now on; without a time zone in the browser's own. */
export function writeFor(nextLocale: string, nextTimeZone?: string): void {
  batch(() => {
    locale.value = nextLocale;
    timeZone.value = nextTimeZone;
  });
}

/** Writes the gateway's reason codes in words from now on. */
export function knowReasons(known: Readonly<Record<string, string>>): void {
  reasons.value = known;
}

/** The texts to render with: the part renders again when they change. */
export function useText(): Text {
  return currentText.value;
}
