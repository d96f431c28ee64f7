// One rule as a form: only the fields that its kind has.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { PolicyRule, Role } from '../../../../functions/core/contract/policy.ts';
import { useText } from '../../../text/current-text.ts';
import { sectionTexts } from '../en-sections.ts';
import { Action, Choices, Field, Form, Options, type SectionProps, TextField } from '../parts.tsx';
import { rulesTexts as words } from './en-rules.ts';
import { draftOf, newRule, type RuleDraft, type RuleFault, ruleOf } from './rule-draft.ts';

export interface RuleFormProps extends SectionProps {
  /** Undefined: a new one. */
  readonly rule: PolicyRule | undefined;
  readonly keep: (rule: PolicyRule) => void;
  readonly cancel: () => void;
}

const kinds = Object.keys(words.kinds) as PolicyRule['kind'][];
const roles: readonly Role[] = ['agent', 'approver', 'admin'];

export function RuleForm({ model, messages, rule, keep, cancel }: RuleFormProps): JSX.Element {
  const { locale } = useText();
  const draft = useSignal<RuleDraft>(rule === undefined ? newRule : draftOf(rule, locale));
  const fault = useSignal<RuleFault | undefined>(undefined);
  const set = (change: Partial<RuleDraft>) => {
    draft.value = { ...draft.peek(), ...change };
    fault.value = undefined;
    model.touch();
  };
  function submit(): void {
    const made = ruleOf(draft.peek(), locale);
    if ('field' in made) fault.value = made;
    else keep(made);
  }
  const { kind, on, people, beyond } = draft.value;
  return (
    <Form submit={submit}>
      <Field label={words.form.kind}>
        {(ids) => (
          <Options
            {...ids}
            value={kind}
            all={kinds.map((one) => [one, words.kinds[one]])}
            set={(next) => set({ kind: next as RuleDraft['kind'] })}
          />
        )}
      </Field>
      <Choices
        legend={words.form.on}
        all={Object.entries(words.movements) as [RuleDraft['on'][number], string][]}
        chosen={on}
        set={(next) => set({ on: next })}
      />
      {people === undefined ? (
        <Choices
          legend={words.form.who}
          hint={words.form.whoHint}
          all={roles.map((role) => [role, words.people[role] ?? role])}
          chosen={draft.value.roles}
          set={(next) => set({ roles: next })}
        />
      ) : (
        <p>{words.form.named(people.join(', '))}</p>
      )}
      <Bound draft={draft.value} set={set} />
      <Field label={words.form.beyond}>
        {(ids) => (
          <Options
            {...ids}
            value={beyond}
            all={Object.entries(words.consequences)}
            set={(next) => set({ beyond: next as RuleDraft['beyond'] })}
          />
        )}
      </Field>
      <p role="alert" class="fault-line">
        {fault.value && faultWords(fault.value)}
      </p>
      <p class="buttons">
        <Action
          {...{ model, messages }}
          at="rules"
          isPrimary
          label={words.form.keep}
          act={submit}
        />
        <button type="button" class="button" onClick={cancel}>
          {sectionTexts.cancel}
        </button>
      </p>
    </Form>
  );
}

interface BoundProps {
  readonly draft: RuleDraft;
  readonly set: (change: Partial<RuleDraft>) => void;
}

function Bound({ draft, set }: BoundProps): JSX.Element | null {
  const { form } = words;
  switch (draft.kind) {
    case 'amount':
    case 'per-day':
    case 'per-payment':
      return (
        <Field label={form.amounts} hint={form.amountsHint}>
          {(ids) => (
            <textarea
              {...ids}
              rows={4}
              value={draft.amounts}
              onInput={(event) => set({ amounts: event.currentTarget.value })}
            />
          )}
        </Field>
      );
    case 'age':
      return <TextField label={form.days} value={draft.days} set={(days) => set({ days })} />;
    case 'currency':
      return (
        <TextField
          label={form.currencies}
          hint={form.currenciesHint}
          value={draft.currencies}
          set={(currencies) => set({ currencies })}
        />
      );
    case 'risk':
      return (
        <Field label={form.risk}>
          {(ids) => (
            <Options
              {...ids}
              value={draft.from}
              all={Object.entries(words.risks)}
              set={(next) => set({ from: next === 'medium' ? 'medium' : 'high' })}
            />
          )}
        </Field>
      );
    case 'reason':
      return (
        <TextField label={form.length} value={draft.length} set={(length) => set({ length })} />
      );
    case 'dispute':
    case 'other-card':
      return null;
  }
}

function faultWords(fault: RuleFault): string {
  const { faults } = words.form;
  return fault.field === 'amounts' ? faults.amounts(fault.line) : faults[fault.field];
}
