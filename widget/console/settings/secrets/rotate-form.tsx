// A new secret for an old one: the fields of its kind, how long the old one stays believed, and what happens then.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { RotateReply, SecretView } from '../../../../functions/core/contract/lifecycle.ts';
import { useText } from '../../../text/current-text.ts';
import { sectionTexts } from '../en-sections.ts';
import { Action, Field, Form, Options, type SectionProps, TextField } from '../parts.tsx';
import { secretsTexts as words } from './en-secrets.ts';

interface RotateFormProps extends SectionProps {
  readonly secret: SecretView;
  readonly close: (said: string) => void;
}

interface Draft {
  /** A key id, a consumer key. */
  readonly id: string;
  readonly secret: string;
  readonly hours: string;
}

export function RotateForm(props: RotateFormProps): JSX.Element {
  const { secret, close, model, messages } = props;
  const text = useText();
  const draft = useSignal<Draft>({ id: '', secret: '', hours: '24' });
  const set = (change: Partial<Draft>) => {
    draft.value = { ...draft.peek(), ...change };
    model.touch();
  };
  async function rotate(): Promise<void> {
    const body = requestOf(secret, draft.peek());
    const path = '/secrets/rotate';
    const reply = await model.ask<RotateReply>('secrets', 'POST', path, 'usableFrom', body);
    if (reply === undefined) return;
    const usable = text.dateTime(reply.usableFrom);
    close(
      draft.peek().hours === '0'
        ? words.form.doneAtOnce(usable)
        : words.form.done(usable, text.dateTime(reply.formerUntil)),
    );
  }
  const { kind } = secret;
  const idLabel = idLabelOf(kind);
  const isChannel = kind === 'channel';
  const hint = kind === 'books-webhook' ? { hint: words.form.booksHint } : {};
  const isWhole = draft.value.secret.trim() !== '' && (!idLabel || draft.value.id.trim() !== '');
  return (
    <Form submit={() => void (isWhole && rotate())}>
      <p>{words.overlap[kind]}</p>
      {idLabel && <TextField label={idLabel} value={draft.value.id} set={(id) => set({ id })} />}
      <TextField
        label={isChannel ? words.form.channel : words.form.secret}
        {...hint}
        isSecret
        value={draft.value.secret}
        set={(value) => set({ secret: value })}
      />
      {hasOverlap(kind) && (
        <Field label={words.form.overlap}>
          {(ids) => (
            <Options
              {...ids}
              value={draft.value.hours}
              all={Object.entries(words.form.hours)}
              set={(hours) => set({ hours })}
            />
          )}
        </Field>
      )}
      <p class="small muted">{words.form.sure}</p>
      <p class="buttons">
        <Action
          {...{ model, messages }}
          at="secrets"
          isPrimary
          isDisabled={!isWhole}
          label={words.form.yes}
          act={() => void rotate()}
        />
        <button type="button" class="button" onClick={() => close('')}>
          {sectionTexts.cancel}
        </button>
      </p>
    </Form>
  );
}

function idLabelOf(kind: SecretView['kind']): string | undefined {
  if (kind === 'gateway-key' || kind === 'gateway-webhook') return words.form.keyId;
  return kind === 'shop-api' ? words.form.consumerKey : undefined;
}

/** Our own calls use the new one at once: there is nothing to overlap. */
function hasOverlap(kind: SecretView['kind']): boolean {
  return kind !== 'gateway-key' && kind !== 'shop-api';
}

function requestOf({ kind, of }: SecretView, { id, secret, hours }: Draft): object {
  const overlapHours = Number(hours);
  const [typedId, typed] = [id.trim(), secret.trim()];
  switch (kind) {
    case 'gateway-key':
      return { kind, merchantId: of, keyId: typedId, secret: typed, overlapHours };
    case 'gateway-webhook':
      return { kind, merchantId: of, keyId: typedId, key: typed, overlapHours };
    case 'zoho-client':
      return { kind, clientSecret: typed, overlapHours };
    case 'shop-api':
      return { kind, consumerKey: typedId, consumerSecret: typed, overlapHours };
    case 'channel':
      return { kind, name: of, secret: typed, overlapHours };
    default:
      return { kind, secret: typed, overlapHours };
  }
}
