// A policy in plain words, a line a rule, and what changed from one policy to another.
import { money, toDecimal } from './money.ts';
import type { Policy, PolicyConsequence, PolicyRule } from './policy.ts';
import { type PolicyChange, policyChanges } from './policy-changes.ts';
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
  return policyChanges(before, after).map(changeLine);
}

function changeLine(change: PolicyChange): string {
  switch (change.about) {
    case 'title':
      return `Title: “${change.before}” is now “${change.after}”`;
    case 'rule': {
      const [before, after] = [change.before, change.after];
      return changeWords(before && ruleWords(before), after && ruleWords(after));
    }
    case 'hours':
      return changeWords(hoursWords(change.before), hoursWords(change.after));
    case 'tell':
      return changeWords(tellWords(change.before), tellWords(change.after));
  }
}

function changeWords(before: string | undefined, after: string | undefined): string {
  if (before === undefined) return `Added: ${after}`;
  return after === undefined ? `Removed: ${before}` : `Changed: ${before} Now: ${after}`;
}

function endWords({ requestHours, tell }: Policy): string[] {
  return [hoursWords(requestHours), tellWords(tell)];
}

function hoursWords(hours: number): string {
  return `A request stays open for ${hours} hours.`;
}

function tellWords(tell: readonly string[]): string {
  const others = tell.map((one) => `, “${one}”`).join('');
  return `Told of each request: those who may decide${others}.`;
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
