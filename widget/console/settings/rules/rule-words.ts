// A rule as a sentence in the reader's language.
import type { PolicyRule } from '../../../../functions/core/contract/policy.ts';
import type { Text } from '../../../text/text.ts';
import type { RulesMessages } from './en-rules.ts';

/** `Refunds by agents: more than USD 500.00 at once needs the approval of another approver.` */
export function ruleWords(rule: PolicyRule, words: RulesMessages, text: Text): string {
  const list = new Intl.ListFormat(text.locale, { type: 'conjunction' });
  const movements = list.format(rule.on.map((one) => words.movements[one]));
  const people = rule.people ?? rule.roles?.map((role) => words.people[role] ?? role);
  const subject = words.by(movements, people === undefined ? words.everybody : list.format(people));
  return words.line(subject, boundWords(rule, words, text), words.consequences[rule.beyond]);
}

function boundWords(rule: PolicyRule, words: RulesMessages, text: Text): string {
  switch (rule.kind) {
    case 'amount':
    case 'per-day':
    case 'per-payment': {
      const amounts = Object.entries(rule.upToMinor).map(([currency, minor]) =>
        text.money({ minor, currency }),
      );
      return words.bounds[rule.kind](amounts.length === 0 ? words.nothing : amounts.join(', '));
    }
    case 'age':
      return words.bounds.age(text.number(rule.upToDays));
    case 'currency':
      return words.bounds.currency(rule.among.join(', '));
    case 'risk':
      return words.bounds.risk(words.risks[rule.from]);
    case 'dispute':
      return words.bounds.dispute();
    case 'other-card':
      return words.bounds['other-card']();
    case 'reason':
      return words.bounds.reason(text.number(rule.lengthMin));
  }
}
