// The form of one merchant id: to add it, to change its key, its currencies or who settles its cards.
import type { JSX } from 'preact';
import type { MerchantView } from '../../../../functions/core/contract/setup.ts';
import { Action, Field, Form, Options, TextField } from '../parts.tsx';
import type { StepBodyProps } from './step-bodies.tsx';

const processors = ['unknown', 'visa-platform-connect', 'other'] as const satisfies readonly (
  | NonNullable<MerchantView['processor']>
  | 'unknown'
)[];

export interface MerchantDraft {
  readonly merchantId: string;
  readonly environment: string;
  readonly kind: string;
  readonly keyId: string;
  readonly secret: string;
  readonly file: string;
  readonly password: string;
  readonly currencies: string;
  readonly processor: (typeof processors)[number];
}

export const emptyMerchant: MerchantDraft = {
  merchantId: '',
  environment: 'sandbox',
  kind: 'shared-secret',
  keyId: '',
  secret: '',
  file: '',
  password: '',
  currencies: '',
  processor: 'unknown',
};

/** What is known of a merchant id; its key stays where it is. */
export function draftOfMerchant(merchant: MerchantView): Partial<MerchantDraft> {
  return {
    merchantId: merchant.merchantId,
    kind: merchant.keyKind,
    currencies: merchant.currencies.join(' '),
    processor: merchant.processor ?? 'unknown',
    ...(merchant.environment === undefined ? {} : { environment: merchant.environment }),
  };
}

interface MerchantFormProps extends StepBodyProps {
  readonly draft: MerchantDraft;
  readonly set: (change: Partial<MerchantDraft>) => void;
  readonly save: () => void;
}

export function MerchantForm(props: MerchantFormProps): JSX.Element {
  const { model, messages, setup, draft, set, save } = props;
  const text = messages.merchants;
  const knownOf = (id: string) =>
    setup.merchants.find(({ merchantId }) => merchantId === id.trim());
  return (
    <Form submit={save}>
      <TextField
        label={text.id}
        value={draft.merchantId}
        set={(merchantId) => {
          const known = knownOf(merchantId);
          set({ ...(known === undefined ? {} : draftOfMerchant(known)), merchantId });
        }}
      />
      <Field label={text.environment}>
        {(ids) => (
          <Options
            {...ids}
            value={draft.environment}
            all={[
              ['sandbox', text.sandbox],
              ['live', text.live],
            ]}
            set={(environment) => set({ environment })}
          />
        )}
      </Field>
      <Field
        label={text.keyKind}
        {...(knownOf(draft.merchantId) === undefined ? {} : { hint: text.keyStays })}
      >
        {(ids) => (
          <Options
            {...ids}
            value={draft.kind}
            all={[
              ['shared-secret', text.sharedSecret],
              ['certificate', text.certificate],
            ]}
            set={(kind) => set({ kind })}
          />
        )}
      </Field>
      <KeyFields {...props} />
      <TextField
        label={text.currencies}
        hint={text.currenciesHint}
        value={draft.currencies}
        set={(currencies) => set({ currencies })}
      />
      <Field label={text.processor} hint={text.processorMeans[draft.processor]}>
        {(ids) => (
          <Options
            {...ids}
            value={draft.processor}
            all={processors.map((one) => [one, text.processors[one]])}
            set={(processor) => set({ processor: processor as MerchantDraft['processor'] })}
          />
        )}
      </Field>
      <Action {...{ model, messages }} at="merchants" isPrimary label={text.save} act={save} />
    </Form>
  );
}

function KeyFields({ messages, draft, set }: MerchantFormProps): JSX.Element {
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

/** What the api is asked; without a key where none is typed. */
export function merchantRequestOf(draft: MerchantDraft): object {
  const { merchantId, environment, kind, processor, currencies } = draft;
  const [keyId, secret, { file, password }] = [draft.keyId.trim(), draft.secret.trim(), draft];
  const isTyped = kind === 'certificate' ? file !== '' : `${keyId}${secret}` !== '';
  const key = kind === 'certificate' ? { kind, file, password } : { kind, keyId, secret };
  return {
    merchantId: merchantId.trim(),
    environment,
    ...(isTyped ? { key } : {}),
    currencies: currencies
      .toUpperCase()
      .split(/[\s,]+/)
      .filter((one) => one !== ''),
    processor,
  };
}
