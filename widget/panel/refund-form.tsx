// The refund form: how much, and why.
import type { JSX, TargetedSubmitEvent } from 'preact';
import type { PaymentView } from '../../functions/core/contract/panel.ts';
import { decimalsOf } from '../parts/minor-units.ts';
import { useText } from '../text/current-text.ts';
import { refundTexts } from '../text/en-refund.ts';
import type { Text } from '../text/text.ts';
import { type AmountFault, writeAmount } from './amount-input.ts';
import type { PanelModel } from './panel-model.ts';
import type { Verdict } from './policy-verdict.ts';
import { RefundLinesSlot } from './refund-lines-slot.tsx';
import type { RefundModel } from './refund-model.ts';

export interface RefundFormProps {
  readonly refund: RefundModel;
  readonly payment: PaymentView;
  readonly model: PanelModel;
}

export function RefundForm({ refund, payment, model }: RefundFormProps): JSX.Element {
  const text = useText();
  const { currency } = payment.amount;
  const amount = refund.amount.value;
  const verdict = refund.verdict.value;
  const button = amount.ok
    ? refundTexts.button(
        text.money({ minor: amount.amountMinor, currency }),
        text.card(payment.card),
      )
    : refundTexts.title;
  const isForbidden = verdict?.beyond === 'forbidden';

  function submit(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = event.currentTarget;
    refund.review();
    // Still here: something is missing. The faults are painted first, then the first one is led to.
    setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  }

  return (
    <form class="form" onSubmit={submit} noValidate>
      <h2>{refundTexts.title}</h2>
      <AmountField refund={refund} payment={payment} />
      {payment.invoice && <RefundLinesSlot refund={refund} payment={payment} model={model} />}
      <ReasonField refund={refund} />
      {verdict && <VerdictNotice verdict={verdict} />}
      <button type="submit" class="button primary wide" aria-disabled={isForbidden}>
        {verdict === undefined || isForbidden ? button : refundTexts.approval.button}
      </button>
      <button type="button" class="button quiet wide" onClick={refund.close}>
        {refundTexts.cancel}
      </button>
    </form>
  );
}

/** Said while it is typed, not only when it is sent. */
function VerdictNotice({ verdict }: { readonly verdict: Verdict }): JSX.Element {
  const text = useText();
  const { by, needed, forbidden } = refundTexts.approval;
  const lead =
    verdict.beyond === 'forbidden' ? forbidden : needed(by[verdict.beyond] ?? verdict.beyond);
  return (
    <p class="small" role="status">
      <b>{lead}</b> {verdict.why.map((why) => text.problem(why).sentence).join(' ')}
    </p>
  );
}

function AmountField({ refund, payment }: Omit<RefundFormProps, 'model'>): JSX.Element {
  const text = useText();
  const { currency } = payment.amount;
  const amount = refund.amount.value;
  const left = text.money({ minor: payment.limits.leftMinor, currency });
  const fault = amount.ok ? undefined : amountFaultText(amount.fault, currency, left, text);
  return (
    <div class="field">
      <label for="refund-amount">{refundTexts.amount}</label>
      <div class="amount-input">
        <span aria-hidden="true">{currency}</span>
        <input
          id="refund-amount"
          inputMode="decimal"
          autoComplete="off"
          required
          value={refund.amountText.value}
          aria-invalid={!amount.ok}
          aria-describedby="refund-amount-hint"
          onInput={(event) => refund.typeAmount(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
          data-step-focus
        />
      </div>
      <p id="refund-amount-hint" class={fault ? 'fault small' : 'muted'} aria-live="polite">
        {fault ?? refundTexts.upTo(left)}
      </p>
    </div>
  );
}

function ReasonField({ refund }: Pick<RefundFormProps, 'refund'>): JSX.Element {
  const reason = refund.reasonText.value;
  const isMissing = refund.showFaults.value && reason.trim() === '';
  return (
    <div class="field">
      <label for="refund-reason">{refundTexts.reason}</label>
      <input
        id="refund-reason"
        autoComplete="off"
        required
        maxLength={200}
        value={reason}
        aria-invalid={isMissing}
        aria-describedby="refund-reason-hint"
        onInput={(event) => refund.typeReason(event.currentTarget.value)}
      />
      <p id="refund-reason-hint" class={isMissing ? 'fault small' : 'muted'} aria-live="polite">
        {isMissing ? refundTexts.invalid.reason : refundTexts.reasonHint}
      </p>
      <div class="picks">
        {refundTexts.quickReasons.map((pick) => (
          <button
            key={pick}
            type="button"
            class="pick small"
            aria-pressed={reason === pick}
            onClick={() => refund.typeReason(pick)}
          >
            {pick}
          </button>
        ))}
      </div>
    </div>
  );
}

export function amountFaultText(
  fault: AmountFault,
  currency: string,
  left: string,
  text: Text,
): string {
  const { invalid } = refundTexts;
  switch (fault) {
    case 'empty':
    case 'zero':
      return invalid[fault];
    case 'not-a-number':
      return invalid[fault](writeAmount(123456, currency, text.locale));
    case 'too-precise':
      return invalid[fault](currency, decimalsOf(currency));
    case 'over-limit':
      return invalid[fault](left);
  }
}
