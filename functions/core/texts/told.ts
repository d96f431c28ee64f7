// What all languages but English have in common where they tell flows: lists, and names looked up by code.
import { fieldWords } from '../flows/english-flow-texts.ts';
import type { FlowTexts } from '../flows/flow-texts.ts';
import type { ShippedText } from './en/shipped.ts';
import { shippedText } from './transform-texts.ts';

type Names = Readonly<Record<string, string>>;

interface ToldNames {
  readonly fields: Names;
  readonly codes: Names;
  readonly actions: Names;
  readonly shipped: Readonly<Record<ShippedText, string>>;
}

/** A field that has no name in the language goes by its English one. */
export function told(
  locale: string,
  { fields, codes, actions, shipped }: ToldNames,
): Pick<FlowTexts, 'and' | 'or' | 'field' | 'value' | 'action' | 'shipped'> {
  const and = new Intl.ListFormat(locale, { type: 'conjunction' });
  const or = new Intl.ListFormat(locale, { type: 'disjunction' });
  const named = (names: Names, name: string) =>
    Object.hasOwn(names, name) ? names[name] : undefined;
  return {
    and: (words) => and.format(words),
    or: (words) => or.format(words),
    field: (name) => named(fields, name) ?? fieldWords(name),
    value: (code) => named(codes, code),
    shipped: (text) => shippedText(shipped, text),
    action: (name, english) => named(actions, name) ?? english,
  };
}
