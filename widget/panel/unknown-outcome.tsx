// What is said and can be done about a movement whose outcome is unknown.
import type { JSX } from 'preact';
import type { TimelineEntry } from '../../functions/core/contract/panel.ts';
import { useText } from '../text/current-text.ts';
import { storyTexts } from '../text/en-story.ts';
import type { PanelModel } from './panel-model.ts';
import { ProblemText } from './problem-text.tsx';

export interface UnknownOutcomeProps {
  readonly entry: TimelineEntry;
  readonly model: PanelModel;
  readonly mayRecheck: boolean;
}

export function UnknownOutcome({ entry, model, mayRecheck }: UnknownOutcomeProps): JSX.Element {
  const text = useText();
  const { unreachable } = text.messages;
  const { recheck } = storyTexts;
  const now = model.serverNow.value;
  const { intentId, nextCheckAt } = entry;
  const fault = model.recheckFault.value;
  const isBusy = model.rechecking.value === intentId;
  return (
    <>
      <p>
        {recheck.since(text.relative(entry.at, now))}{' '}
        {nextCheckAt !== undefined &&
          recheck.next(text.relative(Math.max(nextCheckAt, now + 1), now))}
      </p>
      {mayRecheck && intentId !== undefined && (
        <button
          type="button"
          class="button"
          aria-disabled={isBusy}
          onClick={() => void model.recheck(intentId)}
        >
          {isBusy ? recheck.busy : recheck.button}
        </button>
      )}
      {fault !== undefined && fault.intentId === intentId && (
        <div role="alert">
          {'code' in fault.cause ? (
            <ProblemText problem={fault.cause} />
          ) : (
            <p>{unreachable[fault.cause.why]}</p>
          )}
        </div>
      )}
    </>
  );
}
