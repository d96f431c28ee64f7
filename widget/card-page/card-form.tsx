// The form: the gateway's two fields, the expiry, name and address, and the one button.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PayView } from '../../functions/core/contract/charges.ts';
import type { ProblemView } from '../../functions/core/contract/panel.ts';
import { newIntentId } from '../panel/intent-id.ts';
import { amountText } from './amount-text.ts';
import { Billing, billingFrom, firstMissing } from './billing.tsx';
import type { PageProps } from './card-page.tsx';
import { readExpiry } from './expiry.ts';
import { type CardInputs, openCardInputs } from './microform.ts';
import { pay } from './pay.ts';
import type { CardPageText } from './text.ts';

interface FormProps extends PageProps {
  readonly view: PayView;
  readonly onView: (view: PayView) => void;
  /** The answer did not come: what happened is asked for. */
  readonly onLost: () => void;
}

/** The link is over: the page shows how it stands. */
const CLOSED = ['link-used', 'invoice-settled', 'charge-over-balance'];

const PLACES = { number: '#card-number', securityCode: '#security-code' } as const;

export function CardForm({ api, text, locale, view, onView, onLost }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const inputs = useRef<CardInputs>(undefined);
  const [phase, setPhase] = useState<'opening' | 'ready' | 'failed' | 'paying'>('opening');
  const declined = useRef<HTMLParagraphElement>(null);
  const bank = useRef<HTMLDivElement>(null);
  const [asksBank, setAsksBank] = useState(false);
  const [fault, setFault] = useState<string>();
  const open = async () => {
    setPhase('opening');
    try {
      const answer = await api.fields();
      if (!answer.ok && CLOSED.includes(answer.problem?.code ?? '')) return onLost();
      if (!answer.ok) throw new Error(answer.problem?.code ?? 'offline');
      inputs.current = await openCardInputs(answer.value, PLACES);
      setPhase('ready');
    } catch {
      setPhase('failed');
    }
  };
  // A card that was declined needs fields of its own: their context is good for one token.
  useEffect(() => {
    void open();
    // The button that was pressed is far below what it has come to.
    declined.current?.scrollIntoView({ block: 'center' });
  }, [view.triesLeft]);

  const submit = async (event: Event) => {
    event.preventDefault();
    const data = new FormData(form.current ?? undefined);
    const expiry = readExpiry(String(data.get('expiry') ?? ''));
    const missing = firstMissing(data, text);
    if (expiry === undefined || missing !== undefined) {
      setFault(expiry === undefined ? text.expiryWrong : missing);
      return;
    }
    setFault(undefined);
    setPhase('paying');
    const entered = await inputs.current?.enter(expiry);
    if (entered === undefined || !entered.ok) {
      setPhase('ready');
      setFault(fieldFault(entered?.wrong ?? [], text));
      return;
    }
    const tryId = newIntentId(Date.now(), crypto.getRandomValues(new Uint8Array(16)));
    const press = {
      tryId,
      transientToken: entered.token,
      ...billingFrom(data),
      keepsCard: data.get('keeps-card') === 'on',
    };
    const place = { place: bank.current ?? document.body, title: text.bank };
    const answer = await pay(api, press, view.confirms === true, place, setAsksBank);
    if (answer.ok) return onView(answer.value);
    // Without an answer it may have been charged: what stands is asked for, never sent again.
    if (answer.problem === undefined || CLOSED.includes(answer.problem.code)) return onLost();
    setFault(problemText(answer.problem, text));
    void open();
  };

  const isSave = view.purpose === 'save-card';
  return (
    <form
      ref={form}
      onSubmit={(event) => void submit(event)}
      noValidate
      aria-busy={phase === 'paying'}
    >
      {view.problem === undefined ? null : (
        <p class="notice bad" role="alert" ref={declined}>
          {asksToConfirm(view) ? text.confirmFirst : problemText(view.problem, text)}{' '}
          {text.triesLeft(view.triesLeft)}
        </p>
      )}
      <div class="field">
        <span id="number-label">{text.cardNumber}</span>
        <div id="card-number" class="frame" key={`n${view.triesLeft}`} />
      </div>
      <div class="pair">
        <label class="field">
          {text.expiry}
          <input
            name="expiry"
            inputMode="numeric"
            autocomplete="cc-exp"
            placeholder={text.expiryHint}
            maxLength={7}
          />
        </label>
        <div class="field">
          <span>{text.securityCode}</span>
          <div id="security-code" class="frame" key={`c${view.triesLeft}`} />
        </div>
      </div>
      <Billing
        text={text}
        locale={locale}
        {...(view.customer === undefined ? {} : { customer: view.customer })}
      />
      {isSave ? null : (
        <label class="check">
          <input type="checkbox" name="keeps-card" />
          <span>{text.keepCard(view.company)}</span>
        </label>
      )}
      {fault === undefined ? null : (
        <p class="notice bad" role="alert">
          {fault}
        </p>
      )}
      {phase === 'failed' ? (
        <p class="notice bad" role="alert">
          {text.fieldsFailed}{' '}
          <button type="button" class="link" onClick={() => void open()}>
            {text.again}
          </button>
        </p>
      ) : null}
      <div ref={bank} class={asksBank ? 'bank-place' : ''} aria-live="polite" />
      <button type="submit" class="primary" disabled={phase !== 'ready'}>
        {buttonText(phase, isSave, text, amountText(view.amount, locale))}
      </button>
      <p class="muted">{text.safe}</p>
    </form>
  );
}

/** The bank has asked for it, and it can be had here. */
function asksToConfirm({ confirms, problem }: PayView): boolean {
  return confirms === true && problem?.code === 'card-confirmation-needed';
}

function buttonText(phase: string, isSave: boolean, text: CardPageText, amount: string): string {
  if (phase === 'opening') return text.loading;
  if (phase === 'paying') return text.paying;
  return isSave ? text.save : text.pay(amount);
}

function fieldFault(wrong: readonly string[], text: CardPageText): string {
  if (wrong.some((field) => field.startsWith('securityCode'))) return text.codeWrong;
  if (wrong.some((field) => field.startsWith('expiration'))) return text.expiryWrong;
  return text.numberWrong;
}

function problemText({ code }: ProblemView, text: CardPageText): string {
  const own = text.problems[code as keyof CardPageText['problems']];
  return own ?? text.problems.otherwise;
}
