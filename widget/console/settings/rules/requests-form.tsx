// How long a request for approval stays open, and who else is told of it.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Policy } from '../../../../functions/core/contract/policy.ts';
import { Action, Form, type SectionProps, TextField } from '../parts.tsx';
import { rulesTexts as words } from './en-rules.ts';
import type { RulesModel } from './rules-model.ts';

interface RequestsFormProps extends SectionProps {
  readonly rules: RulesModel;
  readonly policy: Policy;
}

const HOURS_MAX = 720;

export function RequestsForm({ rules, policy, model, messages }: RequestsFormProps): JSX.Element {
  const id = useId();
  const hours = useSignal(String(policy.requestHours));
  const tell = useSignal(policy.tell.join(' '));
  const isWrong = useSignal(false);
  function save(): void {
    const requestHours = Number(hours.peek());
    isWrong.value = !Number.isInteger(requestHours) || requestHours < 1 || requestHours > HOURS_MAX;
    if (isWrong.peek()) return;
    void rules.keep({ ...policy, requestHours, tell: tell.peek().match(/[^\s,]+/g) ?? [] });
  }
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{words.requests.title}</h3>
      <Form submit={save}>
        <TextField
          label={words.requests.hours}
          value={hours.value}
          set={(value) => {
            hours.value = value;
          }}
        />
        <TextField
          label={words.requests.tell}
          hint={words.requests.tellHint}
          value={tell.value}
          set={(value) => {
            tell.value = value;
          }}
        />
        <p role="alert" class="fault-line">
          {isWrong.value && words.form.faults.number}
        </p>
        <Action {...{ model, messages }} at="rules" label={words.requests.keep} act={save} />
      </Form>
    </section>
  );
}
