// A smaller amount is never judged more strictly than a larger one, whatever the rules.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  judgeAmount,
  type PolicyFacts,
  type PolicyRule,
  policyConsequences,
  policySteps,
} from '../../../functions/core/domain/policy.ts';
import { outlinePolicy } from '../../../functions/core/domain/policy-words.ts';
import { roles } from '../../../functions/core/domain/role.ts';
import { shippedPolicy } from '../../../functions/core/domain/shipped-policy.ts';

const limit = fc.integer({ min: 0, max: 10_000 });
const common = {
  on: fc.constantFrom<('refund' | 'charge')[]>(['refund'], ['charge'], ['refund', 'charge']),
  roles: fc.option(fc.subarray([...roles], { minLength: 1 }), { nil: undefined }),
  people: fc.option(fc.constantFrom(['u1'], ['u2']), { nil: undefined }),
  beyond: fc.constantFrom(...policyConsequences),
};
const upToMinor = fc.oneof(fc.record({ USD: limit }), fc.record({ EUR: limit }));
const rule: fc.Arbitrary<PolicyRule> = fc.oneof(
  ...(['amount', 'per-day', 'per-payment'] as const).map((kind) =>
    fc.record({ ...common, kind: fc.constant(kind), upToMinor }),
  ),
  fc.record({
    ...common,
    kind: fc.constant('age' as const),
    upToDays: fc.integer({ min: 0, max: 9 }),
  }),
  fc.record({ ...common, kind: fc.constant('dispute' as const) }),
  fc.record({
    ...common,
    kind: fc.constant('risk' as const),
    from: fc.constant('medium' as const),
  }),
);
const facts: fc.Arbitrary<PolicyFacts> = fc.record({
  movement: fc.constantFrom('refund' as const, 'charge' as const),
  userId: fc.constantFrom('u1', 'u3'),
  role: fc.constantFrom(...roles),
  currency: fc.constantFrom('USD', 'EUR'),
  movedTodayMinor: limit,
  movedOfPaymentMinor: limit,
  ageDays: fc.integer({ min: 0, max: 12 }),
  risk: fc.constantFrom('low' as const, 'medium' as const, 'high' as const),
  isDisputed: fc.boolean(),
  isOtherCard: fc.boolean(),
});

function strictness(rules: readonly PolicyRule[], of: PolicyFacts, amountMinor: number): number {
  const { outcome, by } = judgeAmount(policySteps(rules, of), amountMinor);
  return ['allowed', 'approver', 'admin', 'forbidden'].indexOf(by ?? outcome);
}

it('never judges a smaller amount more strictly', () => {
  fc.assert(
    fc.property(fc.array(rule), facts, limit, limit, (rules, of, a, b) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)];
      expect(strictness(rules, of, less)).toBeLessThanOrEqual(strictness(rules, of, more));
    }),
    { numRuns: 1_000, seed: 20_261_122 },
  );
});

it('writes every rule as one line that ends in what follows', () => {
  fc.assert(
    fc.property(fc.array(rule), (rules) => {
      const lines = outlinePolicy({ ...shippedPolicy, rules }).slice(0, rules.length);
      expect(lines).toHaveLength(rules.length);
      for (const line of lines) expect(line).toMatch(/(approver|administrator|forbidden)\.$/);
    }),
    { numRuns: 200, seed: 20_261_122 },
  );
});
