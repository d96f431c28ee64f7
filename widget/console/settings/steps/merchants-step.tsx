// Merchant ids: those that are there, and a form to add one or to change a key. Keys go in and never come out.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { sectionTexts } from '../en-sections.ts';
import { Action, Field, Form, TextField } from '../parts.tsx';
import type { StepBodyProps } from './step-bodies.tsx';

interface Draft {
  readonly merchantId: string;
  readonly environment: string;
  readonly kind: string;
  readonly keyId: string;
  readonly secret: string;
  readonly file: string;
  readonly password: string;
  readonly currencies: string;
}

const empty: Draft = {
  merchantId: '',
  environment: 'sandbox',
  kind: 'shared-secret',
  keyId: '',
  secret: '',
  file: '',
  password: '',
  currencies: '',
};

export function MerchantsStep(props: StepBodyProps): JSX.Element {
  const { model, messages, setup } = props;
  const text = messages.merchants;
  const draft = useSignal<Draft>({
    ...empty,
    // All of a company are in one environment.
    environment: setup.merchants[0]?.environment ?? empty.environment,
  });
  const set = (change: Partial<Draft>) => {
    draft.value = { ...draft.peek(), ...change };
    model.touch();
  };
  async function save(): Promise<void> {
    const taken = await model.save('merchants', '/setup/merchants', requestOf(draft.peek()));
    if (taken) draft.value = { ...empty, environment: draft.peek().environment };
  }
  return (
    <>
      <ul class="rows">
        {setup.merchants.map(({ merchantId, environment, keyKind, keyId, currencies }) => (
          <li key={merchantId}>
            <b>{merchantId}</b>
            <span class="small muted">
              {environment === 'live' ? text.live : text.sandbox}, {currencies.join(', ')},{' '}
              {text.key(keyKind === 'certificate' ? text.certificate : text.sharedSecret, keyId)}
            </span>
            <RemoveMerchant {...props} merchantId={merchantId} />
          </li>
        ))}
      </ul>
      <h3>{text.add}</h3>
      <Form submit={() => void save()}>
        <TextField
          label={text.id}
          value={draft.value.merchantId}
          set={(merchantId) => set({ merchantId })}
        />
        <Field label={text.environment}>
          {(ids) => (
            <select
              {...ids}
              value={draft.value.environment}
              onChange={(event) => set({ environment: event.currentTarget.value })}
            >
              <option value="sandbox">{text.sandbox}</option>
              <option value="live">{text.live}</option>
            </select>
          )}
        </Field>
        <Field label={text.keyKind}>
          {(ids) => (
            <select
              {...ids}
              value={draft.value.kind}
              onChange={(event) => set({ kind: event.currentTarget.value })}
            >
              <option value="shared-secret">{text.sharedSecret}</option>
              <option value="certificate">{text.certificate}</option>
            </select>
          )}
        </Field>
        <KeyFields {...props} draft={draft.value} set={set} />
        <TextField
          label={text.currencies}
          hint={text.currenciesHint}
          value={draft.value.currencies}
          set={(currencies) => set({ currencies })}
        />
        <Action
          {...{ model, messages }}
          at="merchants"
          isPrimary
          label={text.save}
          act={() => void save()}
        />
      </Form>
    </>
  );
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

interface KeyFieldsProps extends StepBodyProps {
  readonly draft: Draft;
  readonly set: (change: Partial<Draft>) => void;
}

function KeyFields({ messages, draft, set }: KeyFieldsProps): JSX.Element {
  const text = messages.merchants;
  if (draft.kind === 'shared-secret') {
    return (
      <>
        <TextField label={text.keyId} value={draft.keyId} set={(keyId) => set({ keyId })} />
        <TextField
          label={text.secret}
          isSecret
          value={draft.secret}
          set={(secret) => set({ secret })}
        />
      </>
    );
  }
  return (
    <>
      <Field label={text.file}>
        {(ids) => (
          <input
            {...ids}
            type="file"
            accept=".p12,.pfx"
            onChange={async (event) => {
              const file = event.currentTarget.files?.[0];
              set({ file: file === undefined ? '' : await base64Of(file) });
            }}
          />
        )}
      </Field>
      <TextField
        label={text.password}
        isSecret
        value={draft.password}
        set={(password) => set({ password })}
      />
    </>
  );
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function requestOf(draft: Draft): object {
  const { merchantId, environment, kind, keyId, secret, file, password, currencies } = draft;
  return {
    merchantId: merchantId.trim(),
    environment,
    key:
      kind === 'certificate'
        ? { kind, file, password }
        : { kind, keyId: keyId.trim(), secret: secret.trim() },
    currencies: currencies
      .toUpperCase()
      .split(/[\s,]+/)
      .filter((one) => one !== ''),
  };
}
