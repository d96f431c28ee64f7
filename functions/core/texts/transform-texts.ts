// Transforms told in another language than English: a text by each transform's name, with the step's own values.
import type { TransformStep } from '../mapping/transform.ts';
import { type ShippedText, shippedNames } from './en/shipped.ts';

/** The step's parameters as texts, empty where it has none of that name. */
type Values = (parameter: string) => string;

export interface TransformTexts {
  readonly named: Readonly<Record<string, (of: Values) => string>>;
  readonly table: {
    readonly entries: (entries: string) => string;
    readonly shared: (name: string) => string;
    readonly otherwise: (table: string, value: string) => string;
  };
  /** Codes of parameters, by themselves where there is no word: `upper`, `half-even`, `minor`. */
  readonly codes: Readonly<Record<string, string>>;
}

type Shipped = Readonly<Record<ShippedText, string>>;

/** A text of a shipped document in the table's language; undefined for what somebody wrote themselves. */
export function shippedText(table: Shipped, text: string): string | undefined {
  const name = shippedNames.get(text);
  return name && table[name];
}

const SHOWN_ENTRIES = 3;

/** @returns what tells a step; a transform without a text goes by its name. */
export function transformWords({ named, table, codes }: TransformTexts, shipped: Shipped) {
  return (step: TransformStep): string => {
    if (step.use === 'table') return tableWords(step, table);
    const words = Object.hasOwn(named, step.use) ? named[step.use] : undefined;
    return words?.((parameter) => told(step[parameter], codes, shipped)) ?? step.use;
  };
}

function told(value: unknown, codes: TransformTexts['codes'], shipped: Shipped): string {
  if (value === undefined) return '';
  const text = String(value);
  return (
    (Object.hasOwn(codes, text) ? codes[text] : undefined) ??
    (shippedText(shipped, text) ?? text).replaceAll('\n', ' / ')
  );
}

function tableWords(step: TransformStep, words: TransformTexts['table']): string {
  const entries = Object.entries((step.entries ?? {}) as Readonly<Record<string, unknown>>);
  const first = entries.slice(0, SHOWN_ENTRIES).map(([from, to]) => `${from} -> ${to}`);
  const shown = [...first, ...(entries.length > SHOWN_ENTRIES ? ['...'] : [])].join(', ');
  const table =
    step.shared === undefined ? words.entries(shown) : words.shared(String(step.shared));
  return step.otherwise === undefined ? table : words.otherwise(table, String(step.otherwise));
}
