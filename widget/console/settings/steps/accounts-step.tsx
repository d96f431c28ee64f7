// Accounts of the books: what is proposed, to be agreed to or changed before anything is written.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { AccountProposal, AccountsReply } from '../../../../functions/core/contract/setup.ts';
import { useText } from '../../../text/current-text.ts';
import { Action, Field, Form } from '../parts.tsx';
import { type CardFeeDraft, draftOfFee, readFee } from './card-fee-draft.ts';
import { CardFeeFields } from './card-fee-fields.tsx';
import type { StepBodyProps } from './step-bodies.tsx';

const CREATE = '+';

type Clearing = AccountsReply['clearing'][number];

export function AccountsStep(props: StepBodyProps): JSX.Element {
  const { model, messages, setup } = props;
  const text = messages.accounts;
  const proposed = useSignal<AccountsReply | undefined>(undefined);
  const chosen = useSignal<Readonly<Record<string, string>>>({});
  const fees = useSignal<Readonly<Record<string, CardFeeDraft>>>({});
  const isTried = useSignal(false);
  const { locale } = useText();
  const reply = proposed.value;

  async function load(): Promise<void> {
    const found = await model.ask<AccountsReply>('accounts', 'GET', '/setup/accounts', 'clearing');
    if (found !== undefined) proposed.value = found;
  }
  if (reply === undefined) {
    return (
      <Action
        {...{ model, messages }}
        at="accounts"
        isPrimary
        label={text.load}
        act={() => void load()}
      />
    );
  }

  const rows = rowsOf(reply, props);
  const choiceOf = (key: string, proposal: AccountProposal) => {
    const id = chosen.peek()[key] ?? proposal.found?.id ?? CREATE;
    return id === CREATE ? { create: true } : { id };
  };
  const draftOf = ({ merchantId, currency }: Clearing) =>
    fees.value[`${merchantId} ${currency}`] ??
    draftOfFee(
      setup.merchants.find((one) => one.merchantId === merchantId)?.fees?.[currency],
      currency,
      locale,
    );
  const feeOf = (one: Clearing) => readFee(draftOf(one), one.currency, locale);
  async function save(): Promise<void> {
    isTried.value = true;
    if (reply === undefined || reply.clearing.some((one) => feeOf(one) === undefined)) return;
    await model.save('accounts', '/setup/accounts', {
      revision: setup.revision,
      clearing: reply.clearing.map((one) => ({
        merchantId: one.merchantId,
        currency: one.currency,
        account: choiceOf(`${one.merchantId} ${one.currency}`, one),
        cardFee: feeOf(one),
      })),
      fee: choiceOf('fee', reply.fee),
      dispute: choiceOf('dispute', reply.dispute),
    });
  }
  return (
    <Form submit={() => void save()}>
      {rows.map(({ key, label, proposal }) => (
        <Field key={key} label={label}>
          {(ids) => (
            <select
              {...ids}
              value={chosen.value[key] ?? proposal.found?.id ?? CREATE}
              onChange={(event) => {
                chosen.value = { ...chosen.peek(), [key]: event.currentTarget.value };
                model.touch();
              }}
            >
              {proposal.found?.name !== proposal.wouldCreate && (
                <option value={CREATE}>{text.create(proposal.wouldCreate)}</option>
              )}
              {proposal.choices.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
      <h3>{text.cardFees}</h3>
      <p class="small muted">{text.cardFeesAbout}</p>
      {reply.clearing.map((one) => (
        <CardFeeFields
          key={`${one.merchantId} ${one.currency}`}
          {...{ messages, currency: one.currency, merchantId: one.merchantId }}
          draft={draftOf(one)}
          isWrong={isTried.value && feeOf(one) === undefined}
          set={(draft) => {
            fees.value = { ...fees.peek(), [`${one.merchantId} ${one.currency}`]: draft };
            model.touch();
          }}
        />
      ))}
      <p class="small muted">{text.hint}</p>
      <Action
        {...{ model, messages }}
        at="accounts"
        isPrimary
        label={text.save}
        act={() => void save()}
      />
    </Form>
  );
}

function rowsOf(reply: AccountsReply, { messages }: StepBodyProps) {
  const text = messages.accounts;
  return [
    ...reply.clearing.map((one) => ({
      key: `${one.merchantId} ${one.currency}`,
      label: text.clearing(one.currency, one.merchantId),
      proposal: one,
    })),
    { key: 'fee', label: text.fee, proposal: reply.fee },
    { key: 'dispute', label: text.dispute, proposal: reply.dispute },
  ];
}
