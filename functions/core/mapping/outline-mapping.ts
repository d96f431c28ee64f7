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
import type { TransformStep } from './transform.ts';
import { transformOf } from './transforms/all.ts';

/** Where the words for fields come from; fields that no catalog knows show their path. */
export interface OutlineWords {
  readonly target?: FieldCatalog;
  readonly sources?: readonly FieldCatalog[];
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
  return [`${targets.join(', ')} <- ${from}`, ...policies(rule)].join('; ');
}

function fromSources(rule: MappingRule, words: OutlineWords): string {
  const sources = rule.from.map((source) => sourceWords(source, words) + inBraces(source.part));
  const pieces = [sources.join(', '), ...stepWords(rule.through)].filter((text) => text !== '');
  return pieces.join(sources.length > 1 ? ', ' : ' ');
}

/** A template reads best with the sources' names in its places. */
function fromTemplate(rule: MappingRule, words: OutlineWords): string | undefined {
  const [step, ...others] = rule.through ?? [];
  if (step?.use !== 'template') return undefined;
  const named = rule.from.reduce(
    (text, source) =>
      text.replaceAll(`{${source.part ?? ''}}`, () => `{${sourceWords(source, words)}}`),
    String(step.text),
  );
  return [`“${named.replaceAll('\n', ' / ')}”`, ...stepWords(others)].join(' ');
}

function sourceWords({ path, through }: MappingSource, words: OutlineWords): string {
  const label = lowerFirst(sourceLabel(words.sources ?? [], path));
  return [label, ...stepWords(through)].join(' ');
}

function stepWords(steps: readonly TransformStep[] | undefined): readonly string[] {
  return (steps ?? []).map((step) => transformOf(step.use).words(step));
}

const inBraces = (part: string | undefined) => (part === undefined ? '' : ` {${part}}`);

/** Abbreviations keep their capitals: "SKU", "CRM contact id". */
function lowerFirst(label: string): string {
  return /^.[A-Z]/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

const when = {
  missing: 'if empty',
  tooLong: 'if too long',
  wrongType: 'if of the wrong kind',
  unmappable: 'if nothing fits',
} as const;

function policies(rule: MappingRule): readonly string[] {
  return mishaps.flatMap((mishap) => {
    const policy = rule[mishap];
    return policy === undefined ? [] : [`${when[mishap]}, ${policyWords(policy)}`];
  });
}

function policyWords(policy: MissingPolicy | TooLongPolicy): string {
  if (policy === 'leave') return 'leave it empty';
  if (policy === 'stop') return 'stop';
  if (policy === 'ask') return 'ask';
  if ('default' in policy) return `use “${policy.default}”`;
  return policy.truncate === '' ? 'cut it' : `cut it and end with “${policy.truncate}”`;
}
