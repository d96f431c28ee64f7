// A policy in plain words, a line a rule, and what changed from one policy to another.
import { money, toDecimal } from './money.ts';
import type { Policy, PolicyConsequence, PolicyRule } from './policy.ts';
import type { Role } from './role.ts';

const people: Readonly<Record<Role, string>> = {
  viewer: 'viewers',
  agent: 'agents',
  approver: 'approvers',
  admin: 'administrators',
};

/** What follows, as the end of a line. */
const consequences: Readonly<Record<PolicyConsequence, string>> = {
  approver: 'needs approval by another approver',
  admin: 'needs approval by another administrator',
  forbidden: 'is forbidden',
};

/** `Refunds by agents: above USD 500.00 at once needs approval by another approver.` */
export function outlinePolicy(policy: Policy): string[] {
  return [...policy.rules.map(ruleWords), ...endWords(policy)];
}

/** A line a change; empty when both say the same. */
export function diffPolicies(before: Policy, after: Policy): string[] {
  const [was, is] = [keyedLines(before), keyedLines(after)];
  const lines = [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [old, now] = [was.get(key), is.get(key)];
    if (old === now) return [];
    if (old === undefined) return [`Added: ${now}`];
    return [now === undefined ? `Removed: ${old}` : `Changed: ${old} Now: ${now}`];
  });
  return before.title === after.title
    ? lines
    : [`Title: “${before.title}” is now “${after.title}”`, ...lines];
}

/** Rules that bound the same for the same people are one rule that has changed. */
function keyedLines(policy: Policy): ReadonlyMap<string, string> {
  const seen = new Map<string, number>();
  const rules = policy.rules.map((rule): [string, string] => {
    const about = `${rule.kind} ${subjectWords(rule)}`;
    const count = seen.get(about) ?? 0;
    seen.set(about, count + 1);
    return [`${about} ${count}`, ruleWords(rule)];
  });
  return new Map([
    ...rules,
    ...endWords(policy).map((line, index): [string, string] => [`end ${index}`, line]),
  ]);
}

function endWords({ requestHours, tell }: Policy): string[] {
  const others = tell.map((one) => `, “${one}”`).join('');
  return [
    `A request stays open for ${requestHours} hours.`,
    `Told of each request: those who may decide${others}.`,
  ];
}

function ruleWords(rule: PolicyRule): string {
  return `${subjectWords(rule)}: ${boundWords(rule)} ${consequences[rule.beyond]}.`;
}

function subjectWords({ on, roles, people: named }: PolicyRule): string {
  const [first = '', ...more] = on.map((movement) => `${movement}s`);
  const movements = [first.charAt(0).toUpperCase() + first.slice(1), ...more].join(' and ');
  if (named !== undefined) return `${movements} by ${named.join(', ')}`;
  return roles === undefined
    ? movements
    : `${movements} by ${roles.map((role) => people[role]).join(' and ')}`;
}

function boundWords(rule: PolicyRule): string {
  switch (rule.kind) {
    case 'amount':
      return `more than ${amounts(rule.upToMinor)} at once`;
    case 'per-day':
      return `more than ${amounts(rule.upToMinor)} a day and person`;
    case 'per-payment':
      return `more than ${amounts(rule.upToMinor)} of one payment`;
    case 'age':
      return `of payments older than ${rule.upToDays} days`;
    case 'currency':
      return `in other currencies than ${rule.among.join(', ')}`;
    case 'risk':
      return `at ${rule.from === 'high' ? 'high' : 'medium or high'} risk`;
    case 'dispute':
      return 'while a dispute is open';
    case 'other-card':
      return 'to another card than the money came from';
    case 'reason':
      return `with a reason shorter than ${rule.lengthMin} characters`;
  }
}

function amounts(upToMinor: Readonly<Record<string, number>>): string {
  const named = Object.entries(upToMinor).map(
    ([currency, minor]) => `${currency} ${toDecimal(money(minor, currency))}`,
  );
  return named.length === 0 ? 'nothing' : `${named.join(', ')} (nothing in other currencies)`;
}
