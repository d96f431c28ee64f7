// A problem as it travels to a person: code, facts, and the English sentence for those without a text table.
import type { ProblemView } from '../contract/panel.ts';
import { fillText } from '../contract/problems/problem-text.ts';
import { isProblemCode, problems } from '../contract/problems.ts';
import type { Problem } from '../domain/problem.ts';

export function viewProblem(found: Problem): ProblemView {
  const code = isProblemCode(found.code) ? found.code : 'internal-error';
  const facts = found.facts ?? {};
  return {
    code,
    message: fillText(problems[code].sentence, facts),
    next: fillText(problems[code].next, facts),
    ...(found.facts === undefined ? {} : { facts: found.facts }),
    ...(found.causes === undefined ? {} : { causes: found.causes.map(viewProblem) }),
  };
}
