// Small parts of the settings page: a labelled field, a trouble in words, a button that waits.
import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { SetupView } from '../../../functions/core/contract/setup.ts';
import { Icon } from '../../parts/icon.tsx';
import { SupportDetail } from '../../parts/support-detail.tsx';
import { useText } from '../../text/current-text.ts';
import type { SettingsMessages } from './en-settings.ts';
import type { Place, SetupModel } from './setup-model.ts';

/** What every step is given. */
export interface StepProps {
  readonly model: SetupModel;
  readonly messages: SettingsMessages;
}

/** What every other part of the page is given. */
export interface SectionProps extends StepProps {
  readonly setup: SetupView;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly children: (ids: {
    readonly id: string;
    readonly 'aria-describedby'?: string;
  }) => JSX.Element;
}

export function Field({ label, hint, children }: FieldProps): JSX.Element {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children(hint === undefined ? { id } : { id, 'aria-describedby': hintId })}
      {hint && (
        <p class="small muted" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
}

interface ActionProps extends StepProps {
  readonly at: Place;
  readonly label: string;
  readonly ariaLabel?: string;
  readonly isPrimary?: boolean;
  readonly isDisabled?: boolean;
  readonly act: () => void;
}

/** Waits while anything is under way; says so where it was pressed. */
export function Action(props: ActionProps): JSX.Element {
  const { model, messages, at, label, ariaLabel, isPrimary, isDisabled, act } = props;
  const busy = model.busy.value;
  return (
    <button
      type="button"
      class={isPrimary ? 'button primary' : 'button'}
      aria-label={busy === at ? undefined : ariaLabel}
      disabled={busy !== undefined || isDisabled}
      onClick={act}
    >
      {busy === at ? messages.working : label}
    </button>
  );
}

/** The last refusal at this place, told to screen readers too. */
export function TroubleAt({ model, at }: { readonly model: SetupModel; readonly at: Place }) {
  const text = useText();
  const trouble = model.trouble.value;
  const why = trouble?.at === at ? trouble.why : undefined;
  return (
    <div role="alert">
      {why && (
        <div class="trouble tone-bad">
          {why.kind === 'refused' ? (
            <p>
              <Icon name="alert" /> <b>{text.problem(why.problem).sentence}</b>{' '}
              {text.problem(why.problem).next}
            </p>
          ) : (
            <p>
              <Icon name="alert" /> {text.messages.unreachable[why.failure.why]}
            </p>
          )}
          <SupportDetail
            label={text.messages.support}
            detail={why.kind === 'refused' ? why.problem.code : why.failure.detail}
          />
        </div>
      )}
    </div>
  );
}

export function Form({
  submit,
  children,
}: {
  readonly submit: () => void;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {children}
    </form>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly isSecret?: boolean;
  readonly value: string;
  readonly set: (value: string) => void;
}

/** Nothing of it is kept or filled in by the browser. */
export function TextField({ label, hint, isSecret, value, set }: TextFieldProps): JSX.Element {
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {(ids) => {
        const shared = {
          ...ids,
          value,
          autoComplete: 'off',
          onInput: (event: { readonly currentTarget: HTMLInputElement }) =>
            set(event.currentTarget.value),
        };
        return isSecret ? <input {...shared} type="password" /> : <input {...shared} type="text" />;
      }}
    </Field>
  );
}

interface OptionsProps {
  readonly id?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string;
  readonly value: string;
  /** Value and label of each. */
  readonly all: readonly (readonly [string, string])[];
  readonly set: (value: string) => void;
}

/** A list to choose one of. */
export function Options({ all, set, ...select }: OptionsProps): JSX.Element {
  return (
    <select {...select} onChange={(event) => set(event.currentTarget.value)}>
      {all.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

interface ChoicesProps<T extends string> {
  readonly legend: string;
  readonly hint?: string;
  readonly all: readonly (readonly [T, string])[];
  readonly chosen: readonly T[];
  readonly set: (chosen: readonly T[]) => void;
}

/** Boxes to tick. */
export function Choices<T extends string>(props: ChoicesProps<T>): JSX.Element {
  const { legend, hint, all, chosen, set } = props;
  const hintId = useId();
  return (
    <fieldset class="choices" {...(hint === undefined ? {} : { 'aria-describedby': hintId })}>
      <legend>{legend}</legend>
      {all.map(([value, label]) => (
        <label key={value} class="choice">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) => {
              const others = chosen.filter((one) => one !== value);
              set(event.currentTarget.checked ? [...others, value] : others);
            }}
          />
          {label}
        </label>
      ))}
      {hint && (
        <p class="small muted" id={hintId}>
          {hint}
        </p>
      )}
    </fieldset>
  );
}
