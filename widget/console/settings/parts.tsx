// Small parts of the settings page: a labelled field, a trouble in words, a button that waits.
import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
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
