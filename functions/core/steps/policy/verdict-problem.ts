// A policy's verdict as the problem that a person is told: in words, with the numbers.
import type { PolicyVerdict } from '../../domain/policy.ts';
import { type Problem, problem, type Remedy } from '../../domain/problem.ts';
import { viewProblem } from '../view-problem.ts';

const approvers = { approver: 'an approver', admin: 'an administrator' } as const;

/** The sentences of all rules that an amount is beyond, as one text. */
function whyWords(why: readonly Problem[]): string {
  return why.map((found) => viewProblem(found).message).join(' ');
}

/** A problem with its causes: in words as the fact `why`, and as they are. */
export function becauseOf(
  why: readonly Problem[],
  code: string,
  remedy: Remedy,
  facts: Readonly<Record<string, string>> = {},
): Problem {
  return { ...problem(code, remedy, { ...facts, why: whyWords(why) }), causes: why };
}

/** Undefined when it is allowed. */
export function verdictProblem({ outcome, by, why }: PolicyVerdict): Problem | undefined {
  switch (outcome) {
    case 'allowed':
      return undefined;
    case 'forbidden':
      return becauseOf(why, 'policy-forbids', 'fix-input');
    case 'needs-approval':
      return becauseOf(why, 'approval-needed', 'fix-input', { by: approvers[by ?? 'admin'] });
  }
}
