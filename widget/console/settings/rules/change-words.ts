// What changed in the rules, a line a change, in the reader's language.
import type { Policy, PolicyRule } from '../../../../functions/core/contract/policy.ts';
import {
  type PolicyChange,
  policyChanges,
} from '../../../../functions/core/domain/policy-changes.ts';
import type { Text } from '../../../text/text.ts';
import type { RulesMessages } from './en-rules.ts';
import { ruleWords } from './rule-words.ts';

/** Empty when both say the same. */
export function changeLines(
  before: Policy,
  after: Policy,
  words: RulesMessages,
  text: Text,
): readonly string[] {
  return policyChanges(before, after).map((change) => lineOf(change, words, text));
}

function lineOf(change: PolicyChange, words: RulesMessages, text: Text): string {
  const { changes } = words;
  switch (change.about) {
    case 'title':
      return changes.title(change.before, change.after);
    case 'hours':
      return changes.hours(text.number(change.before), text.number(change.after));
    case 'tell':
      return changes.tell(
        toldWords(change.before, words, text),
        toldWords(change.after, words, text),
      );
    case 'rule':
      return ruleLine(change.before, change.after, words, text);
  }
}

function ruleLine(
  before: PolicyRule | undefined,
  after: PolicyRule | undefined,
  words: RulesMessages,
  text: Text,
): string {
  const [was, is] = [before, after].map((rule) => (rule ? ruleWords(rule, words, text) : ''));
  if (before === undefined) return words.changes.added(is ?? '');
  return after === undefined
    ? words.changes.removed(was ?? '')
    : words.changes.changed(was ?? '', is ?? '');
}

function toldWords(tell: readonly string[], words: RulesMessages, text: Text): string {
  return tell.length === 0 ? words.changes.nobodyElse : text.list(tell);
}
