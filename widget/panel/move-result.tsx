// What became of a capture, release or void: on its way, done, declined, unknown, or not answered.
import type { JSX } from 'preact';
import type { TimelineEntry } from '../../functions/core/contract/panel.ts';
import { useText } from '../text/current-text.ts';
import { moveTexts } from '../text/en-moves.ts';
import { refundTexts } from '../text/en-refund.ts';
import { storyTexts } from '../text/en-story.ts';
import type { KeptMove } from './kept-intents.ts';
import { moveEntryOf } from './move-model.ts';
import type { MoveStepsProps } from './move-steps.tsx';
import { ProblemText } from './problem-text.tsx';
import { Reference } from './receipt.tsx';
import { AskedAgain, Outcome } from './refund-result.tsx';
import { UnknownOutcome } from './unknown-outcome.tsx';

/** Nothing before it is sent. */
export function MoveResult(props: MoveStepsProps): JSX.Element | null {
  const { move, payment } = props;
  const step = move.step.value;
  switch (step.kind) {
    case 'closed':
    case 'form':
    case 'confirm':
      return null;
    case 'sending':
      return (
        <div class="outcome tone-neutral" aria-busy="true">
          <h2 tabIndex={-1} data-step-focus>
            {moveTexts.sending}
          </h2>
          <div class="progress later" aria-hidden="true">
            <i />
          </div>
        </div>
      );
    case 'unanswered': {
      const { title, body } = moveTexts.unanswered;
      return (
        <Outcome tone="waiting" title={title}>
          <p>{body}</p>
          <AskedAgain />
          <button type="button" class="button primary wide" onClick={() => void move.askAgain()}>
            {refundTexts.unanswered.button}
          </button>
        </Outcome>
      );
    }
    case 'refused':
      return (
        <Outcome tone="bad" title={moveTexts.refused}>
          <ProblemText problem={step.problem} />
          <Done {...props} />
        </Outcome>
      );
    case 'answered':
      return <Answered {...props} intent={step.intent} entry={moveEntryOf(payment, step.intent)} />;
  }
}

interface AnsweredProps extends MoveStepsProps {
  readonly intent: KeptMove;
  readonly entry: TimelineEntry | undefined;
}

function Answered({ intent, entry, ...props }: AnsweredProps): JSX.Element {
  const text = useText();
  const { title, done } = moveTexts.words[intent.action];
  const amount = text.money({ minor: intent.amountMinor, currency: intent.currency });
  switch (entry?.state) {
    case 'succeeded':
      return (
        <Outcome tone="good" title={moveTexts.accepted}>
          <p>{done(amount, text.card(props.payment.card))}</p>
          {entry.gatewayId && <Reference reference={entry.gatewayId} />}
          <Done {...props} />
        </Outcome>
      );
    case 'declined':
    case 'failed':
      return (
        <Outcome
          tone="bad"
          title={moveTexts.ended(title, storyTexts.movementStates[entry.state] ?? entry.state)}
        >
          {entry.problem && <ProblemText problem={entry.problem} />}
          <Done {...props} />
        </Outcome>
      );
    case 'unknown':
      return (
        <Outcome tone="waiting" title={moveTexts.unknown.title}>
          <p>{moveTexts.unknown.body}</p>
          <UnknownOutcome entry={entry} model={props.model} mayRecheck={props.mayRecheck} />
        </Outcome>
      );
    default:
      return (
        <Outcome tone="waiting" title={moveTexts.underWay}>
          {entry?.problem && <ProblemText problem={entry.problem} />}
        </Outcome>
      );
  }
}

function Done({ move }: MoveStepsProps): JSX.Element {
  return (
    <p class="buttons">
      <button type="button" class="button" onClick={move.close}>
        {refundTexts.done}
      </button>
    </p>
  );
}
