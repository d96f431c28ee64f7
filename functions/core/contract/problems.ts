// Every problem code with its English sentence and what to do next, by what they are about.
import { cardsProblems } from './problems/cards.ts';
import { documentsProblems } from './problems/documents.ts';
import { moneyProblems } from './problems/money.ts';
import { otherSidesProblems } from './problems/other-sides.ts';
import { rulesProblems } from './problems/rules.ts';
import { setUpProblems } from './problems/set-up.ts';
import { whoAsksProblems } from './problems/who-asks.ts';

export const problems = {
  ...whoAsksProblems,
  ...moneyProblems,
  ...cardsProblems,
  ...otherSidesProblems,
  ...rulesProblems,
  ...documentsProblems,
  ...setUpProblems,
} as const;

export type ProblemCode = keyof typeof problems;

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code);
}
