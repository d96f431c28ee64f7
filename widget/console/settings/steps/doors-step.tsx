// The doors: the secret of Zoho's workflow webhooks, channels with the sender of mail, roles, and the card page.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { SecretReply } from '../../../../functions/core/contract/setup.ts';
import { CopyField } from '../copy-field.tsx';
import { Action } from '../parts.tsx';
import { webhookAddress } from '../webhook-address.ts';
import { CardPageForm } from './card-page-form.tsx';
import { ChannelsForm } from './channels-form.tsx';
import { LanguageForm } from './language-form.tsx';
import { RolesForm } from './roles-form.tsx';
import type { StepBodyProps } from './step-bodies.tsx';

export function DoorsStep(props: StepBodyProps): JSX.Element {
  const text = props.messages.doors;
  return (
    <>
      <h3>{text.secretTitle}</h3>
      <FinanceDoor {...props} />
      <h3>{text.channelsTitle}</h3>
      <p class="muted">{text.channelsAbout}</p>
      <ChannelsForm {...props} />
      <h3>{text.languageTitle}</h3>
      <p class="muted">{text.languageAbout}</p>
      <LanguageForm {...props} />
      <h3>{text.rolesTitle}</h3>
      <p class="muted">{text.rolesAbout}</p>
      <RolesForm {...props} />
      <h3>{text.cardPageTitle}</h3>
      <p class="muted">{text.cardPageAbout}</p>
      <CardPageForm {...props} />
    </>
  );
}

function FinanceDoor({ model, messages, setup, apiBase }: StepBodyProps): JSX.Element {
  const text = messages.doors;
  const secret = useSignal<string | undefined>(undefined);
  const { hasFinanceSecret, financePath } = setup.doors;

  async function make(): Promise<void> {
    const path = '/setup/door-secret';
    const reply = await model.ask<SecretReply>('doors', 'POST', path, 'door', {});
    if (reply === undefined) return;
    secret.value = reply.door.secret;
    await model.refresh();
  }
  return (
    <>
      <p class="muted">{text.secretAbout}</p>
      <CopyField
        label={text.address}
        value={webhookAddress(apiBase, financePath)}
        messages={messages}
      />
      {secret.value !== undefined && (
        <CopyField label={text.secret} value={secret.value} messages={messages} />
      )}
      {secret.value === undefined && hasFinanceSecret && <p>{text.hasSecret}</p>}
      <Action
        {...{ model, messages }}
        at="doors"
        isPrimary={!hasFinanceSecret}
        label={hasFinanceSecret ? text.renewSecret : text.makeSecret}
        act={() => void make()}
      />
    </>
  );
}
