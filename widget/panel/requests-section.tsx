// Requests for approval over a payment: what is asked, since when, who may decide; decided in place.
import type { JSX, TargetedSubmitEvent } from 'preact';
import type { PaymentView, RequestView } from '../../functions/core/contract/panel.ts';
import { Badge } from '../parts/badge.tsx';
import type { Tone } from '../parts/tone.ts';
import { useText } from '../text/current-text.ts';
import { refundTexts } from '../text/en-refund.ts';
import type { PanelModel } from './panel-model.ts';
import { ProblemText } from './problem-text.tsx';
import type { Deciding, Decision, RequestsModel } from './requests-model.ts';

export interface RequestsSectionProps {
  readonly requests: RequestsModel;
  readonly payment: PaymentView;
  readonly model: PanelModel;
}

const { requests: words, approval } = refundTexts;

const tones: Readonly<Record<RequestView['state'], Tone>> = {
  open: 'waiting',
  approved: 'good',
  rejected: 'bad',
  withdrawn: 'neutral',
  expired: 'neutral',
};

export function RequestsSection({ requests, payment, model }: RequestsSectionProps): JSX.Element {
  return (
    <section class="ruled requests" aria-labelledby="requests-title">
      <h2 id="requests-title">{words.title}</h2>
      <ul class="plain">
        {payment.requests.map((request) => (
          <li key={request.key}>
            <Request request={request} requests={requests} model={model} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export interface RequestProps {
  readonly request: RequestView;
  readonly requests: RequestsModel;
  readonly model: PanelModel;
  /** What is asked for, and how it is let through; a refund when absent. */
  readonly wanted?: { readonly title: string; readonly yes: string };
}

export function Request({ request, requests, model, wanted }: RequestProps): JSX.Element {
  const text = useText();
  const { state, problem } = request;
  const deciding = requests.deciding.value;
  const isOpen = state === 'open';
  const age = text.relative(request.since, model.serverNow.value);
  return (
    <>
      <h3>{wanted?.title ?? words.what(text.money(request.amount))}</h3>
      <Badge
        tone={problem === undefined ? tones[state] : 'bad'}
        label={problem === undefined ? words.states[state] : words.notSent}
      />
      <p class="muted">
        {words.asked(request.requestedBy, age)}
        {isOpen &&
          ` ${words.decides(approval.by[request.by] ?? request.by, text.dateTime(request.expiresAt))}`}
      </p>
      <p>
        <q>{request.reason}</q>
      </p>
      {isOpen && <p>{request.why.map((why) => text.problem(why).sentence).join(' ')}</p>}
      {request.decidedBy && (
        <p>{words.decided(words.states[state], request.decidedBy, request.decisionReason ?? '')}</p>
      )}
      {problem && <ProblemText problem={problem} />}
      {isOpen &&
        (deciding?.key === request.key ? (
          <DecisionForm
            request={request}
            requests={requests}
            deciding={deciding}
            {...(wanted === undefined ? {} : { wanted })}
          />
        ) : (
          <Choices request={request} requests={requests} />
        ))}
    </>
  );
}

function Choices({ request, requests }: Omit<RequestProps, 'model'>): JSX.Element | null {
  const choices: [Decision, string][] = request.own
    ? [['withdrawn', words.withdraw]]
    : request.mayDecide
      ? [
          ['approved', words.approve],
          ['rejected', words.reject],
        ]
      : [];
  if (choices.length === 0) return null;
  return (
    <p class="buttons">
      {choices.map(([decision, label]) => (
        <button
          key={decision}
          type="button"
          class="button"
          onClick={() => requests.begin(request, decision)}
        >
          {label}
        </button>
      ))}
    </p>
  );
}

interface DecisionFormProps extends Omit<RequestProps, 'model'> {
  readonly deciding: Deciding;
}

function DecisionForm({ request, requests, deciding, wanted }: DecisionFormProps): JSX.Element {
  const text = useText();
  const { decision, reason, isBusy, isReasonMissing, fault } = deciding;
  const yes =
    decision === 'approved'
      ? (wanted?.yes ?? words.yes.approved(text.money(request.amount)))
      : words.yes[decision];

  function submit(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = event.currentTarget;
    void requests.confirm();
    setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  }

  return (
    <form class="form" onSubmit={submit} noValidate>
      {decision !== 'withdrawn' && (
        <div class="field">
          <label for="decision-reason">{words.reason}</label>
          <input
            id="decision-reason"
            autoComplete="off"
            required
            maxLength={200}
            value={reason}
            aria-invalid={isReasonMissing}
            aria-describedby="decision-hint"
            onInput={(event) => requests.typeReason(event.currentTarget.value)}
            ref={focusOnce}
          />
          <p id="decision-hint" class="fault small" aria-live="polite">
            {isReasonMissing && words.reasonMissing}
          </p>
        </div>
      )}
      {fault && (
        <div role="alert">
          {'code' in fault ? (
            <ProblemText problem={fault} />
          ) : (
            <p>{text.messages.unreachable[fault.why]}</p>
          )}
        </div>
      )}
      <button type="submit" class="button primary wide" aria-disabled={isBusy}>
        {isBusy ? words.busy : yes}
      </button>
      <button type="button" class="button quiet wide" onClick={requests.cancel}>
        {text.messages.back}
      </button>
    </form>
  );
}

/** The pressed button went away: the field that took its place is where to go on. */
function focusOnce(field: HTMLInputElement | null): void {
  field?.focus();
}
