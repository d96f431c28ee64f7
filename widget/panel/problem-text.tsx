// A problem in words: what is the case and what to do next.
import type { JSX } from 'preact';
import type { ProblemView } from '../../functions/core/contract/panel.ts';
import { useText } from '../text/current-text.ts';

export interface ProblemTextProps {
  readonly problem: ProblemView;
  /** Words before the problem's own sentence. */
  readonly lead?: string;
}

export function ProblemText({ problem, lead }: ProblemTextProps): JSX.Element {
  const { sentence, next } = useText().problem(problem);
  return (
    <p>
      {lead ? `${lead} ${sentence}` : sentence} {next}
    </p>
  );
}
