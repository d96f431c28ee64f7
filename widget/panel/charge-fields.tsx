// The fields of asking for money: the way, the amount, the reason, and what else is wished.
import type { JSX } from 'preact';
import type { ChargeStartReply } from '../../functions/core/contract/charges.ts';
import type { MoneyView } from '../../functions/core/contract/panel.ts';
import { useText } from '../text/current-text.ts';
import { chargeTexts } from '../text/en-charges.ts';
import type { ChargeFormModel } from './charge-form-model.ts';

const { form: words } = chargeTexts;

/** The sheet makes inputs as wide as their field. */
const CHOICE = {
  display: 'flex',
  gap: '8px',
  alignItems: 'baseline',
  minBlockSize: '24px',
  fontWeight: 'normal',
};
const BOX = { inlineSize: 'auto' };

export interface ChargeFieldsProps {
  readonly form: ChargeFormModel;
  readonly start: ChargeStartReply;
}

export function ChargeFields({ form, start }: ChargeFieldsProps): JSX.Element {
  const { cardKey, sendsMail, reserves, retries, wish } = form.form.value;
  const { invoices = [], customer } = start;
  const open = form.open.value?.minor === 0 ? undefined : form.open.value;
  return (
    <>
      {wish === 'payment' && invoices.length > 0 && <InvoicesField form={form} start={start} />}
      {open && start.cards.length > 0 && <WayField form={form} start={start} />}
      {open && <AmountField form={form} open={open} />}
      <ReasonField form={form} />
      {open && (
        <Choice
          label={words.reserves}
          isChosen={reserves}
          choose={() => form.change({ reserves: !reserves })}
        />
      )}
      {cardKey !== undefined && (
        <Choice
          label={words.retries}
          isChosen={retries}
          choose={() => form.change({ retries: !retries })}
        />
      )}
      {cardKey === undefined && customer.email !== '' && (
        <Choice
          label={words.mails(customer.email)}
          isChosen={sendsMail}
          choose={() => form.change({ sendsMail: !sendsMail })}
        />
      )}
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly isChosen: boolean;
  readonly choose: () => void;
  /** One of its group is to be chosen, and none is. */
  readonly isMissing?: boolean;
  /** One of several with this name; a box of its own without. */
  readonly group?: string;
}

function Choice({ label, isChosen, choose, isMissing, group }: ChoiceProps): JSX.Element {
  return (
    <label style={CHOICE}>
      <input
        type={group === undefined ? 'checkbox' : 'radio'}
        style={BOX}
        {...(group === undefined ? {} : { name: group })}
        {...(isMissing ? { 'aria-invalid': true } : {})}
        checked={isChosen}
        onChange={choose}
      />
      {label}
    </label>
  );
}

/** What a customer owes: one is as good as several. */
function InvoicesField({ form, start }: ChargeFieldsProps): JSX.Element {
  const text = useText();
  const { chosen, showsFaults } = form.form.value;
  const isMissing = showsFaults && chosen.length === 0;
  return (
    <fieldset>
      <legend class="small">{words.which}</legend>
      <div class="long-list">
        {(start.invoices ?? []).map(({ id, number, open }) => (
          <Choice
            key={id}
            label={words.invoice(number, text.money(open))}
            isChosen={chosen.includes(id)}
            isMissing={isMissing}
            choose={() => form.choose(id)}
          />
        ))}
      </div>
      {isMissing && <p class="fault small">{words.whichMissing}</p>}
    </fieldset>
  );
}

function WayField({ form, start }: ChargeFieldsProps): JSX.Element {
  const text = useText();
  const { cardKey } = form.form.value;
  const ways = [
    { key: undefined, label: words.link },
    ...start.cards.map((card) => ({ key: card.key, label: words.saved(text.card(card)) })),
  ];
  return (
    <fieldset>
      <legend class="small">{words.way}</legend>
      {ways.map(({ key, label }) => (
        <Choice
          key={key ?? ''}
          group="charge-way"
          label={label}
          isChosen={key === cardKey}
          choose={() => form.change({ cardKey: key })}
        />
      ))}
    </fieldset>
  );
}

interface AmountFieldProps extends Pick<ChargeFieldsProps, 'form'> {
  readonly open: MoneyView;
}

function AmountField({ form, open }: AmountFieldProps): JSX.Element {
  const text = useText();
  const amount = form.amount.value;
  return (
    <div class="field">
      <label for="charge-amount">{words.amount}</label>
      <div class="amount-input">
        <span aria-hidden="true">{open.currency}</span>
        <input
          id="charge-amount"
          inputMode="decimal"
          autoComplete="off"
          required
          value={form.form.value.amountText}
          aria-invalid={!amount.ok}
          aria-describedby="charge-amount-hint"
          onInput={(event) => form.change({ amountText: event.currentTarget.value })}
          ref={focusOnce}
        />
      </div>
      <p id="charge-amount-hint" class={amount.ok ? 'muted' : 'fault small'} aria-live="polite">
        {amount.ok ? words.upTo(text.money(open)) : words.amountFaults[amount.fault]}
      </p>
    </div>
  );
}

/** The pressed button went away: the first field is where to go on. */
function focusOnce(field: HTMLInputElement | null): void {
  field?.focus();
}

function ReasonField({ form }: Pick<ChargeFieldsProps, 'form'>): JSX.Element {
  const { reason, showsFaults } = form.form.value;
  const isMissing = showsFaults && reason.trim() === '';
  return (
    <div class="field">
      <label for="charge-reason">{words.reason}</label>
      <input
        id="charge-reason"
        autoComplete="off"
        required
        maxLength={200}
        value={reason}
        aria-invalid={isMissing}
        aria-describedby="charge-reason-hint"
        onInput={(event) => form.change({ reason: event.currentTarget.value })}
      />
      <p id="charge-reason-hint" class={isMissing ? 'fault small' : 'muted'} aria-live="polite">
        {isMissing ? words.reasonMissing : words.reasonHint}
      </p>
    </div>
  );
}
