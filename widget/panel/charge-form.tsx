// Asking for money: how, how much and why; a saved card is charged after a second question, a link is shown once.
import type { JSX, TargetedSubmitEvent } from 'preact';
import type { ChargeStartReply } from '../../functions/core/contract/charges.ts';
import { useText } from '../text/current-text.ts';
import { chargeTexts } from '../text/en-charges.ts';
import { ChargeAnswer } from './charge-answer.tsx';
import { ChargeFaultText } from './charge-fault.tsx';
import { ChargeFields } from './charge-fields.tsx';
import type { ChargeFormModel } from './charge-form-model.ts';
import { ProblemText } from './problem-text.tsx';

const { form: words, begin } = chargeTexts;

export interface ChargeFormProps {
  readonly form: ChargeFormModel;
  readonly isAboutCards: boolean;
}

export function ChargeForm({ form, isAboutCards }: ChargeFormProps): JSX.Element {
  const text = useText();
  const step = form.step.value;
  switch (step.kind) {
    case 'closed':
    case 'starting':
    case 'fault':
      return (
        <>
          {step.kind === 'fault' && (
            <div role="alert">
              <ChargeFaultText fault={step.fault} />
            </div>
          )}
          <button
            type="button"
            class="button wide"
            aria-disabled={step.kind === 'starting'}
            onClick={() => void form.begin('payment')}
          >
            {step.kind === 'starting' ? chargeTexts.beginning : begin.pay}
          </button>
          {isAboutCards && step.kind !== 'starting' && (
            <button type="button" class="button wide" onClick={() => void form.begin('card')}>
              {begin.card}
            </button>
          )}
        </>
      );
    case 'form':
      return <Form form={form} start={step.start} fault={step.fault} />;
    case 'busy':
      return (
        <p class="muted" role="status">
          {words.busy}
        </p>
      );
    case 'unsure':
      return (
        <div class="confirm" role="alert">
          <p>{words.unsure}</p>
          <Confirm form={form} label={text.messages.retry} />
        </div>
      );
    case 'sure': {
      const amount = text.money(moneyOf(form, step.start));
      const { sure, yes } = form.form.value.reserves ? words.reserve : words;
      return (
        <div class="confirm">
          <p>
            <b>{sure(amount, text.card(step.card))}</b> {words.agreed}
          </p>
          <Confirm form={form} label={yes(amount)} back={form.back} />
        </div>
      );
    }
    case 'answered':
      return <ChargeAnswer form={form} reply={step.reply} sendsMail={step.sendsMail} />;
  }
}

interface ConfirmProps {
  readonly form: ChargeFormModel;
  readonly label: string;
  readonly back?: () => void;
}

function Confirm({ form, label, back = form.close }: ConfirmProps): JSX.Element {
  return (
    <>
      <button
        type="button"
        class="button primary wide"
        ref={focusOnce}
        onClick={() => void form.confirm()}
      >
        {label}
      </button>
      <button type="button" class="button quiet wide" onClick={back}>
        {words.cancel}
      </button>
    </>
  );
}

/** The pressed button went away: what took its place is where to go on. */
function focusOnce(button: HTMLButtonElement | null): void {
  button?.focus();
}

interface FormProps extends Pick<ChargeFormProps, 'form'> {
  readonly start: ChargeStartReply;
  readonly fault: Parameters<typeof ProblemText>[0]['problem'] | undefined;
}

function Form({ form, start, fault }: FormProps): JSX.Element {
  const text = useText();
  const verdict = form.verdict.value;
  const { wish } = form.form.value;
  if (wish === 'payment' && start.invoices?.length === 0) {
    return (
      <div class="confirm" role="status">
        <p>{words.nothingOpen}</p>
        <button type="button" class="button quiet wide" ref={focusOnce} onClick={form.close}>
          {words.cancel}
        </button>
      </div>
    );
  }

  function submit(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const element = event.currentTarget;
    void form.submit();
    // Still here: something is missing. The faults are painted first, then the first one is led to.
    setTimeout(() => element.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  }

  return (
    <form class="form" onSubmit={submit} noValidate>
      {start.invoice && <p>{words.open(text.money(start.invoice.open), start.invoice.number)}</p>}
      {start.invoice?.credit && <p>{words.credit(text.money(start.invoice.credit))}</p>}
      <ChargeFields form={form} start={start} />
      {verdict && (
        <p class="small" role="status">
          <b>{words.beyond[verdict.beyond]}</b>{' '}
          {verdict.why.map((why) => text.problem(why).sentence).join(' ')}
        </p>
      )}
      {fault && (
        <div role="alert">
          <ProblemText problem={fault} />
        </div>
      )}
      <button
        type="submit"
        class="button primary wide"
        aria-disabled={verdict?.beyond === 'forbidden'}
      >
        {submitLabel(form, start, text)}
      </button>
      <button type="button" class="button quiet wide" onClick={form.close}>
        {words.cancel}
      </button>
    </form>
  );
}

function submitLabel(
  form: ChargeFormModel,
  start: ChargeStartReply,
  text: ReturnType<typeof useText>,
): string {
  if (form.open.value === undefined) return words.submit.card;
  if (form.open.value.minor === 0) return begin.pay;
  const amount = text.money(moneyOf(form, start));
  const card = start.cards.find(({ key }) => key === form.form.value.cardKey);
  const verdict = form.verdict.value;
  if (verdict !== undefined && verdict.beyond !== 'forbidden') return words.askApproval;
  return card === undefined
    ? words.submit.link(amount)
    : words.submit.saved(amount, text.card(card));
}

function moneyOf({ amount }: ChargeFormModel, { currency }: ChargeStartReply) {
  const read = amount.value;
  return { minor: read.ok ? read.amountMinor : 0, currency };
}
