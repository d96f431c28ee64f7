// What changed between two versions of a mapping, in lines for people.
import type { MappingDocument, MappingRule } from './document.ts';
import type { MappingTexts } from './mapping-texts.ts';
import { type OutlineWords, outlineRule, textsOf } from './outline-mapping.ts';

/** One line a change; rules are the same when they fill the same fields, wherever they stand. */
export function diffMappings(
  before: MappingDocument,
  after: MappingDocument,
  words: OutlineWords = {},
): readonly string[] {
  const old = byTargets(before);
  const now = byTargets(after);
  const { changes } = textsOf(words);
  const lines: string[] = [];
  if (before.title !== after.title) lines.push(changes.title(before.title, after.title));
  if (records(before) !== records(after))
    lines.push(changes.records(records(before), records(after)));
  for (const [targets, rule] of old) {
    if (!now.has(targets)) lines.push(changes.removed(outlineRule(rule, words)));
  }
  for (const [targets, rule] of now) {
    const was = old.get(targets);
    if (was === undefined) lines.push(changes.added(outlineRule(rule, words)));
    else if (JSON.stringify(was) !== JSON.stringify(rule)) lines.push(...changed(was, rule, words));
  }
  return lines;
}

function changed(was: MappingRule, is: MappingRule, words: OutlineWords): readonly string[] {
  const [before, after] = [outlineRule(was, words), outlineRule(is, words)];
  const { changes } = textsOf(words);
  const tables = tableChanges(was, is, changes);
  if (before === after) {
    return [tables === '' ? changes.details(after) : changes.entries(after, tables)];
  }
  return [changes.changed(before), changes.now(after + (tables === '' ? '' : `: ${tables}`))];
}

/** An outline shows the first entries of a table; its changes are told one by one. */
function tableChanges(
  was: MappingRule,
  is: MappingRule,
  { entry, noEntry }: MappingTexts['changes'],
): string {
  const [before, after] = [entriesOf(was), entriesOf(is)];
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys
    .filter((key) => before.get(key) !== after.get(key))
    .map((key) => entry(key, after.get(key) ?? noEntry, before.get(key) ?? noEntry))
    .join(', ');
}

function entriesOf(rule: MappingRule): ReadonlyMap<string, string> {
  const steps = [...rule.from.flatMap(({ through }) => through ?? []), ...(rule.through ?? [])];
  return new Map(
    steps.flatMap(({ entries }) =>
      typeof entries === 'object' && entries !== null
        ? Object.entries(entries).map(([key, value]) => [key, String(value)] as const)
        : [],
    ),
  );
}

function byTargets({ rules }: MappingDocument): ReadonlyMap<string, MappingRule> {
  return new Map(rules.map((rule) => [rule.to.map(({ path }) => path).join(' '), rule]));
}

function records({ sources, target }: MappingDocument): string {
  const from = sources.map(({ product, object }) => `${product} ${object}`).join(', ');
  return `${from} -> ${target.product} ${target.object}`;
}
