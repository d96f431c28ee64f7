// A text with a button that copies it.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { SettingsMessages } from './en-settings.ts';
import { Field } from './parts.tsx';

export interface CopyFieldProps {
  readonly label: string;
  readonly value: string;
  readonly messages: SettingsMessages;
}

export function CopyField({ label, value, messages }: CopyFieldProps): JSX.Element {
  const isCopied = useSignal(false);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(value);
      isCopied.value = true;
    } catch {
      // The host's frame may not give the right to the clipboard: the field is there to copy by hand.
      isCopied.value = false;
    }
  }
  return (
    <Field label={label}>
      {(ids) => (
        <div class="copy">
          <input
            {...ids}
            readOnly
            value={value}
            onFocus={(event) => event.currentTarget.select()}
          />
          <button
            type="button"
            class="button"
            aria-label={isCopied.value ? undefined : messages.copyLabel(label)}
            onClick={() => void copy()}
          >
            {isCopied.value ? messages.copied : messages.copy}
          </button>
        </div>
      )}
    </Field>
  );
}
