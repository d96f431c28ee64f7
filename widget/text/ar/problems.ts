// Arabic sentences of all problems, by code.
import type { PanelLanguage } from '../language.ts';
import { cardsProblems } from './problems/cards.ts';
import { documentsProblems } from './problems/documents.ts';
import { moneyProblems } from './problems/money.ts';
import { otherSidesProblems } from './problems/other-sides.ts';
import { rulesProblems } from './problems/rules.ts';
import { setUpProblems } from './problems/set-up.ts';
import { whoAsksProblems } from './problems/who-asks.ts';

export const problems: PanelLanguage['problems'] = {
  ...cardsProblems,
  ...documentsProblems,
  ...moneyProblems,
  ...otherSidesProblems,
  ...rulesProblems,
  ...setUpProblems,
  ...whoAsksProblems,
};
