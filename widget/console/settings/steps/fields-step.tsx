// The custom fields: which are there, and for those that are not, how a person makes them.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { FieldsReply, FieldView } from '../../../../functions/core/contract/setup.ts';
import { Badge } from '../../../parts/badge.tsx';
import { Action } from '../parts.tsx';
import type { StepBodyProps } from './step-bodies.tsx';

export function FieldsStep({ model, messages }: StepBodyProps): JSX.Element {
  const text = messages.fields;
  const fields = useSignal<readonly FieldView[] | undefined>(undefined);
  const faulty = fields.value?.filter(({ state }) => state !== 'there');

  async function check(): Promise<void> {
    const reply = await model.ask<FieldsReply>('fields', 'GET', '/setup/fields', 'fields');
    if (reply === undefined) return;
    fields.value = reply.fields;
    await model.refresh();
  }
  return (
    <>
      <Action
        {...{ model, messages }}
        at="fields"
        isPrimary
        label={text.check}
        act={() => void check()}
      />
      <p role="status">{faulty?.length === 0 && text.all}</p>
      {fields.value && (
        <ul class="rows">
          {fields.value.map(({ apiName, state }) => (
            <li key={apiName}>
              <code>{apiName}</code>
              <Badge tone={state === 'there' ? 'good' : 'bad'} label={text.states[state]} />
            </li>
          ))}
        </ul>
      )}
      {faulty !== undefined && faulty.length > 0 && (
        <>
          <p>{text.how}</p>
          <ol class="rows">
            {faulty.map(({ product, apiName, label, module }) => (
              <li key={apiName}>
                <b>{text.where[product](module)}</b>
                <span>{text.what[product](label)}</span>
              </li>
            ))}
          </ol>
          <p>{text.after}</p>
        </>
      )}
    </>
  );
}
