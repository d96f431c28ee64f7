// The words in which mappings are told: what outlines and lists of changes are put together from, and all of them in English.
import type { mishaps } from './document.ts';
import type { TransformStep } from './transform.ts';
import { transformOf } from './transforms/all.ts';

type Filled = (...words: readonly string[]) => string;

export interface MappingTexts {
  /** A transform's place in an outline: "by table (captured -> Paid)". */
  readonly transform: (step: TransformStep) => string;
  readonly quote: (text: string) => string;
  /** A text of a shipped mapping, its places unfilled; undefined for what somebody wrote themselves. */
  readonly shipped: (text: string) => string | undefined;
  readonly when: Readonly<Record<(typeof mishaps)[number], string>>;
  readonly policy: Readonly<Record<'leave' | 'stop' | 'ask' | 'cut', string>> &
    Readonly<Record<'use' | 'cutWith' | 'of', Filled>>;
  readonly changes: Readonly<
    Record<
      | 'title'
      | 'records'
      | 'removed'
      | 'added'
      | 'details'
      | 'entries'
      | 'changed'
      | 'now'
      | 'entry',
      Filled
    >
  > & { readonly noEntry: string };
}

export const englishMapping: MappingTexts = {
  transform: (step) => transformOf(step.use).words(step),
  quote: (text) => `“${text}”`,
  shipped: () => undefined,
  when: {
    missing: 'if empty',
    tooLong: 'if too long',
    wrongType: 'if of the wrong kind',
    unmappable: 'if nothing fits',
  },
  policy: {
    leave: 'leave it empty',
    stop: 'stop',
    ask: 'ask',
    cut: 'cut it',
    use: (value) => `use “${value}”`,
    cutWith: (end) => `cut it and end with “${end}”`,
    of: (when, what) => `${when}, ${what}`,
  },
  changes: {
    title: (before, after) => `Title: “${before}” is now “${after}”`,
    records: (before, after) => `From and to: ${before} is now ${after}`,
    removed: (rule) => `Removed: ${rule}`,
    added: (rule) => `Added: ${rule}`,
    details: (rule) => `Changed: ${rule} (details)`,
    entries: (rule, entries) => `Changed: ${rule}: ${entries}`,
    changed: (rule) => `Changed: ${rule}`,
    now: (rule) => `    now: ${rule}`,
    entry: (key, after, before) => `${key} -> ${after} (was ${before})`,
    noEntry: 'no entry',
  },
};
