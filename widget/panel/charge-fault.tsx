// Why something about links and cards brought nothing: our own words of a refusal, or that no answer came.
import type { JSX } from 'preact';
import { useText } from '../text/current-text.ts';
import type { ChargeFault } from './charge-model.ts';
import { ProblemText } from './problem-text.tsx';

export function ChargeFaultText({ fault }: { readonly fault: ChargeFault }): JSX.Element {
  const { unreachable } = useText().messages;
  return 'code' in fault ? <ProblemText problem={fault} /> : <p>{unreachable[fault.why]}</p>;
}
