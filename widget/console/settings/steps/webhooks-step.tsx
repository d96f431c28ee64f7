// Subscribe to the gateway's announcements, and how its review stands, in words.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { MerchantView } from '../../../../functions/core/contract/setup.ts';
import { useText } from '../../../text/current-text.ts';
import { Action, Form, TextField } from '../parts.tsx';
import type { StepBodyProps } from './step-bodies.tsx';

export function WebhooksStep(props: StepBodyProps): JSX.Element {
  const { model, messages, setup, apiBase } = props;
  const text = messages.webhooks;
  const address = useSignal(setup.doors.hooksUrl ?? apiBase.replace(/\/api$/, '/hooks'));
  const saveAddress = () =>
    void model.save('webhooks', '/setup/hooks', {
      revision: setup.revision,
      hooksUrl: address.peek().trim(),
    });
  return (
    <>
      <Form submit={saveAddress}>
        <TextField
          label={text.address}
          hint={text.addressHint}
          value={address.value}
          set={(value) => {
            address.value = value;
            model.touch();
          }}
        />
        <Action
          {...{ model, messages }}
          at="webhooks"
          isPrimary={setup.doors.hooksUrl === undefined}
          label={text.saveAddress}
          act={saveAddress}
        />
      </Form>
      {setup.doors.hooksUrl !== undefined && (
        <ul class="rows">
          {setup.merchants.map((merchant) => (
            <MerchantWebhook key={merchant.merchantId} {...props} merchant={merchant} />
          ))}
        </ul>
      )}
    </>
  );
}

function MerchantWebhook({
  model,
  messages,
  merchant,
}: StepBodyProps & { readonly merchant: MerchantView }): JSX.Element {
  const text = messages.webhooks;
  const { dateTime } = useText();
  const { merchantId, webhook } = merchant;
  const said =
    webhook === undefined
      ? text.notAsked
      : (text.states[webhook.status] ?? text.otherState(webhook.status));
  return (
    <li>
      <b>{merchantId}</b>
      <span>{said}</span>
      {webhook?.keyExpiresAt !== undefined && (
        <span class="small muted">{text.keyEnds(dateTime(webhook.keyExpiresAt))}</span>
      )}
      <Action
        {...{ model, messages }}
        at="webhooks"
        label={text.subscribe(merchantId)}
        act={() => void model.save('webhooks', '/setup/webhooks', { merchantId })}
      />
    </li>
  );
}
