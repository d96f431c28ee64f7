// What changed from one policy to another, as data: each reader is told in their own language.
import type { Policy, PolicyRule } from './policy.ts';

/** Of a rule, `before` is absent when it is new, `after` when it is gone. */
export type PolicyChange =
  | { readonly about: 'title'; readonly before: string; readonly after: string }
  | { readonly about: 'rule'; readonly before?: PolicyRule; readonly after?: PolicyRule }
  | { readonly about: 'hours'; readonly before: number; readonly after: number }
  | {
      readonly about: 'tell';
      readonly before: readonly string[];
      readonly after: readonly string[];
    };

/** Empty when both say the same. */
export function policyChanges(before: Policy, after: Policy): PolicyChange[] {
  const [was, is] = [keyed(before.rules), keyed(after.rules)];
  const changes: PolicyChange[] = [];
  if (before.title !== after.title) {
    changes.push({ about: 'title', before: before.title, after: after.title });
  }
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const [old, now] = [was.get(key), is.get(key)];
    if (old !== undefined && now !== undefined && sameRule(old, now)) continue;
    changes.push({
      about: 'rule',
      ...(old === undefined ? {} : { before: old }),
      ...(now === undefined ? {} : { after: now }),
    });
  }
  if (before.requestHours !== after.requestHours) {
    changes.push({ about: 'hours', before: before.requestHours, after: after.requestHours });
  }
  if (before.tell.join() !== after.tell.join()) {
    changes.push({ about: 'tell', before: before.tell, after: after.tell });
  }
  return changes;
}

/** Rules that bound the same for the same people are one rule that has changed. */
function keyed(rules: readonly PolicyRule[]): ReadonlyMap<string, PolicyRule> {
  const seen = new Map<string, number>();
  return new Map(
    rules.map((rule) => {
      const about = JSON.stringify([rule.kind, rule.on, rule.people ?? null, rule.roles ?? null]);
      const count = seen.get(about) ?? 0;
      seen.set(about, count + 1);
      return [`${about} ${count}`, rule];
    }),
  );
}

/** Whatever the order of their fields. */
function sameRule(a: PolicyRule, b: PolicyRule): boolean {
  const text = (rule: PolicyRule) =>
    JSON.stringify(
      Object.entries(rule)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => [name, ordered(value)])
        .toSorted(),
    );
  return text(a) === text(b);
}

function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.entries(value).toSorted();
}
