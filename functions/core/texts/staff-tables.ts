// What a language consists of for staff: notices, the texts of shipped documents, and what problems and codes are called.
import type { FactWords } from '../contract/problems/fact-words.ts';
import type { ProblemText } from '../contract/problems/problem-text.ts';
import type { ProblemCode } from '../contract/problems.ts';
import type { enReasons } from '../contract/reasons/en.ts';
import type { enFactors } from '../contract/reasons/en-factors.ts';
import type { Words } from '../contract/words.ts';
import type { notices } from './en/notices.ts';
import type { ShippedText } from './en/shipped.ts';

export interface StaffTables {
  readonly notices: Words<typeof notices>;
  readonly shipped: Readonly<Record<ShippedText, string>>;
  readonly problems: Readonly<Record<ProblemCode, ProblemText>>;
  /** Nothing for English, whose sentences have these words already. */
  readonly facts: Partial<FactWords>;
  readonly reasons: Words<typeof enReasons>;
  readonly factors: Words<typeof enFactors>;
}
