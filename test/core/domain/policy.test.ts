// Rules of a policy, one by one: what they let pass, who must approve, and in which words.
import { describe, expect, it } from 'vitest';
import {
  judgeAmount,
  mayApprove,
  type PolicyFacts,
  type PolicyRule,
  policySteps,
} from '../../../functions/core/domain/policy.ts';
import { shippedPolicy } from '../../../functions/core/domain/shipped-policy.ts';
import { verdictProblem } from '../../../functions/core/steps/policy/verdict-problem.ts';
import { viewProblem } from '../../../functions/core/steps/view-problem.ts';

const usual: PolicyFacts = {
  movement: 'refund',
  userId: 'u1',
  role: 'agent',
  currency: 'USD',
  movedTodayMinor: 0,
  movedOfPaymentMinor: 0,
  ageDays: 3,
  isDisputed: false,
  isOtherCard: false,
};
const agents = { on: ['refund'], roles: ['agent'], beyond: 'approver' } as const;

function verdictOf(rules: readonly PolicyRule[], facts: Partial<PolicyFacts>, amountMinor: number) {
  return judgeAmount(policySteps(rules, { ...usual, ...facts }), amountMinor);
}

describe('a rule of a policy', () => {
  const upToMinor = { USD: 5_000, JPY: 700 };
  it.each<[string, PolicyRule, Partial<PolicyFacts>, number, string]>([
    ['just the limit', { ...agents, kind: 'amount', upToMinor }, {}, 5_000, 'allowed'],
    ['a cent more', { ...agents, kind: 'amount', upToMinor }, {}, 5_001, 'needs-approval'],
    [
      'yen by their own limit',
      { ...agents, kind: 'amount', upToMinor },
      { currency: 'JPY' },
      701,
      'needs-approval',
    ],
    [
      'a currency without a limit',
      { ...agents, kind: 'amount', upToMinor },
      { currency: 'EUR' },
      1,
      'needs-approval',
    ],
    [
      'another role',
      { ...agents, kind: 'amount', upToMinor },
      { role: 'approver' },
      9_999,
      'allowed',
    ],
    [
      'another movement',
      { ...agents, kind: 'amount', upToMinor },
      { movement: 'charge' },
      9_999,
      'allowed',
    ],
    [
      'the rest of the day',
      { ...agents, kind: 'per-day', upToMinor },
      { movedTodayMinor: 4_000 },
      1_000,
      'allowed',
    ],
    [
      'more than the rest of the day',
      { ...agents, kind: 'per-day', upToMinor },
      { movedTodayMinor: 4_000 },
      1_001,
      'needs-approval',
    ],
    [
      'a day that is used up',
      { ...agents, kind: 'per-day', upToMinor },
      { movedTodayMinor: 6_000 },
      1,
      'needs-approval',
    ],
    [
      'too much of one payment',
      { ...agents, kind: 'per-payment', upToMinor },
      { movedOfPaymentMinor: 4_999 },
      2,
      'needs-approval',
    ],
    [
      'a payment of the last day',
      { ...agents, kind: 'age', upToDays: 90 },
      { ageDays: 90 },
      1,
      'allowed',
    ],
    [
      'an old payment',
      { ...agents, kind: 'age', upToDays: 90, beyond: 'forbidden' },
      { ageDays: 91 },
      1,
      'forbidden',
    ],
    ['a currency of the list', { ...agents, kind: 'currency', among: ['USD'] }, {}, 1, 'allowed'],
    [
      'a currency outside it',
      { ...agents, kind: 'currency', among: ['EUR'], beyond: 'forbidden' },
      {},
      1,
      'forbidden',
    ],
    ['low risk', { ...agents, kind: 'risk', from: 'medium' }, { risk: 'low' }, 1, 'allowed'],
    [
      'medium risk',
      { ...agents, kind: 'risk', from: 'medium' },
      { risk: 'medium' },
      1,
      'needs-approval',
    ],
    [
      'medium risk where only high counts',
      { ...agents, kind: 'risk', from: 'high' },
      { risk: 'medium' },
      1,
      'allowed',
    ],
    ['no score', { ...agents, kind: 'risk', from: 'medium' }, {}, 1, 'allowed'],
    [
      'an open dispute',
      { ...agents, kind: 'dispute', beyond: 'admin' },
      { isDisputed: true },
      1,
      'needs-approval',
    ],
    [
      'another card',
      { ...agents, kind: 'other-card', beyond: 'forbidden' },
      { isOtherCard: true },
      1,
      'forbidden',
    ],
    [
      'a short reason',
      { ...agents, kind: 'reason', lengthMin: 5, beyond: 'forbidden' },
      { reason: 'ok' },
      1,
      'forbidden',
    ],
    [
      'a long reason',
      { ...agents, kind: 'reason', lengthMin: 5 },
      { reason: 'Broken' },
      1,
      'allowed',
    ],
    ['a form not filled in yet', { ...agents, kind: 'reason', lengthMin: 5 }, {}, 1, 'allowed'],
  ])('judges %s', (_, rule, facts, amountMinor, outcome) => {
    expect(verdictOf([rule], facts, amountMinor).outcome).toBe(outcome);
  });

  it('that names a person stands in place of the one for the role', () => {
    const rules: PolicyRule[] = [
      { ...agents, kind: 'amount', upToMinor: { USD: 5_000 } },
      {
        on: ['refund'],
        people: ['u1'],
        beyond: 'admin',
        kind: 'amount',
        upToMinor: { USD: 20_000 },
      },
    ];
    expect(verdictOf(rules, {}, 20_000).outcome).toBe('allowed');
    expect(verdictOf(rules, {}, 20_001)).toMatchObject({ outcome: 'needs-approval', by: 'admin' });
    expect(verdictOf(rules, { userId: 'u2' }, 20_000).by).toBe('approver');
  });

  it('gives way to a stricter one, whose sentence is told', () => {
    const rules: PolicyRule[] = [
      { ...agents, kind: 'amount', upToMinor: { USD: 5_000 } },
      { ...agents, kind: 'dispute', beyond: 'forbidden' },
    ];
    const verdict = verdictOf(rules, { isDisputed: true }, 9_000);
    expect(verdict.why.map(({ code }) => code)).toEqual(['policy-dispute']);
  });
});

describe('a verdict', () => {
  it('says who must approve, which rule it is, and the limit', () => {
    const found = verdictProblem(verdictOf(shippedPolicy.rules, {}, 90_000));
    expect(found && viewProblem(found).message).toBe(
      'This needs approval by an approver. It is above USD 500.00, the limit for one movement.',
    );
  });

  it.each([
    ['agent', 50_000, undefined],
    ['agent', 50_001, 'approver'],
    ['approver', 500_000, undefined],
    ['approver', 500_001, 'admin'],
    ['admin', 2_500_001, 'admin'],
  ] as const)('of the shipped policy: %s with %i cents', (role, amountMinor, by) => {
    expect(verdictOf(shippedPolicy.rules, { role }, amountMinor).by).toBe(by);
  });

  it('is answered by the role that it asks for, or a higher one', () => {
    expect(mayApprove('approver', 'approver')).toBe(true);
    expect(mayApprove('admin', 'approver')).toBe(true);
    expect(mayApprove('approver', 'admin')).toBe(false);
    expect(mayApprove('agent', 'approver')).toBe(false);
  });
});
