// The steps of a capture, release or void once it is begun: form, confirmation, answer.
import type { JSX, TargetedSubmitEvent } from 'preact';
import { useRef } from 'preact/hooks';
import type { PaymentView } from '../../functions/core/contract/panel.ts';
import { useText } from '../text/current-text.ts';
import { moveTexts } from '../text/en-moves.ts';
import { refundTexts } from '../text/en-refund.ts';
import { BooksPreviewSlot } from './books-preview-slot.tsx';
import type { MoveAction, MoveModel, MoveStep } from './move-model.ts';
import { MoveResult } from './move-result.tsx';
import type { PanelModel } from './panel-model.ts';
import { amountFaultText } from './refund-form.tsx';
import { useFocusOnChange } from './refund-steps.tsx';

export interface MoveStepsProps {
  readonly move: MoveModel;
  readonly payment: PaymentView;
  readonly model: PanelModel;
  readonly mayRecheck: boolean;
}

export function MoveSteps(props: MoveStepsProps): JSX.Element {
  const step = props.move.step.value;
  const steps = useRef<HTMLDivElement>(null);
  useFocusOnChange(steps, step.kind);
  return (
    <div ref={steps}>
      {step.kind === 'form' && <MoveForm {...props} step={step} />}
      {step.kind === 'confirm' && <MoveConfirm {...props} step={step} />}
      <div role="status">
        <MoveResult {...props} />
      </div>
    </div>
  );
}

interface FormProps extends MoveStepsProps {
  readonly step: Extract<MoveStep, { kind: 'form' }>;
}

function MoveForm(props: FormProps): JSX.Element {
  const { move, step } = props;
  const isCapture = step.choice.action === 'capture';

  function submit(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = event.currentTarget;
    move.review();
    // Still here: something is missing. The faults are painted first, then the first one is led to.
    setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  }

  return (
    <form class="form" onSubmit={submit} noValidate>
      <h2>{moveTexts.words[step.choice.action].title}</h2>
      {isCapture && <AmountField {...props} />}
      <ReasonField move={move} isOptional={isCapture} />
      <button type="submit" class="button primary wide">
        {moveTexts.next}
      </button>
      <button type="button" class="button quiet wide" onClick={move.close}>
        {refundTexts.cancel}
      </button>
    </form>
  );
}

function AmountField({ move, payment, step }: FormProps): JSX.Element {
  const text = useText();
  const { currency } = payment.amount;
  const amount = move.amount.value;
  const left = text.money({ minor: step.choice.maxMinor, currency });
  const fault = amount.ok ? undefined : amountFaultText(amount.fault, currency, left, text);
  return (
    <div class="field">
      <label for="move-amount">{refundTexts.amount}</label>
      <div class="amount-input">
        <span aria-hidden="true">{currency}</span>
        <input
          id="move-amount"
          inputMode="decimal"
          autoComplete="off"
          required
          value={move.amountText.value}
          aria-invalid={!amount.ok}
          aria-describedby="move-amount-hint"
          onInput={(event) => move.typeAmount(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
          data-step-focus
        />
      </div>
      <p id="move-amount-hint" class={fault ? 'fault small' : 'muted'} aria-live="polite">
        {fault ?? moveTexts.upTo(left)}
      </p>
    </div>
  );
}

interface ReasonFieldProps {
  readonly move: MoveModel;
  readonly isOptional: boolean;
}

function ReasonField({ move, isOptional }: ReasonFieldProps): JSX.Element {
  const reason = move.reasonText.value;
  const isMissing = !isOptional && move.showFaults.value && reason.trim() === '';
  return (
    <div class="field">
      <label for="move-reason">{isOptional ? moveTexts.reasonOptional : refundTexts.reason}</label>
      <input
        id="move-reason"
        autoComplete="off"
        required={!isOptional}
        maxLength={200}
        value={reason}
        aria-invalid={isMissing}
        aria-describedby="move-reason-hint"
        onInput={(event) => move.typeReason(event.currentTarget.value)}
        data-step-focus
      />
      <p id="move-reason-hint" class={isMissing ? 'fault small' : 'muted'} aria-live="polite">
        {isMissing ? refundTexts.invalid.reason : moveTexts.reasonHint}
      </p>
    </div>
  );
}

/** What stands in the books of a refund that is called back is for people to judge: an alarm tells them. */
const bookedKind: Readonly<Partial<Record<MoveAction, 'capture' | 'void' | 'reversal'>>> = {
  capture: 'capture',
  void: 'void',
  reverse: 'reversal',
};

interface ConfirmProps extends MoveStepsProps {
  readonly step: Extract<MoveStep, { kind: 'confirm' }>;
}

function MoveConfirm({ move, payment, model, step }: ConfirmProps): JSX.Element {
  const text = useText();
  const { action } = step.choice;
  const words = moveTexts.words[action];
  const booked = bookedKind[action];
  const amount = text.money({ minor: step.amountMinor, currency: payment.amount.currency });
  const reason = move.reasonText.value.trim();
  const offer = payment.offers.find((one) => one.action === action);
  const { cautions = [], until } = offer?.isPossible ? offer : {};
  return (
    <div class="confirm">
      <h2 tabIndex={-1} data-step-focus>
        {words.confirm(amount, text.money(payment.amount), text.card(payment.card))}
      </h2>
      <ul>
        <li>{words.means}</li>
        {cautions.map((caution) => (
          <li key={caution}>{moveTexts.cautions[caution]}</li>
        ))}
        {until !== undefined && <li>{moveTexts.until(text.dateTime(until))}</li>}
        {reason && <li>{text.messages.why(reason)}</li>}
      </ul>
      {booked !== undefined && (
        <BooksPreviewSlot
          model={model}
          paymentKey={payment.key}
          kind={booked}
          amountMinor={step.amountMinor}
        />
      )}
      <button type="button" class="button primary wide" onClick={() => void move.confirm()}>
        {words.yes(amount)}
      </button>
      <button type="button" class="button quiet wide" onClick={move.backToForm}>
        {text.messages.back}
      </button>
    </div>
  );
}
