// A mapping as a short text for people: one line for each rule.
import type { FieldCatalog } from './catalog-field.ts';
import { sourceLabel, targetLabel } from './context.ts';
import {
  type MappingDocument,
  type MappingRule,
  type MappingSource,
  type MissingPolicy,
  mishaps,
  type TooLongPolicy,
} from './document.ts';
import { englishMapping, type MappingTexts } from './mapping-texts.ts';
import type { TransformStep } from './transform.ts';

/** Where the words for fields come from; fields that no catalog knows show their path. */
export interface OutlineWords {
  readonly target?: FieldCatalog;
  readonly sources?: readonly FieldCatalog[];
  /** English when absent. */
  readonly texts?: MappingTexts;
}

/** "Reference number <- transaction id", "Status <- payment status by table (captured -> Paid, ...), otherwise Open". */
export function outlineMapping(
  document: MappingDocument,
  words: OutlineWords = {},
): readonly string[] {
  return document.rules.map((rule) => outlineRule(rule, words));
}

export function outlineRule(rule: MappingRule, words: OutlineWords): string {
  const targets = rule.to.map(({ path, part }) => targetLabel(words.target, path) + inBraces(part));
  const from = fromTemplate(rule, words) ?? fromSources(rule, words);
  return [`${targets.join(', ')} <- ${from}`, ...policies(rule, textsOf(words))].join('; ');
}

function fromSources(rule: MappingRule, words: OutlineWords): string {
  const sources = rule.from.map((source) => sourceWords(source, words) + inBraces(source.part));
  const pieces = [sources.join(', '), ...stepWords(rule.through, words)].filter(
    (text) => text !== '',
  );
  return pieces.join(sources.length > 1 ? ', ' : ' ');
}

/** A template reads best with the sources' names in its places. */
function fromTemplate(rule: MappingRule, words: OutlineWords): string | undefined {
  const [step, ...others] = rule.through ?? [];
  if (step?.use !== 'template') return undefined;
  const named = rule.from.reduce(
    (text, source) =>
      text.replaceAll(`{${source.part ?? ''}}`, () => `{${sourceWords(source, words)}}`),
    textsOf(words).shipped(String(step.text)) ?? String(step.text),
  );
  const quoted = textsOf(words).quote(named.replaceAll('\n', ' / '));
  return [quoted, ...stepWords(others, words)].join(' ');
}

function sourceWords({ path, through }: MappingSource, words: OutlineWords): string {
  const label = lowerFirst(sourceLabel(words.sources ?? [], path));
  return [label, ...stepWords(through, words)].join(' ');
}

function stepWords(
  steps: readonly TransformStep[] | undefined,
  words: OutlineWords,
): readonly string[] {
  return (steps ?? []).map(textsOf(words).transform);
}

export function textsOf({ texts }: OutlineWords): MappingTexts {
  return texts ?? englishMapping;
}

const inBraces = (part: string | undefined) => (part === undefined ? '' : ` {${part}}`);

/** Abbreviations keep their capitals: "SKU", "CRM contact id". */
function lowerFirst(label: string): string {
  return /^.[A-Z]/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

function policies(rule: MappingRule, { when, policy }: MappingTexts): readonly string[] {
  return mishaps.flatMap((mishap) => {
    const what = rule[mishap];
    return what === undefined ? [] : [policy.of(when[mishap], policyWords(what, policy))];
  });
}

function policyWords(what: MissingPolicy | TooLongPolicy, words: MappingTexts['policy']): string {
  if (typeof what === 'string') return words[what];
  if ('default' in what) return words.use(String(what.default));
  return what.truncate === '' ? words.cut : words.cutWith(what.truncate);
}
