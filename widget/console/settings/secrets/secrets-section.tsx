// The secrets: kind, key id, age and state of each, never a value; each replaced in place.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { SecretsReply, SecretView } from '../../../../functions/core/contract/lifecycle.ts';
import { Badge } from '../../../parts/badge.tsx';
import { useText } from '../../../text/current-text.ts';
import { Part, useRead } from '../lists.tsx';
import { Action, type SectionProps } from '../parts.tsx';
import { secretsTexts as words } from './en-secrets.ts';
import { RotateForm } from './rotate-form.tsx';

export function Section(props: SectionProps): JSX.Element {
  const read = useRead<SecretsReply>(props, 'secrets', '/secrets', 'secrets');
  const open = useSignal('');
  const done = useSignal('');
  const reply = read.value;
  return (
    <Part
      {...props}
      at="secrets"
      title={words.title}
      about={words.about}
      reload={read.again}
      isEmpty={reply === undefined}
      isReading={read.isReading}
    >
      <p role="status">{done.value}</p>
      {reply?.secrets.length === 0 && <p>{words.none}</p>}
      <ul class="rows ruled-rows">
        {reply?.secrets.map((secret) => (
          <Secret
            key={nameOf(secret)}
            {...props}
            secret={secret}
            now={reply.now}
            isOpen={open.value === nameOf(secret)}
            open={() => {
              open.value = nameOf(secret);
              done.value = '';
            }}
            close={(said) => {
              open.value = '';
              done.value = said;
              if (said !== '') void read.again();
            }}
          />
        ))}
      </ul>
      {reply && (
        <p class="small muted">{words.master(reply.masterKeyId, reply.sealed, reply.left)}</p>
      )}
    </Part>
  );
}

export function nameOf({ kind, of }: SecretView): string {
  return of === undefined ? words.kinds[kind] : words.of(words.kinds[kind], of);
}

interface SecretProps extends SectionProps {
  readonly secret: SecretView;
  readonly now: number;
  readonly isOpen: boolean;
  readonly open: () => void;
  /** @param said what was done; empty when nothing was. */
  readonly close: (said: string) => void;
}

function Secret(props: SecretProps): JSX.Element {
  const { secret, now, isOpen, open, close, model, messages } = props;
  const text = useText();
  const { kind, keyId, since, isCertificate, endsAt } = secret;
  const name = nameOf(secret);
  const canRotate = kind !== 'zoho-sign-in' && isCertificate !== true;
  return (
    <li>
      <p>
        <b>{name}</b>
      </p>
      <State secret={secret} />
      <p class="small muted">
        {keyId && `${words.keyId(keyId)} · `}
        {since === undefined ? words.old : words.since(text.relative(since, now))}
        {endsAt !== undefined && ` · ${words.states.ends(text.dateTime(endsAt))}`}
      </p>
      {!canRotate && <p class="small">{isCertificate ? words.certificate : words.overlap[kind]}</p>}
      {canRotate && !isOpen && (
        <Action
          {...{ model, messages }}
          at="secrets"
          label={words.replace}
          ariaLabel={words.replaceLabel(name)}
          act={open}
        />
      )}
      {isOpen && <RotateForm {...props} close={close} />}
    </li>
  );
}

function State({ secret: { formerUntil } }: { readonly secret: SecretView }): JSX.Element {
  const text = useText();
  return formerUntil === undefined ? (
    <Badge tone="good" label={words.states.inUse} />
  ) : (
    <p class="toned tone-waiting">{words.states.overlap(text.dateTime(formerUntil))}</p>
  );
}
