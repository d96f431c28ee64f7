// Which role of Zoho is which of ours, one line at a time.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useText } from '../../../text/current-text.ts';
import { Action, Field, Form, TextField } from '../parts.tsx';
import type { StepBodyProps } from './step-bodies.tsx';

const ourRoles = ['viewer', 'agent', 'approver', 'admin'];

export function RolesForm({ model, messages, setup }: StepBodyProps): JSX.Element {
  const text = messages.doors;
  const { role } = useText();
  const theirs = useSignal('');
  const ours = useSignal('viewer');
  const send = (roles: Readonly<Record<string, string>>) =>
    model.save('doors', '/setup/roles', { revision: setup.revision, roles });
  async function save(): Promise<void> {
    const name = theirs.peek().trim().toLowerCase();
    if (name === '') return;
    if (await send({ ...setup.roleMap, [name]: ours.peek() })) theirs.value = '';
  }
  async function remove(name: string): Promise<void> {
    await send(Object.fromEntries(Object.entries(setup.roleMap).filter(([one]) => one !== name)));
  }
  return (
    <>
      <ul class="rows">
        {Object.entries(setup.roleMap).map(([name, own]) => (
          <li key={name}>
            <span>
              <b>{name}</b>: {role(own)}
            </span>
            <Action
              {...{ model, messages }}
              at="doors"
              label={text.removeRole(name)}
              act={() => void remove(name)}
            />
          </li>
        ))}
      </ul>
      <Form submit={() => void save()}>
        <TextField
          label={text.zohoRole}
          value={theirs.value}
          set={(value) => {
            theirs.value = value;
            model.touch();
          }}
        />
        <Field label={text.ourRole}>
          {(ids) => (
            <select
              {...ids}
              value={ours.value}
              onChange={(event) => {
                ours.value = event.currentTarget.value;
              }}
            >
              {ourRoles.map((name) => (
                <option key={name} value={name}>
                  {role(name)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Action {...{ model, messages }} at="doors" label={text.saveRole} act={() => void save()} />
      </Form>
    </>
  );
}
