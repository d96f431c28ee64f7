// What a draft of the rules changes, told in the reader's language.
import { expect, test } from 'vitest';
import type { Policy } from '../../functions/core/contract/policy.ts';
import { shippedPolicy } from '../../functions/core/domain/shipped-policy.ts';
import { rules as german } from '../../widget/console/settings/de/rules.ts';
import { changeLines } from '../../widget/console/settings/rules/change-words.ts';
import { enRules } from '../../widget/console/settings/rules/en-rules.ts';
import { tables as de } from '../../widget/text/de/de.ts';
import { en } from '../../widget/text/en.ts';
import { createText } from '../../widget/text/text.ts';

const limit = (minor: number) =>
  ({
    kind: 'amount',
    on: ['refund'],
    roles: ['agent'],
    upToMinor: { USD: minor },
    beyond: 'approver',
  }) as const;
const before: Policy = { ...shippedPolicy, requestHours: 72, tell: [], rules: [limit(50_000)] };
const after: Policy = {
  ...before,
  title: 'Strict',
  requestHours: 24,
  tell: ['finance'],
  rules: [
    limit(20_000),
    { kind: 'age', on: ['refund'], roles: ['agent'], upToDays: 90, beyond: 'forbidden' },
  ],
};

test('each change is a line with the rule before and after', () => {
  expect(changeLines(before, after, enRules, createText(en, 'en'))).toEqual([
    `Title: “${before.title}” is now “Strict”.`,
    'Changed: Refunds by agents: more than USD 500.00 at once needs the approval of another approver. Now: Refunds by agents: more than USD 200.00 at once needs the approval of another approver.',
    'Added: Refunds by agents: of a payment older than 90 days is forbidden.',
    'A request stayed open for 72 hours, now for 24.',
    'Also told of each request: before nobody, now finance.',
  ]);
});

test('another language says the same with its own amounts', () => {
  const lines = changeLines(before, after, german, createText(de.panel, 'de'));
  expect(lines).toHaveLength(5);
  expect(lines[1]).toMatch(/^Geändert: .*500,00 USD.* Jetzt: .*200,00 USD/);
  expect(lines.join()).not.toMatch(/more than|approver|Added/);
});

test('the same rules with their fields in another order are no change', () => {
  const [rule] = before.rules;
  const turned = Object.fromEntries(Object.entries(rule ?? {}).reverse()) as typeof rule;
  const same = { ...before, version: 7, rules: turned ? [turned] : [] };
  expect(changeLines(before, same, enRules, createText(en, 'en'))).toEqual([]);
});
