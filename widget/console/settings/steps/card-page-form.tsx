// Whether payers confirm with their bank on the card page.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { CardPageRequest } from '../../../../functions/core/contract/setup.ts';
import { Action, Field, Form, Options } from '../parts.tsx';
import type { StepBodyProps } from './step-bodies.tsx';

type Choice = CardPageRequest['confirmsPayers'];

const choices: readonly Choice[] = ['off', 'asked', 'always'];

export function CardPageForm({ model, messages, setup }: StepBodyProps): JSX.Element {
  const text = messages.doors;
  const chosen = useSignal<Choice>(setup.confirmsPayers);
  async function save(): Promise<void> {
    const { revision } = setup;
    const confirmsPayers = chosen.peek();
    await model.save('doors', '/setup/card-page', { revision, confirmsPayers });
  }
  return (
    <Form submit={() => void save()}>
      <Field label={text.confirmsPayers}>
        {(ids) => (
          <Options
            {...ids}
            value={chosen.value}
            all={choices.map((choice) => [choice, text.confirmChoices[choice]])}
            set={(value) => {
              chosen.value = choices.find((choice) => choice === value) ?? 'off';
              model.touch();
            }}
          />
        )}
      </Field>
      <Action
        {...{ model, messages }}
        at="doors"
        label={text.saveCardPage}
        act={() => void save()}
      />
    </Form>
  );
}
