// A policy's verdict as the problem that a person is told: in words, with the numbers.
import type { PolicyVerdict } from '../../domain/policy.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { viewProblem } from '../view-problem.ts';

const approvers = { approver: 'an approver', admin: 'an administrator' } as const;

/** The sentences of all rules that an amount is beyond, as one text. */
export function whyWords(why: readonly Problem[]): string {
  return why.map((found) => viewProblem(found).message).join(' ');
}

/** Undefined when it is allowed. */
export function verdictProblem({ outcome, by, why }: PolicyVerdict): Problem | undefined {
  switch (outcome) {
    case 'allowed':
      return undefined;
    case 'forbidden':
      return problem('policy-forbids', 'fix-input', { why: whyWords(why) });
    case 'needs-approval':
      return problem('approval-needed', 'fix-input', {
        by: approvers[by ?? 'admin'],
        why: whyWords(why),
      });
  }
}
