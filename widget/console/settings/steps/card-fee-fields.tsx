// The two parts of a fee by contract: a percentage and a fixed amount of each capture.
import type { JSX } from 'preact';
import type { SettingsMessages } from '../en-settings.ts';
import type { CardFeeDraft } from './card-fee-draft.ts';

interface CardFeeFieldsProps {
  readonly messages: SettingsMessages;
  readonly currency: string;
  readonly merchantId: string;
  readonly draft: CardFeeDraft;
  /** What is typed can't be read. */
  readonly isWrong: boolean;
  readonly set: (draft: CardFeeDraft) => void;
}

export function CardFeeFields(props: CardFeeFieldsProps): JSX.Element {
  const { messages, currency, merchantId, draft, isWrong, set } = props;
  const text = messages.accounts;
  const field = (name: keyof CardFeeDraft, label: string) => (
    <label>
      {label}
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-invalid={isWrong}
        value={draft[name]}
        onInput={(event) => set({ ...draft, [name]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <fieldset class="field pair">
      <legend>{text.cardFee(currency, merchantId)}</legend>
      {field('percent', text.percent)}
      {field('fixed', text.fixedPart(currency))}
      <p class="small whole" role="alert">
        {isWrong && text.feeWrong}
      </p>
    </fieldset>
  );
}
