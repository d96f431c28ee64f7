// Channels by name, with one to be added, and the sender of mail. What is kept is not sent again, as nobody can see it.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Action, Field, Form, TextField } from '../parts.tsx';
import type { StepBodyProps } from './step-bodies.tsx';

const empty = { name: '', kind: 'mail', address: '', secret: '' };

export function ChannelsForm({ model, messages, setup }: StepBodyProps): JSX.Element {
  const text = messages.doors;
  const draft = useSignal(empty);
  const sender = useSignal(setup.mailSender ?? '');
  const set = (change: Partial<typeof empty>) => {
    draft.value = { ...draft.peek(), ...change };
    model.touch();
  };
  async function save(without?: string): Promise<void> {
    const { name, kind, address, secret } = draft.peek();
    const added =
      name === '' || without !== undefined
        ? []
        : [{ name, kind, address: address.trim(), ...(kind === 'webhook' ? { secret } : {}) }];
    const kept = setup.channels.map((one) => one.name).filter((one) => one !== without);
    const mailSender = sender.peek().trim();
    const taken = await model.save('doors', '/setup/channels', {
      revision: setup.revision,
      channels: added,
      kept,
      ...(mailSender === '' ? {} : { mailSender }),
    });
    if (taken && without === undefined) draft.value = empty;
  }
  return (
    <>
      <ul class="rows">
        {setup.channels.map(({ name, kind }) => (
          <li key={name}>
            <b>{name}</b>
            <span class="small muted">{text.kinds[kind] ?? kind}</span>
            <Action
              {...{ model, messages }}
              at="doors"
              label={text.remove(name)}
              act={() => void save(name)}
            />
          </li>
        ))}
      </ul>
      <Form submit={() => void save()}>
        <TextField
          label={text.name}
          hint={text.nameHint}
          value={draft.value.name}
          set={(name) => set({ name })}
        />
        <Field label={text.kind}>
          {(ids) => (
            <select
              {...ids}
              value={draft.value.kind}
              onChange={(event) => set({ kind: event.currentTarget.value })}
            >
              {Object.entries(text.kinds).map(([kind, label]) => (
                <option key={kind} value={kind}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField
          label={text.target}
          value={draft.value.address}
          set={(address) => set({ address })}
        />
        {draft.value.kind === 'webhook' && (
          <TextField
            label={text.signing}
            isSecret
            value={draft.value.secret}
            set={(secret) => set({ secret })}
          />
        )}
        <TextField
          label={text.sender}
          hint={text.senderHint}
          value={sender.value}
          set={(value) => {
            sender.value = value;
            model.touch();
          }}
        />
        <Action
          {...{ model, messages }}
          at="doors"
          label={text.saveChannels}
          act={() => void save()}
        />
      </Form>
    </>
  );
}
