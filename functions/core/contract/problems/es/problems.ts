// Spanish sentences of all problems, by code.
import type { ProblemCode } from '../../problems.ts';
import type { ProblemText } from '../problem-text.ts';
import { cardsProblems } from './cards.ts';
import { documentsProblems } from './documents.ts';
import { moneyProblems } from './money.ts';
import { otherSidesProblems } from './other-sides.ts';
import { rulesProblems } from './rules.ts';
import { setUpProblems } from './set-up.ts';
import { whoAsksProblems } from './who-asks.ts';

export const problems: Readonly<Record<ProblemCode, ProblemText>> = {
  ...cardsProblems,
  ...documentsProblems,
  ...moneyProblems,
  ...otherSidesProblems,
  ...rulesProblems,
  ...setUpProblems,
  ...whoAsksProblems,
};
