// What became of a refund: on its way, accepted, declined, unknown, or not answered.
import type { ComponentChildren, JSX } from 'preact';
import type { PaymentView } from '../../functions/core/contract/panel.ts';
import { Icon } from '../parts/icon.tsx';
import { type Tone, toneIcon } from '../parts/tone.ts';
import { useText } from '../text/current-text.ts';
import { refundTexts } from '../text/en-refund.ts';
import { storyTexts } from '../text/en-story.ts';
import { Booked } from './booked.tsx';
import type { PanelModel } from './panel-model.ts';
import { ProblemText } from './problem-text.tsx';
import { Reference } from './receipt.tsx';
import type { RefundModel, RefundStep } from './refund-model.ts';
import { UnknownOutcome } from './unknown-outcome.tsx';

export interface RefundResultProps {
  readonly refund: RefundModel;
  readonly payment: PaymentView;
  readonly model: PanelModel;
  readonly mayRecheck: boolean;
}

/** Nothing before the refund is sent. */
export function RefundResult(props: RefundResultProps): JSX.Element | null {
  const { refund, payment } = props;
  const text = useText();
  const step = refund.step.value;
  if (step.kind === 'closed' || step.kind === 'form' || step.kind === 'confirm') return null;
  const amount = text.money({ minor: step.intent.amountMinor, currency: step.intent.currency });
  switch (step.kind) {
    case 'sending':
      return (
        <Sending
          title={step.intent.asks ? refundTexts.approval.sending : refundTexts.sending(amount)}
          goesOn={!step.intent.asks}
        />
      );
    case 'asked':
      return <Asked {...props} intentId={step.intent.intentId} />;
    case 'unanswered': {
      const { title, body, button } = refundTexts.unanswered;
      return (
        <Outcome tone="waiting" title={title}>
          <p>{body(amount)}</p>
          <AskedAgain />
          <button type="button" class="button primary wide" onClick={() => void refund.askAgain()}>
            {button}
          </button>
        </Outcome>
      );
    }
    case 'refused':
      return (
        <Outcome tone="bad" title={refundTexts.refused}>
          <ProblemText problem={step.problem} />
          {step.problem.code === 'approval-needed' && (
            <button
              type="button"
              class="button primary wide"
              onClick={() => void refund.askInstead()}
            >
              {refundTexts.approval.yes}
            </button>
          )}
          <NextSteps refund={refund} canChange={payment.limits.leftMinor > 0} />
        </Outcome>
      );
    case 'answered':
      return <Answered {...props} step={step} amount={amount} />;
  }
}

/** The request stands in its own section too, as long as it is not decided. */
function Asked({
  refund,
  payment,
  intentId,
}: RefundResultProps & { readonly intentId: string }): JSX.Element {
  const text = useText();
  const { asked, by } = refundTexts.approval;
  const request = payment.requests.find((one) => one.intentId === intentId);
  return (
    <Outcome tone="waiting" title={asked.title}>
      {request && (
        <p>{asked.body(by[request.by] ?? request.by, text.dateTime(request.expiresAt))}</p>
      )}
      <NextSteps refund={refund} canChange={false} />
    </Outcome>
  );
}

interface AnsweredProps extends RefundResultProps {
  readonly step: Extract<RefundStep, { kind: 'answered' }>;
  readonly amount: string;
}

function Answered({ step, amount, ...props }: AnsweredProps): JSX.Element {
  const text = useText();
  const words = refundTexts;
  const { entry } = step;
  switch (entry.state) {
    case 'succeeded':
      return (
        <Outcome tone="good" title={words.accepted.title}>
          <p>{words.accepted.body(amount, text.card(props.payment.card))}</p>
          <Booked booked={entry.booked} />
          {entry.gatewayId && <Reference reference={entry.gatewayId} />}
          <NextSteps refund={props.refund} canChange={false} />
        </Outcome>
      );
    case 'declined':
    case 'failed':
    case 'voided':
      return (
        <Outcome tone="bad" title={words.ended(storyTexts.movementStates[entry.state] ?? '')}>
          {entry.problem && <ProblemText problem={entry.problem} />}
          <NextSteps refund={props.refund} canChange={props.payment.limits.leftMinor > 0} />
        </Outcome>
      );
    case 'unknown':
      return (
        <Outcome tone="waiting" title={words.unknown.title}>
          <p>{words.unknown.body(amount)}</p>
          <UnknownOutcome entry={entry} model={props.model} mayRecheck={props.mayRecheck} />
        </Outcome>
      );
    default:
      return (
        <Outcome tone="waiting" title={words.underWay}>
          {entry.problem && <ProblemText problem={entry.problem} />}
        </Outcome>
      );
  }
}

/** That it goes on by itself, and what keeps it from that. */
export function AskedAgain(): JSX.Element {
  const { byItself, offline } = refundTexts.unanswered;
  return (
    <p class="muted">
      {!navigator.onLine && <b>{offline} </b>}
      {byItself}
    </p>
  );
}

interface OutcomeProps {
  readonly tone: Tone;
  readonly title: string;
  readonly children: ComponentChildren;
}

export function Outcome({ tone, title, children }: OutcomeProps): JSX.Element {
  return (
    <div class={`outcome tone-${tone}`}>
      <h2 tabIndex={-1} data-step-focus>
        <Icon name={toneIcon[tone]} />
        {title}
      </h2>
      {children}
    </div>
  );
}

/** What takes over a second gets a bar and an explanation; the style sheet does the waiting. */
function Sending({
  title,
  goesOn,
}: {
  readonly title: string;
  readonly goesOn: boolean;
}): JSX.Element {
  return (
    <div class="outcome tone-neutral" aria-busy="true">
      <h2 tabIndex={-1} data-step-focus>
        {title}
      </h2>
      <div class="progress later" aria-hidden="true">
        <i />
      </div>
      {goesOn && <p class="later">{refundTexts.sendingLong}</p>}
    </div>
  );
}

interface NextStepsProps {
  readonly refund: RefundModel;
  readonly canChange: boolean;
}

function NextSteps({ refund, canChange }: NextStepsProps): JSX.Element {
  return (
    <p class="buttons">
      {canChange && (
        <button type="button" class="button" onClick={refund.backToForm}>
          {refundTexts.change}
        </button>
      )}
      <button type="button" class="button" onClick={refund.close}>
        {refundTexts.done}
      </button>
    </p>
  );
}
