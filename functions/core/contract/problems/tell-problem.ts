// A problem in one language: its sentence by its code, the words and amounts in it as the language has them.
import { amountIn } from '../amount-words.ts';
import { fillText, type ProblemText } from './problem-text.ts';

export interface ProblemWords {
  readonly locale: string;
  /** By code; what is missing is told as it came. */
  readonly problems: Readonly<Record<string, ProblemText | undefined>>;
  /** The server's English words within its sentences. */
  readonly facts: Readonly<Record<string, string | undefined>>;
  /** A gateway's reason code as a clause. */
  readonly reason: (code: string) => string;
  readonly role: (role: string) => string;
}

interface Told {
  readonly code: string;
  readonly message?: string;
  readonly next?: string;
  readonly facts?: Readonly<Record<string, string>>;
  readonly causes?: readonly Told[];
}

export function tellProblem(found: Told, words: ProblemWords): ProblemText {
  const text = words.problems[found.code];
  if (text === undefined) return { sentence: found.message ?? '', next: found.next ?? '' };
  const filled = Object.fromEntries(
    Object.entries(found.facts ?? {}).map(([name, value]) => [name, inWords(name, value, words)]),
  );
  if (found.causes !== undefined) {
    filled.why = found.causes.map((one) => tellProblem(one, words).sentence).join(' ');
  }
  return { sentence: fillText(text.sentence, filled), next: fillText(text.next, filled) };
}

function inWords(name: string, value: string, words: ProblemWords): string {
  if (name === 'reason') return words.reason(value);
  const word: unknown = words.facts[value];
  return typeof word === 'string' ? word : words.role(amountIn(value, words.locale));
}
