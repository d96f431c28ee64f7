// What happened to the payment, newest first.
import type { JSX } from 'preact';
import type { PaymentView, TimelineEntry } from '../../functions/core/contract/panel.ts';
import { Icon } from '../parts/icon.tsx';
import { entryTone, toneIcon } from '../parts/tone.ts';
import { useText } from '../text/current-text.ts';
import { storyTexts } from '../text/en-story.ts';
import { Booked } from './booked.tsx';
import { disputeReason } from './dispute-reason.ts';
import type { PanelModel } from './panel-model.ts';
import { ProblemText } from './problem-text.tsx';
import { Receipt, Reference } from './receipt.tsx';
import { UnknownOutcome } from './unknown-outcome.tsx';

export interface TimelineSectionProps {
  readonly payment: PaymentView;
  readonly model: PanelModel;
  readonly mayRecheck: boolean;
}

export function TimelineSection(props: TimelineSectionProps): JSX.Element {
  const { timeline } = storyTexts;
  const newestFirst = props.payment.timeline.toReversed();
  return (
    <section class="ruled" aria-labelledby="timeline-title">
      <h2 id="timeline-title">{timeline.title}</h2>
      <ol class="timeline">
        {newestFirst.map((entry) => (
          <Entry key={entry.intentId ?? `${entry.kind} ${entry.at}`} entry={entry} {...props} />
        ))}
      </ol>
    </section>
  );
}

function Entry({
  entry,
  payment,
  model,
  mayRecheck,
}: TimelineSectionProps & { readonly entry: TimelineEntry }): JSX.Element {
  const text = useText();
  const { messages } = text;
  const tone = entryTone(entry.kind, entry.state);
  const kind = storyTexts.movementKinds[entry.kind] ?? entry.kind;
  const isUnknown = entry.state === 'unknown';
  const steps = [model.refund.value?.step.value, model.move.value?.step.value];
  const isAbove = steps.some(
    (step) => step?.kind === 'answered' && step.intent.intentId === entry.intentId,
  );
  return (
    <li>
      <span class={`marker tone-${tone}`}>
        <Icon name={isUnknown ? 'question' : toneIcon[tone]} />
      </span>
      <h3>{entry.amount ? storyTexts.timeline.of(kind, text.money(entry.amount)) : kind}</h3>
      <p>
        <b class={`toned tone-${tone}`}>{stateLabel(entry, messages)}</b>
        <span class="muted">
          {' · '}
          {text.dateTime(entry.at)}
          {entry.actorName && ` · ${storyTexts.timeline.by(entry.actorName)}`}
        </span>
      </p>
      {entry.reason && (
        <p>
          <q>{entry.kind === 'dispute' ? disputeReason(entry.reason, messages) : entry.reason}</q>
        </p>
      )}
      <Booked booked={entry.booked} />
      {entry.kind === 'payment' && payment.invoice && (
        <p>
          <Receipt url={payment.invoice.url}>{messages.invoice(payment.invoice.number)}</Receipt>
        </p>
      )}
      {entry.gatewayId && <Reference reference={entry.gatewayId} />}
      {/* The refund's own answer says the same, with the one button for it. */}
      {isUnknown && !isAbove && (
        <UnknownOutcome entry={entry} model={model} mayRecheck={mayRecheck} />
      )}
      {!isUnknown && entry.problem && <ProblemText problem={entry.problem} />}
    </li>
  );
}

function stateLabel(
  entry: TimelineEntry,
  messages: ReturnType<typeof useText>['messages'],
): string {
  if (entry.kind === 'payment') {
    return (messages.paymentStates[entry.state] ?? messages.unknownState(entry.state)).label;
  }
  const ofDispute = entry.kind === 'dispute' ? storyTexts.disputeStates[entry.state] : undefined;
  return (
    ofDispute ?? storyTexts.movementStates[entry.state] ?? messages.unknownState(entry.state).label
  );
}
