// Merchant ids: those that are there, and a form to add one or to change it. Keys go in and never come out.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { MerchantView } from '../../../../functions/core/contract/setup.ts';
import { sectionTexts } from '../en-sections.ts';
import { Action } from '../parts.tsx';
import {
  draftOfMerchant,
  emptyMerchant,
  type MerchantDraft,
  MerchantForm,
  merchantRequestOf,
} from './merchant-form.tsx';
import type { StepBodyProps } from './step-bodies.tsx';

export function MerchantsStep(props: StepBodyProps): JSX.Element {
  const { model, messages, setup } = props;
  const text = messages.merchants;
  const draft = useSignal<MerchantDraft>({
    ...emptyMerchant,
    // All of a company are in one environment.
    environment: setup.merchants[0]?.environment ?? emptyMerchant.environment,
  });
  const form = useRef<HTMLHeadingElement>(null);
  const set = (change: Partial<MerchantDraft>) => {
    draft.value = { ...draft.peek(), ...change };
    model.touch();
  };
  async function save(): Promise<void> {
    const taken = await model.save(
      'merchants',
      '/setup/merchants',
      merchantRequestOf(draft.peek()),
    );
    if (taken) draft.value = { ...emptyMerchant, environment: draft.peek().environment };
  }
  return (
    <>
      <ul class="rows">
        {setup.merchants.map((merchant) => (
          <li key={merchant.merchantId}>
            <b>{merchant.merchantId}</b>
            <span class="small muted">{aboutMerchant(merchant, props)}</span>
            <Action
              {...{ model, messages }}
              at="merchants"
              label={text.change}
              ariaLabel={text.changeLabel(merchant.merchantId)}
              act={() => {
                set({ ...emptyMerchant, ...draftOfMerchant(merchant) });
                form.current?.focus();
              }}
            />
            <RemoveMerchant {...props} merchantId={merchant.merchantId} />
          </li>
        ))}
      </ul>
      <h3 ref={form} tabIndex={-1}>
        {text.add}
      </h3>
      <MerchantForm {...props} draft={draft.value} set={set} save={() => void save()} />
    </>
  );
}

function aboutMerchant(
  { environment, keyKind, keyId, currencies, processor }: MerchantView,
  { messages: { merchants: text } }: StepBodyProps,
): string {
  const key = text.key(keyKind === 'certificate' ? text.certificate : text.sharedSecret, keyId);
  return [
    environment === 'live' ? text.live : text.sandbox,
    currencies.join(', '),
    key,
    `${text.processor}: ${text.processors[processor ?? 'unknown']}`,
  ].join(' · ');
}

/** Asks once more first: its key can't be brought back. */
function RemoveMerchant({
  model,
  messages,
  merchantId,
}: StepBodyProps & { readonly merchantId: string }): JSX.Element {
  const isAsked = useSignal(false);
  const remove = sectionTexts.removeMerchant;
  const shared = { model, messages, at: 'merchants' } as const;
  const go = () => model.save('merchants', '/setup/merchants/remove', { merchantId });
  if (!isAsked.value) {
    return (
      <Action
        {...shared}
        label={remove.button}
        ariaLabel={remove.label(merchantId)}
        act={() => {
          isAsked.value = true;
        }}
      />
    );
  }
  return (
    <div class="fault">
      <p>{remove.sure(merchantId)}</p>
      <p class="buttons">
        <Action {...shared} isPrimary label={remove.label(merchantId)} act={() => void go()} />
        <button
          type="button"
          class="button"
          onClick={() => {
            isAsked.value = false;
          }}
        >
          {sectionTexts.cancel}
        </button>
      </p>
    </div>
  );
}
