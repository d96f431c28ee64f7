// The language of what we write in Zoho and to staff.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { LanguageRequest } from '../../../../functions/core/contract/setup.ts';
import { Action, Field, Form, Options } from '../parts.tsx';
import type { StepBodyProps } from './step-bodies.tsx';

type Choice = LanguageRequest['language'];

/** Each by its own name, so that everybody finds theirs. */
const names = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  ja: '日本語',
  ar: 'العربية',
} satisfies Record<Exclude<Choice, 'as-books'>, string>;

export function LanguageForm({ model, messages, setup }: StepBodyProps): JSX.Element {
  const text = messages.doors;
  const chosen = useSignal<Choice>(setup.language);
  const choices: readonly (readonly [Choice, string])[] = [
    ['as-books', text.asBooks(names[setup.booksLanguage ?? 'en'])],
    ...(Object.entries(names) as [Choice, string][]),
  ];
  async function save(): Promise<void> {
    const language = chosen.peek();
    await model.save('doors', '/setup/language', { revision: setup.revision, language });
  }
  return (
    <Form submit={() => void save()}>
      <Field label={text.language}>
        {(ids) => (
          <Options
            {...ids}
            value={chosen.value}
            all={choices}
            set={(value) => {
              chosen.value = choices.find(([choice]) => choice === value)?.[0] ?? 'as-books';
              model.touch();
            }}
          />
        )}
      </Field>
      <Action
        {...{ model, messages }}
        at="doors"
        label={text.saveLanguage}
        act={() => void save()}
      />
    </Form>
  );
}
