// The payment requests of a record: how each stands, since when, when we look again; open links can be cancelled.
import type { JSX } from 'preact';
import type { ChargesReply, ChargeView } from '../../functions/core/contract/charges.ts';
import { Badge } from '../parts/badge.tsx';
import type { Tone } from '../parts/tone.ts';
import { useText } from '../text/current-text.ts';
import { chargeTexts } from '../text/en-charges.ts';
import { ChargeFaultText } from './charge-fault.tsx';
import { type ChargeModel, isOpen } from './charge-model.ts';
import type { PanelModel } from './panel-model.ts';
import { ProblemText } from './problem-text.tsx';
import type { RequestsModel } from './requests-model.ts';
import { Request } from './requests-section.tsx';

const words = chargeTexts.charge;

// Everything that is not named here still waits for something.
const tones: Readonly<Record<string, Tone>> = {
  paid: 'good',
  declined: 'bad',
  failed: 'bad',
  expired: 'neutral',
  cancelled: 'neutral',
};

export interface ChargeRequestsProps {
  readonly charges: ChargeModel;
  readonly reply: ChargesReply;
  readonly requests: RequestsModel;
  readonly model: PanelModel;
}

export function ChargeRequests({
  charges,
  requests,
  reply,
  model,
}: ChargeRequestsProps): JSX.Element {
  const text = useText();
  const next = charges.nextLookAt.value;
  const now = model.serverNow.value;
  if (reply.charges.length === 0) return <p class="muted">{words.none}</p>;
  const isAnyOpen = reply.charges.some(isOpen);
  return (
    <>
      <h3>{words.title}</h3>
      <ul class="plain" aria-live="polite">
        {reply.charges.map((charge) => (
          <li key={charge.intentId}>
            <Charge
              charge={charge}
              charges={charges}
              requests={requests}
              mayCharge={reply.mayCharge}
              model={model}
            />
          </li>
        ))}
      </ul>
      {isAnyOpen && (
        <p class="muted small">
          {next !== undefined &&
            `${words.checkedNext(text.relative(Math.max(next, now + 1), now))} `}
          <button type="button" class="link" onClick={() => void charges.look()}>
            {words.look}
          </button>
        </p>
      )}
    </>
  );
}

/** What was only reserved is not paid yet. */
export function chargeStateText({ purpose, state }: Pick<ChargeView, 'purpose' | 'state'>): string {
  const shown = purpose === 'authorization' && state === 'paid' ? 'reserved' : state;
  return words.states[shown] ?? state;
}

interface ChargeProps extends Pick<ChargeRequestsProps, 'charges' | 'requests' | 'model'> {
  readonly charge: ChargeView;
  readonly mayCharge: boolean;
}

function Charge({ charge, charges, requests, mayCharge, model }: ChargeProps): JSX.Element {
  const text = useText();
  const now = model.serverNow.value;
  const { state, intentId, problem, expiresAt, nextTryAt, tries = 0, request, liability } = charge;
  const { invoices } = charge;
  const isKept = charge.purpose === 'save-card' && state === 'paid';
  const label = isKept ? words.kept : chargeStateText(charge);
  const fault = charges.fault.value;
  const isBusy = charges.busy.value === intentId;
  const isLinkOpen = state === 'asked' && charge.by === 'link';
  const mayCancel = isLinkOpen || nextTryAt !== undefined;
  return (
    <>
      <p class="card-line">
        <b>{words.what(text.money(charge.amount), charge.purpose, charge.by)}</b>
        <Badge tone={tones[state] ?? 'waiting'} label={label} />
      </p>
      <p class="muted">
        {charge.card && `${text.card(charge.card)} · `}
        {words.asked(charge.askedBy, text.relative(charge.askedAt, now))}
        {isLinkOpen && expiresAt !== undefined && ` ${words.until(text.dateTime(expiresAt))}`}
      </p>
      {invoices && (
        <p class="small">
          {text.list(
            invoices.map(({ number, amount }) =>
              chargeTexts.form.invoice(number, text.money(amount)),
            ),
          )}
        </p>
      )}
      {problem && <ProblemText problem={problem} />}
      {nextTryAt !== undefined && <p>{words.nextTry(tries, text.dateTime(nextTryAt))}</p>}
      {liability && <p class="small">{words.liability[liability]}</p>}
      {request && (
        <Request
          request={request}
          requests={requests}
          model={model}
          wanted={{
            title: words.request(text.money(charge.amount)),
            yes: chargeTexts.form.yes(text.money(charge.amount)),
          }}
        />
      )}
      {mayCancel && mayCharge && (
        <button
          type="button"
          class="button"
          aria-disabled={isBusy}
          onClick={() => void charges.cancel(intentId)}
        >
          {isBusy ? words.cancelling : isLinkOpen ? words.cancel : words.stop}
        </button>
      )}
      {fault?.of === intentId && (
        <div role="alert">
          <ChargeFaultText fault={fault.cause} />
        </div>
      )}
    </>
  );
}
